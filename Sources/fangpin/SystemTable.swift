import Households
import ScenarioFiles

/// The plan's systems as rows of text: in force or not, levers, example.
struct SystemTable {
  private let scenario: Scenario
  private let language: Language

  init(_ scenario: Scenario, language: Language) {
    self.scenario = scenario
    self.language = language
  }

  /// One line a system.
  var text: String {
    let header = [
      say("编号", "row"), say("系统", "system"), say("基准中", "in the baseline"),
      say("可调的数", "levers"), say("示例", "example"), say("机制", "mechanisms"),
    ]
    let rows = PlanSystem.allCases.map { system in
      [
        system.rawValue, system.title[language], status(of: system),
        String(levers(of: system).count), "Scenarios/" + system.example,
        system.mechanisms.isEmpty
          ? say("文件", "a file") : system.mechanisms.map(\.rawValue).joined(separator: ", "),
      ]
    }
    return TerminalTable(
      rows: [header] + rows, alignedRight: [false, false, false, true, false, false]
    ).text
  }

  /// Everything about one system: each mechanism with its levers.
  func account(of system: PlanSystem) -> String {
    var lines = ["\(system.rawValue) \(system.title[language])  [\(status(of: system))]"]
    for mechanism in system.mechanisms {
      lines.append(
        "  \(mechanism.section.rawValue).\(mechanism.rawValue): \(mechanism.meaning[language])")
      for lever in levers(of: mechanism) {
        lines.append("    \(lever.name) — \(lever.meaning[language])")
      }
    }
    if system.mechanisms.isEmpty { lines.append("  " + fileSection(of: system)) }
    lines.append("  " + say("示例：", "example: ") + "Scenarios/" + system.example)
    return lines.joined(separator: "\n") + "\n"
  }

  private func fileSection(of system: PlanSystem) -> String {
    system == .g1
      ? say("情景文件的 regulation 一节。", "the section regulation of a scenario file.")
      : say("情景文件的 rules 一节。", "the section rules of a scenario file.")
  }

  private func status(of system: PlanSystem) -> String {
    let settings = system.mechanisms.map { scenario.setting(of: $0).isEnabled }
    if settings.isEmpty { return say("无", "none") }
    if settings.allSatisfy({ $0 }) { return say("启用", "on") }
    return settings.contains(true) ? say("部分启用", "partly on") : say("停用", "off")
  }

  /// On or off, strength, dates and places, and the numbers of each mechanism.
  private func levers(of system: PlanSystem) -> [Parameter] {
    system.mechanisms.flatMap(levers)
  }

  private func levers(of mechanism: Mechanism) -> [Parameter] {
    scenario.parameters.declared.filter { $0.name.hasPrefix(mechanism.rawValue + ".") }
  }
}
