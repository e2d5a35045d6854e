import Estimation
@testable import Experiments
import Foundation
import Households
import ScenarioFiles
import Simulation
import Testing
import TestSupport

/// Packages over draws and events, on a few counties.
struct RobustStudyTests {
  private static let question = """
    title: {zh: 稳健, en: Robust}
    baseline: base.yaml
    packages:
      - {name: guarantee, title: {zh: 报销, en: Guarantee}, settings: {policies: {reimbursement_guarantee: {enabled: true, own_share: 0.05}}}}
      - {name: same, title: {zh: 同基准, en: As base}, settings: {policies: {reimbursement_guarantee: off}}}
    events: [drought.yaml]
    rate: {measure: stock, year: 2024}
    limit_quantile: 0.7
    smallest_difference: {rate: 0.01pp, cost: 10000}
    factors: [lines.return_2023, drought.loss_extreme]
    design: {replications: 3, sample: 0.02, seed: 0, draws: 6}
    """
  private static let drought = """
    extends: base.yaml
    title: {zh: 旱灾, en: Drought}
    events: [{drought: {places: [赤水市, 仁怀市, 万山区], from: 2024-07, to: 2024-09, severity: 0.9}}]
    """

  private let library: SmallLibrary
  private let question: RobustQuestion

  init() throws {
    library = try SmallLibrary()
    try library.write("drought.yaml", Self.drought)
    question = try RobustQuestionFile.read(at: library.write("asked.yaml", Self.question))
  }

  private func study(threads: Int, store: FutureStore? = nil) -> RobustStudy {
    RobustStudy(
      question, work: question.design,
      study: Study(sample: 0.02, seed: 0, threads: threads, store: store))
  }

  @Test func `Outcomes and metrics hold together`() throws {
    let answer = try study(threads: 2).answer()
    #expect(answer.states.count == 12 && answer.rates.map(\.count) == [12, 12, 12])
    #expect(answer.states[1] == CompletedRobust.State(draw: 0, event: 1))
    // The same scenario is the same in every state.
    #expect(answer.rates[2] == answer.rates[0] && answer.costs[2] == answer.costs[0])
    let means = answer.rates.map { $0.map(\.mean) }
    let mean = try #require(answer.figure(.mean)).ranking
    for package in 0..<3 {
      let sum = means[package].reduce(0, +)
      #expect(abs(mean.figures[package].value - sum / 12) < 1e-15)
      for state in 0..<12 {
        let best = min(means[0][state], means[1][state])
        #expect(answer.regrets[package][state] == means[package][state] - best)
      }
    }
    let worst = try #require(answer.figure(.worst)).ranking
    #expect(worst.figures[0].value == means[0].max())
    // A drought makes things worse on average, a guarantee of reimbursement better, and dearer.
    let dry = stride(from: 1, to: 12, by: 2).map { means[0][$0] - means[0][$0 - 1] }
    #expect(dry.reduce(0, +) > 0)
    #expect(mean.figures[1].value < mean.figures[0].value && mean.best == 1)
    #expect(answer.meanCost.figures[1].value > answer.meanCost.figures[0].value)
    let failures = means.joined().count { $0 > answer.limit }
    #expect(answer.boxes[0].failures == failures && answer.boxes.count == 4)
    #expect(failures > 0 && Double(failures) <= 0.3 * 36 + 1)
    for (package, row) in means.enumerated() {
      let kept = Double(row.count { $0 <= answer.limit }) / 12
      #expect(answer.satisficing.figures[package].value == kept)
    }
    #expect(answer.pareto.members.contains(1))
  }

  @Test func `States of a draw are resampled together`() {
    // Both states of a draw are alike, so that resampling single states would halve the variance.
    let row = (0..<40).flatMap { [Double($0), Double($0)] }
    let table = OutcomeTable([row])
    let pairs = StateClusters((0..<40).map { [2 * $0, 2 * $0 + 1] })
    let clustered = table.ranking(.mean, clusters: pairs, seed: 3).figures[0].standardError
    let single = table.ranking(.mean, seed: 3).figures[0].standardError
    let expected = (Moments((0..<40).map(Double.init)).variance * 39 / 40 / 40).squareRoot()
    #expect(abs(clustered / expected - 1) < 0.08)
    #expect(abs(clustered / single - 2.0.squareRoot()) < 0.12)
    let again = table.ranking(.mean, clusters: pairs, seed: 3)
    #expect(again == table.ranking(.mean, clusters: pairs, seed: 3))
  }

  @Test func `Threads and the store change nothing, and a stopped question goes on`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/fangpin-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let fresh = try study(threads: 1).answer()
    let store = FutureStore(folder: folder)
    let forecast = try study(threads: 2, store: store).forecast()
    #expect(forecast.missing == 108 && (forecast.halfWidth ?? 0) > 0)
    let resumed = try study(threads: 2, store: store).answer()
    #expect(resumed.account.reused == 24 && resumed.account.simulated == 84)
    #expect(resumed.rates == fresh.rates && resumed.costs == fresh.costs)
    #expect(resumed.figures.map(\.ranking) == fresh.figures.map(\.ranking))
    #expect(resumed.boxes.map(\.trajectory) == fresh.boxes.map(\.trajectory))
    #expect(resumed.boxes.map(\.stability) == fresh.boxes.map(\.stability))
    let again = try study(threads: 2, store: store).forecast()
    #expect(again.missing == 0 && again.seconds == 0)
  }

  @Test func `Conditions are found where failures have them`() {
    // Failures are droughts above 0.28 without package 1, and hardly anything else.
    let states = 400
    let loss = (0..<states).map { Double($0 * 37 % states) / Double(states) }
    let package = (0..<states).map { $0 * 11 % 3 }
    let isFailure = (0..<states).map { loss[$0] > 0.6 && package[$0] != 1 }
    let boxes = FailureBoxes(
      package: nil,
      factors: [(.event, .numeric(loss)), (.package, .categorical(package))],
      isFailure: isFailure, coverage: 0.8, seed: 1)
    let box = boxes.box
    #expect(box?.restrictedFactors == [0, 1] && (box?.density ?? 0) > 0.95)
    #expect((box?.coverage ?? 0) >= 0.8)
    #expect(boxes.stability?.atSameCoverage.allSatisfy { $0 > 0.8 } ?? false)
    let none = FailureBoxes(
      package: nil, factors: [(.event, .numeric(loss))],
      isFailure: [Bool](repeating: false, count: states), coverage: 0.8, seed: 1)
    #expect(none.box == nil && none.trajectory.isEmpty && none.failures == 0)
  }
}
