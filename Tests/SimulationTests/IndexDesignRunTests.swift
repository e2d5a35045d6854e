import Households
import TestSupport
import Testing

@testable import Simulation

/// The designs of the vulnerability index in whole runs.
struct IndexDesignRunTests {
  let scenario: Scenario
  let rows: [HouseholdRecord]

  init() throws {
    scenario = try TestScenario.core(counties: [11, 40])
      .with("vulnerability_index.training_replications", 1)
      .with("vulnerability_index.training_households", 500)
    rows = [11, 40].flatMap { TestPopulation.rows(county: $0, count: 700, townships: 3) }
  }

  private func run(
    _ scenario: Scenario, rows: [HouseholdRecord]? = nil, replications: Int = 1, threads: Int = 2,
    householdsPerBlock: Int = 2048
  ) throws -> Outcomes {
    let population = TestPopulation.population(
      rows ?? self.rows, counties: 88, householdsPerBlock: householdsPerBlock)
    return try Simulator(scenario: scenario, population: population)
      .run(replications: replications, seed: 11, threads: threads)
  }

  private var shadow: Scenario { scenario.setting(.shadowIndices) { $0.isEnabled = true } }

  private static let shadowQuantities = SystemQuantity.allCases.filter {
    $0.name.hasPrefix("shadow_")
  }

  private func total(_ outcomes: Outcomes, _ quantity: SystemQuantity) -> Int64 {
    let layout = outcomes.layout
    var sum: Int64 = 0
    for outcome in outcomes.replications {
      for year in 0..<layout.years.count {
        for prefecture in 0..<layout.prefectureCount {
          sum += outcome.systems[layout.systems(year: year, prefecture: prefecture, quantity)]
        }
      }
    }
    return sum
  }

  /// The outcomes without the shadow's own tallies.
  private func others(_ outcomes: Outcomes) -> [ReplicationOutcome] {
    let layout = outcomes.layout
    return outcomes.replications.map { outcome in
      var copy = outcome
      for year in 0..<layout.years.count {
        for prefecture in 0..<layout.prefectureCount {
          for quantity in Self.shadowQuantities {
            copy.systems[layout.systems(year: year, prefecture: prefecture, quantity)] = 0
          }
        }
      }
      return copy
    }
  }

  @Test func `Shadow scoring changes nothing but its own tallies, and at zero not even those`()
    throws
  {
    let (without, with) = (try run(scenario), try run(shadow))
    #expect(others(with) == without.replications)
    #expect(with.replications != without.replications)
    let zero = shadow.setting(.shadowIndices) { $0.scale = DatedPath(constant: 0) }
    #expect(try run(zero).replications == without.replications)
  }

  @Test func `Neither blocks nor threads nor the order of townships change what is fitted`() throws
  {
    let wanted = try run(shadow).replications
    #expect(try run(shadow, threads: 1, householdsPerBlock: 100).replications == wanted)
    let turned = rows.sorted { ($0.county, -$0.township, $0.id) < ($1.county, -$1.township, $1.id) }
    #expect(try run(shadow, rows: turned).replications == wanted)
  }

  @Test func `Every design scores the same households`() throws {
    let outcomes = try run(shadow)
    let totals = Self.shadowQuantities.map { total(outcomes, $0) }
    let scored = stride(from: 0, to: totals.count, by: 4).map { totals[$0..<$0 + 4].reduce(0, +) }
    let inNeed = stride(from: 0, to: totals.count, by: 4).map { totals[$0] + totals[$0 + 2] }
    #expect(scored.count == 6 && scored[0] > 0 && inNeed[0] > 0)
    #expect(Set(scored).count == 1)
    #expect(Set(inNeed).count == 1)
  }

  @Test func `Twenty variables find at least as well as income alone`() throws {
    let better = shadow.with("vulnerability_index.training_households", 1400)
      .with("vulnerability_index.training_replications", 3)
      // All households are formerly poor here, so another threshold raises as many alerts.
      .with("vulnerability_index.twenty_variables_threshold", 0.06)
    let outcomes = try run(better, replications: 2)
    func accuracy(_ first: SystemQuantity) -> Double {
      let n = (0..<4).map { place in
        SystemQuantity(rawValue: first.rawValue + place).map { Double(total(outcomes, $0)) } ?? 0
      }
      return (n[0] / (n[0] + n[2]) + n[3] / (n[3] + n[1])) / 2
    }
    let income = accuracy(.shadowIncomeTruePositives)
    #expect(income > 0.6)
    #expect(accuracy(.shadowTwentyVariablesTruePositives) > income - 0.01)
  }

  @Test(arguments: [1.0, 2, 3, 4, 5])
  func `Every design decides otherwise than income alone`(design: Double) throws {
    let other = scenario.with("vulnerability_index.design", design)
    let outcomes = try run(other)
    #expect(outcomes.replications != (try run(scenario).replications))
    // Where the index is off, its design does not matter.
    let off = other.without(.vulnerabilityIndex)
    #expect(
      try run(off).replications == run(scenario.without(.vulnerabilityIndex)).replications)
  }

  @Test func `Training knows nothing of later half-years`() throws {
    var short = scenario.with("vulnerability_index.design", 3)
    let population = TestPopulation.population(rows, counties: 88)
    var plan = try SimulationPlan(short)
    try FittedIndices.train(&plan, population)
    short.end = Month(year: 2023, month: 12)
    var early = try SimulationPlan(short)
    try FittedIndices.train(&early, population)
    for month in early.months.indices {
      let (long, brief) = (plan.months[month].indices, early.months[month].indices)
      #expect(long.twentyVariables.weights == brief.twentyVariables.weights)
      #expect(long.expectedPoverty.mean == brief.expectedPoverty.mean)
    }
    let (first, last) = (plan.months[0].indices, plan.months[35].indices)
    #expect(first.twentyVariables.weights != last.twentyVariables.weights)
  }

  @Test func `A part of a part of the households is a part of the whole`() {
    let population = TestPopulation.population(rows, counties: 88)
    let part = population.subsample(share: 0.25)
    func ids(_ population: Population) -> [UInt32] {
      population.blocks.flatMap { block in (0..<block.count).map { block.columns.id[$0] } }
    }
    #expect(ids(part) == ids(population).filter { SampleHash.contains($0, fraction: 0.25) })
    #expect(ids(part.subsample(share: 0.5)) == ids(population.subsample(share: 0.125)))
    let all = population.subsample(share: 1)
    for (copy, block) in zip(all.blocks, population.blocks) {
      for byte in 0..<PopulationColumns.capacity * PopulationColumns.bytesPerHousehold {
        let (found, wanted) = (
          copy.columns.base.load(fromByteOffset: byte, as: UInt8.self),
          block.columns.base.load(fromByteOffset: byte, as: UInt8.self)
        )
        if found != wanted { Issue.record("byte \(byte)") }
      }
    }
  }

  @Test func `Measuring self-development changes nobody`() throws {
    let measured = scenario.setting(.selfDevelopment) { $0.isEnabled = true }
    let zero = measured.setting(.selfDevelopment) { $0.scale = DatedPath(constant: 0) }
    let (without, with) = (try run(scenario), try run(measured))
    #expect(try run(zero).replications == without.replications)
    #expect(with.replications.map(\.persons) == without.replications.map(\.persons))
    #expect(with.replications.map(\.money) == without.replications.map(\.money))
    #expect(with.replications.map(\.finding) == without.replications.map(\.finding))
    let households = total(with, .selfDevelopmentHouseholds)
    #expect(households == Int64(rows.count * 2))
    let mean = Double(total(with, .selfDevelopmentPoints)) / 100 / Double(max(households, 1))
    #expect(mean > 40 && mean < 100)
  }
}
