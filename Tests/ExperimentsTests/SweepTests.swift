import Estimation
@testable import Experiments
import Foundation
import Households
import Simulation
import Testing
import TestSupport

/// A few counties of the real baseline for two years: answers, whatever the threads and the store.
enum TinyQuestion {
  static func baseline() throws -> QuestionScenario {
    let all = try TestScenario.baseline(lastYear: 2024)
    let counties = all.geography.counties.indices.filter {
      [4, 5].contains(all.geography.counties[$0].prefecture)
    }
    let scenario = try TestScenario.baseline(counties: counties, lastYear: 2024)
    return QuestionScenario(
      name: "tiny", title: BilingualText(chinese: "小", english: "Tiny"), scenario: scenario)
  }

  static func factor(_ name: String, _ valid: ClosedRange<Double>) -> Factor {
    Factor(
      name: name, target: .parameter(name), title: BilingualText(chinese: name, english: name),
      unit: "yuan", valid: valid)
  }

  static let title = BilingualText(chinese: "问", english: "Asked")

  static func folder() -> String {
    FileManager.default.temporaryDirectory.path + "/fangpin-question-\(UUID().uuidString)"
  }
}

struct SweepTests {
  private func question(
    _ points: SweepQuestion.Points = .grid([[500_000_000, 1_000_000_000], [0, 0.3, 1]])
  ) throws -> SweepQuestion {
    let design = SweepQuestion.Design(
      study: StudyDesign(replications: 6, sample: 0.01, seed: 0), points: 4)
    return SweepQuestion(
      name: "tiny", title: TinyQuestion.title, question: nil, text: "",
      baseline: try TinyQuestion.baseline(),
      factors: [
        TinyQuestion.factor("fund.total", 0...1e11),
        TinyQuestion.factor("anti_poverty_insurance.coverage", 0...1),
      ], points: points,
      outcomes: [
        .rate(HeadlineRate(measure: .stock, year: 2024)), .publicCost(years: 2023...2024),
        .personYears(.stock, years: 2023...2024), .visits(years: 2024...2024),
      ], limit: .share(0.01), whole: design, quick: design)
  }

  private func answer(_ question: SweepQuestion, threads: Int = 2, store: FutureStore? = nil) throws
    -> SweepAnswer
  {
    try Sweep.answer(
      question, question.whole,
      Study(sample: 0.01, seed: 0, threads: threads, store: store))
  }

  @Test func `A grid has every outcome at every point, against the baseline`() throws {
    let question = try question()
    let answer = try answer(question)
    #expect(answer.points.count == 6 && answer.rows.count == 24)
    #expect(answer.points[0] == [5e8, 0] && answer.points[5] == [1e9, 1])
    // The baseline itself is the fifth point: a difference of exactly nothing.
    #expect(answer.baselinePoint == [1e9, 0.3])
    for outcome in 0..<4 {
      let same = answer.row(4, outcome)
      #expect(same.point == 4 && same.outcome == outcome)
      #expect(same.estimate == answer.baseline[outcome])
      #expect(same.difference.estimate.mean == 0 && same.difference.estimate.standardError == 0)
    }
    // More cover costs the public more.
    #expect(answer.row(5, 1).difference.estimate.mean > 0)
    #expect(answer.row(0, 0).kept != nil && answer.row(0, 1).kept == nil)
    let ranking = answer.ranking(0)
    #expect(ranking.sorted() == Array(0..<6))
    for (one, next) in zip(ranking, ranking.dropFirst()) {
      #expect(answer.row(one, 0).estimate.mean <= answer.row(next, 0).estimate.mean)
    }
  }

  @Test func `Effects of a grid are the differences of its ends`() throws {
    let answer = try answer(try question())
    #expect(answer.effects.count == 4 * 3)
    for outcome in 0..<4 {
      let value = { (point: Int) in answer.row(point, outcome).estimate.mean }
      let own = answer.effects.filter { $0.outcome == outcome }
      let first = (0..<3).map { value($0 + 3) - value($0) }.reduce(0, +) / 3
      let second = (value(2) - value(0) + value(5) - value(3)) / 2
      let both = value(5) - value(2) - value(3) + value(0)
      let tolerance = 1e-9 * max(1e-9, value(0).magnitude)
      #expect((own[0].estimate.mean - first).magnitude <= tolerance && own[0].factor == 0)
      #expect((own[1].estimate.mean - second).magnitude <= tolerance && own[1].other == nil)
      #expect((own[2].estimate.mean - both).magnitude <= tolerance && own[2].other == 1)
    }
  }

  @Test func `Neither threads nor a store that was stopped halfway change an answer`() throws {
    let question = try question(.list([[5e8, 0], [2e9, 1]]))
    let fresh = try answer(question, threads: 1)
    let folder = TinyQuestion.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = FutureStore(folder: folder)
    let stopped = Study(sample: 0.01, seed: 0, threads: 2, store: store)
    _ = try stopped.table(
      question.outcomes.map(\.figure), of: question.scenario(at: [5e8, 0]), replications: 0..<6)
    let resumed = try answer(question, store: store)
    #expect(resumed.account.reused == 6 && resumed.account.simulated == 12)
    for (one, other) in zip(fresh.rows, resumed.rows) {
      #expect(one.estimate == other.estimate && one.difference == other.difference)
    }
    #expect(fresh.effects.isEmpty)
  }

  @Test func `Random designs depend on the seed and lie where they may`() throws {
    let spreads: [SweepQuestion.Spread] = [.range(1e8...2e8), .prior(.beta(2, 2))]
    var design = try question().whole
    design.points = 16
    for points in [SweepQuestion.Points.sobol(spreads), .latinHypercube(spreads)] {
      let question = try question(points)
      let found = question.points(design)
      #expect(found.count == 16 && found == question.points(design))
      #expect(found.allSatisfy { (1e8...2e8).contains($0[0]) && (0...1).contains($0[1]) })
      #expect(Set(found.map { Int(($0[0] - 1e8) / 1e8 * 16) }).count == 16)
      var other = design
      other.study.seed = 1
      #expect(question.points(other) != found)
    }
  }

  @Test func `A forecast counts what is missing`() throws {
    let question = try question(.list([[5e8, 0], [2e9, 1]]))
    let folder = TinyQuestion.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let study = Study(sample: 0.01, seed: 0, threads: 2, store: FutureStore(folder: folder))
    let forecast = try Sweep.forecast(question, question.whole, study)
    #expect(forecast.missing == 18 && forecast.stored == 0)
    #expect(Sweep.futures(question, question.whole) == 18)
    #expect(forecast.seconds > 0 && (forecast.halfWidth ?? 0) > 0)
  }
}
