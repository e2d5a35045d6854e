import Households

/// One number or switch that an article changes.
public struct ArticleChange: Sendable {
  /// What is changed.
  public enum Subject: Sendable {
    /// A declared number.
    case parameter(Parameter)
    /// Whether a mechanism is in force: 0 or 1.
    case enabled(Mechanism)
    /// The strength of a mechanism; 1 is as declared.
    case scale(Mechanism)
  }

  /// Number of the article.
  public let article: Int
  /// Scenario key, such as `policies.fund.total`.
  public let key: String
  /// What is changed.
  public let subject: Subject
  /// The value in the last month without the article.
  public let before: Double
  /// The value in the last month with it.
  public let after: Double

  /// A change that a key of an article makes; `nil` if the key names neither a number nor a switch, or if
  /// the value is the same in the last month.
  init?(article: Int, key: String, from baseline: Scenario, to adopted: Scenario) {
    let name = key.split(separator: ".").dropFirst().joined(separator: ".")
    let parts = name.split(separator: ".").map(String.init)
    func values(_ value: (Scenario) -> Double?) -> (Double, Double)? {
      guard let before = value(baseline), let after = value(adopted), before != after else {
        return nil
      }
      return (before, after)
    }
    let found: (Subject, (Double, Double)?)
    if let parameter = baseline.parameters.declaration(of: name) {
      found = (.parameter(parameter), values { $0.parameters.value(of: name, at: $0.end) })
    } else if let mechanism = parts.first.flatMap(Mechanism.init(rawValue:)) {
      if parts.last == "scale" {
        found = (.scale(mechanism), values { $0.setting(of: mechanism).scale.value(at: $0.end) })
      } else {
        found = (.enabled(mechanism), values { $0.setting(of: mechanism).isEnabled ? 1 : 0 })
      }
    } else {
      return nil
    }
    guard let (before, after) = found.1 else { return nil }
    self.article = article
    self.key = key
    subject = found.0
    (self.before, self.after) = (before, after)
  }
}
