import NumericalMethods

/// The slices by which a box becomes smaller or larger.
struct PrimSlices {
  /// A box that may come next.
  struct Candidate {
    /// What is inside, by factor.
    let ranges: [PrimRange]
    /// States inside, in ascending order.
    let states: [Int]
  }

  /// What may tell cases from others.
  let factors: [PrimFactor]
  /// Ranges of everything.
  let full: [PrimRange]
  private let isCase: [Bool]
  /// Numeric factors first, as ties are broken in this order.
  private let order: [Int]
  /// States in ascending order of each numeric factor; empty for the others.
  private let ascending: [[Int]]

  /// Slices of factors over states.
  init(factors: [PrimFactor], isCase: [Bool]) {
    self.factors = factors
    self.isCase = isCase
    full = factors.map { PrimRange(spanning: $0) }
    ascending = factors.map { factor in
      guard case .numeric(let values) = factor else { return [] }
      return values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    }
    let ascending = ascending
    order =
      factors.indices.filter { !ascending[$0].isEmpty }
      + factors.indices.filter { ascending[$0].isEmpty }
  }

  /// Number of states.
  var states: Int { isCase.count }

  /// Share of cases among states.
  func mean(_ states: [Int]) -> Double {
    Double(states.count { isCase[$0] }) / Double(states.count)
  }

  /// Number of factors with a limit.
  func restricted(_ ranges: [PrimRange]) -> Int {
    zip(ranges, full).count { $0 != $1 }
  }

  /// All boxes with one slice less.
  func peels(_ old: Candidate, share: Double) -> [Candidate] {
    let isInside = membership(old.states)
    return order.flatMap { factor -> [Candidate] in
      switch (factors[factor], old.ranges[factor]) {
      case (.numeric(let values), .interval(let lower, let upper)):
        let inside = ascending[factor].compactMap { isInside[$0] ? values[$0] : nil }
        let high = Self.cut(inside, 1 - share)
        let low = Self.cut(inside, share)
        return [
          candidate(old, factor, .interval(lower: lower, upper: high), from: old.states),
          candidate(old, factor, .interval(lower: low, upper: upper), from: old.states),
        ]
      case (.categorical, .categories(let inside)) where inside.count > 1:
        return inside.map { category in
          candidate(old, factor, .categories(inside.filter { $0 != category }), from: old.states)
        }
      default: return []
      }
    }
  }

  /// All boxes with one slice more.
  func pastes(_ old: Candidate, share: Double) -> [Candidate] {
    order.filter { old.ranges[$0] != full[$0] }.flatMap { factor -> [Candidate] in
      // Everything that only this factor keeps out, and what is inside.
      let around = around(old.ranges, without: factor)
      switch (factors[factor], old.ranges[factor], full[factor]) {
      case (
        .numeric(let values), .interval(let lower, let upper), .interval(let least, let most)
      ):
        let ascending = around.map { values[$0] }.sorted()
        let below = ascending.filter { $0 <= lower }
        let above = ascending.filter { $0 >= upper }
        let low = below.isEmpty ? least : Self.cut(below, 1 - share)
        let high = above.isEmpty ? most : Self.cut(above, share)
        return [
          candidate(old, factor, .interval(lower: low, upper: upper), from: around),
          candidate(old, factor, .interval(lower: lower, upper: high), from: around),
        ]
      case (.categorical, .categories(let inside), .categories(let all)):
        return all.filter { !inside.contains($0) }.map { category in
          candidate(old, factor, .categories((inside + [category]).sorted()), from: around)
        }
      default: return []
      }
    }
  }

  /// A box with its figures.
  func box(_ candidate: Candidate, _ step: PrimBox.Step) -> PrimBox {
    let cases = candidate.states.count { isCase[$0] }
    let restrictions = factors.indices.flatMap { factor in
      relaxed(candidate.ranges[factor], full[factor]).map { limit, range in
        var ranges = candidate.ranges
        ranges[factor] = range
        let inside = around(ranges, without: nil)
        return PrimBox.Restriction(
          factor: factor, limit: limit,
          quasiProbability: Distributions.binomialProbability(
            atLeast: cases, trials: candidate.states.count, probability: mean(inside)))
      }
    }
    return PrimBox(
      step: step, ranges: candidate.ranges, restrictions: restrictions,
      states: candidate.states.count, cases: cases,
      coverage: Double(cases) / Double(isCase.count { $0 }),
      density: Double(cases) / Double(candidate.states.count),
      mass: Double(candidate.states.count) / Double(isCase.count))
  }

  /// Each limit of a range, with the range that is left when it is taken away.
  private func relaxed(
    _ range: PrimRange, _ full: PrimRange
  ) -> [(PrimBox.Restriction.Limit, PrimRange)] {
    switch (range, full) {
    case (.interval(let lower, let upper), .interval(let least, let most)):
      var limits: [(PrimBox.Restriction.Limit, PrimRange)] = []
      if lower != least { limits.append((.atLeast(lower), .interval(lower: least, upper: upper))) }
      if upper != most { limits.append((.atMost(upper), .interval(lower: lower, upper: most))) }
      return limits
    case (.categories(let inside), _): return range == full ? [] : [(.oneOf(inside), full)]
    default: return []
    }
  }

  private func candidate(
    _ old: Candidate, _ factor: Int, _ range: PrimRange, from states: [Int]
  ) -> Candidate {
    var ranges = old.ranges
    ranges[factor] = range
    return Candidate(ranges: ranges, states: range.filter(states, by: factors[factor]))
  }

  /// States inside the ranges of all factors but one.
  private func around(_ ranges: [PrimRange], without left: Int?) -> [Int] {
    var inside = Array(isCase.indices)
    for factor in factors.indices where factor != left && ranges[factor] != full[factor] {
      inside = ranges[factor].filter(inside, by: factors[factor])
    }
    return inside
  }

  private func membership(_ states: [Int]) -> [Bool] {
    var isInside = [Bool](repeating: false, count: isCase.count)
    for state in states { isInside[state] = true }
    return isInside
  }

  /// A place between two different values at which about a share of them lies below, so that a slice takes
  /// something off even where values repeat; halfway between the two.
  private static func cut(_ ascending: [Double], _ share: Double) -> Double {
    let place = Double(ascending.count - 1) * share
    var lower = Int(place)
    var upper = Int(place.rounded(.up))
    if share > 0.5 {
      while ascending[lower] == ascending[upper] && lower > 0 { lower -= 1 }
    } else {
      while ascending[lower] == ascending[upper] && upper < ascending.count - 1 { upper += 1 }
    }
    return (ascending[lower] + ascending[upper]) / 2
  }
}
