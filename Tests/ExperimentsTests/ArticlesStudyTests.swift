import Estimation
@testable import Experiments
import Foundation
import Households
import ScenarioFiles
import Simulation
import Testing
import TestSupport

/// Contributions of articles on a few counties.
struct ArticlesStudyTests {
  private static let draft = """
    title: {zh: 草案, en: Draft}
    in_force: 2023-01
    articles:
      - {number: 1, heading: {zh: 目的}, text: 目的, settings: none}
      - {number: 2, heading: {zh: 报销, en: Guarantee}, text: 报销, settings: {policies: {reimbursement_guarantee: {enabled: true, own_share: 0.1}}}}
      - {number: 3, heading: {zh: 评价, en: Feedback}, text: 评价, settings: {policies: {social_capital: {level: 300000000}}}}
      - {number: 4, heading: {zh: 漏评, en: Nobody missed}, text: 漏评, settings: {finding: {identification_errors: {miss_sudden: 0, miss_other: 0}}}}
    """
  private static let question = """
    title: {zh: 逐条, en: Articles}
    baseline: base.yaml
    draft: draft.yaml
    rate: {measure: stock, year: 2024}
    smallest_difference: 0.02pp
    orders: 3
    interactions: 2
    design: {replications: 9, sample: 0.02, seed: 0}
    """

  private let library: SmallLibrary
  private let question: ArticlesQuestion
  private let scenarios: ArticleScenarios

  init() throws {
    library = try SmallLibrary()
    try library.write("draft.yaml", Self.draft)
    let path = try library.write("asked.yaml", Self.question)
    (question, scenarios) = try ArticlesQuestionFile.read(at: path)
  }

  private func study(threads: Int, store: FutureStore? = nil) -> Study {
    Study(sample: question.design.sample, seed: 0, threads: threads, store: store)
  }

  private func answer(threads: Int = 2, store: FutureStore? = nil) throws -> CompletedArticles {
    try ArticlesStudy(
      question, work: question.design, study: study(threads: threads, store: store)
    ) { try scenarios.scenario(adopting: question.numbers($0)) }.answer()
  }

  @Test func `Contributions add up to adopting the whole draft, in every place`() throws {
    let answer = try answer()
    #expect(answer.design.isExact && answer.combinations == 8)
    #expect(answer.effects.count == 4 * 3)
    for effect in answer.effects {
      let sum = question.examined.reduce(0.0) { sum, number in
        sum
          + (answer.contribution(number, effect.quantity, prefecture: effect.prefecture)?.shapley
            .mean ?? .nan)
      }
      let scale = max(effect.baseline.mean, 1e-9)
      #expect(abs(sum - effect.change.mean) < 1e-9 * scale, "\(effect.quantity)")
      #expect(abs(effect.draft.mean - effect.baseline.mean - effect.change.mean) < 1e-9 * scale)
    }
    // The guarantee pays the bills of everybody: it cannot cost nothing, and it keeps people out of poverty.
    let cost = try #require(answer.contribution(2, .publicCost))
    #expect(cost.shapley.lower95 > 0 && cost.addOne.lower95 > 0)
    let years = try #require(answer.contribution(2, .personYears))
    #expect(years.shapley.upper95 < 0)
    #expect(answer.ranked.first == 2)
    #expect(answer.contribution(2, .rate)?.shapley.standardError ?? 0 > 0)
  }

  @Test func `An article alone in a question has one contribution, that of the whole`() throws {
    let path = try library.write("one.yaml", Self.question + "\narticles: [2]\n")
    let (one, scenarios) = try ArticlesQuestionFile.read(at: path)
    let answer = try ArticlesStudy(one, work: one.design, study: study(threads: 2)) {
      try scenarios.scenario(adopting: one.numbers($0))
    }.answer()
    let contribution = try #require(answer.contribution(2, .rate))
    let change = try #require(answer.effect(.rate)).change
    #expect(contribution.shapley.mean == change.mean && contribution.dropOne == change)
    #expect(contribution.addOne == change && answer.interactions.isEmpty)
    // The jackknife of the household sample takes the same way as that of a paired difference.
    #expect(
      abs(contribution.shapley.standardError - change.standardError) < 1e-12 * change.standardError)
  }

  @Test func `Interactions of all combinations are the index of Grabisch and Roubens`() throws {
    let answer = try answer()
    var values: [[Double]] = []
    let study = study(threads: 2)
    for combination in answer.design.combinations {
      let scenario = try scenarios.scenario(adopting: question.numbers(combination))
      let table = try study.table(
        [StudyFigure(question.rate)], of: scenario, replications: 0..<9)
      values.append(table[StudyFigure(question.rate)])
    }
    let known = ShapleyValues(values, estimator: Estimator(replications: 9))
    #expect(answer.interactions.count == 3)
    for (own, known) in zip(answer.interactions, known.interactions) {
      #expect(abs(own.index.mean - known.index.mean) < 1e-12)
      #expect(abs(own.alone.mean - known.alone.mean) < 1e-12)
      // The sample of households adds to the error of replications.
      #expect(own.index.standardError >= known.index.standardError)
    }
  }

  @Test func `Threads and the store change nothing, and a stopped question goes on`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/fangpin-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let fresh = try answer(threads: 1)
    let store = FutureStore(folder: folder)
    // Stopped after five combinations.
    let part = study(threads: 2, store: store)
    for combination in fresh.design.combinations.prefix(5) {
      let scenario = try scenarios.scenario(adopting: question.numbers(combination))
      _ = try part.table([StudyFigure(question.rate)], of: scenario, replications: 0..<9)
    }
    let resumed = try answer(threads: 2, store: store)
    #expect(resumed.account.reused == 45 && resumed.account.simulated == 27)
    #expect(resumed.contributions == fresh.contributions && resumed.effects == fresh.effects)
    #expect(resumed.interactions == fresh.interactions)
  }

  @Test func `Beyond ten articles orders are sampled, and still everything adds up`() {
    let design = ArticleDesign(players: 12, pairs: 3, seed: 5)
    #expect(!design.isExact && design == ArticleDesign(players: 12, pairs: 3, seed: 5))
    #expect(design.combinations != ArticleDesign(players: 12, pairs: 3, seed: 6).combinations)
    #expect(Set(design.combinations).count == design.combinations.count)
    #expect(design.combinations.prefix(2) == [0, 4095])
    // None, all, each alone, all but each; then 6 orders with 9 further combinations each at most.
    #expect(design.combinations.count <= 2 + 24 + 6 * 9 && design.combinations.count > 50)
    #expect(ArticleDesign(players: 10, pairs: 3, seed: 5).combinations.count == 1024)
    #expect(design.combinations(ofPair: 0, 1) == [3, 4092])
  }

  @Test(arguments: [
    (-0.003, -0.002, ArticleVerdict.lowers), (0.001, 0.002, .raises),
    (-0.0001, 0.0002, .nothing), (-0.0001, -0.00005, .nothing), (-0.0003, 0.0001, .undecided),
  ])
  func `A verdict follows from the interval`(
    lower: Double, upper: Double, expected: ArticleVerdict
  ) {
    let estimate = Estimate(
      mean: (lower + upper) / 2, standardError: 1, lower95: lower, upper95: upper, p05: 0, p25: 0,
      p50: 0, p75: 0, p95: 0, replications: 2)
    let contribution = ArticleContribution(
      article: 1, quantity: .rate, prefecture: nil, shapley: estimate, dropOne: estimate,
      addOne: estimate)
    #expect(ArticleVerdict(contribution, smallest: 0.0002) == expected)
  }
}
