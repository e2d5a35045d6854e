import Foundation
import Households

/// Follows `extends` from file to file, lays the files over one another and believes the result.
final class ScenarioChain {
  private let reader: ScenarioFileReader
  private let root: String
  private var tables: [String: [HouseholdRecord]] = [:]
  private var mistakes: MistakeList { reader.mistakes }

  init(reader: ScenarioFileReader, root: String) {
    self.reader = reader
    self.root = root
  }

  /// The scenario of a file, or `nil` if mistakes were noted.
  func scenario(at path: String) -> Scenario? {
    guard let files = files(from: path) else { return nil }
    let scenario = believed(files)
    guard let scenario, mistakes.isEmpty else { return nil }
    if let extends = files.last?.extends, let parent = believed(files.dropLast()),
      mistakes.isEmpty, ResolvedScenario.content(parent) == ResolvedScenario.content(scenario)
    {
      mistakes.add(
        extends.place,
        english: "the scenario has no effect: it changes nothing of \(extends.value).",
        chinese: "此情景没有效果：与 \(extends.value) 完全相同。",
        remedy: BilingualText(
          chinese: "请写出不同之处，或直接运行被扩展的文件。",
          english: "Write what differs, or run the extended file itself."))
      return nil
    }
    return scenario
  }

  /// A scenario file with more laid over it; `nil` if mistakes were noted.
  ///
  /// What a laid-over file extends is there already if the others extend it too, and its events come on top
  /// of theirs.
  func scenario(of layers: [ScenarioLayer], title: BilingualText?, asked: Place) -> Scenario? {
    guard var laid = laid(layers, asked: asked), var top = laid.popLast() else { return nil }
    if let title { top.title = Sourced(value: title, place: asked) }
    return believed(laid + [top])
  }

  /// A scenario file with the own settings of another laid over it; `nil` if mistakes were noted.
  func scenario(at path: String, under overlay: String) -> Scenario? {
    guard let files = files(from: path), var top = self.files(from: overlay)?.last else {
      return nil
    }
    top.extends = nil
    return believed(files + [addingEvents(of: files, to: top)])
  }

  /// The files of layers, the innermost first; `nil` if one of them cannot be read.
  func laid(_ layers: [ScenarioLayer], asked: Place) -> [ScenarioFile]? {
    var laid: [ScenarioFile] = []
    for layer in layers {
      let known = Set(laid.map { URL(fileURLWithPath: $0.name).standardizedFileURL.path })
      switch layer {
      case .settings(let file): laid.append(file)
      case .file(let path):
        guard var files = files(from: path, asked: asked) else { return nil }
        files.removeAll { known.contains(URL(fileURLWithPath: $0.name).standardizedFileURL.path) }
        if !laid.isEmpty { files = files.map { addingEvents(of: laid, to: $0) } }
        laid += files
      }
    }
    return laid
  }

  private func addingEvents(of lower: [ScenarioFile], to file: ScenarioFile) -> ScenarioFile {
    guard let own = file.events,
      let others = lower.last(where: { $0.events != nil })?.events
    else { return file }
    var copy = file
    copy.events = Sourced(value: others.value + own.value, place: own.place)
    return copy
  }

  /// The file and those it extends, the innermost first; `nil` if one of them cannot be read.
  private func files(from path: String, asked: Place? = nil) -> [ScenarioFile]? {
    var files: [ScenarioFile] = []
    var visited: [String] = []
    var next: (path: String, asked: Place?) = (path, asked)
    while true {
      visited.append(URL(fileURLWithPath: next.path).standardizedFileURL.path)
      guard
        let text = TextFile.text(
          at: next.path, name: next.path, asked: next.asked, mistakes: mistakes),
        let node = YAMLDocument.root(of: text, file: next.path, mistakes: mistakes)
      else { return nil }
      let file = reader.file(node, name: next.path)
      files.insert(file, at: 0)
      guard let extends = file.extends else { return files }
      let parent = Self.path(extends.value, relativeTo: next.path)
      let absolute = URL(fileURLWithPath: parent).standardizedFileURL.path
      if visited.contains(absolute) {
        reportCycle(visited + [absolute], at: extends.place)
        return nil
      }
      next = (parent, extends.place)
    }
  }

  private func reportCycle(_ visited: [String], at place: Place) {
    let names = visited.map { URL(fileURLWithPath: $0).lastPathComponent }
    let way = names.joined(separator: " → ")
    mistakes.add(
      place, english: "extends runs in a circle: \(way).", chinese: "extends 循环引用：\(way)。",
      remedy: BilingualText(
        chinese: "请删除其中一个 extends。", english: "Delete one extends of the circle."))
  }

  /// A path written in a file, seen from where the program runs.
  static func path(_ text: String, relativeTo file: String) -> String {
    guard !text.hasPrefix("/") else { return text }
    var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(
      String.init)
    for part in text.split(separator: "/") {
      if part == "..", let last = parts.last, last != "..", !last.isEmpty {
        parts.removeLast()
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The scenario that files laid over one another make; `nil` with mistakes noted.
  func believed(_ files: some Collection<ScenarioFile>) -> Scenario? {
    let layered = RegulationAdoption(
      files: Array(files), declared: reader.byName, mistakes: mistakes
    ).layered()
    guard let layered else { return nil }
    return ScenarioValidation(
      file: layered.file, adoption: layered.adoption, root: root, reader: reader,
      table: { [self] in table($0, asked: $1, of: files) }
    ).scenario()
  }

  /// The rows of a household table, read once.
  private func table(
    _ text: String, asked: Place, of files: some Collection<ScenarioFile>
  ) -> [HouseholdRecord]? {
    let path = Self.path(text, relativeTo: asked.file)
    if let rows = tables[path] { return rows }
    let table = HouseholdTable(geography: reader.geography, mistakes: mistakes)
    tables[path] = table.records(at: path, asked: asked)
    return tables[path]
  }
}
