/// A figure of the drawn population beside the figure it should have.
public struct PopulationMargin: Sendable, Hashable {
  /// Short name for tables, such as `wage_share`.
  public let key: String
  /// Name for readers.
  public let name: BilingualText
  /// Unit for readers.
  public let unit: BilingualText
  /// Region it is measured in: the code of the province or of a prefecture.
  public let region: Int
  /// Name of that region for readers.
  public let scope: BilingualText
  /// The figure it should have, in `unit`.
  public let target: Double
  /// The figure it has, in `unit`.
  public let achieved: Double
  /// Largest accepted difference, in `unit`; on a sample with three standard errors added.
  public let tolerance: Double

  /// Whether the figure is as close to its target as it should be.
  public var isWithin: Bool { (achieved - target).magnitude <= tolerance }
}
