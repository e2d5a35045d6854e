/// How much more two changes do together than one by one; negative where one makes the other needless.
public struct Interaction: Sendable, Hashable {
  /// Number of the first change.
  public let first: Int
  /// Number of the second change, above the first.
  public let second: Int
  /// Shapley interaction index: v(S + both) − v(S + first) − v(S + second) + v(S), averaged over all sets S
  /// of others with the weights |S|! (n − |S| − 2)! / (n − 1)!.
  public let index: Estimate
  /// The same with nothing else changed: v(both) − v(first) − v(second) + v(none).
  public let alone: Estimate
  /// The index in each replication; shape `[R]`.
  public let indexByReplication: [Double]

  /// Whether the 95 % interval of the index lies on one side of 0.
  ///
  /// One in twenty pairs without any interaction has this too.
  public var isAboveNoise: Bool { index.lower95 > 0 || index.upper95 < 0 }
}
