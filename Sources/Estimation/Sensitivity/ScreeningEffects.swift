/// What a factor did in a screening: the change of the outcome for a step of half of the factor's range.
///
/// Base and moved points meet the same futures, so the change is known future by future:
///
///     Δ[b] = mean over futures of ( moved[b, r] − base[b, r] )
///     μ*   = mean over blocks of |Δ[b]|
///     μ    = mean over blocks of ± Δ[b], with the sign of the step
///     σ    = standard deviation over blocks of ± Δ[b]
///
/// What few futures leave of their noise makes |Δ| larger. If the factor did nothing but reshuffle luck, μ*
/// would be about √(2/π) s/√R, with s the spread over futures of one block's change; this is `noise`.
public struct ScreeningEffects: Sendable, Hashable {
  /// μ*, with its interval over blocks.
  public let meanAbsolute: PercentileInterval
  /// μ; NaN for a group, whose members have steps of different signs.
  public let mean: Double
  /// σ; NaN for a group.
  public let deviation: Double
  /// What μ* would be if the futures' noise were all.
  public let noise: Double
  /// Whether no future of any block changed at all.
  public let isNothing: Bool

  /// The effects of one factor.
  ///
  /// - Parameters:
  ///   - base: Outcomes at the base points; shape `[blocks][futures]`, at least 2 of both.
  ///   - moved: Outcomes at the moved points, of the same shape.
  ///   - steps: Signed steps by block; `nil` for a group.
  ///   - seed: Key of the resamples of blocks.
  public init(base: [[Double]], moved: [[Double]], steps: [Double]?, seed: UInt64) {
    precondition(base.count > 1 && base.count == moved.count, "two blocks of points at least")
    var changes: [Double] = []
    var noise = 0.0
    var isNothing = true
    for (before, after) in zip(base, moved) {
      let differences = Moments(zip(after, before).map { $0 - $1 })
      isNothing = isNothing && zip(after, before).allSatisfy { $0 == $1 }
      changes.append(differences.mean)
      noise += (2 / Double.pi * differences.variance / Double(before.count)).squareRoot()
    }
    self.isNothing = isNothing
    self.noise = noise / Double(base.count)
    let sizes = changes.map(\.magnitude)
    let resamples = ReplicationResamples(replications: base.count, seed: seed)
    meanAbsolute = PercentileInterval(
      value: Moments(sizes).mean,
      resamples: (0..<SensitivityBootstrap.count).map { number in
        let counts = resamples.counts(number)
        return zip(sizes, counts).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(sizes.count)
      })
    let signed = steps.map { zip(changes, $0).map { $1 < 0 ? -$0 : $0 } }
    mean = signed.map { Moments($0).mean } ?? .nan
    deviation = signed.map { Moments($0).variance.squareRoot() } ?? .nan
  }
}

/// How sensitivity measures are resampled.
enum SensitivityBootstrap {
  /// Number of resamples.
  static let count = 1000
}
