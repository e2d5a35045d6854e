import ArgumentParser
import Households
import ScenarioFiles

/// `fangpin schema`: what may stand in a scenario file, for editors and for readers.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: say(
      "输出情景文件的 JSON Schema 或说明文档。", "Print the JSON Schema of a scenario file, or its reference."))

  @Option(
    help: help(
      "改为输出说明文档：zh 或 en。", "Print the reference for readers instead: zh or en.", valueName: "zh|en")
  )
  var documentation: Language?

  @Option(
    help: help(
      "参数和地理文件所在的文件夹。", "Folder that holds the parameter and geography files.", valueName: "DIR"))
  var folder: String?

  func run() throws {
    try Failure.said(in: MessageLanguage.current) {
      let parameters = try ParametersCommand.declared(in: folder)
      if let documentation {
        let text = ScenarioSchema.documentation(parameters: parameters, language: documentation)
        print(text, terminator: "")
      } else {
        print(ScenarioSchema.json(parameters: parameters), terminator: "")
      }
    }
  }
}
