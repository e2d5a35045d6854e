/// Every number of the model as a scenario believes it: declared values and the scenario's own.
public struct Parameters: Sendable {
  /// A value that a scenario put in the place of the declared one.
  public struct Override: Sendable {
    /// The value over time.
    public let path: DatedPath
    /// Where it was written, such as `packages/2025.yaml:14`.
    public let place: String

    /// A scenario's own value.
    public init(path: DatedPath, place: String) {
      self.path = path
      self.place = place
    }
  }

  /// All declared numbers, in the order of the files.
  public let declared: [Parameter]
  /// The scenario's own values by parameter name.
  public private(set) var overrides: [String: Override]
  private let positions: [String: Int]

  /// The numbers of the parameter files, with what a scenario overrides.
  public init(declared: [Parameter], overrides: [String: Override] = [:]) {
    self.declared = declared
    self.overrides = overrides
    positions = Dictionary(
      uniqueKeysWithValues: declared.enumerated().map { ($0.element.name, $0.offset) })
  }

  /// The declaration of a name, if there is one.
  public func declaration(of name: String) -> Parameter? { positions[name].map { declared[$0] } }

  /// The value of a parameter in a month, or `nil` if no file declares it.
  public func value(of name: String, at month: Month) -> Double? {
    if let override = overrides[name] { return override.path.value(at: month) }
    guard let parameter = declaration(of: name) else { return nil }
    return parameter.values.count == 12
      ? parameter.values[month.month - 1] : parameter.values[0]
  }

  /// These numbers with one value replaced, for experiments and tests.
  public func replacing(_ name: String, with value: Double, place: String = "experiment")
    -> Parameters
  {
    replacing(name, with: DatedPath(constant: value), place: place)
  }

  /// These numbers with one replaced by a path over time, for experiments and tests.
  public func replacing(_ name: String, with path: DatedPath, place: String = "experiment")
    -> Parameters
  {
    precondition(positions[name] != nil, "no parameter is called \(name)")
    var copy = self
    copy.overrides[name] = Override(path: path, place: place)
    return copy
  }
}

/// Reads the numbers of one month by name, and remembers the names that no file declares.
///
/// A mechanism lists its numbers once, in the initialiser of its settings. Missing names are
/// collected so that all of them can be reported together.
public final class ParameterReader {
  /// The month whose values are read.
  public let month: Month
  /// Names asked for that no file declares.
  public private(set) var missing: [String] = []
  /// Every name asked for.
  public private(set) var asked: Set<String> = []
  private let parameters: Parameters

  /// A reader of the values that hold in a month.
  public init(_ parameters: Parameters, at month: Month) {
    self.parameters = parameters
    self.month = month
  }

  /// The value of a parameter in this reader's month, in the unit of its declaration.
  public subscript(name: String) -> Double {
    asked.insert(name)
    if let value = parameters.value(of: name, at: month) { return value }
    missing.append(name)
    return 0
  }

  /// The same value in single precision, for the monthly passes.
  public func float(_ name: String) -> Float { Float(self[name]) }
}
