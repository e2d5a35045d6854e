import Households
import Randomness

/// M2, G6: the grid staff and officers of a county's townships in one possible future.
///
/// The quality of a township's staff is that of `identification_errors.staff_quality`, moved by what
/// changes in training and by officers who leave.
final class TownshipStaff {
  let county: Int
  private let townships: Int
  /// By township: how much more of what the reference staff misses is missed here; 0 as in 2023.
  private let excess: UnsafeMutablePointer<Float>
  /// By township: months until a new officer is as good as the one who left.
  private let vacancy: UnsafeMutablePointer<UInt8>
  /// Share of staff trained beyond the training of 2023.
  private var trainedGain = 0.0
  /// Townships that lost an officer this month.
  private var left = 0
  /// Parts of a person that a small sample still owes to the tallies.
  private var owedTrained = 0.0
  private var owedLeft = 0.0

  init(county: Int, townships: Int) {
    self.county = county
    self.townships = townships
    excess = .allocate(capacity: max(townships, 1))
    vacancy = .allocate(capacity: max(townships, 1))
    begin()
  }

  deinit {
    excess.deallocate()
    vacancy.deallocate()
  }

  /// The staff as they are before a possible future begins.
  func begin() {
    excess.update(repeating: 0, count: max(townships, 1))
    vacancy.update(repeating: 0, count: max(townships, 1))
    (trainedGain, left) = (0, 0)
    // A uniform start makes what is counted in small samples right on average over the counties.
    let words = DrawKey(seed: 0, shockYear: 0, householdReplication: 0)
      .world(.county, county, .staff)
    (owedTrained, owedLeft) = (words[0].uniform, words[1].uniform)
  }

  /// Factor − 1 on what the staff of a township misses, in misses of the reference staff.
  @inline(__always)
  func excess(township: Int) -> Double { Double(excess[township]) }

  /// Visits relative to those of the staff of 2023.
  ///
  /// Model equation (56.1).
  func visitFactor(_ m: UnsafePointer<CountyMonth>) -> Double {
    let strength = Double(m.pointee.optional.staff)
    return strength > 0 ? max(0, 1 + strength * (m.pointee.settings.staff.visitFactor - 1)) : 1
  }

  /// Who leaves and who is trained in a month.
  ///
  /// Model equation (56.1).
  func advance(month: Int, key: DrawKey, _ m: UnsafePointer<CountyMonth>) {
    let strength = Double(m.pointee.optional.staff)
    left = 0
    guard strength > 0 else {
      excess.update(repeating: 0, count: max(townships, 1))
      return
    }
    let s = m.pointee.settings.staff
    let errors = m.pointee.settings.errors
    // Those who leave take their training along; what stood in 2023 the training of 2023 sustains.
    let room = max(0, 1 - s.trainedShare)
    trainedGain = min(room, trainedGain * (1 - s.leavingChance) + s.trainedMonthly / s.persons)
    for township in 0..<townships {
      if vacancy[township] > 0 { vacancy[township] -= 1 }
      let place = county << 16 | township
      if key.shared(.county, place, month: month, .staff)[0].uniform < s.leavingChance {
        vacancy[township] = s.vacancyMonths
        left += 1
      }
      let loss = vacancy[township] > 0 ? s.vacancyLoss : 0
      let change = strength * (s.trainedChange + trainedGain - loss)
      let quality = min(1, max(0, errors.quality + change))
      excess[township] = Float((errors.quality - quality) / errors.referenceGap)
    }
  }

  /// What the staff cost this month, and who was trained and left.
  ///
  /// - Parameters:
  ///   - tally: The county's tally of the year.
  ///   - share: Share of the province's staff.
  ///   - fraction: Share of households simulated.
  ///   - m: The county's month.
  func account(
    _ tally: CountyTally, share: Double, fraction: Double, _ m: UnsafePointer<CountyMonth>
  ) {
    let strength = Double(m.pointee.optional.staff)
    guard strength > 0 else { return }
    let s = m.pointee.settings.staff
    let part = share * fraction * strength
    let trained = s.trainedMonthly * part
    tally.money[Programme.staffAllowances.rawValue] += Self.fen(s.extraAllowances * part)
    tally.money[Programme.staffTraining.rawValue] += Self.fen(trained * s.trainingCost)
    guard m.pointee.isRecorded else { return }
    tally.systems[SystemQuantity.officersTrained.rawValue] += Self.whole(&owedTrained, trained)
    tally.systems[SystemQuantity.officersLeft.rawValue] +=
      Self.whole(&owedLeft, Double(left) * fraction)
  }

  private static func fen(_ yuan: Double) -> Int64 { Int64(Elementary.nearest(yuan * 100)) }

  /// Whole units of what is owed; the rest is owed on.
  private static func whole(_ owed: inout Double, _ more: Double) -> Int64 {
    owed += more
    let units = Int64(owed)
    owed -= Double(units)
    return units
  }
}
