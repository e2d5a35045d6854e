import Households

/// Writes down the lives of some households of a county in one possible future.
///
/// It looks at their rows after each step of the month and changes nothing, so a future is the same
/// bytes whether anybody looks or not; blocks without such a household never meet it.
final class LifeRecord {
  /// A household whose life is written down.
  private struct Followed {
    let row: Int
    let household: HouseholdRecord
    var months: [LifeMonth] = []
    var month: LifeMonth
    /// The household before the step that runs.
    var before: LifeSnapshot?
  }

  private let start: Month
  /// The followed households of each block.
  private var followed: [[Followed]]
  /// Steps of this block's month that have run once, as bits.
  private var done: UInt64 = 0

  /// A record of the households of a county.
  ///
  /// - Parameters:
  ///   - start: First simulated month.
  ///   - blocks: The county's blocks, in its own order.
  ///   - ids: Numbers of the households.
  init(start: Month, blocks: [PopulationBlock], ids: Set<UInt32>) {
    self.start = start
    followed = blocks.map { block in
      (0..<block.count).filter { ids.contains(block.columns.id[$0]) }.map {
        Followed(row: $0, household: block.record(at: $0), month: LifeMonth(month: start))
      }
    }
  }

  /// Whether a block holds a followed household.
  func follows(block: Int) -> Bool { !followed[block].isEmpty }

  /// The lives so far.
  var lives: [HouseholdLife] {
    followed.joined().map { HouseholdLife(household: $0.household, months: $0.months) }
  }

  /// Writes down what a step has decided.
  func observe(_ b: BlockMonth, after step: ModelStep) {
    if step == .beginning { done = 0 }
    let isAgain = done & bit(step) != 0
    for place in followed[b.block].indices {
      let row = followed[b.block][place].row
      let now = LifeSnapshot(b, row)
      if step == .beginning {
        followed[b.block][place].month = LifeMonth(month: start.advanced(by: b.month))
      }
      if let before = followed[b.block][place].before {
        let look = LifeLook(b: b, row: row, before: before, now: now)
        look.write(step, isAgain: isAgain, into: &followed[b.block][place].month)
      } else {
        let look = LifeLook(b: b, row: row, before: now, now: now)
        look.write(step, isAgain: isAgain, into: &followed[b.block][place].month)
      }
      followed[b.block][place].before = now
    }
    done |= bit(step)
  }

  /// Writes down what the county has handed out and closes the month.
  func close(_ b: BlockMonth) {
    observe(b, after: .county)
    for place in followed[b.block].indices {
      followed[b.block][place].months.append(followed[b.block][place].month)
    }
  }

  /// Adds to a column of the month, if the household of a row is followed.
  func add(_ amount: Double, _ column: LifeColumn, block: Int, row: Int) {
    guard let place = followed[block].firstIndex(where: { $0.row == row }) else { return }
    followed[block][place].month[column] += amount
  }

  /// Takes a payment, yuan, that the tallies count for a programme.
  func pay(_ yuan: Float, _ programme: Programme, block: Int, row: Int) {
    guard let column = column(of: programme) else { return }
    add(Double(yuan), column, block: block, row: row)
  }

  private func bit(_ step: ModelStep) -> UInt64 { 1 << UInt64(step.rawValue) }

  /// Where a payment to or by a household belongs; hospital bills come before those of follow-up.
  private func column(of programme: Programme) -> LifeColumn? {
    let isFollowup = done & bit(.events) != 0
    return switch programme {
    case .basicMedicalInsurance: isFollowup ? .followupBasic : .billBasic
    case .medicalOwnPayment: isFollowup ? .followupOwn : .billOwn
    case .seriousIllnessInsurance: .billSerious
    case .medicalAssistance: .billAssistance
    case .antiPovertyInsuranceClaims: .billInsurance
    case .reimbursementGuarantee: .billGuarantee
    case .healthService: .healthService
    case .training: .trainingCourse
    case .agriculturalPremiumHouseholds: .cropPremium
    case .agriculturalClaims: .cropClaim
    case .pricePremiumHouseholds: .pricePremium
    case .landDividends: .landDividend
    case .housingRepair: .repairGrant
    case .educationAid: .educationAid
    default: nil
    }
  }
}

extension LifeColumn {
  /// The column of an event that the tallies count; `nil` for all that a look at the row shows.
  init?(_ quantity: SystemQuantity) {
    switch quantity {
    case .admissions: self = .admission
    case .floodedHouseholds: self = .flooded
    case .failedMeasures: self = .failedMeasures
    case .missedSuddenSigns, .missedOtherSigns: self = .missedSigns
    default: return nil
    }
  }

  /// The column of a channel through which a household is found.
  init?(channel: FindingQuantity) {
    switch channel {
    case .alertsFromIndex: self = .alertFromIndex
    case .alertsFromTriggers: self = .alertFromTriggers
    case .alertsFromOwnReports: self = .alertFromOwnReport
    case .alertsFromPatrols: self = .alertFromPatrol
    default: return nil
    }
  }
}
