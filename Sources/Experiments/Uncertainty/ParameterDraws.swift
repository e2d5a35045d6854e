import Households
import Randomness

/// Draws of all uncertain numbers of the model from what is believed about them.
///
/// Draw *d* is the scrambled Sobol' point number *d*, with one coordinate for each declared number whose
/// prior is not fixed, in the order of the declarations, pushed through the prior's quantiles. It
/// depends on the seed and the declarations only, so that all scenarios that are compared meet the same
/// draws. A number that a scenario sets itself is a decision and stays as it is written.
public struct ParameterDraws: Sendable {
  /// Names of the numbers that are drawn, in the order of the coordinates.
  public let names: [String]
  private let priors: [Prior]
  private let valid: [ClosedRange<Double>]
  private let points: SobolSequence

  /// Draws for the declared numbers of a scenario's library.
  ///
  /// - Parameters:
  ///   - declared: All declared numbers.
  ///   - seed: Key of the scrambling.
  public init(_ declared: [Parameter], seed: UInt64) {
    let uncertain = declared.filter { $0.prior != .fixed && $0.values.count == 1 }
    precondition(uncertain.count <= SobolSequence.mostDimensions, "too many uncertain numbers")
    names = uncertain.map(\.name)
    priors = uncertain.map(\.prior)
    valid = uncertain.map(\.valid)
    points = SobolSequence(dimensions: max(uncertain.count, 1), seed: seed)
  }

  /// The values of a draw, in the order of `names`, held within the valid ranges.
  public func values(_ draw: Int) -> [Double] {
    priors.indices.map { place in
      let u = points.coordinate(point: draw, dimension: place)
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
