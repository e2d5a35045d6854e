/// One number of a scenario that a question moves: a lever of policy, or something that is uncertain.
public struct Factor: Sendable, Hashable {
  /// What is moved.
  public enum Target: Sendable, Hashable {
    /// A declared number.
    case parameter(String)
    /// The strength of a mechanism; 1 is as declared.
    case scale(Mechanism)
    /// Whether a mechanism is in force: 0 or 1.
    case enabled(Mechanism)
  }

  /// Name as it is written in scenario files, such as `policies.fund.total`; the key in tables.
  public let name: String
  /// What is moved.
  public let target: Target
  /// First month of the new value; `nil` for the start of the run.
  public let from: Month?
  /// Title for readers.
  public let title: BilingualText
  /// Unit in words.
  public let unit: String
  /// Values that the model accepts.
  public let valid: ClosedRange<Double>

  /// A number that a question moves.
  public init(
    name: String, target: Target, from: Month? = nil, title: BilingualText, unit: String,
    valid: ClosedRange<Double>
  ) {
    self.name = name
    self.target = target
    self.from = from
    self.title = title
    self.unit = unit
    self.valid = valid
  }

  /// The same number under another title.
  public func called(_ title: BilingualText) -> Factor {
    Factor(name: name, target: target, from: from, title: title, unit: unit, valid: valid)
  }

  /// The value that a scenario has in the first month for which the factor moves it.
  public func value(in scenario: Scenario) -> Double {
    let month = from ?? scenario.start
    switch target {
    case .parameter(let name): return scenario.parameters.value(of: name, at: month) ?? .nan
    case .scale(let mechanism): return scenario.setting(of: mechanism).scale.value(at: month)
    case .enabled(let mechanism): return scenario.setting(of: mechanism).isEnabled ? 1 : 0
    }
  }

  /// A scenario in which the number has another value.
  ///
  /// A number about which something is believed, and that the scenario leaves open, is believed otherwise:
  /// its declaration changes, and with it everything that is normalised by declared numbers. Any other
  /// number is decided otherwise, as if the scenario had written it.
  public func applied(_ value: Double, to scenario: Scenario) -> Scenario {
    var changed = scenario
    switch target {
    case .parameter(let name):
      changed.parameters = parameters(name, value, in: scenario)
    case .scale(let mechanism):
      var setting = scenario.setting(of: mechanism)
      let constant = DatedPath(constant: value)
      setting.scale = from.map { setting.scale.followed(by: constant, from: $0) } ?? constant
      changed.mechanisms[mechanism] = setting
    case .enabled(let mechanism):
      var setting = scenario.setting(of: mechanism)
      setting.isEnabled = value >= 0.5
      if setting.isEnabled, let from { setting.from = from }
      changed.mechanisms[mechanism] = setting
    }
    return changed
  }

  private func parameters(_ name: String, _ value: Double, in scenario: Scenario) -> Parameters {
    let old = scenario.parameters
    guard let declared = old.declaration(of: name) else { return old }
    let isOpen = old.overrides[name] == nil && declared.prior != .fixed && from == nil
    guard !isOpen else {
      return Parameters(
        declared: old.declared.map { $0.name == name ? $0.replacing(with: value) : $0 },
        overrides: old.overrides)
    }
    guard let from else { return old.replacing(name, with: value) }
    let before = old.overrides[name]?.path ?? DatedPath(constant: declared.values[0])
    return old.replacing(
      name, with: before.followed(by: DatedPath(constant: value), from: from))
  }
}
