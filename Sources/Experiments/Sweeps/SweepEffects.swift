import Estimation
import Households
import Simulation

/// Effects of the factors of a grid, future by future.
struct SweepEffects {
  let question: SweepQuestion
  /// Tables of the points, the first factor slowest.
  let tables: [FigureTable]

  /// Every effect and, for up to three factors, every interplay of two; none where the points are no grid.
  func all() -> [SweepEffect] {
    guard case .grid(let levels) = question.points else { return [] }
    let counts = levels.map(\.count)
    var effects: [SweepEffect] = []
    for outcome in question.outcomes.indices {
      let figure = question.outcomes[outcome].figure
      for factor in counts.indices {
        effects.append(
          SweepEffect(
            factor: factor, other: nil, outcome: outcome,
            estimate: mean(pairs(counts, factor).map { [(1.0, $0.high), (-1, $0.low)] }, figure)))
      }
      guard counts.count <= 3 else { continue }
      for factor in counts.indices {
        for other in counts.indices where other > factor {
          effects.append(
            SweepEffect(
              factor: factor, other: other, outcome: outcome,
              estimate: mean(squares(counts, factor, other), figure)))
        }
      }
    }
    return effects
  }

  /// Positions of the points that differ in one factor only, at its highest and lowest level.
  private func pairs(_ counts: [Int], _ factor: Int) -> [(high: Int, low: Int)] {
    let stride = counts[(factor + 1)...].reduce(1, *)
    return tables.indices.filter { $0 / stride % counts[factor] == 0 }
      .map { (high: $0 + (counts[factor] - 1) * stride, low: $0) }
  }

  /// Signed corners of the rectangles that two factors span.
  private func squares(_ counts: [Int], _ one: Int, _ other: Int) -> [[(Double, Int)]] {
    let stride = counts[(other + 1)...].reduce(1, *)
    let step = (counts[other] - 1) * stride
    return pairs(counts, one).filter { $0.low / stride % counts[other] == 0 }
      .map { [(1, $0.high + step), (-1, $0.low + step), (-1, $0.high), (1, $0.low)] }
  }

  /// Mean over signed sums of points, with its error over futures.
  ///
  /// Errors of the sample of households of the sums hang together; they are counted as if they were one and
  /// the same, which is the most that they can add.
  private func mean(_ sums: [[(sign: Double, point: Int)]], _ figure: StudyFigure) -> Estimate {
    var values = [Double](repeating: 0, count: tables[0].count)
    var error = 0.0
    var degrees = Double.infinity
    for sum in sums {
      for (sign, point) in sum {
        let own = tables[point][figure]
        for future in values.indices { values[future] += sign * own[future] / Double(sums.count) }
      }
      for pair in Swift.stride(from: 0, to: sum.count, by: 2) {
        let household = tables[sum[pair].point].householdError(
          of: figure, minus: tables[sum[pair + 1].point])
        error += household.variance.squareRoot() / Double(sums.count)
        degrees = min(degrees, household.degreesOfFreedom)
      }
    }
    return Estimator(replications: values.count).estimate(
      values,
      household: HouseholdError(variance: error * error, degreesOfFreedom: degrees))
  }
}
