/// Elementary effects of factors, for telling the few that matter from the many that do not.
///
/// With the change of the outcome in block *j* when group *i* moves, and the length of that step,
///
///     EE_ij = change_ij / step_ij,   μ*_i = mean |EE_ij|,   μ_i = mean EE_ij,   σ_i = sd EE_ij  (divisor r − 1)
///
/// Sources: M. D. Morris, *Technometrics* 33(2), 1991; F. Campolongo, J. Cariboni and A. Saltelli,
/// *Environmental Modelling & Software* 22(10), 2007 (μ*, groups); F. Campolongo, A. Saltelli and J. Cariboni,
/// *Computer Physics Communications* 182(4), 2011 (radial design).
public struct ElementaryEffects: Sendable, Hashable {
  /// One a group, in their order; shape `[groups]`.
  public let effects: [ElementaryEffect]
  /// Number of blocks *r*.
  public let blocks: Int

  /// Effects of an outcome known at all points of a design.
  ///
  /// - Parameters:
  ///   - design: The points.
  ///   - values: The outcome in the order of the points; shape `[design.count]`.
  ///   - resamples: Resamples of blocks, at least 2.
  ///   - seed: Key of the resamples.
  /// - Throws: `SensitivityError.notFinite`. An outcome that never changes has effects of 0.
  public init(design: RadialDesign, values: [Double], resamples: Int = 1000, seed: UInt64)
    throws(SensitivityError)
  {
    precondition(values.count == design.count, "one value a point")
    for (point, value) in values.enumerated() where !value.isFinite {
      throw .notFinite(point: point)
    }
    let size = design.pointsInBlock
    let groups = 0..<design.groups.count
    self.init(
      changes: groups.map { group in
        (0..<design.blocks).map { values[$0 * size + group + 1] - values[$0 * size] }
      },
      steps: groups.map { group in
        (0..<design.blocks).map { design.step(block: $0, group: group) }
      },
      isSigned: design.groups.members.map { $0.count == 1 }, resamples: resamples, seed: seed)
  }

  /// Effects of changes over steps, from any design.
  ///
  /// - Parameters:
  ///   - changes: Change of the outcome; shape `[groups][r]`, at least 2 blocks.
  ///   - steps: Length of the step, with its sign; shape `[groups][r]`. A factor that did not move
  ///     changed nothing: its effect counts as 0.
  ///   - isSigned: Whether the sign of a group's step means something; shape `[groups]`.
  ///   - resamples: Resamples of blocks, at least 2.
  ///   - seed: Key of the resamples.
  public init(
    changes: [[Double]], steps: [[Double]], isSigned: [Bool], resamples: Int = 1000, seed: UInt64
  ) {
    let blocks = changes.first?.count ?? 0
    precondition(blocks > 1 && resamples > 1, "a spread needs two blocks and two resamples")
    precondition(
      changes.count == steps.count && changes.count == isSigned.count
        && (changes + steps).allSatisfy { $0.count == blocks }, "shapes must be [groups][r]")
    let samples = ReplicationResamples(replications: blocks, seed: seed)
    let counts = (0..<resamples).map { samples.counts($0).map { Double($0) } }
    self.blocks = blocks
    effects = changes.indices.map { group in
      let effects = zip(changes[group], steps[group]).map { $1 == 0 ? 0 : $0 / $1 }
      let sizes = effects.map(\.magnitude)
      let moments = Moments(effects)
      let resampled = counts.map { zip($0, sizes).reduce(0) { $0 + $1.0 * $1.1 } / Double(blocks) }
      return ElementaryEffect(
        group: group,
        meanSize: PercentileInterval(value: Moments(sizes).mean, resamples: resampled),
        mean: isSigned[group] ? moments.mean : nil,
        deviation: isSigned[group] ? moments.variance.squareRoot() : nil)
    }
  }

  /// Groups by size of their effect, largest first; of equals the first.
  public var ranking: [Int] {
    effects.indices.sorted { first, second in
      let (a, b) = (effects[first].meanSize.value, effects[second].meanSize.value)
      return a == b ? first < second : a > b
    }
  }
}
