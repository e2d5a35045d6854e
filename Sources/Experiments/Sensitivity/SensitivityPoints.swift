import Estimation
import Households
import Simulation

/// Simulates points of the cube of uncertain numbers.
struct SensitivityPoints {
  let question: SensitivityQuestion
  let design: SensitivityQuestion.Design
  let numbers: UncertainNumbers
  let study: Study

  private var scenario: Scenario { question.baseline.scenario }
  private var figure: StudyFigure { StudyFigure(question.rate) }

  /// The rate in each future at a point.
  func values(at point: [Double]) throws -> [Double] {
    try study.table(
      [figure], of: numbers.scenario(scenario, at: point), replications: 0..<design.futures)[figure]
  }

  /// Effects of factors, each a set of numbers moved together, from shared base points.
  ///
  /// - Parameters:
  ///   - factors: Names and numbers.
  ///   - isSingle: Whether each factor is one number, with a direction.
  /// - Returns: One row a factor, the strongest first.
  func screening(
    _ factors: [(name: String, places: [Int])], isSingle: Bool
  ) throws -> [ScreeningRow] {
    let points = ScreeningDesign(
      dimensions: numbers.declared.count, blocks: design.blocks, seed: design.study.seed)
    var base: [[Double]] = []
    var moved = [[[Double]]](repeating: [], count: factors.count)
    for block in 0..<design.blocks {
      base.append(try values(at: points.base(block)))
      // Those that leave the households as they are come first, while these are at hand.
      for factor in byHouseholds(factors.map(\.places)) {
        moved[factor].append(try values(at: points.moved(block, factors[factor].places)))
      }
    }
    return factors.indices.map { factor in
      let places = factors[factor].places
      return ScreeningRow(
        name: factors[factor].name, places: places,
        effects: ScreeningEffects(
          base: base, moved: moved[factor],
          steps: isSingle ? (0..<design.blocks).map { points.step($0, places[0]) } : nil,
          seed: design.study.seed))
    }.sorted {
      ($1.effects.meanAbsolute.value, $0.name) < ($0.effects.meanAbsolute.value, $1.name)
    }
  }

  private func byHouseholds(_ factors: [[Int]]) -> [Int] {
    let names = PopulationSynthesis.numberNames(of: scenario)
    func redraws(_ places: [Int]) -> Int {
      places.contains { names.contains(numbers.declared[$0].name) } ? 1 : 0
    }
    return factors.indices.sorted { (redraws(factors[$0]), $0) < (redraws(factors[$1]), $1) }
  }

  /// Indices of leading numbers and of all others together.
  func indices(leading: [Int]) throws -> SensitivityIndices? {
    guard design.rows > 1, !leading.isEmpty else { return nil }
    let rows = RedrawDesign(
      leading: leading, dimensions: numbers.declared.count, rows: design.rows,
      seed: design.study.seed)
    var (first, second): ([[Double]], [[Double]]) = ([], [])
    var redrawn = [[[Double]]](repeating: [], count: rows.factors.count)
    let order = byHouseholds(rows.factors)
    for row in 0..<design.rows {
      first.append(try values(at: rows.first(row)))
      for factor in order { redrawn[factor].append(try values(at: rows.redrawn(row, factor))) }
      second.append(try values(at: rows.second(row)))
    }
    guard
      let found = CrossedIndices(
        first: first, second: second, redrawn: redrawn, seed: design.study.seed)
    else { return nil }
    let all = first + second
    let outcome = all.map { $0.reduce(0, +) / Double($0.count) }
    let isEnough = outcome.count >= 2 * Pawn.slices
    let table = found.indices.indices.map { factor in
      let place = factor < leading.count ? leading[factor] : nil
      let values = place.map { own in
        (0..<design.rows).map { rows.first($0)[own] } + (0..<design.rows).map { rows.second($0)[own] }
      }
      return IndexRow(
        place: place, index: found.indices[factor],
        pawn: isEnough
          ? values.map { Pawn(factor: $0, outcome: outcome, seed: design.study.seed) } : nil)
    }
    let dummies = isEnough ? Pawn.dummies(outcome: outcome, seed: design.study.seed) : []
    let crossed = CrossedMoments(all.flatMap { $0 }, draws: all.count)
    return SensitivityIndices(
      variance: found.variance, noiseVariance: found.noiseVariance, mean: found.mean, rows: table,
      pawnFloor: isEnough ? Quantiles.quantile(0.95, ascending: dummies) : .nan,
      variances: (crossed.parameterVariance, crossed.futureVariance, crossed.restVariance))
  }
}
