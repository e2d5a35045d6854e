import ArgumentParser
import Foundation
import Households
import ScenarioFiles

/// `fangpin parameters`: every number of the model with unit, range, prior and source.
struct ParametersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parameters",
    abstract: say(
      "列出模型的每个数：数值、单位、范围、先验和出处。",
      "List every number of the model: value, unit, range, prior and source."))

  @Argument(
    help: help("名称或名称的开头，例如 illness。", "A name or the beginning of names, such as illness."))
  var name: String?

  @Option(
    help: help(
      "参数和地理文件所在的文件夹。", "Folder that holds the parameter and geography files.", valueName: "DIR"))
  var folder: String?

  func run() throws {
    try Failure.said(in: MessageLanguage.current) {
      let found = try Self.declared(in: folder).filter { $0.name.hasPrefix(name ?? "") }
      guard !found.isEmpty else {
        throw ValidationError(
          say("没有以 \(name ?? "") 开头的参数。", "No parameter begins with \(name ?? "")."))
      }
      for parameter in found { print(parameter.account(in: MessageLanguage.current)) }
    }
  }

  /// The declared numbers of a folder, or of the nearest `Scenarios` folder.
  static func declared(in folder: String?) throws -> [Parameter] {
    let here = FileManager.default.currentDirectoryPath + "/any.yaml"
    guard let folder = folder ?? ScenarioLibrary.rootFolder(above: here) else {
      throw ValidationError(
        say(
          "附近没有 Scenarios 文件夹；请用 --folder 指明。",
          "There is no Scenarios folder nearby; name it with --folder."))
    }
    return try ScenarioLibrary.parameters(folder: folder)
  }
}

extension Parameter {
  /// Everything that is known of a number, in five lines.
  func account(in language: Language) -> String {
    let numbers = values.map(Self.text).joined(separator: ", ")
    let lines = [
      "\(name) = \(numbers)  (\(unit))", "  \(meaning[language])",
      say("  有效范围 ", "  valid ") + "\(Self.text(valid.lowerBound)) … \(Self.text(valid.upperBound))"
        + say("；先验 ", "; prior ") + prior.text,
      say("  出处 ", "  source ") + "(\(origin.rawValue)) \(source)", "  \(file)", "",
    ]
    return lines.joined(separator: "\n")
  }

  /// A number without a needless decimal point.
  static func text(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    return String(format: "%.6g", number)
  }
}

extension Prior {
  /// As it is written in parameter files.
  var text: String {
    switch self {
    case .fixed: "fixed"
    case .uniform(let low, let high): written("uniform", [low, high])
    case .triangular(let low, let mode, let high): written("triangular", [low, mode, high])
    case .normal(let mean, let deviation): written("normal", [mean, deviation])
    case .lognormal(let median, let sigma): written("lognormal", [median, sigma])
    case .beta(let a, let b): written("beta", [a, b])
    case .choices(let values): written("choices", values)
    }
  }

  private func written(_ kind: String, _ numbers: [Double]) -> String {
    kind + " [" + numbers.map(Parameter.text).joined(separator: ", ") + "]"
  }
}
