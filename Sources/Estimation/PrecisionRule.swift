/// When a run that adds replications until it is precise enough may stop.
///
/// A run that looks too early stops where its spread happens to look small, which is where its mean
/// is too low. So the rule first looks after many replications, looks rarely (each time the number has
/// grown by a factor), and asks for a number of rare events as well as for a narrow interval. Coverage of
/// the intervals at which it stops is measured in `Docs/coverage.md`.
public struct PrecisionRule: Sendable, Hashable {
  /// Largest distance from the mean to either end of the interval, in the unit of the values.
  public let halfWidth: Double
  /// Number of replications before the first look.
  public let start: Int
  /// By what factor replications grow between looks, above 1.
  public let growth: Double
  /// Number of replications at which a run stops in any case.
  public let largest: Int

  /// A rule with an absolute half-width, because a rate near zero makes a relative one useless.
  public init(halfWidth: Double, start: Int = 200, growth: Double = 2, largest: Int = 1_000_000) {
    precondition(halfWidth > 0 && start > 1 && growth > 1 && largest >= start)
    self.halfWidth = halfWidth
    self.start = start
    self.growth = growth
    self.largest = largest
  }

  /// Whether an estimate is precise enough and rests on enough rare events.
  public func isReached(by estimate: Estimate) -> Bool {
    max(estimate.upper95 - estimate.mean, estimate.mean - estimate.lower95) <= halfWidth
      && estimate.effectiveEvents >= Double(Estimate.fewestEvents)
  }

  /// The number of replications in all after which to look again; `nil` to stop.
  public func next(after estimate: Estimate) -> Int? {
    guard !isReached(by: estimate), estimate.replications < largest else { return nil }
    return min(largest, Int((Double(max(estimate.replications, start)) * growth).rounded(.up)))
  }
}
