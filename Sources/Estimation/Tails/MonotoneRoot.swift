/// The smallest value of a setting for which a probability is high enough.
///
/// The setting (yuan of a fund, visits a month) makes the probability no lower when it grows, and all
/// values of it meet the same futures, so the probability rises without noise between neighbours. It is
/// looked for by halving on a grid whose step is the tolerance. Where the ends of the probability's
/// interval cross the target, the setting's interval has its ends: below `lower` the target is missed
/// and from `upper` on it is met, both beyond the luck of the draws.
public struct MonotoneRoot: Sendable, Hashable {
  /// Where something crosses the target.
  public enum Crossing: Sendable, Hashable {
    /// The smallest setting suffices already.
    case atSmallest
    /// This is the first setting of the grid that suffices; the next smaller one does not.
    case at(Double)
    /// Even the largest setting does not suffice.
    case beyondLargest
  }

  /// A setting that was evaluated.
  public struct Point: Sendable, Hashable {
    /// The setting, in its unit.
    public let setting: Double
    /// The probability with its interval.
    public let probability: WilsonInterval
  }

  /// The probability that is asked for.
  public let target: Double
  /// Smallest and largest setting.
  public let bracket: ClosedRange<Double>
  /// Step of the grid, in the unit of the setting; at most the tolerance.
  public let step: Double
  /// Where the probability reaches the target.
  public let crossing: Crossing
  /// Where the upper end of the probability's interval does: the lower end of the setting's interval.
  public let lower: Crossing
  /// Where the lower end of the probability's interval does: the upper end of the setting's interval.
  public let upper: Crossing
  /// All settings that were evaluated, in ascending order.
  public let evaluated: [Point]

  /// Whether no evaluated setting has a lower probability than a smaller one; if not, the setting does not
  /// act in one direction and the crossing is one of several.
  public var isMonotone: Bool {
    zip(evaluated, evaluated.dropFirst()).allSatisfy {
      $0.probability.probability <= $1.probability.probability
    }
  }

  /// Looks for the setting.
  ///
  /// - Parameters:
  ///   - bracket: Smallest and largest setting, in its unit; both finite and different.
  ///   - tolerance: How exact the setting must be, in its unit, above 0.
  ///   - target: The probability that is asked for, in (0, 1).
  ///   - evaluate: The probability at a setting, on the same draws for all; called once a setting.
  /// - Throws: What `evaluate` throws.
  public init<Failure: Error>(
    bracket: ClosedRange<Double>, tolerance: Double, target: Double,
    evaluate: (Double) throws(Failure) -> WilsonInterval
  ) throws(Failure) {
    let width = bracket.upperBound - bracket.lowerBound
    precondition(width > 0 && width.isFinite && tolerance > 0, "a bracket has a width")
    precondition(target > 0 && target < 1, "a target is between 0 and 1")
    precondition(width / tolerance < 0x1p50, "a tolerance must be coarser than rounding")
    let steps = max(1, Int((width / tolerance).rounded(.up)))
    func setting(_ place: Int) -> Double {
      place == steps
        ? bracket.upperBound : bracket.lowerBound + width * Double(place) / Double(steps)
    }
    var known: [Int: WilsonInterval] = [:]
    func probability(_ place: Int) throws(Failure) -> WilsonInterval {
      if let value = known[place] { return value }
      let value = try evaluate(setting(place))
      known[place] = value
      return value
    }
    func crossing(_ reached: (WilsonInterval) -> Double) throws(Failure) -> Crossing {
      if reached(try probability(0)) >= target { return .atSmallest }
      if reached(try probability(steps)) < target { return .beyondLargest }
      var (fails, suffices) = (0, steps)
      while suffices - fails > 1 {
        let middle = fails + (suffices - fails) / 2
        if reached(try probability(middle)) >= target { suffices = middle } else { fails = middle }
      }
      return .at(setting(suffices))
    }
    self.target = target
    self.bracket = bracket
    step = width / Double(steps)
    self.crossing = try crossing(\.probability)
    lower = try crossing(\.upper95)
    upper = try crossing(\.lower95)
    evaluated = known.keys.sorted().compactMap { place in
      known[place].map { Point(setting: setting(place), probability: $0) }
    }
  }
}
