import Estimation
import Households
import Simulation

/// Simulates points of the cube of uncertain numbers.
struct SensitivityPoints {
  let question: SensitivityQuestion
  let design: SensitivityQuestion.Design
  let numbers: UncertainNumbers
  let study: Study

  private var scenario: Scenario { question.baseline.scenario }
  private var figure: StudyFigure { StudyFigure(question.rate) }

  /// The rate in each future at a point.
  func values(at point: [Double]) throws -> [Double] {
    try study.table(
      [figure], of: numbers.scenario(scenario, at: point), replications: 0..<design.futures)[figure]
  }

  /// Shortest step of a number in the screening, a quarter of its range: an effect is a change over a step, and
  /// next to no step would make one of any size out of a simulation's luck.
  static let leastStep = 0.25

  /// The design of a screening; its base points are the same whatever is moved from them.
  func radial(_ members: [[Int]]) -> RadialDesign {
    RadialDesign(
      groups: FactorGroups(factors: numbers.declared.count, members: members), levels: levels,
      blocks: design.blocks, leastStep: Self.leastStep, arrangement: .shuffled,
      seed: design.study.seed)
  }

  /// Readings of numbers that have a few equally likely ones.
  private var levels: [Int?] {
    numbers.declared.indices.map { place in
      guard case .choices(let choices) = numbers.declared[place].prior, choices.count > 1,
        !numbers.isCalibrated(place)
      else { return nil }
      return choices.count
    }
  }

  /// Effects of factors, each a set of numbers moved together, from shared base points.
  ///
  /// - Parameter factors: Names and numbers.
  /// - Returns: One row a factor, the strongest first.
  /// - Throws: `SensitivityError`, and what the study throws.
  func screening(_ factors: [(name: String, places: [Int])]) throws -> [ScreeningRow] {
    guard !factors.isEmpty else { return [] }
    let points = radial(factors.map(\.places))
    let order = byHouseholds(factors.map(\.places))
    var base: [[Double]] = []
    var moved = [[[Double]]](repeating: [], count: factors.count)
    for block in 0..<design.blocks {
      let first = block * points.pointsInBlock
      base.append(try values(at: points.point(first)))
      // Those that leave the households as they are come first, while these are at hand.
      for factor in order { moved[factor].append(try values(at: points.point(first + 1 + factor))) }
    }
    let changes = moved.map { own in
      zip(own, base).map { after, before in Moments(zip(after, before).map { $0 - $1 }) }
    }
    let steps = factors.indices.map { factor in
      (0..<design.blocks).map { points.step(block: $0, group: factor) }
    }
    let found = ElementaryEffects(
      changes: changes.map { $0.map(\.mean) }, steps: steps,
      isSigned: factors.map { $0.places.count == 1 }, seed: design.study.seed)
    return found.ranking.map { factor in
      let noises = zip(changes[factor], steps[factor]).map { change, step in
        (2 / Double.pi * change.variance / Double(design.futures)).squareRoot() / step.magnitude
      }
      return ScreeningRow(
        name: factors[factor].name, places: factors[factor].places, effect: found.effects[factor],
        noise: Moments(noises).mean, isNothing: moved[factor] == base)
    }
  }

  private func byHouseholds(_ factors: [[Int]]) -> [Int] {
    let names = PopulationSynthesis.numberNames(of: scenario)
    func redraws(_ places: [Int]) -> Int {
      places.contains { names.contains(numbers.declared[$0].name) } ? 1 : 0
    }
    return factors.indices.sorted { (redraws(factors[$0]), $0) < (redraws(factors[$1]), $1) }
  }

  /// Indices of leading numbers and of all others together, so that nothing uncertain is left out.
  ///
  /// - Parameter leading: Positions of the leading numbers.
  /// - Returns: The indices, or `nil` if none were asked for or the rate does not vary beyond its noise.
  /// - Throws: `SensitivityError`, and what the study throws.
  func indices(leading: [Int]) throws -> SensitivityIndices? {
    guard design.rows > 1, !leading.isEmpty else { return nil }
    let others = numbers.declared.indices.filter { !leading.contains($0) }
    let groups = FactorGroups(
      factors: numbers.declared.count,
      members: leading.map { [$0] } + (others.isEmpty ? [] : [others]))
    let points = SobolDesign(
      groups: groups, rows: design.rows, arrangement: .shuffled, seed: design.study.seed)
    var (first, second): ([[Double]], [[Double]]) = ([], [])
    var mixed = [[[Double]]](repeating: [], count: groups.count)
    let order = byHouseholds(groups.members)
    for row in 0..<design.rows {
      let all = points.points(row: row)
      first.append(try values(at: all[0]))
      for group in order { mixed[group].append(try values(at: all[2 + group])) }
      second.append(try values(at: all[1]))
    }
    guard
      let found = CrossedIndices(
        first: first, second: second, redrawn: mixed, seed: design.study.seed)
    else { return nil }
    let both = first + second
    let means = { (rows: [[Double]]) in rows.map { Moments($0).mean } }
    let noisy = try? SobolIndices(
      base: means(first), other: means(second), mixed: mixed.map(means), seed: design.study.seed)
    let pawn = pawn(leading, points, means(both))
    let crossed = CrossedMoments(both.flatMap { $0 }, draws: both.count)
    return SensitivityIndices(
      variance: found.variance, noiseVariance: found.noiseVariance, mean: found.mean,
      rows: groups.members.indices.map { group in
        IndexRow(
          place: group < leading.count ? leading[group] : nil, index: found.indices[group],
          firstByJanon: noisy?.indices[group].first,
          pawn: group < leading.count ? pawn?.indices[group] : nil)
      }, variances: (crossed.parameterVariance, crossed.futureVariance, crossed.restVariance))
  }

  /// PAWN of the leading numbers over all points of A and B; `nil` if they are too few for slices.
  private func pawn(_ leading: [Int], _ points: SobolDesign, _ outcome: [Double]) -> Pawn? {
    // Below that a slice would hold a handful of points.
    guard outcome.count >= 100 else { return nil }
    let slices = leading.map { place in
      let rows = 0..<points.rows
      let coordinates =
        rows.map { points.pairs.base(row: $0, factor: place) }
        + rows.map { points.pairs.other(row: $0, factor: place) }
      // Equal values, such as those of few readings, are never parted.
      return ConditioningSlices(values: coordinates.map { numbers.value(place, at: $0) })
    }
    return try? Pawn(factors: slices, outcome: outcome, seed: design.study.seed)
  }
}
