import Households
import Provenance
import Simulation

/// The digest of a fixed core of tallies: two runs with the same digest had the same outcome.
///
/// SHA-256 of the following 64-bit whole numbers, each least significant byte first:
///
/// 1. the number of this list (1), replications, first and last result year, number of counties;
/// 2. the code of each simulated county's place in the geography, ascending;
/// 3. for each replication, in order: persons, by measure (`measures`), year and county; then
///    entries by cause (`causes`), year and prefecture; then fen by programme (`programmes`), year
///    and prefecture.
///
/// The lists are written out, so that a measure, cause or programme that is added to the model
/// later leaves the digest of an unchanged run as it is.
public enum OutcomesDigest {
  private static let measures: [PersonMeasure] = [
    .stock, .flow, .ever, .recognised, .need, .formerlyPoor,
  ]
  private static let causes: [Group] = [
    .illness, .disaster, .prices, .jobs, .schooling, .accidents, .policyLapse, .noShock,
  ]
  private static let programmes: [Programme] = [
    .basicMedicalInsurance, .seriousIllnessInsurance, .medicalAssistance,
    .antiPovertyInsuranceClaims, .reimbursementGuarantee, .medicalOwnPayment,
    .minimumLivingAllowance, .emergencyRelief, .industrySupport, .premiumFromFund,
    .premiumFromCounty, .fundReceived, .fundCarriedIn, .fundIdle, .fundLeakage, .fundCarriedOut,
    .reliefShortage, .industryShortage,
  ]

  /// The digest, 64 hexadecimal characters.
  public static func hexadecimal(of outcomes: Outcomes) -> String {
    let layout = outcomes.layout
    var stream = DigestStream()
    let axes = [
      1, outcomes.replications.count, layout.years.lowerBound, layout.years.upperBound,
      layout.counties.count,
    ]
    stream.update((axes + layout.counties).map(Int64.init))
    for replication in outcomes.replications { stream.update(core(of: replication, layout)) }
    return stream.hexadecimal
  }

  private static func core(of outcome: ReplicationOutcome, _ layout: OutcomeLayout) -> [Int64] {
    let years = 0..<layout.years.count
    let prefectures = 0..<layout.prefectureCount
    var numbers: [Int64] = []
    for measure in measures {
      for year in years {
        for county in layout.counties.indices {
          numbers.append(outcome.persons[layout.persons(year: year, county: county, measure)])
        }
      }
    }
    for group in causes.map(\.index) {
      for year in years {
        for prefecture in prefectures {
          numbers.append(
            outcome.groups[
              layout.groups(year: year, prefecture: prefecture, group: group, .flow)])
        }
      }
    }
    for programme in programmes {
      for year in years {
        for prefecture in prefectures {
          numbers.append(
            outcome.money[layout.money(year: year, prefecture: prefecture, programme)])
        }
      }
    }
    return numbers
  }
}
