import Estimation
import Foundation
import Households
import ScenarioFiles
import Simulation
import Testing

@testable import Experiments

/// Back-tests of small periods whose answers are known.
struct BackTestTests {
  private let scenario: Scenario
  private let options = RunOptions(replications: 4, sample: 0.02, seed: 5)

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    var scenario = try ScenarioLibrary.scenario(
      at: root.appendingPathComponent("Scenarios/guizhou.yaml").path)
    scenario.counties = [40]
    scenario.end = Month(year: 2024, month: 12)
    self.scenario = scenario
  }

  private func record(
    _ quantity: HistoricalRecord.Quantity, _ value: Double = 0, place: Int? = nil,
    year: Int = 2024
  ) -> HistoricalRecord {
    HistoricalRecord(
      name: "\(quantity)", scenario: "", quantity: quantity, place: place ?? Geography.provinceCode,
      year: year, value: value, range: value...value, standing: .record,
      title: BilingualText(chinese: "中", english: "E"), source: "x")
  }

  private func futures(
    _ quantity: HistoricalRecord.Quantity, in scenario: Scenario? = nil
  ) throws -> [Double] {
    let period = BackTest.Period(
      scenario: scenario ?? self.scenario, records: [record(quantity)])
    return try BackTest(period, options: options).perform()[0].futures
  }

  @Test func `A rate is that of a run with the same seed, future by future`() throws {
    let population = try PopulationSynthesis.population(
      of: scenario, sampleFraction: 0.02, threads: 1)
    let outcomes = try Simulator(scenario: scenario, population: population)
      .run(replications: 4, seed: 5, threads: 1)
    var expected: [Double] = []
    RateSeriesList(outcomes, scenario.geography).forEach { series in
      guard series.measure == .flow, series.year == 2024, series.group == .all else { return }
      if series.region.code == Geography.provinceCode { expected = series.values }
    }
    #expect(expected.count == 4)
    #expect(try futures(.flow) == expected)
  }

  @Test func `Every year is a drought below a high threshold, and none below a low one`() throws {
    let count = scenario.geography.counties.count
    #expect(
      try futures(.wideDroughtYears(of: 30, counties: count, below: 5))
        == [30, 30, 30, 30])
    #expect(
      try futures(.wideDroughtYears(of: 30, counties: 1, below: -8)) == [0, 0, 0, 0])
  }

  @Test func `Without volatility and jumps a price does not move`() throws {
    var still = scenario
    still.parameters = still.parameters.replacing("product.tea.volatility", with: 0)
      .replacing("product.tea.jump_rate", with: 0)
    for change in try futures(.priceChange(.tea), in: still) { #expect(abs(change) < 1e-12) }
    #expect(try futures(.priceChange(.tea)).contains { abs($0) > 0.001 })
  }

  @Test func `A drought lowers incomes of more monitored households`() throws {
    var dry = scenario
    dry.events.append(
      StressEvent(
        kind: .drought(severity: 0.9), from: Month(year: 2024, month: 1),
        to: Month(year: 2024, month: 12), counties: nil, title: "d"))
    let usual = try futures(.incomeFalls(by: 0.2))
    let worse = try futures(.incomeFalls(by: 0.2), in: dry)
    #expect(usual.count == 4 && usual.allSatisfy { $0 >= 0 })
    #expect(worse.reduce(0, +) > usual.reduce(0, +))
    for share in try futures(.notAlerted(loss: 200), in: dry) { #expect((0...1).contains(share)) }
  }

  @Test func `The limits hold 95 % of the futures, and the rank is the share below`() {
    let values = (0...1000).map { Double($0) }
    let result = BackTestResult(record: record(.flow, 980), futures: values.reversed())
    #expect(result.lower95 == 25 && result.median == 500 && result.upper95 == 975)
    #expect(!result.contains)
    #expect(abs(result.rank - 980.5 / 1001) < 1e-12)
    #expect(BackTestResult(record: record(.flow, 975), futures: values).contains)
    #expect(BackTestResult(record: record(.flow, 0), futures: []).rank.isNaN)
  }

  @Test func `Draws of the parameters widen the range`() throws {
    var options = options
    let period = BackTest.Period(scenario: scenario, records: [record(.stock)])
    let alone = try BackTest(period, options: options).perform()[0]
    options.draws = 8
    let drawn = try BackTest(period, options: options).perform()[0]
    #expect(drawn.futures.count == 32)
    #expect(drawn.upper95 - drawn.lower95 > alone.upper95 - alone.lower95)
  }

  @Test func `A record that its scenario cannot answer is refused`() {
    func mistake(_ record: HistoricalRecord) -> BackTest.Mistake? {
      do {
        _ = try BackTest(.init(scenario: scenario, records: [record]), options: options)
        return nil
      } catch { return error }
    }
    #expect(
      mistake(record(.flow, year: 2030))
        == .yearOutside(record: "flow", years: scenario.resultYears))
    #expect(mistake(record(.flow, place: 529_999)) == .placeOutside(record: "flow"))
    #expect(mistake(record(.flow)) == nil)
  }
}
