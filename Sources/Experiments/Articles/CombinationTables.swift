import Estimation
import Households
import NumericalMethods

/// Figures of all simulated combinations of articles, and what follows from them.
struct CombinationTables {
  let question: ArticlesQuestion
  let design: ArticleDesign
  let estimator: Estimator
  private(set) var tables: [UInt64: FigureTable] = [:]

  init(question: ArticlesQuestion, design: ArticleDesign, replications: Int) {
    self.question = question
    self.design = design
    estimator = Estimator(replications: replications)
  }

  mutating func add(_ table: FigureTable, of combination: UInt64) { tables[combination] = table }

  func holds(_ combination: UInt64) -> Bool { tables[combination] != nil }

  private func table(_ combination: UInt64) -> FigureTable {
    guard let table = tables[combination] else {
      preconditionFailure("combination \(combination) was not simulated")
    }
    return table
  }

  // MARK: Contributions

  /// The contributions of all articles to a quantity of a place.
  func contributions(_ quantity: ArticleQuantity, _ prefecture: Int?) -> [ArticleContribution] {
    let figure = figure(quantity, prefecture)
    let shares = shapley(figure)
    return question.examined.enumerated().map { player, number in
      let bit = UInt64(1) << UInt64(player)
      return ArticleContribution(
        article: number, quantity: quantity, prefecture: prefecture, shapley: shares[player],
        dropOne: table(design.all).difference(figure, minus: table(design.all & ~bit)).estimate,
        addOne: table(bit).difference(figure, minus: table(0)).estimate)
    }
  }

  /// What the whole draft changes of a quantity of a place.
  func effect(_ quantity: ArticleQuantity, _ prefecture: Int?) -> DraftEffect {
    let figure = figure(quantity, prefecture)
    return DraftEffect(
      quantity: quantity, prefecture: prefecture, baseline: table(0).estimate(figure),
      draft: table(design.all).estimate(figure),
      change: table(design.all).difference(figure, minus: table(0)).estimate)
  }

  private func figure(_ quantity: ArticleQuantity, _ prefecture: Int?) -> StudyFigure {
    quantity.figure(question, prefecture.map(StudyFigure.Place.prefecture) ?? .province)
  }

  /// Shapley values of a figure, with the errors of simulation, of the sample of households and, where orders
  /// are sampled, of orders.
  private func shapley(_ figure: StudyFigure) -> [Estimate] {
    guard let pairs = design.pairs else {
      let values = design.combinations.map { table($0)[figure] }
      let own = ShapleyValues(values, estimator: estimator).contributions
      let deleted = deleted(figure).map { all in
        ShapleyValues(
          design.combinations.map { all[$0] ?? [] },
          estimator: Estimator(replications: all[0]?.count ?? 1)
        ).contributions.map(\.shapleyByReplication)
      }
      return own.map { one in
        estimate(one.shapleyByReplication, deleted?[one.player], of: figure)
      }
    }
    let own = sampled(pairs, estimator) { table($0)[figure] }
    let deleted = deleted(figure).map { all in
      sampled(pairs, Estimator(replications: all[0]?.count ?? 1)) { all[$0] ?? [] }
        .map(\.shapleyByReplication)
    }
    return own.map { one in
      estimate(one.shapleyByReplication, deleted?[one.player], of: figure, adding: one.ofOrders)
    }
  }

  private func sampled(
    _ pairs: Int, _ estimator: Estimator, _ value: (UInt64) -> [Double]
  ) -> [SampledShapleyValues.Share] {
    SampledShapleyValues(
      players: design.players, pairs: pairs, seed: design.seed, estimator: estimator,
      evaluate: value
    ).shares
  }

  /// A rate with one hash group of households left out, by combination; `nil` where the error of a sample is
  /// not known or there is none.
  private func deleted(_ figure: StudyFigure) -> [UInt64: [Double]]? {
    var all: [UInt64: [Double]] = [:]
    for combination in design.combinations {
      guard let jackknife = table(combination).jackknife(of: figure) else { return nil }
      all[combination] = jackknife.deleted
    }
    let count = all[0]?.count ?? 0
    return count > 0 && all.values.allSatisfy { $0.count == count } ? all : [0: []]
  }

  private func estimate(
    _ values: [Double], _ deleted: [Double]?, of figure: StudyFigure,
    adding other: HouseholdError = .none
  ) -> Estimate {
    let household =
      deleted.map {
        GroupedJackknife(deleted: $0, sampleFraction: table(0).sampleFraction).error
      } ?? .none
    return estimator.estimate(values, household: household.adding(other))
  }

  // MARK: Interactions

  /// The interaction of two articles in their effect on the rate of the province, of some pairs.
  func interaction(_ first: Int, _ second: Int, ofPairs count: Int) -> ArticleInteraction {
    let (one, two) = (UInt64(1) << UInt64(first), UInt64(1) << UInt64(second))
    let alone: [(Double, UInt64)] = [(1, one | two), (-1, one), (-1, two), (1, 0)]
    let within = alone.map { ($0.0, $0.1 | design.all & ~(one | two)) }
    let terms = design.isExact ? exactTerms(one, two) : (alone + within).map { ($0 / 2, $1) }
    let index = sum(terms)
    let degrees = Double(estimator.replications - 1)
    let quantile = Distributions.studentTQuantile(
      1 - 0.025 / Double(max(count, 1)), degreesOfFreedom: degrees)
    return ArticleInteraction(
      first: question.examined[first], second: question.examined[second], index: index,
      alone: sum(alone), within: sum(within),
      isAboveNoise: index.mean.magnitude > quantile * index.standardError)
  }

  /// The Shapley interaction index as a weighted sum of combinations (`Interaction.index`).
  private func exactTerms(_ one: UInt64, _ two: UInt64) -> [(Double, UInt64)] {
    let others = design.players - 2
    func factorial(_ n: Int) -> Double { (0..<n).reduce(1.0) { $0 * Double($1 + 1) } }
    return design.combinations.filter { $0 & (one | two) == 0 }.flatMap { set in
      let size = set.nonzeroBitCount
      let weight = factorial(size) * factorial(others - size) / factorial(others + 1)
      return [
        (weight, set | one | two), (-weight, set | one), (-weight, set | two), (weight, set),
      ]
    }
  }

  /// A weighted sum of the rates of combinations, in the order in which they are written.
  private func sum(_ terms: [(weight: Double, combination: UInt64)]) -> Estimate {
    let figure = figure(.rate, nil)
    var values = [Double](repeating: 0, count: estimator.replications)
    var deleted: [Double]?
    for term in terms {
      let table = table(term.combination)
      for (future, value) in table[figure].enumerated() { values[future] += term.weight * value }
      guard let own = table.jackknife(of: figure)?.deleted.map({ $0 * term.weight }) else {
        continue
      }
      deleted =
        deleted.map { sums in
          sums.count == own.count ? zip(sums, own).map { $0 + $1 } : []
        } ?? own
    }
    return estimate(values, deleted, of: figure)
  }
}
