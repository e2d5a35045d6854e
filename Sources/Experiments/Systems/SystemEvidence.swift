import Households
import Simulation

/// A tally in which a system of the plan must show itself.
public enum SystemEvidence: Sendable, Hashable {
  /// What the system did.
  case quantity(SystemQuantity)
  /// Money that it moved.
  case money(Programme)
  /// How households were found.
  case finding(FindingQuantity)
  /// Returns to poverty, or need.
  case persons(PersonMeasure)

  /// Name for readers; rates have the names of their measures.
  public var text: BilingualText {
    switch self {
    case .quantity(let quantity): quantity.text
    case .money(let programme): programme.text
    case .finding(let quantity): BilingualText(chinese: quantity.name, english: quantity.name)
    case .persons(let measure): BilingualText(chinese: measure.name, english: measure.name)
    }
  }
}

extension PlanSystem {
  /// Where its effect must show when its example is compared with the baseline.
  public var evidence: [SystemEvidence] {
    switch self {
    case .h1: [.quantity(.lossDisaster), .persons(.need)]
    case .h2: [.quantity(.floodedHouseholds)]
    case .h3: [.quantity(.lossPrices)]
    case .h4: [.quantity(.lossIllness), .money(.medicalOwnPayment), .persons(.need)]
    case .h5: [.quantity(.lossJobs), .persons(.need)]
    case .h6: [.quantity(.epidemicAdmissions), .quantity(.marketClosureLoss)]
    case .h7: [.quantity(.lossSchooling)]
    case .h8: [.quantity(.lossAccidents)]
    case .h9: [.quantity(.assistanceEnded), .quantity(.budgetCuts)]
    case .h10: [.quantity(.births), .quantity(.naturalDeaths)]
    case .m1: [.finding(.eliminated), .finding(.monitoredHouseholds)]
    case .m2: [.finding(.visits), .finding(.waitingForVisit)]
    case .m3: [.quantity(.unseenSigns), .finding(.alertsFromTriggers)]
    case .m4: [.quantity(.shadowIncomeTruePositives)]
    case .m5: [.finding(.alertsFromTriggers)]
    case .m6: [.finding(.daysToRecognition), .finding(.daysToMoney)]
    case .m7: [.finding(.missed)]
    case .m8: [.quantity(.selfDevelopmentPoints)]
    case .a1: [.quantity(.industryParticipants), .quantity(.chainGain)]
    case .a2: [.quantity(.trainedHouseholds), .quantity(.postHouseholds), .quantity(.workshopJobs)]
    case .a3: [.money(.minimumLivingAllowance)]
    case .a4: [.money(.reimbursementGuarantee), .quantity(.followedUp)]
    case .a5: [.money(.antiPovertyInsuranceClaims)]
    case .a6: [.quantity(.aidedStudents), .money(.educationAid)]
    case .a7: [.quantity(.repairedHouses), .money(.housingRepair)]
    case .a8: [.quantity(.loansPaidOut), .quantity(.loanDefaults)]
    case .a9: [.quantity(.stockHouseholds), .money(.emergencyStocks)]
    case .a10: [.quantity(.mismatches)]
    case .a11: [.quantity(.mutualAidMonths), .money(.mutualAid)]
    case .a12: [.quantity(.dividendHouseholds), .money(.landDividends)]
    case .a13: [.quantity(.irrigatedLand), .money(.publicWorks)]
    case .a14: [.money(.agriculturalClaims), .money(.priceClaims)]
    case .a15: [.quantity(.lossesDamped)]
    case .f1: [.money(.fundReceived)]
    case .f2: [.money(.emergencyRelief)]
    case .f3: [.money(.socialCapital)]
    case .f4: [.money(.fundRecovered)]
    case .f5: [.money(.performancePaid), .quantity(.penalisedCounties)]
    case .g1: [.persons(.stock)]
    case .g2: [.quantity(.failedMeasures)]
    case .g3: [.quantity(.elsewhereDays)]
    case .g4: [.finding(.visits)]
    case .g5: [.finding(.alertsFromOwnReports)]
    case .g6: [.quantity(.officersTrained), .money(.staffAllowances)]
    }
  }
}

extension Outcomes {
  /// The tallies of one piece of evidence, over all replications, years and places.
  func tallies(of evidence: SystemEvidence) -> [Int64] {
    let years = 0..<layout.years.count
    let prefectures = 0..<layout.prefectureCount
    func read(
      _ tallies: KeyPath<ReplicationOutcome, [Int64]>, _ place: (Int, Int) -> Int
    ) -> [Int64] {
      replications.flatMap { one in
        years.flatMap { year in
          prefectures.map { one[keyPath: tallies][place(year, $0)] }
        }
      }
    }
    switch evidence {
    case .quantity(let quantity):
      return read(\.systems) { layout.systems(year: $0, prefecture: $1, quantity) }
    case .money(let programme):
      return read(\.money) { layout.money(year: $0, prefecture: $1, programme) }
    case .finding(let quantity):
      return read(\.finding) { layout.finding(year: $0, prefecture: $1, quantity) }
    case .persons(let measure):
      return read(\.groups) {
        layout.groups(year: $0, prefecture: $1, group: Group.all.index, measure)
      }
    }
  }
}
