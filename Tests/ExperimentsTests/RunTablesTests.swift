import Estimation
import Experiments
import Households
import Simulation
import Testing

extension RunTables {
  func rate(
    _ measure: PersonMeasure, _ year: Int, _ region: Int, _ group: Group = .all
  ) -> Estimate? {
    rates.first {
      $0.measure == measure && $0.year == year && $0.region.code == region && $0.group == group
    }?.estimate
  }
}

struct RunTablesTests {
  private func tables(_ made: HandMadeOutcomes) throws -> RunTables {
    try RunTables(outcomes: made.outcomes, scenario: HandMadeOutcomes.scenario())
  }

  @Test func `Rates of province, prefecture and county are persons over formerly-poor persons`()
    throws
  {
    var made = HandMadeOutcomes()
    for (replication, persons) in [Int64(3), 6, 9, 12].enumerated() {
      made.set(.stock, 2024, county: 0, persons, in: replication)
    }
    made.set(.stock, 2024, county: 2, 12)
    let tables = try tables(made)
    let county = try #require(tables.rate(.stock, 2024, 520502))
    #expect((county.mean - 0.0075).magnitude < 1e-15)
    #expect((county.p50 - 0.0075).magnitude < 1e-15)
    #expect(tables.rate(.stock, 2024, 520526)?.mean == 0)
    let prefecture = try #require(tables.rate(.stock, 2024, 520500))
    #expect((prefecture.mean - 7.5 / 3000).magnitude < 1e-15)
    let province = try #require(tables.rate(.stock, 2024, 520000))
    #expect((province.mean - 19.5 / 6000).magnitude < 1e-15)
    // s² of 3, 6, 9, 12 is 15.
    #expect((province.standardError - (15.0 / 4).squareRoot() / 6000).magnitude < 1e-15)
    #expect(tables.rate(.stock, 2025, 520000)?.mean == 0)
  }

  @Test func `The denominator is that of the same replication`() throws {
    var made = HandMadeOutcomes(replications: 2)
    made.set(.stock, 2024, county: 0, 10)
    made.set(.formerlyPoor, 2024, county: 0, 500, in: 1)
    let rate = try #require(try tables(made).rate(.stock, 2024, 520502))
    #expect((rate.mean - (0.01 + 0.02) / 2).magnitude < 1e-15)
  }

  @Test func `Depths are in shares of the line, not in millionths`() throws {
    var made = HandMadeOutcomes()
    made.set(.gap, 2024, county: 0, 2_500_000)
    let rate = try #require(try tables(made).rate(.gap, 2024, 520502))
    #expect((rate.mean - 0.0025).magnitude < 1e-15)
  }

  @Test func `A livelihood is divided by its own persons`() throws {
    var made = HandMadeOutcomes()
    made.set(.formerlyPoor, .noLabour, 2024, prefecture: 0, 100)
    made.set(.formerlyPoor, .noLabour, 2024, prefecture: 1, 300)
    made.set(.stock, .noLabour, 2024, prefecture: 1, 6)
    let tables = try tables(made)
    #expect(tables.rate(.stock, 2024, 520600, .noLabour)?.mean == 0.02)
    #expect(tables.rate(.stock, 2024, 520000, .noLabour)?.mean == 0.015)
    #expect(tables.rate(.stock, 2024, 520000, .wage) == nil, "nobody is in this group")
    #expect(tables.rate(.stock, 2024, 520502, .noLabour) == nil, "counties have all only")
  }

  @Test func `Causes of entry add up to the flow`() throws {
    var made = HandMadeOutcomes()
    made.set(.flow, 2024, county: 0, 36)
    made.set(.flow, 2024, county: 2, 36)
    for (position, cause) in Group.allCases.filter({ $0.cause != nil }).enumerated() {
      made.set(.flow, cause, 2024, prefecture: 0, Int64(position + 1))
      made.set(.flow, cause, 2024, prefecture: 1, Int64(8 - position))
    }
    let tables = try tables(made)
    for region in [520000, 520500, 520600] {
      let causes = tables.rates.filter {
        $0.group.cause != nil && $0.measure == .flow && $0.year == 2024 && $0.region.code == region
      }
      #expect(causes.count == Cause.allCases.count)
      let sum = causes.reduce(0) { $0 + $1.estimate.mean }
      let flow = try #require(tables.rate(.flow, 2024, region)).mean
      #expect((sum - flow).magnitude < 1e-15)
    }
    #expect(!tables.rates.contains { $0.group.cause != nil && $0.measure == .stock })
  }

  @Test func `Money is in yuan of the whole population`() throws {
    var made = HandMadeOutcomes(sampleFraction: 0.5)
    made.set(.emergencyRelief, 2024, prefecture: 0, fen: 12_345)
    made.set(.emergencyRelief, 2024, prefecture: 1, fen: 55)
    let tables = try tables(made)
    func yuan(_ region: Int) -> Double? {
      tables.money.first {
        $0.programme == .emergencyRelief && $0.year == 2024 && $0.region.code == region
      }?.estimate.mean
    }
    #expect((try #require(yuan(520500)) - 246.9).magnitude < 1e-9)
    #expect((try #require(yuan(520000)) - 248.0).magnitude < 1e-9)
    #expect(tables.money.count == Programme.allCases.count * 2 * 3)
  }

  @Test func `Monitoring is of the whole population`() throws {
    var made = HandMadeOutcomes(sampleFraction: 0.1)
    made.set(.visits, 2025, prefecture: 1, 7)
    let row = try tables(made).monitoring.first {
      $0.quantity == .visits && $0.year == 2025 && $0.region.code == 520600
    }
    #expect((try #require(row).estimate.mean - 70).magnitude < 1e-9)
  }

  @Test func `One replication gives figures without errors`() throws {
    var made = HandMadeOutcomes(replications: 1)
    made.set(.stock, 2025, county: 0, 30)
    let tables = try tables(made)
    let rate = try #require(tables.rate(.stock, 2025, 520000))
    #expect((rate.mean - 0.005).magnitude < 1e-15)
    #expect(rate.standardError.isNaN && rate.lower95.isNaN)
    #expect(tables.targets.allSatisfy { $0.verdict == .undecided })
    #expect(tables.targets.allSatisfy { $0.replicationsToSettle == nil })
  }

  @Test func `Only a sample adds the error of households`() throws {
    var made = HandMadeOutcomes(sampleFraction: 0.1)
    for group in 0..<40 {
      made.setSample(.formerlyPoor, 2024, county: 0, hashGroup: group, 100)
      made.setSample(.stock, 2024, county: 0, hashGroup: group, group % 2 == 0 ? 2 : 0)
    }
    made.set(.stock, 2024, county: 0, 10)
    let sampled = try #require(try tables(made).rate(.stock, 2024, 520502))
    // Equal groups with rates 0.02 and 0: s² = 1e-4 · 40/39 over groups, divided by 40.
    let expected = (0.9 * 1e-4 / 39).squareRoot()
    #expect((sampled.standardError - expected).magnitude < 1e-9)
    made.sampleFraction = 1
    let complete = try #require(try tables(made).rate(.stock, 2024, 520502))
    #expect(complete.standardError == 0)
  }

  @Test func `A part of a sample has the error of its share of cases and persons`() throws {
    var made = HandMadeOutcomes(sampleFraction: 0.1)
    for county in 0..<3 {
      for group in 0..<40 {
        made.setSample(.formerlyPoor, 2024, county: county, hashGroup: group, 100)
        made.setSample(.flow, 2024, county: county, hashGroup: group, group % 2 == 0 ? 2 : 0)
      }
    }
    made.set(.flow, 2024, county: 0, 30)
    made.set(.flow, .illness, 2024, prefecture: 0, 15)
    let tables = try tables(made)
    let all = try #require(tables.rate(.flow, 2024, 520500)).standardError
    let illness = try #require(tables.rate(.flow, 2024, 520500, .illness)).standardError
    #expect((illness / all - 0.5.squareRoot()).magnitude < 1e-9)
  }

  @Test func `Limits that no file declares are asked for by name`() {
    let scenario = HandMadeOutcomes.scenario(parameters: Parameters(declared: []))
    #expect(
      throws: SimulationError.missingParameters([
        "targets.hard_2025", "targets.hard_2030", "targets.stretch_2025", "targets.stretch_2030",
      ])
    ) {
      try RunTables(outcomes: HandMadeOutcomes().outcomes, scenario: scenario)
    }
  }
}
