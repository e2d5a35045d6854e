import Households

extension ScenarioSchema {
  /// The reference of scenario files in Markdown: every key with meaning, unit, range, default,
  /// origin and an example.
  public static func documentation(parameters: [Parameter], language: Language) -> String {
    ScenarioDocumentation(parameters: parameters, language: language).text()
  }
}

/// Writes `Docs/scenario.md` and `Docs/scenario.zh-CN.md`.
struct ScenarioDocumentation {
  let parameters: [Parameter]
  let language: Language

  func text() -> String {
    var lines = introduction.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    for section in Mechanism.Section.allCases {
      lines += ["", "## \(say(section.meaning)) — `\(section.rawValue)`"]
      for mechanism in Mechanism.allCases where mechanism.section == section {
        lines += mechanismLines(mechanism)
      }
    }
    lines += others() + events() + ruleLines() + household()
    return lines.joined(separator: "\n") + "\n"
  }

  private func say(_ text: BilingualText) -> String { text[language] }
  private func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  private var tableHead: [String] {
    [
      say(
        "| 键 | 含义 | 单位 | 范围 | 缺省 | 来源 | 示例 |",
        "| key | meaning | unit | range | default | origin | example |"),
      "|---|---|---|---|---|---|---|",
    ]
  }

  private func row(_ parameter: Parameter, key: String) -> String {
    let low = NumberWords.digits(parameter.valid.lowerBound)
    let high = NumberWords.digits(parameter.valid.upperBound)
    let unit = UnitText.text(parameter.unit, language)
    let numbers = parameter.values.map(NumberWords.digits)
    let standard = numbers.count == 1 ? numbers[0] : "[\(numbers.joined(separator: ", "))]"
    return "| `\(key)` | \(cell(say(parameter.meaning))) | \(cell(unit)) | \(low) – \(high) | "
      + "\(standard) | \(parameter.origin.text(language)) | `\(key): \(example(parameter))` |"
  }

  /// A value that may be written: the lower end of what is believed possible, or the declared one.
  private func example(_ parameter: Parameter) -> String {
    guard parameter.values.count == 1 else {
      return "[\(parameter.values.map(NumberWords.digits).joined(separator: ", "))]"
    }
    switch parameter.prior {
    case .uniform(let low, _), .triangular(let low, _, _): return NumberWords.digits(low)
    default: return NumberWords.digits(parameter.values[0])
    }
  }

  private func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }

  private func mechanismLines(_ mechanism: Mechanism) -> [String] {
    let own = parameters.filter { $0.theme == mechanism.rawValue }
    let head = ["", "### `\(mechanism.rawValue)`", "", say(mechanism.meaning), ""]
    guard !own.isEmpty else { return Array(head.dropLast()) }
    return head + tableHead
      + own.map { row($0, key: String($0.name.dropFirst(mechanism.rawValue.count + 1))) }
  }

  private func others() -> [String] {
    ["", say("## 其他参数 — `parameters`", "## Other numbers — `parameters`"), ""] + tableHead
      + parameters.filter { Mechanism(rawValue: $0.theme) == nil }.map { row($0, key: $0.name) }
  }

  private func events() -> [String] {
    eventText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func ruleLines() -> [String] {
    ruleText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func household() -> [String] {
    let head =
      tableText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [
        say(
          "| 列（中文） | 列（英文） | 含义 | 取值 | 必填 |",
          "| column (English) | column (Chinese) | meaning | values | required |"),
        "|---|---|---|---|---|",
      ]
    return head
      + HouseholdColumns.all.map { column in
        let names =
          language == .chinese
          ? [column.chinese, column.english] : [column.english, column.chinese]
        return
          "| `\(names[0])` | `\(names[1])` | \(say(column.meaning)) | \(values(column.kind)) | "
          + "\(column.isRequired ? say("是", "yes") : say("否", "no")) |"
      }
  }

  private func values(_ kind: HouseholdColumns.Kind) -> String {
    switch kind {
    case .integer(let valid): return "\(valid.lowerBound) – \(valid.upperBound)"
    case .number(let valid, _):
      return NumberWords.digits(valid.lowerBound) + " – " + NumberWords.digits(valid.upperBound)
    case .boolean: return say("是、否、1、0", "yes, no, 1, 0")
    case .word(let words):
      return words.map { language == .chinese ? $0.chinese : $0.english }.joined(separator: ", ")
    case .county: return say("县级单位代码或名称", "code or name of a county")
    case .prefecture: return say("市州代码或名称", "code or name of a prefecture")
    }
  }
}
