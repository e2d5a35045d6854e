import Estimation
@testable import Experiments
import Foundation
import Households
import Simulation
import Testing
import TestSupport

/// Which policy is the best, how precise, and what each costs.
struct PolicyDecisionTests {
  private let choice = CompareQuestion.Choice(
    rates: [HeadlineRate(measure: .stock, year: 2024)], smallestDifference: 0.0005, error: 0.05,
    values: [0, 100_000])

  /// Two prefectures' worth of hand-made tallies: stock 2024 of the first county by future.
  private func table(_ persons: [Int64], fen: Int64 = 0) -> FigureTable {
    var made = HandMadeOutcomes(replications: persons.count)
    for (future, number) in persons.enumerated() {
      made.set(.stock, 2024, county: 0, number, in: future)
      made.set(.emergencyRelief, 2024, prefecture: 0, fen: fen, in: future)
    }
    return FigureTable(
      PolicyDecision.figures(choice, years: 2024...2025), made.outcomes)
  }

  private func decision(_ tables: [FigureTable]) -> PolicyDecision {
    PolicyDecision(
      tables.enumerated().map { place, table in
        let text = BilingualText(chinese: "\(place)", english: "\(place)")
        return ("p\(place)", text, table)
      }, years: 2024...2025, choice: choice)
  }

  @Test func `The policy with the lowest rate is chosen, and differences are those of the tallies`()
    throws
  {
    let luck = (0..<40).map { Int64($0 % 7) }
    let made = decision([
      table(luck.map { 60 + $0 }), table(luck.map { 30 + $0 }, fen: 300_000),
      table(luck.map { 45 + $0 + ($0 == 3 ? 1 : 0) }, fen: 100_000),
    ])
    let race = made.races[0]
    #expect(race.selection.best == 1 && race.selection.droppedAfter[0] == 20)
    // 30 of 6,000 persons.
    #expect((race.differences[0].estimate.mean + 0.005).magnitude < 1e-15)
    #expect(race.differences[0].estimate.standardError < 1e-15)
    #expect(race.comparisons.adjusted.allSatisfy { $0 < 1e-6 } && race.comparisons.isClaimed[1])
    #expect((made.worths[0].kept.estimate.mean - 30).magnitude < 1e-12)
    #expect((made.worths[0].cost.estimate.mean - 3000).magnitude < 1e-9)
    #expect((made.worths[0].costPerPersonYear.ratio - 100).magnitude < 1e-9)
    // Policy 2 keeps half as many for a third of the cost: all three are worth having.
    #expect(made.incrementalRatios.map(\.policy) == [0, 2, 1])
    #expect(made.incrementalRatios.allSatisfy { $0.standing == .efficient })
  }

  @Test func `A policy compared with itself is exactly zero and never claimed`() {
    let luck = (0..<40).map { Int64($0 % 5) }
    let made = decision([table(luck), table(luck)])
    let race = made.races[0]
    #expect(race.differences[0].estimate.mean == 0 && race.differences[0].estimate.upper95 == 0)
    #expect(race.comparisons.adjusted == [1] && !race.comparisons.isClaimed[0])
    #expect(race.differences[0].replicationsSaved == .infinity)
    #expect(made.worths[0].kept.estimate.mean == 0 && made.worths[0].cost.estimate.mean == 0)
  }

  @Test func `Draws are averaged where futures are the unit, and futures where draws are`() {
    var table = FigureTable(figures: PolicyDecision.figures(choice, years: 2024...2025))
    table.add(draw: self.table([60, 120]))
    table.add(draw: self.table([180, 240]))
    let figure = StudyFigure(choice.rates[0])
    #expect(table.draws == 2 && table.futures == 2 && table.count == 4)
    #expect(
      zip(table.meansOverDraws(figure), [0.02, 0.03]).allSatisfy { ($0 - $1).magnitude < 1e-15 })
    #expect(
      zip(table.meansByDraw(figure), [0.015, 0.035]).allSatisfy { ($0 - $1).magnitude < 1e-15 })
  }

  @Test func `Knowing the number that decides is worth something, and another is not`() {
    // The reform keeps more than it costs where the first number is high.
    let draws = 60
    let first = (0..<draws).map { Double($0) }
    let second = (0..<draws).map { Double(($0 * 37) % draws) }
    var before = FigureTable(figures: PolicyDecision.figures(choice, years: 2024...2025))
    var after = before
    for draw in 0..<draws {
      before.add(draw: table([100, 100]))
      after.add(draw: table([100 - Int64(draw), 100 - Int64(draw)], fen: 300_000_000))
    }
    let text = BilingualText(chinese: "x", english: "x")
    let information = ValueOfInformation(
      [("a", text, before), ("b", text, after)], years: 2024...2025,
      drawn: (["first", "second"], (0..<draws).map { [first[$0], second[$0]] }),
      values: [0, 100_000, 1_000_000], seed: 0)
    #expect(information.curve[0].best == 0 && information.curve[2].best == 1)
    // At 100,000 yuan a person-year draw 30 is even: mean of the gain above it is about 750,000 yuan.
    let point = information.curve[1]
    #expect((point.acceptability[1] - 0.5).magnitude < 0.02)
    #expect(point.perfectInformation > 600_000 && point.perfectInformation < 900_000)
    #expect(information.numbers[0].name == "first")
    #expect(information.numbers[0].value.value > 4 * information.numbers[0].value.standardError)
    #expect(information.noiseShare == 0)
  }
}

/// Futures are added until differences are precise enough.
struct ComparisonPrecisionTests {
  private let choice = CompareQuestion.Choice(
    rates: [HeadlineRate(measure: .stock, year: 2023)], smallestDifference: 0.0005, error: 0.05,
    values: [0])

  private func prepared() throws -> PreparedComparison {
    let all = try TestScenario.baseline(lastYear: 2023)
    // Counties where many return, so that the reform shows.
    let counties = all.geography.counties.indices.filter {
      [4, 5].contains(all.geography.counties[$0].prefecture)
    }
    let scenario = try TestScenario.baseline(counties: counties, lastYear: 2023)
    let reform = scenario.without(.minimumLivingAllowance)
    func account(_ scenario: Scenario) -> AccountedScenario {
      AccountedScenario(
        scenario: scenario, yaml: "", content: ScenarioDigest.hexadecimal(of: scenario))
    }
    return try Comparison.prepare(
      baseline: account(scenario), reforms: [account(reform)],
      options: RunOptions(replications: 4, sample: 0.02, threads: 2))
  }

  @Test func `A comparison stops at the first look that is precise enough, or says what would do`()
    throws
  {
    let folder = FileManager.default.temporaryDirectory.path + "/fangpin-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = FutureStore(folder: folder)
    let prepared = try prepared()
    let wide = PrecisionRule(halfWidth: 0.9, start: 8, largest: 32)
    let reached = try prepared.simulate(until: wide, choice, store: store)
    #expect(reached.precision.replications >= 8 && reached.precision.asked == 0.9)
    let fine = PrecisionRule(halfWidth: 1e-9, start: 8, largest: 16)
    // Whichever limit ends the run, futures or the sample of households, it is said.
    do {
      let ended = try prepared.simulate(until: fine, choice, store: store)
      #expect(!ended.precision.isReached && ended.precision.replications == 16)
      #expect((ended.precision.needed ?? 0) >= 16)
    } catch let error as ComparisonError {
      guard case .precisionOutOfReach(let asked, let households) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(asked == 1e-9 && households > asked)
    }
    let kept = try prepared.with(replications: 8).simulate(store: store)
    #expect(kept.baseline.outcomes.seconds == 0 && kept.baseline.outcomes.replications.count == 8)
  }

  @Test func `A forecast counts the futures of a rule and of drawn parameters`() throws {
    let folder =
      FileManager.default.temporaryDirectory.path + "/fangpin-forecast-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = FutureStore(folder: folder)
    let scenario = try TestScenario.baseline(counties: [0, 41], lastYear: 2024)
    let options = RunOptions(replications: 24, sample: 0.02, seed: 3, threads: 2)
    let runs = try [scenario, scenario.without(.visits)].map {
      try SimulationRun.prepare(
        AccountedScenario(scenario: $0, yaml: "", content: "\($0.setting(of: .visits))"),
        options: options)
    }
    let prepared = PreparedComparison(runs: runs)
    func forecast(_ rule: PrecisionRule? = nil, _ information: StudyDesign? = nil) throws
      -> StudyForecast
    {
      try #require(
        try prepared.forecast(choice, store: store, until: rule, information: information))
    }
    let plain = try forecast()
    #expect(plain.stored == 16 && plain.missing == 32 && plain.seconds > 0)
    // Everything from here on is in the store, and takes time all the same.
    let drawn = try forecast(nil, StudyDesign(replications: 2, sample: 0.02, draws: 5))
    #expect(drawn.missing == 32 + 5 * 2 * 2 && drawn.seconds > 0)
    let strict = PrecisionRule(halfWidth: 1e-9, start: 20, largest: 100)
    // More futures cannot help against the sample of households: only what is asked for.
    #expect(try forecast(strict).missing == 32)
    let easy = PrecisionRule(halfWidth: 0.5, start: 20, largest: 100)
    #expect(try forecast(easy).missing == 2 * 20 - 16)
  }
}
