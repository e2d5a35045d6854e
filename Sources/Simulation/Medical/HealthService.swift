import Households
import Randomness

/// A4 health service 健康随访服务: contract doctors follow up after a major illness.
struct HealthServiceSettings: Sendable {
  /// Places of the roll-out that were served in 2023, and that are served now.
  let served2023: UInt32
  let served: UInt32
  /// Share of the months of lost work and of follow-up that the service saves.
  let saving: Double
  let yearlyCost: Float

  init(_ p: ParameterReader) {
    served2023 = Rollout.limit(p["health_service.coverage_2023"])
    served = Rollout.limit(p["health_service.coverage"])
    saving = p["health_service.claimed_saving"] * p["health_service.credibility"]
    yearlyCost = p.float("health_service.yearly_cost")
  }
}

/// What the service does for one household after a major illness.
enum HealthService {
  /// Share of the months that it saves this household; 0 where it does not reach or is off.
  ///
  /// Whoever was served in 2023 has the benefit in the illnesses as they are drawn.
  ///
  /// Model equation (40.1).
  static func saving(_ b: BlockMonth, _ row: Int) -> Double {
    let m = b.county
    guard m.pointee.optional.healthService > 0 else { return 0 }
    let place = UInt32(b.p.place(in: .healthService)[row])
    guard place >= m.pointee.settings.healthService.served2023,
      place < m.pointee.settings.healthService.served
    else { return 0 }
    let saving = m.pointee.settings.healthService.saving
    return min(1, saving * Double(m.pointee.optional.healthService))
  }

  /// Counts a followed-up household, the months of a worker that it saved, and what its visits cost.
  ///
  /// - Parameters:
  ///   - b: The block and its month.
  ///   - row: The household.
  ///   - before: Months of work that would have been lost; 0 if the patient earns no wage.
  ///   - after: Months that are lost.
  ///   - followup: Months of visits.
  static func record(_ b: BlockMonth, _ row: Int, before: UInt8, after: UInt8, followup: UInt8) {
    b.note(.followedUp, row: row)
    b.note(.monthsOfWorkSaved, row: row, Int(before) - Int(min(before, after)))
    let years = Float(followup) / 12
    b.pay(b.county.pointee.settings.healthService.yearlyCost * years, .healthService, row: row)
  }
}
