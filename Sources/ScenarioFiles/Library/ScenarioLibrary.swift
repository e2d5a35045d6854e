import Foundation
import Households

/// The way from files to what is believed.
public enum ScenarioLibrary {
  /// Reads a scenario with all that it stands on: extended files, parameters, geography, table.
  ///
  /// - Parameters:
  ///   - path: The scenario file.
  ///   - folder: The folder that holds `parameters` and `geography`. By default it is the nearest
  ///     such folder above the file (or a `Scenarios` folder there), or else `Scenarios` beside the
  ///     executable.
  /// - Returns: A scenario in which nothing is left to check.
  /// - Throws: Every mistake of all files at once, in order of place.
  public static func scenario(
    at path: String, folder: String? = nil
  ) throws(ScenarioFileErrors) -> Scenario {
    guard let root = folder ?? rootFolder(above: path) else {
      let list = MistakeList()
      list.add(
        .whole(path), english: "no folder above this file holds parameters and geography.",
        chinese: "此文件的上级文件夹中没有 parameters 和 geography。")
      throw ScenarioFileErrors(mistakes: list.mistakes)
    }
    let mistakes = MistakeList()
    let declared = readParameters(folder: root, mistakes: mistakes)
    let geography = readGeography(folder: root, mistakes: mistakes)
    try mistakes.throwIfAny()
    return try scenario(at: path, root: root, declared: declared, geography: geography)
  }

  /// Reads a scenario over declarations and a geography that are already read.
  static func scenario(
    at path: String, root: String, declared: [Parameter], geography: Geography
  ) throws(ScenarioFileErrors) -> Scenario {
    let mistakes = MistakeList()
    let chain = ScenarioChain(
      reader: ScenarioFileReader(
        declared: declared, geography: geography, mistakes: mistakes),
      root: root)
    let scenario = chain.scenario(at: path)
    try mistakes.throwIfAny()
    guard let scenario else { fatalError("a scenario without value and without mistake") }
    return scenario
  }

  /// The declared numbers in the order of the files and of the declarations in them.
  public static func parameters(folder: String) throws(ScenarioFileErrors) -> [Parameter] {
    let mistakes = MistakeList()
    let parameters = readParameters(folder: folder, mistakes: mistakes)
    try mistakes.throwIfAny()
    return parameters
  }

  /// The province's units.
  public static func geography(folder: String) throws(ScenarioFileErrors) -> Geography {
    let mistakes = MistakeList()
    let geography = readGeography(folder: folder, mistakes: mistakes)
    try mistakes.throwIfAny()
    return geography
  }

  /// The folder with parameters and geography that belongs to a scenario file.
  public static func rootFolder(above path: String) -> String? {
    var folder = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent().path
    while true {
      for candidate in [folder, folder == "/" ? "/Scenarios" : folder + "/Scenarios"]
      where isRoot(candidate) {
        return candidate
      }
      if folder == "/" || folder.isEmpty { break }
      folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    }
    return folderBesideExecutable
  }

  /// `Scenarios` beside the executable, as in an unpacked archive.
  public static var folderBesideExecutable: String? {
    guard let executable = CommandLine.arguments.first else { return nil }
    let real =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? executable
    let beside = URL(fileURLWithPath: real).deletingLastPathComponent().path + "/Scenarios"
    return isRoot(beside) ? beside : nil
  }

  private static func isRoot(_ folder: String) -> Bool {
    ["parameters", "geography"].allSatisfy {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(folder)/\($0)", isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  static func readParameters(folder: String, mistakes: MistakeList) -> [Parameter] {
    let path = "\(folder)/parameters"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let files = names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
    if files.isEmpty {
      mistakes.add(
        .whole(path), english: "the folder holds no parameter files (*.yaml).",
        chinese: "文件夹中没有参数文件（*.yaml）。")
    }
    var declared: [Parameter] = []
    var places: [String: Place] = [:]
    for file in files {
      let shown = "\(path)/\(file)"
      guard let text = TextFile.text(at: shown, name: shown, mistakes: mistakes),
        let root = YAMLDocument.root(of: text, file: shown, mistakes: mistakes)
      else { continue }
      let reader = ParameterFile(file: "parameters/\(file)", mistakes: mistakes)
      for (parameter, place) in reader.parameters(in: root) {
        if let first = places[parameter.name] {
          mistakes.add(
            place,
            english: "\(parameter.name) is already declared in \(first.file):\(first.line).",
            chinese: "\(parameter.name) 已在 \(first.file):\(first.line) 中声明。")
        } else {
          places[parameter.name] = place
          declared.append(parameter)
        }
      }
    }
    return declared
  }

  static func readGeography(folder: String, mistakes: MistakeList) -> Geography {
    GeographyFiles(mistakes: mistakes).geography(
      folder: "\(folder)/geography", name: "\(folder)/geography")
  }
}
