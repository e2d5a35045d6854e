import Households
import Provenance

/// The digest of everything in a scenario that decides results, however the scenario came about.
///
/// Titles, places and names of files do not count. Unlike the text of a scenario file it also covers
/// the geography, and values that an experiment put in the place of declared ones.
public enum ScenarioDigest {
  /// The digest, 64 hexadecimal characters.
  public static func hexadecimal(of scenario: Scenario) -> String {
    var stream = DigestStream()
    for line in lines(of: scenario) { stream.update(line + "\n") }
    return stream.hexadecimal
  }

  private static func lines(of scenario: Scenario) -> [String] {
    var lines = ["\(scenario.start) \(scenario.firstResultYear) \(scenario.end)"]
    lines += ParametersDigest.lines(of: scenario.parameters) { _ in true }
    for mechanism in Mechanism.allCases {
      lines.append("\(mechanism.rawValue): \(text(of: scenario.setting(of: mechanism)))")
    }
    lines += scenario.events.map { event in
      "\(event.kind) \(event.from) \(event.to) \(places(event.counties))"
    }
    lines += scenario.rules.map { rule in
      "\(rule.quantity) \(rule.isAbove) \(rule.threshold) \(rule.mechanism) \(rule.effect) "
        + "\(rule.scope)"
    }
    lines += scenario.geography.prefectures.map { "\($0)" }
    lines += scenario.geography.counties.map { "\($0)" }
    lines.append("\(scenario.counties)")
    if case .table(let rows) = scenario.populationSource { lines += rows.map { "\($0)" } }
    return lines
  }

  private static func text(of setting: MechanismSetting) -> String {
    let steps = setting.scale.steps.map { step in
      (step.from.map { "\($0)=" } ?? "") + "\(step.value)"
    }
    return "\(setting.isEnabled) \(steps.joined(separator: ";")) "
      + "\(setting.from?.description ?? "-") \(setting.to?.description ?? "-") "
      + places(setting.counties)
  }

  /// Sets have no order of their own.
  private static func places(_ counties: Set<Int>?) -> String {
    counties.map { "\($0.sorted())" } ?? "all"
  }
}
