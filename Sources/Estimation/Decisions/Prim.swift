/// Finds the box of factors in which most states of the world are cases: patient rule induction (PRIM).
///
/// From all states on, a small slice is peeled off at the end of the factor where it raises the share of
/// cases by most, until the box would become too small or nothing helps; then slices are pasted back on
/// as long as that raises it. The whole path is kept, since whether a box is good depends on how much
/// coverage is worth how much density.
///
/// Slices are chosen by quantiles and ties are broken as the EMA Workbench does it: by the fewest factors
/// with limits, then numeric factors before categorical ones, upper before lower ends, in the order given.
///
/// Sources: J. H. Friedman and N. I. Fisher, "Bump hunting in high-dimensional data", *Statistics and
/// Computing* 9(2), 1999; J. H. Kwakkel, *Environmental Modelling and Software* 96, 2017 (EMA Workbench).
public struct Prim: Sendable, Hashable {
  /// What a slice is chosen by; y is 1 for cases and 0 for others, n the number of states.
  public enum Objective: String, Sendable, Hashable, Codable {
    /// Mean of y in the new box.
    case original
    /// Gain of the mean per state taken off or put back: (ȳ_new − ȳ_old) / |n_new − n_old|.
    case lenient1
    /// The same times the size of the new box, n_new (ȳ_new − ȳ_old) / |n_new − n_old|.
    case lenient2
  }

  /// How boxes are found.
  public struct Rules: Sendable, Hashable {
    /// What a slice is chosen by.
    public var objective: Objective
    /// Share of the box in a slice that is peeled off, in (0, ½).
    public var peel: Double
    /// Share of what lies outside in a slice that is pasted on, in (0, ½).
    public var paste: Double
    /// Smallest share of all states in a box.
    public var leastMass: Double

    /// Rules; the default values are those of the EMA Workbench.
    public init(
      objective: Objective = .lenient1, peel: Double = 0.05, paste: Double = 0.05,
      leastMass: Double = 0.05
    ) {
      precondition(peel > 0 && peel < 0.5 && paste > 0 && paste < 0.5, "slices are small")
      (self.objective, self.peel, self.paste) = (objective, peel, paste)
      self.leastMass = leastMass
    }
  }

  /// Boxes from everything to the last one pasted; at least one.
  public let trajectory: [PrimBox]

  /// Looks for boxes.
  ///
  /// - Parameters:
  ///   - factors: What may tell cases from others, at least one; each of shape `[states]`.
  ///   - isCase: Whether each state is a case; shape `[states]`.
  ///   - rules: How boxes are found.
  /// - Throws: ``PrimError`` if no state or every state is a case.
  public init(factors: [PrimFactor], isCase: [Bool], rules: Rules = Rules()) throws(PrimError) {
    precondition(
      !factors.isEmpty && factors.allSatisfy { $0.count == isCase.count }, "one value per state")
    guard isCase.contains(true) else { throw PrimError.noCases }
    guard isCase.contains(false) else { throw PrimError.onlyCases }
    let slices = PrimSlices(factors: factors, isCase: isCase)
    let all = Array(isCase.indices)
    let full = PrimSlices.Candidate(ranges: slices.full, states: all)
    var trajectory = [slices.box(full, .start)]
    var current = full
    while let next = Self.next(slices.peels(current, share: rules.peel), current, slices, rules),
      next.states.count < current.states.count
    {
      current = next
      trajectory.append(slices.box(current, .peel))
    }
    while let next = Self.next(slices.pastes(current, share: rules.paste), current, slices, rules),
      next.states.count > current.states.count,
      slices.mean(next.states) > slices.mean(current.states)
    {
      current = next
      trajectory.append(slices.box(current, .paste))
    }
    self.trajectory = trajectory
  }

  /// The densest box with at least a share of all cases; the largest of equally dense ones.
  public func box(coverageAtLeast share: Double) -> PrimBox? {
    trajectory.filter { $0.coverage >= share }
      .max { ($0.density, $0.states) < ($1.density, $1.states) }
  }

  /// Number of the box on the trajectory whose figure is closest to a value; the first of equals.
  func closest(to value: Double, _ figure: (PrimBox) -> Double) -> Int {
    trajectory.indices.reduce(0) {
      (figure(trajectory[$1]) - value).magnitude < (figure(trajectory[$0]) - value).magnitude
        ? $1 : $0
    }
  }

  /// The best of the candidates, if it is large enough and better than nothing.
  private static func next(
    _ candidates: [PrimSlices.Candidate], _ old: PrimSlices.Candidate, _ slices: PrimSlices,
    _ rules: Rules
  ) -> PrimSlices.Candidate? {
    var best: (candidate: PrimSlices.Candidate, gain: Double, limits: Int)?
    for candidate in candidates {
      let gain = gain(candidate.states, old.states, slices, rules.objective)
      let limits = slices.restricted(candidate.ranges)
      if let known = best, (gain, -limits) <= (known.gain, -known.limits) { continue }
      best = (candidate, gain, limits)
    }
    guard let best, best.gain > 0 else { return nil }
    let mass = Double(best.candidate.states.count) / Double(slices.states)
    return mass >= rules.leastMass ? best.candidate : nil
  }

  private static func gain(
    _ new: [Int], _ old: [Int], _ slices: PrimSlices, _ objective: Objective
  ) -> Double {
    guard !new.isEmpty else { return -1 }
    let mean = slices.mean(new)
    if objective == .original { return mean }
    let change = mean - slices.mean(old)
    guard change != 0 else { return 0 }
    let moved = Double((new.count - old.count).magnitude)
    return objective == .lenient1 ? change / moved : Double(new.count) * change / moved
  }
}
