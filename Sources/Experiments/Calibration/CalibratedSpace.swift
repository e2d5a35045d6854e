import Households
import Randomness

/// The parameters that are fitted: their priors, and the coordinates in which they are emulated.
struct CalibratedSpace: Sendable {
  /// Names, in the order of the plan.
  let names: [String]
  private let declared: [Parameter]
  private let lower: [Double]
  private let upper: [Double]

  /// The space of some declared, uncertain numbers.
  init(_ names: [String], _ parameters: Parameters) {
    self.names = names
    declared = names.map { name in
      guard let parameter = parameters.declaration(of: name), parameter.prior != .fixed else {
        preconditionFailure("\(name) has no prior")
      }
      return parameter
    }
    lower = declared.map { Self.value($0, 0.001) }
    upper = declared.map { Self.value($0, 0.999) }
  }

  /// A parameter's prior quantile, held within its valid range.
  private static func value(_ parameter: Parameter, _ u: Double) -> Double {
    let value = parameter.prior.quantile(u) ?? .nan
    return min(max(value, parameter.valid.lowerBound), parameter.valid.upperBound)
  }

  /// Values at prior quantiles; shapes `[names]`.
  func values(_ quantiles: [Double]) -> [Double] {
    zip(declared, quantiles).map { Self.value($0, $1) }
  }

  /// Coordinates for the emulators: 0 in the middle of the prior's range, ±1 at its ends.
  func coordinates(_ values: [Double]) -> [Double] {
    values.indices.map { place in
      let width = upper[place] - lower[place]
      return width > 0 ? 2 * (values[place] - lower[place]) / width - 1 : 0
    }
  }

  /// Points of the first wave: one in each stratum of every prior, as in `ParameterDraws`.
  func firstWave(_ count: Int, seed: UInt64) -> [[Double]] {
    let draws = ParameterDraws(declared, seed: seed, count: count)
    return (0..<count).map(draws.values)
  }

  /// A point drawn from the priors, by number.
  func candidate(_ number: Int, wave: Int, seed: UInt64) -> [Double] {
    let key = DrawKey(seed: seed, shockYear: 0, householdReplication: 0)
    var quantiles: [Double] = []
    for block in 0...(names.count - 1) / 4 {
      // The words of a name are four; the number of the block stands where others have a month.
      let words = key.shared(.province, number, month: 64 * wave + block, .candidates)
      quantiles += (0..<4).map { words[$0].uniform }
    }
    return values(Array(quantiles.prefix(names.count)))
  }

  /// A uniform number that decides whether a candidate is taken.
  func luck(_ number: Int, wave: Int, seed: UInt64) -> Double {
    let key = DrawKey(seed: seed, shockYear: 0, householdReplication: 0)
    return key.shared(.province, number, month: 64 * wave, .candidates, draw: 1)[0].uniform
  }

  /// A scenario that believes these values instead of the declared ones.
  func scenario(_ scenario: Scenario, _ values: [Double]) -> Scenario {
    let own = Dictionary(uniqueKeysWithValues: zip(names, values))
    var copy = scenario
    copy.parameters = Parameters(
      declared: scenario.parameters.declared.map { parameter in
        own[parameter.name].map(parameter.replacing) ?? parameter
      }, overrides: scenario.parameters.overrides)
    return copy
  }
}
