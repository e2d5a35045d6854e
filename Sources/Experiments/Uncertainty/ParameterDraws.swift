import Households
import Randomness

/// Draws of all uncertain numbers of the model from what is believed about them.
///
/// Each declared number whose prior is not fixed has one coordinate of a scrambled Sobol' sequence,
/// pushed through the prior's quantiles. The points of each coordinate are taken in an order of their
/// own, shuffled within the blocks 1, 2–3, 4–7, 8–15 …: any power-of-two number of draws has one draw
/// in each of that many strata of every number, but no two numbers hang together. Taken as they are,
/// some of the pairs among hundreds of coordinates would be correlated by up to 0.96 in the first 256
/// points, and the effect of one number would be taken for that of another.
///
/// Draws depend on the seed and the declarations only, so that all scenarios that are compared meet the
/// same ones, and more draws add to those before. A number that a scenario sets itself is a decision and
/// stays as it is written.
public struct ParameterDraws: Sendable {
  /// Names of the numbers that are drawn, in the order of the coordinates.
  public let names: [String]
  private let priors: [Prior]
  private let valid: [ClosedRange<Double>]
  private let points: SobolSequence
  /// Number of the point that each draw takes of a coordinate; shape `[coordinates][draws]`.
  private let order: [[Int]]
  /// Values of the calibrated numbers by draw, in place of those of the priors; shape `[draws]`.
  private let calibrated: [[String: Double]]

  /// Draws for the declared numbers of a scenario's library.
  ///
  /// - Parameters:
  ///   - declared: All declared numbers.
  ///   - seed: Key of the scrambling.
  ///   - count: How many draws there will be.
  ///   - posterior: Ensemble of a calibration, from which its numbers are taken together; the draws take
  ///     its members in proportion to their weights, and then one more draw adds nothing to those before.
  public init(
    _ declared: [Parameter], seed: UInt64, count: Int, posterior: PosteriorEnsemble? = nil
  ) {
    calibrated =
      posterior.map { ensemble in
        ensemble.resampled(count, seed: seed).map { member in
          Dictionary(uniqueKeysWithValues: zip(ensemble.parameters, ensemble.members[member]))
        }
      } ?? []
    let uncertain = declared.filter { $0.prior != .fixed && $0.values.count == 1 }
    precondition(uncertain.count <= SobolSequence.mostDimensions, "too many uncertain numbers")
    names = uncertain.map(\.name)
    priors = uncertain.map(\.prior)
    valid = uncertain.map(\.valid)
    let points = SobolSequence(dimensions: max(uncertain.count, 1), seed: seed)
    order = uncertain.indices.map { points.shuffledOrder(dimension: $0, count: count) }
    self.points = points
  }

  /// The values of a draw, in the order of `names`, held within the valid ranges.
  public func values(_ draw: Int) -> [Double] {
    priors.indices.map { place in
      if !calibrated.isEmpty, let own = calibrated[draw][names[place]] { return own }
      let u = points.coordinate(point: order[place][draw], dimension: place)
      let value = priors[place].quantile(u) ?? .nan
      return min(max(value, valid[place].lowerBound), valid[place].upperBound)
    }
  }

  /// A scenario that believes the values of a draw instead of the declared ones.
  ///
  /// They replace the declarations, and with them everything that is normalised by declared numbers.
  public func scenario(_ scenario: Scenario, draw: Int) -> Scenario {
    var values: [String: Double] = [:]
    for (name, value) in zip(names, self.values(draw)) { values[name] = value }
    var drawn = scenario
    drawn.parameters = Parameters(
      declared: scenario.parameters.declared.map { parameter in
        values[parameter.name].map(parameter.replacing) ?? parameter
      }, overrides: scenario.parameters.overrides)
    return drawn
  }
}
