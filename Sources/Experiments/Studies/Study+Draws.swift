import Households

extension Study {
  /// Figures of several scenarios under the same draws of the parameters and in the same futures.
  ///
  /// Households are drawn anew under each draw, and all scenarios of a draw come one after the other, so that
  /// those with the same households share them.
  ///
  /// - Parameters:
  ///   - figures: What is asked for.
  ///   - scenarios: What is believed, but for what is drawn.
  ///   - draws: The draws.
  ///   - count: How many of them are taken.
  ///   - replications: Numbers of the futures of each draw.
  /// - Returns: A table a scenario, in order, draw by draw.
  /// - Throws: As ``table(_:of:replications:)``.
  public func tables(
    _ figures: [StudyFigure], of scenarios: [Scenario], under draws: ParameterDraws, count: Int,
    replications: Range<Int>
  ) throws -> [FigureTable] {
    var tables = scenarios.map { _ in FigureTable(figures: figures) }
    for draw in 0..<count {
      for place in scenarios.indices {
        let drawn = draws.scenario(scenarios[place], draw: draw)
        tables[place].add(draw: try table(figures, of: drawn, replications: replications))
      }
    }
    return tables
  }
}
