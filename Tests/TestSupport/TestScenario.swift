import Foundation
import Households
import ScenarioFiles

/// Scenarios for tests: the committed baseline, changed in place.
public enum TestScenario {
  /// The repository's folder, found from this file.
  public static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The committed baseline, limited to a few counties so that tests are quick, and without the
  /// mechanisms that a scenario must switch on: each test switches on what it is about.
  public static func baseline(counties: [Int]? = nil, lastYear: Int = 2024) throws -> Scenario {
    var scenario = try ScenarioLibrary.scenario(at: repository + "/Scenarios/guizhou.yaml")
    for mechanism in Mechanism.allCases where !mechanism.isOnByDefault {
      scenario.mechanisms[mechanism] = MechanismSetting(isEnabled: false)
    }
    if let counties { scenario.counties = counties }
    scenario.end = Month(year: lastYear, month: 12)
    return scenario
  }

  /// The committed baseline without what a scenario must switch on, limited in the same way.
  ///
  /// For tests of one such mechanism, which must not depend on what the baseline has on.
  public static func core(counties: [Int]? = nil, lastYear: Int = 2024) throws -> Scenario {
    var scenario = try baseline(counties: counties, lastYear: lastYear)
    for mechanism in Mechanism.allCases where !mechanism.isOnByDefault {
      scenario = scenario.without(mechanism)
    }
    return scenario
  }
}

extension Scenario {
  /// This scenario without some mechanisms.
  public func without(_ mechanisms: Mechanism...) -> Scenario {
    var copy = self
    for mechanism in mechanisms {
      var setting = copy.setting(of: mechanism)
      setting.isEnabled = false
      copy.mechanisms[mechanism] = setting
    }
    return copy
  }

  /// This scenario with only some mechanisms.
  public func withOnly(_ mechanisms: Mechanism...) -> Scenario {
    var copy = self
    for mechanism in Mechanism.allCases {
      var setting = MechanismSetting()
      setting.isEnabled = mechanisms.contains(mechanism)
      copy.mechanisms[mechanism] = setting
    }
    return copy
  }

  /// This scenario with another value of a parameter.
  public func with(_ name: String, _ value: Double) -> Scenario {
    var copy = self
    copy.parameters = parameters.replacing(name, with: value)
    return copy
  }

  /// This scenario with a mechanism set otherwise.
  public func setting(_ mechanism: Mechanism, _ change: (inout MechanismSetting) -> Void)
    -> Scenario
  {
    var copy = self
    var setting = copy.setting(of: mechanism)
    change(&setting)
    copy.mechanisms[mechanism] = setting
    return copy
  }
}
