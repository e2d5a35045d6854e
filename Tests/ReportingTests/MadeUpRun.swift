import Estimation
import Households
import Simulation

@testable import Experiments
@testable import Reporting

/// A run with figures of a believable size that nobody simulated.
struct MadeUpRun {
  var language = Language.chinese
  var seed: UInt64 = 1
  /// Multiplies all rates.
  var level = 1.0
  var replications = 200
  var name = "guizhou"
  var title = BilingualText(chinese: "贵州基准情景", english: "Guizhou baseline")

  static let years = Array(2023...2030)

  /// An estimate around a mean, with a spread of single futures in shares of the mean.
  static func estimate(_ mean: Double, spread: Double = 0.3, count: Int = 200) -> Estimate {
    let error = mean.magnitude * spread / Double(count).squareRoot()
    let at = { (z: Double) in mean + z * mean.magnitude * spread }
    return Estimate(
      mean: mean, standardError: error, lower95: mean - 1.96 * error, upper95: mean + 1.96 * error,
      p05: at(-1.2), p25: at(-0.6), p50: at(-0.08), p75: at(0.5), p95: at(2.1),
      replications: count)
  }

  var content: ReportContent {
    ReportContent(
      scenario: scenario, tables: tables, record: record,
      resolvedYAML: "name: \(name)  # guizhou.yaml:1\n",
      formerlyPoorPersons: Dictionary(uniqueKeysWithValues: Self.years.map { ($0, 9_150_000) }))
  }

  var scenario: Scenario {
    Scenario(
      name: name, title: title,
      summary: BilingualText(
        chinese: "现行政策延续到 2030 年；2026 年夏季重现 2022 年的干旱。",
        english: "Present policy continues to 2030; the drought of 2022 returns in summer 2026."),
      start: Month(year: 2022, month: 1), end: Month(year: 2030, month: 12),
      firstResultYear: 2023, parameters: parameters,
      mechanisms: [
        .reimbursementGuarantee: MechanismSetting(isEnabled: false),
        .industrySupport: MechanismSetting(scale: DatedPath(constant: 0.8)),
        .patrols: MechanismSetting(from: Month(year: 2024, month: 1), counties: [1, 2, 3]),
      ],
      events: [
        StressEvent(
          kind: .drought(severity: 0.6), from: Month(year: 2026, month: 7),
          to: Month(year: 2026, month: 10), counties: nil, title: "重现 2022 年干旱 <&>")
      ],
      geography: MadeUpGeography.geography,
      counties: Array(MadeUpGeography.geography.counties.indices), populationSource: .synthetic,
      places: ["policies.reimbursement_guarantee": "guizhou.yaml:20"])
  }

  var parameters: Parameters {
    let declared: [Parameter] = (1...24).map { number in
      Parameter(
        name: "theme.quantity_\(number)",
        values: number == 7 ? (1...12).map { Double($0) / 6.5 } : [Double(number) / 100],
        unit: number % 3 == 0 ? "yuan per person and year" : "share", valid: 0...1000,
        prior: .fixed,
        origin: [.plan, .assumption, .recalled, .literature][number % 4],
        source: number == 2 ? "assumption: < half of \"grid\" staff" : "plan 3.\(number)",
        meaning: BilingualText(
          chinese: "第 \(number) 个数值的含义", english: "Meaning of number \(number)"),
        file: "parameters/theme.yaml")
    }
    let path = DatedPath(steps: [
      .init(from: nil, value: 0.05), .init(from: Month(year: 2026, month: 1), value: 0.1),
    ])
    return Parameters(
      declared: declared,
      overrides: ["theme.quantity_5": .init(path: path, place: "guizhou.yaml:14")])
  }

  var record: RunRecord {
    RunRecord(
      version: "0.1.0", scenario: name, scenarioDigest: digest("a"), parametersDigest: digest("b"),
      populationDigest: digest("c"), runDigest: digest(name + "d\(seed)"), seed: seed,
      replications: replications, sample: 0.05, threads: 2, households: 210_000,
      householdMonths: 4_536_000_000, secondsBuildingPopulation: 4.2, secondsSimulating: 98.4,
      householdMonthsPerSecond: 46_097_560, peakMemoryBytes: 220_000_000,
      fixedBytesPerHousehold: 160, stateBytesPerHousehold: 228, outcomesDigest: digest("e"),
      tableDigests: [:])
  }

  /// Sixty-four hexadecimal digits that depend on a text.
  func digest(_ text: String) -> String {
    var value: UInt64 = 1_469_598_103_934_665_603
    var digits = ""
    for round in 0..<4 {
      for byte in text.utf8 { value = (value ^ UInt64(byte) ^ UInt64(round)) &* 1_099_511_628_211 }
      let hexadecimal = String(value, radix: 16)
      digits += String(repeating: "0", count: 16 - hexadecimal.count) + hexadecimal
    }
    return digits
  }
}
