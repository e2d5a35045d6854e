/// What one of several changes adds.
public struct Contribution: Sendable, Hashable {
  /// Number of the change.
  public let player: Int
  /// Its Shapley value: what it adds on average over all orders in which the changes may be made.
  public let shapley: Estimate
  /// What the whole loses without it: v(all) − v(all but this).
  public let dropOne: Estimate
  /// What it adds alone: v(this) − v(none).
  public let addOne: Estimate
  /// Its Shapley value in each replication; shape `[R]`.
  public let shapleyByReplication: [Double]
}
