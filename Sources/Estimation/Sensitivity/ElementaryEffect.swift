/// What an outcome does when a factor, or a group of factors, moves over its whole range: change by step.
public struct ElementaryEffect: Sendable, Hashable {
  /// Number of the group.
  public let group: Int
  /// Mean size of the effects μ*, in the unit of the outcome, with the interval over resampled blocks.
  ///
  /// It is never 0 for an outcome that is not, so its interval says how sure the order of the factors is, not
  /// whether a factor matters.
  public let meanSize: PercentileInterval
  /// Mean effect μ; `nil` for a group of several factors, whose moves have no sign.
  public let mean: Double?
  /// Standard deviation of the effects σ: large beside μ* where the factor acts by interaction or along a
  /// curve; `nil` for a group of several factors.
  public let deviation: Double?
}
