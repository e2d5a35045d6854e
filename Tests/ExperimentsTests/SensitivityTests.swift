import Estimation
@testable import Experiments
import Foundation
import Households
import Simulation
import Testing
import TestSupport

struct SensitivityTests {
  private func design(
    blocks: Int = 2, themes: Int = 1, rows: Int = 0
  ) -> SensitivityQuestion.Design {
    SensitivityQuestion.Design(
      study: StudyDesign(replications: 4, sample: 0.01, seed: 0), futures: 2, blocks: blocks,
      themes: themes, rows: rows, top: 2)
  }

  private func question(
    _ design: SensitivityQuestion.Design, named: [String] = [], posterior: PosteriorEnsemble? = nil,
    only: [String] = ["lines.", "illness.major"]
  ) throws -> SensitivityQuestion {
    var baseline = try TinyQuestion.baseline()
    // A few uncertain numbers keep the test short; all others are fixed.
    var scenario = baseline.scenario
    scenario.parameters = Parameters(
      declared: scenario.parameters.declared.map { parameter in
        only.contains { parameter.name.hasPrefix($0) }
          ? parameter
          : Parameter(
            name: parameter.name, values: parameter.values, unit: parameter.unit,
            valid: parameter.valid, prior: .fixed, origin: parameter.origin,
            source: parameter.source, meaning: parameter.meaning, file: parameter.file)
      }, overrides: scenario.parameters.overrides)
    baseline = QuestionScenario(name: "tiny", title: TinyQuestion.title, scenario: scenario)
    return SensitivityQuestion(
      name: "tiny", title: TinyQuestion.title, question: nil, text: "", baseline: baseline,
      rate: HeadlineRate(measure: .stock, year: 2024), posterior: posterior, named: named,
      whole: design, quick: design)
  }

  private func answer(
    _ question: SensitivityQuestion, threads: Int = 2, store: FutureStore? = nil
  ) throws -> SensitivityAnswer {
    try Sensitivity.answer(
      question, question.whole, Study(sample: 0.01, seed: 0, threads: threads, store: store))
  }

  @Test func `Themes, numbers, indices, tornado and shocks are told`() throws {
    let question = try question(
      design(themes: 1, rows: 16), named: ["illness.major_alpha"])
    let answer = try answer(question)
    #expect(Set(answer.themes.map(\.name)) == ["lines", "illness"])
    // The line matters more than the bills of the major illnesses.
    #expect(answer.themes[0].name == "lines" && answer.themes[0].effect.meanSize.value > 0)
    #expect(answer.screened.count == answer.themes[0].places.count)
    #expect(answer.screened[0].effect.meanSize.value >= answer.screened[1].effect.meanSize.value)
    #expect(answer.unscreened == answer.numbers.declared.count - answer.screened.count)
    let indices = try #require(answer.indices)
    #expect(indices.rows.count == 3 && indices.rows[2].place == nil && indices.rows[2].pawn == nil)
    let named = try #require(answer.numbers.names.firstIndex(of: "illness.major_alpha"))
    #expect(indices.rows[0].place == named)
    let leading = indices.rows[1].index.total
    #expect(leading.value > 0.1 && leading.value < 2)
    #expect(indices.variances.numbers > 0)
    #expect(answer.tornado.count == 2 && answer.tornado[0].width >= answer.tornado[1].width)
    #expect(answer.tornado.allSatisfy { $0.low < $0.high })
    let province = answer.shocks.filter { $0.place == .province }
    #expect(province.count == Sensitivity.shocks(of: question.baseline.scenario).count)
    let illness = try #require(province.first { $0.mechanism == .illness })
    #expect(illness.difference.estimate.upper95 < 0)
    // One row a cause for the province and each of two prefectures; causes add up to all entries.
    #expect(answer.causes.count == 3 * 8)
    let whole = try Study(sample: 0.01, seed: 0, threads: 2).table(
      [.rate(.flow, year: 2024, .prefecture(4))], of: question.baseline.scenario,
      replications: 0..<4
    ).estimate(.rate(.flow, year: 2024, .prefecture(4)))
    let sum = answer.causes.filter { $0.prefecture == 4 }.reduce(0) { $0 + $1.estimate.mean }
    #expect((sum - whole.mean).magnitude < 1e-12)
    #expect(answer.causes.contains { $0.prefecture == 4 && $0.estimate.standardError > 0 })
  }

  @Test func `Neither threads nor a store that was stopped halfway change an answer`() throws {
    let question = try question(design(), only: ["lines.return"])
    let fresh = try answer(question, threads: 1)
    let folder = TinyQuestion.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = FutureStore(folder: folder)
    let study = Study(sample: 0.01, seed: 0, threads: 2, store: store)
    let forecast = try Sensitivity.forecast(question, question.whole, study)
    #expect(forecast.missing > 0 && forecast.seconds > 0)
    let resumed = try answer(question, store: store)
    #expect(resumed.account.reused > 0)
    #expect(fresh.baseline == resumed.baseline)
    #expect(fresh.screened.map(\.effect) == resumed.screened.map(\.effect))
    #expect(fresh.tornado.map(\.atLow) == resumed.tornado.map(\.atLow))
    #expect(fresh.shocks.map(\.difference) == resumed.shocks.map(\.difference))
  }

  @Test func `A theme that does nothing is told so and not opened`() throws {
    // Nothing of the platform's designs is scored in this baseline.
    let question = try question(
      design(themes: 0), only: ["lines.return_growth", "training."])
    #expect(!question.baseline.scenario.setting(of: .training).isEnabled)
    let answer = try answer(question)
    let training = try #require(answer.themes.first { $0.name == "training" })
    #expect(training.isNothing && training.noise == 0)
    #expect(answer.screened.map(\.name) == ["lines.return_growth"])
    #expect(answer.unscreened == 0)
  }

  @Test func `Numbers move by quantiles of their prior or of the ensemble`() throws {
    let scenario = try TinyQuestion.baseline().scenario
    let plain = UncertainNumbers(scenario)
    let place = try #require(plain.names.firstIndex(of: "lines.return_growth"))
    guard case .uniform(let low, let high) = plain.declared[place].prior else {
      Issue.record("not uniform")
      return
    }
    #expect((plain.value(place, at: 0.25) - (low + 0.25 * (high - low))).magnitude < 1e-12)
    let ensemble = PosteriorEnsemble(
      name: "x", parameters: ["lines.return_growth"], members: [[0.05], [0.03], [0.04]],
      weights: [0.5, 0.25, 0.25])
    let calibrated = UncertainNumbers(scenario, posterior: ensemble)
    #expect(calibrated.isCalibrated(place) && !plain.isCalibrated(place))
    #expect(
      [0.1, 0.3, 0.6, 0.99].map { calibrated.value(place, at: $0) } == [0.03, 0.04, 0.05, 0.05])
    // What the scenario sets is no longer uncertain.
    let set = scenario.with("lines.return_growth", 0.02)
    #expect(!UncertainNumbers(set).names.contains("lines.return_growth"))
    let moved = plain.scenario(scenario, moving: place, to: 0.75)
    #expect(
      moved.parameters.value(of: "lines.return_growth", at: scenario.start)
        == plain.value(place, at: 0.75))
  }
}
