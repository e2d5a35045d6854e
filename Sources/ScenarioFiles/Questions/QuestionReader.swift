import Foundation
import Households

/// Reads what all question files have in common: scenarios, factors, rates and the design.
///
/// Mistakes are collected; ``finish()`` throws them all at once.
final class QuestionReader {
  let mistakes = MistakeList()
  let values: ValueReader
  /// The question file as the user named it.
  let path: String
  /// The text of the file.
  let text: String
  let map: KeyedNode
  let reader: ScenarioFileReader
  let chain: ScenarioChain

  /// Opens a question file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - keys: Keys it may have, besides `title`, `question`, `baseline`, `design` and `quick`.
  ///   - required: Those of `keys` it must have.
  ///   - kind: What the file is, for messages.
  /// - Throws: Every mistake that keeps the file from being read on.
  init(
    path: String, keys: [String], required: [String], kind: BilingualText
  ) throws(ScenarioFileErrors) {
    self.path = path
    let mistakes = mistakes
    values = ValueReader(mistakes: mistakes)
    let all = ["title", "question", "baseline", "design", "quick"] + keys
    guard let text = TextFile.text(at: path, name: path, mistakes: mistakes),
      let root = YAMLDocument.root(of: text, file: path, mistakes: mistakes),
      let map = KeyedNode(root, key: "", keys: all, mistakes: mistakes, file: kind)
    else { throw ScenarioFileErrors(mistakes: mistakes.mistakes) }
    (self.text, self.map) = (text, map)
    guard let folder = ScenarioLibrary.rootFolder(above: path) else {
      mistakes.add(
        .whole(path), english: "no folder above this file holds parameters and geography.",
        chinese: "此文件的上级文件夹中没有 parameters 和 geography。")
      throw ScenarioFileErrors(mistakes: mistakes.mistakes)
    }
    let declared = ScenarioLibrary.readParameters(folder: folder, mistakes: mistakes)
    let geography = ScenarioLibrary.readGeography(folder: folder, mistakes: mistakes)
    try mistakes.throwIfAny()
    reader = ScenarioFileReader(declared: declared, geography: geography, mistakes: mistakes)
    chain = ScenarioChain(reader: reader, root: folder)
    let missing = (["title", "baseline", "design"] + required).filter { map[$0] == nil }
    if !missing.isEmpty {
      let list = missing.joined(separator: ", ")
      mistakes.add(
        Place(file: path, line: 1, column: 1), english: "the file lacks \(list).",
        chinese: "文件缺少 \(list)。")
    }
  }

  /// Throws every mistake that was noted.
  func finish() throws(ScenarioFileErrors) { try mistakes.throwIfAny() }

  /// Short name of the question, from the file's name.
  var name: String { URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent }

  /// A path written in the file, seen from where the program runs.
  func place(of file: String) -> String { ScenarioChain.path(file, relativeTo: path) }

  // MARK: Scenarios

  /// The baseline as it is written.
  func baseline() -> ScenarioText? {
    map["baseline"].flatMap { scenarioText($0, key: "baseline", over: nil) }
  }

  /// The scenarios of a list, with unique names; each is a file, or a map of name, title, files, settings.
  ///
  /// Settings without a file are laid over the baseline.
  func scenarioTexts(_ key: String, over baseline: ScenarioText?) -> [ScenarioText] {
    guard let node = map[key] else { return [] }
    guard case .list(let items) = node.content, !items.isEmpty else {
      values.expected(
        node, key: key, english: "a list of scenarios", chinese: "情景的列表",
        remedy: BilingualText(
          chinese: "例如 - ../packages/stage-2025-early.yaml",
          english: "Such as - ../packages/stage-2025-early.yaml"))
      return []
    }
    var texts: [ScenarioText] = []
    for (number, item) in items.enumerated() {
      guard let text = scenarioText(item, key: "\(key)[\(number + 1)]", over: baseline) else {
        continue
      }
      if texts.contains(where: { $0.name == text.name }) {
        values.add(
          item, "two of \(key) are called \(text.name).", "\(key) 中有两个都叫 \(text.name)。",
          remedy: BilingualText(
            chinese: "请写 {name: …, file: …} 改名。", english: "Name it: {name: …, file: …}."))
      }
      texts.append(text)
    }
    return texts
  }

  func scenarioText(
    _ node: SourceNode, key: String, over baseline: ScenarioText?
  ) -> ScenarioText? {
    if let file = node.text {
      let stem = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
      return ScenarioText(
        name: stem, title: nil, layers: [.file(path: place(of: file))], place: node.place)
    }
    guard
      let map = KeyedNode(
        node, key: key, keys: ["name", "title", "file", "with", "settings"], mistakes: mistakes)
    else { return nil }
    let title = map["title"].flatMap { values.bilingual($0, key: "\(key).title") }
    var layers: [ScenarioLayer] = []
    var stem: String?
    if let file = map["file"].flatMap({ values.text($0, key: "\(key).file") }) {
      stem = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
      layers.append(.file(path: place(of: file)))
    } else {
      layers += baseline?.layers ?? []
    }
    if let node = map["with"] {
      let items: [SourceNode]
      if case .list(let list) = node.content { items = list } else { items = [node] }
      for item in items {
        guard let file = values.text(item, key: "\(key).with") else { continue }
        layers.append(.file(path: place(of: file)))
      }
    }
    if let node = map["settings"], let file = reader.settings(node, key: "\(key).settings") {
      layers.append(.settings(file))
    }
    guard let name = map["name"].flatMap({ values.text($0, key: "\(key).name") }) ?? stem else {
      values.add(
        node, "\(key) has no name.", "\(key) 缺少 name。",
        remedy: BilingualText(chinese: "请写 name: …", english: "Write name: …"))
      return nil
    }
    if layers.count == (baseline?.layers.count ?? 0), map["file"] == nil, baseline != nil {
      values.add(
        node, "\(key) changes nothing of the baseline.", "\(key) 与基准没有任何区别。",
        remedy: BilingualText(
          chinese: "请写 file、with 或 settings。", english: "Write file, with or settings."))
    }
    return ScenarioText(name: name, title: title, layers: layers, place: node.place)
  }

  /// The scenario that texts laid over one another make; `nil` with mistakes noted.
  func scenario(_ texts: [ScenarioText]) -> QuestionScenario? {
    guard let last = texts.last else { return nil }
    let title = texts.count == 1 ? last.title : nil
    let scenario = chain.scenario(
      of: texts.flatMap(\.layers), title: title, asked: last.place)
    guard var scenario else { return nil }
    if texts.count > 1 { scenario.name = texts.map(\.name).joined(separator: "+") }
    return QuestionScenario(
      name: texts.map(\.name).joined(separator: "+"), title: scenario.title, scenario: scenario)
  }

  // MARK: Rates and the design

  /// A rate of the province: `{measure: stock, year: 2030}`.
  func rate(_ node: SourceNode, key: String, years: ClosedRange<Int>) -> HeadlineRate? {
    guard
      let map = KeyedNode(node, key: key, keys: ["measure", "year"], mistakes: mistakes)
    else { return nil }
    let names = HeadlineRate.Measure.allCases.map(\.rawValue)
    var measure = HeadlineRate.Measure.stock
    if let node = map["measure"] {
      guard let known = HeadlineRate.Measure(rawValue: node.text ?? "") else {
        values.expected(
          node, key: "\(key).measure", english: "one of \(names.joined(separator: ", "))",
          chinese: "\(names.joined(separator: "、")) 之一")
        return nil
      }
      measure = known
    }
    guard let yearNode = map["year"] else {
      values.add(map.node, "\(key) has no year.", "\(key) 缺少 year。")
      return nil
    }
    return values.integer(yearNode, key: "\(key).year", valid: years)
      .map { HeadlineRate(measure: measure, year: $0) }
  }

  /// The whole and the quick design; what `quick` leaves out is as in `design`.
  ///
  /// - Parameters:
  ///   - defaults: What `design` may leave out.
  ///   - own: Further keys of a kind of question, read by itself (``counts(_:_:)``).
  /// - Returns: Both designs, or `nil` with mistakes noted.
  func design(
    _ defaults: StudyDesign? = nil, own: [String] = []
  ) -> (whole: StudyDesign, quick: StudyDesign)? {
    guard let node = map["design"] else { return nil }
    let fallback = defaults ?? StudyDesign(replications: 0, sample: 0)
    guard
      let whole = design(
        node, key: "design", over: fallback, isComplete: defaults != nil, own: own)
    else { return nil }
    guard let quick = map["quick"] else { return (whole, whole) }
    guard let short = design(quick, key: "quick", over: whole, isComplete: true, own: own) else {
      return nil
    }
    return (whole, short)
  }

  /// A whole number that a kind of question has in its designs; what `quick` leaves out is as in `design`.
  ///
  /// - Parameters:
  ///   - name: Its key in both designs.
  ///   - valid: What it may be.
  /// - Returns: The numbers, or `nil` where `design` has none or a mistake was noted.
  func counts(_ name: String, _ valid: ClosedRange<Int>) -> (whole: Int, quick: Int)? {
    func count(_ key: String) -> (isWritten: Bool, value: Int?) {
      guard case .map(let entries)? = map[key]?.content,
        let node = entries.first(where: { $0.key == name })?.value
      else { return (false, nil) }
      return (true, values.integer(node, key: "\(key).\(name)", valid: valid))
    }
    let (whole, quick) = (count("design"), count("quick"))
    guard let value = whole.value else { return nil }
    guard quick.isWritten else { return (value, value) }
    return quick.value.map { (value, $0) }
  }

  func design(
    _ node: SourceNode, key: String, over start: StudyDesign, isComplete: Bool,
    own: [String] = []
  ) -> StudyDesign? {
    let keys = ["replications", "sample", "seed", "draws"] + own
    guard let map = KeyedNode(node, key: key, keys: keys, mistakes: mistakes) else { return nil }
    let missing = isComplete ? [] : ["replications", "sample"].filter { map[$0] == nil }
    if !missing.isEmpty {
      let list = missing.joined(separator: ", ")
      values.add(node, "\(key) lacks \(list).", "\(key) 缺少 \(list)。")
    }
    var design = start
    func whole(_ name: String, _ valid: ClosedRange<Int>) -> Int? {
      map[name].flatMap { values.integer($0, key: "\(key).\(name)", valid: valid) }
    }
    if let count = whole("replications", 2...1_000_000) { design.replications = count }
    if let seed = whole("seed", 0...Int.max) { design.seed = UInt64(seed) }
    if let draws = whole("draws", 1...10_000) { design.draws = draws }
    if let node = map["sample"],
      let sample = values.number(
        node, key: "\(key).sample",
        rule: ValueReader.NumberRule(valid: 1e-6...1, unit: "share", isShare: true))
    {
      design.sample = sample
    }
    return design.replications > 0 && design.sample > 0 ? design : nil
  }
}
