import Foundation
import Households

/// Reads what a calibration is to do.
public struct CalibrationFile {
  static let kind = BilingualText(chinese: "校准文件", english: "a calibration")
  private static let keys = ["title", "scenario", "parameters", "moments", "design"]
  private let values: ValueReader
  private let scenario: Scenario

  /// Reads a calibration with the scenario it is about.
  ///
  /// - Parameter path: The calibration file; it names its scenario relative to itself.
  /// - Returns: The plan and the scenario, in which nothing is left to check.
  /// - Throws: Every mistake at once, in order of place.
  public static func read(
    at path: String
  ) throws(ScenarioFileErrors) -> (plan: CalibrationPlan, scenario: Scenario) {
    let mistakes = MistakeList()
    let values = ValueReader(mistakes: mistakes)
    guard let text = TextFile.text(at: path, name: path, mistakes: mistakes),
      let root = YAMLDocument.root(of: text, file: path, mistakes: mistakes),
      let map = KeyedNode(root, key: "", keys: keys, mistakes: mistakes, file: kind)
    else { throw ScenarioFileErrors(mistakes: mistakes.mistakes) }
    let missing = keys.filter { map[$0] == nil }
    if !missing.isEmpty {
      let list = missing.joined(separator: ", ")
      mistakes.add(
        Place(file: path, line: 1, column: 1), english: "the file lacks \(list).",
        chinese: "文件缺少 \(list)。")
    }
    guard let node = map["scenario"], let file = values.text(node, key: "scenario") else {
      throw ScenarioFileErrors(mistakes: mistakes.mistakes)
    }
    let place = URL(fileURLWithPath: path).deletingLastPathComponent().appending(path: file).path
    let scenario: Scenario
    do {
      scenario = try ScenarioLibrary.scenario(at: place)
    } catch {
      throw ScenarioFileErrors(mistakes: mistakes.mistakes + error.mistakes)
    }
    let reader = CalibrationFile(values: values, scenario: scenario)
    let plan = reader.plan(
      map, name: URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent)
    try mistakes.throwIfAny()
    guard let plan else { fatalError("a calibration without value and without mistake") }
    return (plan, scenario)
  }

  private func plan(_ map: KeyedNode, name: String) -> CalibrationPlan? {
    let title = map["title"].flatMap { values.bilingual($0, key: "title") }
    let parameters = map["parameters"].map(parameters)
    let moments = map["moments"].map(moments)
    let design = map["design"].flatMap { DesignReader(values: values).design($0) }
    guard let title, let parameters, let moments, let design else { return nil }
    return CalibrationPlan(
      name: name, title: title, parameters: parameters, moments: moments, design: design)
  }

  /// Names of declared numbers that are uncertain and that the scenario leaves open.
  private func parameters(_ node: SourceNode) -> [String] {
    guard case .list(let items) = node.content, !items.isEmpty else {
      values.expected(
        node, key: "parameters", english: "a list of names of parameters", chinese: "参数名称的列表")
      return []
    }
    var names: [String] = []
    for item in items {
      guard let name = values.text(item, key: "parameters") else { continue }
      if names.contains(name) {
        values.add(item, "\(name) is listed twice.", "\(name) 重复列出。")
      } else if isUncertain(name, at: item) {
        names.append(name)
      }
    }
    return names
  }

  private func isUncertain(_ name: String, at node: SourceNode) -> Bool {
    guard let parameter = scenario.parameters.declaration(of: name) else {
      values.add(
        node, "\(name) is no declared parameter.", "\(name) 不是已声明的参数。",
        remedy: Spelling.remedy(for: name, among: scenario.parameters.declared.map(\.name)))
      return false
    }
    guard parameter.prior != .fixed, parameter.values.count == 1 else {
      values.add(
        node, "\(name) has no prior, so there is nothing to fit.", "\(name) 没有先验分布，无从校准。",
        remedy: BilingualText(
          chinese: "请从列表中删除，或在参数文件中写明 prior。",
          english: "Leave it out, or declare a prior in its parameter file."))
      return false
    }
    if let own = scenario.parameters.overrides[name] {
      values.add(
        node, "\(name) is set by the scenario (\(own.place)), so it cannot be fitted.",
        "\(name) 已由情景设定（\(own.place)），不能校准。",
        remedy: BilingualText(
          chinese: "请从列表或情景中删除其一。", english: "Take it out of one of the two."))
      return false
    }
    return true
  }

  private func moments(_ node: SourceNode) -> [Moment] {
    guard case .list(let items) = node.content, !items.isEmpty else {
      values.expected(node, key: "moments", english: "a list of moments", chinese: "矩的列表")
      return []
    }
    let reader = MomentReader(values: values, scenario: scenario)
    var moments: [Moment] = []
    for (number, item) in items.enumerated() {
      guard let moment = reader.moment(item, key: "moments[\(number + 1)]") else { continue }
      if moments.contains(where: { $0.id == moment.id }) {
        values.add(
          item, "there are two moments called \(moment.id).", "有两个矩都叫 \(moment.id)。",
          remedy: BilingualText(chinese: "请改名。", english: "Give one of them another id."))
      }
      moments.append(moment)
    }
    if moments.count == items.count, !moments.contains(where: { $0.role == .fit }) {
      values.add(
        node, "no moment has the role fit.", "没有任何矩的 role 是 fit。",
        remedy: BilingualText(
          chinese: "请至少给一个矩写 role: fit。", english: "Write role: fit for at least one."))
    }
    return moments
  }
}
