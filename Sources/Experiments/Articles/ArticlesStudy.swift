import Estimation
import Households
import Simulation

/// Answers what each article of a draft contributes.
public struct ArticlesStudy {
  private let question: ArticlesQuestion
  private let work: StudyDesign
  private let design: ArticleDesign
  private let study: Study
  private let scenario: (UInt64) throws -> Scenario
  private var futures: Range<Int> { 0..<work.replications }

  /// A study of a question.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - work: How much of it.
  ///   - study: Where it is simulated; with the sample and seed of the work.
  ///   - scenario: The baseline with the articles of a combination (`ArticlesQuestion.numbers`).
  public init(
    _ question: ArticlesQuestion, work: StudyDesign, study: Study,
    scenario: @escaping (UInt64) throws -> Scenario
  ) {
    self.question = question
    self.work = work
    self.study = study
    self.scenario = scenario
    design = ArticleDesign(
      players: question.examined.count, pairs: question.orders, seed: work.seed)
  }

  /// Futures of all combinations, at most: which interactions are examined is known only on the way.
  public var futuresInAll: Int { (design.combinations.count + mostOfPairs) * work.replications }

  private var pairCount: Int {
    let count = design.isExact ? design.players : min(question.interacting, design.players)
    return count * (count - 1) / 2
  }

  private var mostOfPairs: Int { design.isExact ? 0 : 2 * pairCount }

  /// What the question will take; simulates the first futures of the baseline and of the whole draft.
  public func forecast() throws -> StudyForecast {
    var missing = mostOfPairs * work.replications
    for combination in design.combinations {
      missing += study.missing(of: try scenario(combination), replications: futures)
    }
    return try study.forecast(
      of: question.baseline.scenario, StudyFigure(question.rate), against: scenario(design.all),
      replications: work.replications, missing: missing, stored: futuresInAll - missing)
  }

  /// Simulates and answers.
  ///
  /// - Throws: What the study and the scenarios throw.
  public func answer() throws -> CompletedArticles {
    let baseline = question.baseline.scenario
    let prefectures = Set(baseline.counties.map { baseline.geography.counties[$0].prefecture })
      .sorted()
    let places = [nil] + prefectures.map(Optional.some)
    let figures = places.flatMap { prefecture in
      ArticleQuantity.allCases.map {
        $0.figure(question, prefecture.map(StudyFigure.Place.prefecture) ?? .province)
      }
    }
    var tables = CombinationTables(
      question: question, design: design, replications: work.replications)
    func simulate(_ combination: UInt64) throws {
      guard !tables.holds(combination) else { return }
      let table = try study.table(figures, of: scenario(combination), replications: futures)
      tables.add(table, of: combination)
    }
    for combination in design.combinations { try simulate(combination) }
    let contributions = places.flatMap { place in
      ArticleQuantity.allCases.flatMap { tables.contributions($0, place) }
    }
    let pairs = pairs(contributions)
    for (first, second) in pairs {
      for combination in design.combinations(ofPair: first, second) { try simulate(combination) }
    }
    return CompletedArticles(
      question: question, work: work, design: design, combinations: tables.tables.count,
      prefectures: prefectures, contributions: contributions,
      effects: places.flatMap { place in
        ArticleQuantity.allCases.map { tables.effect($0, place) }
      }, interactions: pairs.map { tables.interaction($0, $1, ofPairs: pairs.count) },
      changes: try changes(),
      visitsPerWorkerMonth: baseline.parameters.value(
        of: "visits.per_worker_month", at: baseline.end) ?? .nan, account: study.account)
  }

  private func changes() throws -> [ArticleChange] {
    try question.examined.enumerated().flatMap { player, number -> [ArticleChange] in
      guard let article = question.article(number) else { return [] }
      let with = try scenario(1 << UInt64(player))
      return article.keys.compactMap { key in
        ArticleChange(article: number, key: key, from: question.baseline.scenario, to: with)
      }
    }
  }

  /// The pairs whose interaction is examined: all, or those of the articles with the largest contributions.
  private func pairs(_ contributions: [ArticleContribution]) -> [(Int, Int)] {
    let rates = contributions.filter { $0.quantity == .rate && $0.prefecture == nil }
    let numbers =
      design.isExact
      ? question.examined
      : Array(CompletedArticles.ranked(rates).prefix(question.interacting))
    let players = question.examined.indices.filter { numbers.contains(question.examined[$0]) }
    return players.flatMap { first in
      players.filter { $0 > first }.map { (first, $0) }
    }
  }
}
