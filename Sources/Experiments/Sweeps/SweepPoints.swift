import Estimation
import Households
import Randomness
import Simulation

extension SweepQuestion {
  /// The points of a design in the order in which they are told; shape `[points][factors]`.
  ///
  /// The first factor of a grid moves slowest. Points of a randomised design depend on the seed alone; a
  /// longer Sobol' sequence begins with a shorter one, a longer Latin hypercube does not.
  public func points(_ design: Design) -> [[Double]] {
    switch points {
    case .grid(let levels):
      return levels.reduce([[]]) { rows, own in
        rows.flatMap { row in own.map { row + [$0] } }
      }
    case .list(let rows): return rows
    case .latinHypercube(let spreads):
      let cube = LatinHypercube(
        points: design.points, dimensions: spreads.count, seed: design.study.seed)
      return (0..<design.points).map { place(cube.point($0), spreads) }
    case .sobol(let spreads):
      let sequence = SobolSequence(dimensions: spreads.count, seed: design.study.seed)
      return (0..<design.points).map { point in
        place(
          spreads.indices.map { sequence.coordinate(point: point, dimension: $0) }, spreads)
      }
    }
  }

  /// Values of a point of the unit cube, held within what the model accepts.
  private func place(_ point: [Double], _ spreads: [Spread]) -> [Double] {
    zip(zip(point, spreads), factors).map { coordinate, factor in
      let value: Double
      switch coordinate.1 {
      case .range(let range):
        value = range.lowerBound + coordinate.0 * (range.upperBound - range.lowerBound)
      case .prior(let prior): value = prior.quantile(coordinate.0) ?? .nan
      }
      return min(max(value, factor.valid.lowerBound), factor.valid.upperBound)
    }
  }

  /// The baseline with the factors at a point.
  public func scenario(at point: [Double]) -> Scenario {
    zip(factors, point).reduce(baseline.scenario) { $1.0.applied($1.1, to: $0) }
  }
}

extension SweepQuestion.Outcome {
  /// The figure of a future that the outcome is.
  var figure: StudyFigure {
    switch self {
    case .rate(let rate): StudyFigure(rate)
    case .personYears(let measure, let years):
      .personYears(StudyFigure.measure(measure), years: years, .province)
    case .publicCost(let years): .publicCost(years: years, .province)
    case .visits(let years): .finding(.visits, years: years, .province)
    }
  }
}

extension SweepQuestion.Limit {
  /// The limit of a year.
  ///
  /// - Throws: `SimulationError.missingParameters` if no file declares the plan's limits.
  func value(year: Int, _ parameters: Parameters) throws -> Double? {
    switch self {
    case .share(let share): share
    case .plan(let isStretch):
      try Limits(parameters).limit(isStretch ? .stretch : .hard, year: year)
    }
  }
}
