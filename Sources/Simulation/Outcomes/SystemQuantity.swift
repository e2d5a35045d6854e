import Households

/// What the plan's systems did in a year, beside money: households, persons, yuan, days, points.
///
/// New quantities go at the end of their group; the digest of outcomes does not read them.
public enum SystemQuantity: Int, Sendable, CaseIterable {
  // Scoreboard, counted in every run
  case incomeFormerlyPoor
  case incomeRural
  case personsRural
  case consumptionRural
  case householdsFormerlyPoor
  case unsafeHouses
  case students
  case withdrawnStudents
  case measuresChosen
  case measuresCarriedOut
  case compliantBills
  case compliantReimbursed
  case personsInIndustry
  case insuredPersons
  case householdsRural
  case inNeed
  // Losses by channel
  case lossIllness
  case lossDisaster
  case lossPrices
  case lossJobs
  case lossSchooling
  case lossAccidents
  case floodedHouseholds
  // Shocks and the household calendar
  case epidemicAdmissions
  case marketClosureLoss
  case assistanceEnded
  case lateMoney
  case budgetCuts
  case births
  case naturalDeaths
  case movedByMarriage
  case elderly
  case children
  case personsAtYearEnd
  case admissions
  case migrantsReturned
  case workersLost
  case workerDeaths
  case movedInByMarriage
  case pupils
  case wageEarners
  case workingAge
  case personsFormerlyPoor
  // Work and industry
  case industryParticipants
  case chainGain
  case trainedHouseholds
  case postHouseholds
  case workshopJobs
  case mutualAidMonths
  case dividendHouseholds
  case eCommerceGain
  case lossesDamped
  // Protection
  case followedUp
  case monthsOfWorkSaved
  case aidedStudents
  case repairedHouses
  case loansPaidOut
  case loanVolume
  case loanDefaults
  case stockHouseholds
  case stockRefusals
  case mismatches
  case insuranceClaimCases
  case insuranceKeptAbove
  case allowanceHouseholds
  case allowanceEligible
  case allowanceEligiblePaid
  case loanRepaid
  case loanWrittenOff
  case loanIntoDebt
  case loanOutstanding
  case insuredHouseholds
  case agriculturalClaimHouseholds
  case priceClaimHouseholds
  case irrigatedLand
  case agriculturalLossUnpaid
  // Finding households
  case officersTrained
  case officersLeft
  case unseenSigns
  case unawareHouseholds
  case elsewhereCases
  case elsewhereDays
  case failedMeasures
  case selfDevelopmentPoints
  case selfDevelopmentHouseholds
  case daysToData
  case daysToVisit
  case missedSuddenSigns
  case missedOtherSigns
  case wrongExclusionsUnstable
  case wrongExclusionsMarginal
  case wrongExclusionsSudden
  case falseInclusionsUnstable
  case falseInclusionsMarginal
  case falseInclusionsSudden
  // Money of the counties
  case penalisedCounties
  // Index designs: alerts against what came in the next half-year
  case shadowIncomeTruePositives
  case shadowIncomeFalsePositives
  case shadowIncomeFalseNegatives
  case shadowIncomeTrueNegatives
  case shadowFourLooksTruePositives
  case shadowFourLooksFalsePositives
  case shadowFourLooksFalseNegatives
  case shadowFourLooksTrueNegatives
  case shadowTwelveIndicatorsTruePositives
  case shadowTwelveIndicatorsFalsePositives
  case shadowTwelveIndicatorsFalseNegatives
  case shadowTwelveIndicatorsTrueNegatives
  case shadowTwentyVariablesTruePositives
  case shadowTwentyVariablesFalsePositives
  case shadowTwentyVariablesFalseNegatives
  case shadowTwentyVariablesTrueNegatives
  case shadowThreeDimensionsTruePositives
  case shadowThreeDimensionsFalsePositives
  case shadowThreeDimensionsFalseNegatives
  case shadowThreeDimensionsTrueNegatives
  case shadowExpectedPovertyTruePositives
  case shadowExpectedPovertyFalsePositives
  case shadowExpectedPovertyFalseNegatives
  case shadowExpectedPovertyTrueNegatives
  // What the authorities see each January, and the rules that answer to it; counted in every run
  case recognisedStock
  case ruleFirings
  // What recorded moments are compared with, formerly-poor households on 31 December; in every run
  case catastrophicHouseholds
  case incomeLogs
  case incomeLogSquares
  case incomeEarned
  case incomeExpected
  case incomeEarnedAfterIllness
  case incomeExpectedAfterIllness

  /// Wrong exclusions of a kind of monitored household.
  static func wrongExclusions(of kind: UInt8) -> SystemQuantity {
    switch kind {
    case MonitoredKind.unstable: .wrongExclusionsUnstable
    case MonitoredKind.marginal: .wrongExclusionsMarginal
    default: .wrongExclusionsSudden
    }
  }

  /// False inclusions of a kind of monitored household.
  static func falseInclusions(of kind: UInt8) -> SystemQuantity {
    switch kind {
    case MonitoredKind.unstable: .falseInclusionsUnstable
    case MonitoredKind.marginal: .falseInclusionsMarginal
    default: .falseInclusionsSudden
    }
  }

  /// What a quantity is counted in.
  public enum Unit: String, Sendable {
    case households, persons, yuan, count, days, points
  }

  /// Whether it is counted over households; rules fire once, however few households are simulated.
  public var growsWithSample: Bool { self != .ruleFirings && self != .penalisedCounties }

  /// Name in tables.
  public var name: String {
    var name = ""
    for letter in "\(self)" {
      name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
    return name
  }
}
