import Households
import Randomness

/// The uncertain numbers of a scenario as coordinates of a unit cube: each moves by its quantiles.
///
/// A number that the scenario sets itself is a decision and not uncertain. With a calibration's ensemble the
/// numbers that were calibrated have the quantiles of its weighted members, one number at a time; how they
/// hang together in the ensemble is then lost.
public struct UncertainNumbers: Sendable {
  /// Declarations, in the order of the files.
  public let declared: [Parameter]
  /// Names, in the same order.
  public var names: [String] { declared.map(\.name) }
  /// Members' values, ascending, with the weights up to and with them; `nil` for a number with its prior.
  private let marginals: [[(value: Double, reached: Double)]?]

  /// The uncertain numbers of a scenario.
  public init(_ scenario: Scenario, posterior: PosteriorEnsemble? = nil) {
    declared = scenario.parameters.declared.filter {
      $0.prior != .fixed && $0.values.count == 1 && scenario.parameters.overrides[$0.name] == nil
    }
    marginals = declared.map { parameter in
      guard let posterior, let column = posterior.parameters.firstIndex(of: parameter.name) else {
        return nil
      }
      var reached = 0.0
      return posterior.members.indices
        .sorted { (posterior.members[$0][column], $0) < (posterior.members[$1][column], $1) }
        .map { member in
          reached += posterior.weights[member]
          return (posterior.members[member][column], reached)
        }
    }
  }

  /// Whether a number has the quantiles of a calibration's ensemble instead of those of its prior.
  public func isCalibrated(_ place: Int) -> Bool { marginals[place] != nil }

  /// A number's quantile, held within its valid range.
  public func value(_ place: Int, at u: Double) -> Double {
    let parameter = declared[place]
    let value: Double
    if let members = marginals[place] {
      value = (members.first { $0.reached >= u } ?? members[members.count - 1]).value
    } else {
      value = parameter.prior.quantile(u) ?? .nan
    }
    return min(max(value, parameter.valid.lowerBound), parameter.valid.upperBound)
  }

  /// A scenario that believes all numbers at a point; shape `[numbers]`.
  public func scenario(_ scenario: Scenario, at point: [Double]) -> Scenario {
    var values: [String: Double] = [:]
    for (place, u) in point.enumerated() { values[declared[place].name] = value(place, at: u) }
    var moved = scenario
    moved.parameters = Parameters(
      declared: scenario.parameters.declared.map { parameter in
        values[parameter.name].map(parameter.replacing) ?? parameter
      }, overrides: scenario.parameters.overrides)
    return moved
  }

  /// A scenario that believes one number at a quantile and all others as declared.
  public func scenario(_ scenario: Scenario, moving place: Int, to u: Double) -> Scenario {
    var moved = scenario
    moved.parameters = Parameters(
      declared: scenario.parameters.declared.map { parameter in
        parameter.name == declared[place].name
          ? parameter.replacing(with: value(place, at: u)) : parameter
      }, overrides: scenario.parameters.overrides)
    return moved
  }

  /// The numbers by theme, themes in the order in which they first occur.
  public var themes: [Theme] {
    var themes: [Theme] = []
    for (place, parameter) in declared.enumerated() {
      let name = String(parameter.name.prefix { $0 != "." })
      if let known = themes.firstIndex(where: { $0.name == name }) {
        themes[known].places.append(place)
      } else {
        themes.append(Theme(name: name, places: [place]))
      }
    }
    return themes
  }

  /// Numbers with the first part of their name in common: those of a mechanism, of the lines, of the population.
  public struct Theme: Sendable, Hashable {
    /// The first part of the name, such as `illness`.
    public let name: String
    /// Positions of the numbers.
    public var places: [Int]
  }
}
