import Estimation
import Households
import Simulation

@testable import Experiments
@testable import Reporting

extension MadeUpRun {
  static let province = Region(code: 520000, name: "贵州省")

  private static let stockByYear = [0.0062, 0.0058, 0.0052, 0.0071, 0.0055, 0.0046, 0.0042, 0.0038]
  private static let measureFactor: [PersonMeasure: Double] = [
    .stock: 1, .flow: 1.7, .ever: 3.2, .recognised: 1.2, .need: 4.1, .gap: 0.12, .severity: 0.02,
  ]
  private static let causeShare = [0.52, 0.11, 0.05, 0.13, 0.04, 0.07, 0.03, 0.05]

  private func stock(_ year: Int) -> Double { Self.stockByYear[year - 2023] * level }

  /// A number between 0 and 1 that depends on a code only.
  private func luck(_ code: Int) -> Double {
    Double((UInt64(code) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407) >> 40)
      / Double(1 << 24)
  }

  var tables: RunTables {
    RunTables(
      rates: Self.years.flatMap(rates), targets: Self.years.flatMap(targets),
      money: Self.years.flatMap(money), monitoring: Self.years.flatMap(monitoring),
      systems: Self.years.flatMap(systems))
  }

  private var regions: [(region: Region, factor: Double)] {
    let geography = MadeUpGeography.geography
    return [(Self.province, 1)]
      + geography.prefectures.map { (Region(code: $0.code, name: $0.name), 0.5 + luck($0.code)) }
      + geography.counties.map { county in
        let prefecture = geography.prefectures[county.prefecture].code
        return (
          Region(code: county.code, name: county.name),
          (0.5 + luck(prefecture)) * (0.4 + 1.2 * luck(county.code))
        )
      }
  }

  /// The made-up number of a key; every key has one.
  private static func number<Key>(_ key: Key, in numbers: [Key: Double]) -> Double {
    guard let number = numbers[key] else { preconditionFailure("no number is made up for \(key)") }
    return number
  }

  private func rates(_ year: Int) -> [RateRow] {
    var rows: [RateRow] = []
    for measure in PersonMeasure.rates {
      let mean = stock(year) * Self.number(measure, in: Self.measureFactor)
      for (region, factor) in regions {
        rows.append(
          RateRow(
            year: year, measure: measure, region: region, group: .all,
            estimate: Self.estimate(mean * factor, spread: region.code == 520000 ? 0.3 : 0.6)))
      }
      for (position, share) in Self.causeShare.enumerated() {
        rows.append(
          RateRow(
            year: year, measure: measure, region: Self.province,
            group: Group.allCases[6 + position],
            estimate: Self.estimate(mean * share)))
      }
    }
    return rows
  }

  private func targets(_ year: Int) -> [TargetRow] {
    guard year >= 2025 else { return [] }
    let late = Double(year - 2025) / 5
    return [
      target(year, .hard, 0.005 - 0.002 * late), target(year, .stretch, 0.003 - 0.002 * late),
    ]
  }

  private func target(_ year: Int, _ reading: Reading, _ limit: Double) -> TargetRow {
    let estimate = Self.estimate(stock(year))
    let verdict: Verdict =
      estimate.upper95 <= limit ? .met : estimate.lower95 > limit ? .missed : .undecided
    let chance = verdict == .met ? 0.93 : verdict == .missed ? 0.24 : 0.47
    return TargetRow(
      target: "stock", year: year, limit: limit, reading: reading, estimate: estimate,
      verdict: verdict, probabilityMet: chance, probabilityLower95: chance - 0.05,
      probabilityUpper95: chance + 0.045,
      replicationsToSettle: verdict == .undecided ? 1450 : nil)
  }

  private static let yuan: [Programme: Double] = [
    .basicMedicalInsurance: 6.1e9, .seriousIllnessInsurance: 4.2e8, .medicalAssistance: 8.3e8,
    .antiPovertyInsuranceClaims: 1.1e8, .reimbursementGuarantee: 0, .medicalOwnPayment: 3.9e9,
    .minimumLivingAllowance: 2.3e9, .emergencyRelief: 1.6e8, .industrySupport: 6.9e8,
    .premiumFromFund: 6.0e7, .premiumFromCounty: 1.4e7, .fundReceived: 1e9, .fundCarriedIn: 1.2e7,
    .fundIdle: 8.7e7, .fundLeakage: 8e6, .fundCarriedOut: 7e6, .reliefShortage: 3.4e7,
    .industryShortage: 2.2e8,
  ]

  private func money(_ year: Int) -> [MoneyRow] {
    regions.prefix(10).flatMap { region, factor in
      // Programmes of systems that are off moved no money.
      Programme.allCases.map { programme in
        let share = region.code == 520000 ? 1 : factor / 9
        return MoneyRow(
          programme: programme, year: year, region: region,
          estimate: Self.estimate(
            Self.yuan[programme, default: 0] * share * (1 + 0.03 * Double(year - 2023)),
            spread: 0.2))
      }
    }
  }

  private static let households: [FindingQuantity: Double] = [
    .alertsFromIndex: 61_000, .alertsFromTriggers: 38_000, .alertsFromOwnReports: 21_000,
    .alertsFromPatrols: 17_500, .visits: 118_000, .waitingForVisit: 2_300,
    .recognisedUnstable: 9_100, .recognisedMarginal: 12_400, .recognisedSudden: 6_800,
    .missed: 8_900, .falseInclusions: 2_700, .wrongExclusions: 1_900, .eliminated: 24_000,
    .monitoredHouseholds: 54_000, .monitoredPersons: 213_000, .daysToRecognition: 2_400_000,
    .daysToMoney: 2_100_000, .firstPayments: 19_800,
  ]

  private func monitoring(_ year: Int) -> [MonitoringRow] {
    regions.prefix(10).flatMap { region, factor in
      FindingQuantity.allCases.map { quantity in
        let share = region.code == 520000 ? 1 : factor / 9
        return MonitoringRow(
          quantity: quantity, year: year, region: region,
          estimate: Self.estimate(
            Self.number(quantity, in: Self.households) * share, spread: 0.15))
      }
    }
  }

  private func systems(_ year: Int) -> [SystemRow] {
    let made: [(SystemQuantity, Double)] = [
      (.lossIllness, 4.1e9), (.trainedHouseholds, 12_000), (.selfDevelopmentPoints, 1.5e10),
    ]
    return made.map { quantity, number in
      SystemRow(
        quantity: quantity, year: year, region: Self.province,
        estimate: Self.estimate(number, spread: 0.1))
    }
  }

  /// Another run compared with this one, as if it had halved or raised the rates.
  func reform(_ other: MadeUpRun) -> (tables: ReformTables, run: ReportContent) {
    let pairs = zip(tables.rates, other.tables.rates)
    let differences = pairs.map { baseline, reform in
      var row = reform
      row.estimate = Self.estimate(reform.estimate.mean - baseline.estimate.mean, spread: 0.8)
      return DifferenceRow(rate: row, replicationsSaved: row.estimate.mean == 0 ? .infinity : 7.3)
    }
    let money = tables.money.map { row in
      var row = row
      row.estimate = Self.estimate(row.estimate.mean * 0.04, spread: 2)
      return row
    }
    let reform = ReformTables(
      name: other.name, title: other.title, tables: other.tables, differences: differences,
      moneyDifferences: money)
    return (reform, other.content)
  }

  /// A comparison of this run with two reforms.
  var comparison: ComparisonContent {
    ComparisonContent(
      baseline: content,
      reforms: [
        reform(
          MadeUpRun(
            seed: 1, level: 0.7, name: "fund-800",
            title: BilingualText(chinese: "基金下限 8 亿元", english: "Fund floor of 800 million"))),
        reform(
          MadeUpRun(
            seed: 1, level: 0.97, name: "response-15",
            title: BilingualText(chinese: "15 天内响应", english: "Response within 15 days"))),
      ])
  }
}
