import Foundation
import Households
import Yams

/// The door to Yams: text becomes nodes with places, and Yams' errors become mistakes.
struct YAMLDocument {
  private let file: String
  private let mistakes: MistakeList
  /// First letters of repeated keys that were masked, by place (see `mask`).
  private var masked: [Place: Unicode.Scalar] = [:]

  /// The root of a file with one document, or `nil` if it cannot be parsed.
  static func root(of text: String, file: String, mistakes: MistakeList) -> SourceNode? {
    guard YAMLGuard.accepts(text, file: file, mistakes: mistakes) else { return nil }
    var document = YAMLDocument(file: file, mistakes: mistakes)
    guard let root = document.compose(text) else { return nil }
    let node = document.node(root)
    guard !node.isEmpty else {
      mistakes.add(
        Place(file: file, line: 1, column: 1), english: "the file is empty.", chinese: "文件是空的。")
      return nil
    }
    return node
  }

  private init(file: String, mistakes: MistakeList) {
    self.file = file
    self.mistakes = mistakes
  }

  /// Parses, masking repeated keys one by one, because Yams stops at the first of them.
  private mutating func compose(_ text: String) -> Node? {
    var text = text
    for attempt in 0..<64 {
      do {
        let root = try Yams.compose(yaml: text, .basic)
        return root ?? Node("")
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        guard let next = mask(text, at: context.mark, number: attempt) else {
          let key = names.first ?? "?"
          mistakes.add(
            place(context.mark), english: "\(key) is written twice.", chinese: "\(key) 重复。")
          return nil
        }
        text = next
      } catch {
        report(error)
        return nil
      }
    }
    return nil
  }

  /// The text with the first letter of a key replaced by a private character of the same length.
  private mutating func mask(_ text: String, at mark: Mark, number: Int) -> String? {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Array($0) }
    guard mark.line >= 1, mark.line <= lines.count else { return nil }
    var column = mark.column - 1
    guard column >= 0, column < lines[mark.line - 1].count else { return nil }
    if "\"'".unicodeScalars.contains(lines[mark.line - 1][column]) { column += 1 }
    guard column < lines[mark.line - 1].count,
      !"[{?&*!\"'".unicodeScalars.contains(lines[mark.line - 1][column])
    else { return nil }
    masked[place(mark)] = lines[mark.line - 1][column]
    guard let letter = Unicode.Scalar(0xE000 + UInt32(number)) else {
      preconditionFailure("fewer keys are masked than there are private characters")
    }
    lines[mark.line - 1][column] = letter
    return String(String.UnicodeScalarView(lines.joined(separator: ["\n"])))
  }

  private func place(_ mark: Mark?) -> Place {
    Place(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  private func node(_ node: Node) -> SourceNode {
    let place = place(node.mark)
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain && scalar.style != .any
      return SourceNode(place: place, content: .text(scalar.string, isQuoted: isQuoted))
    case .sequence(let sequence):
      return SourceNode(place: place, content: .list(sequence.map { self.node($0) }))
    case .mapping(let mapping):
      return SourceNode(place: place, content: .map(entries(mapping)))
    case .alias:
      return SourceNode(place: place, content: .text("", isQuoted: false))
    }
  }

  private func entries(_ mapping: Node.Mapping) -> [SourceNode.Entry] {
    var entries: [SourceNode.Entry] = []
    var firstLines: [String: Int] = [:]
    for (key, value) in mapping {
      let keyPlace = place(key.mark)
      guard let scalar = key.scalar else {
        mistakes.add(
          keyPlace, english: "a key must be a word, but this is a list or a map.",
          chinese: "键必须是一个词，这里是列表或键值。")
        continue
      }
      if let first = masked[keyPlace] {
        let name =
          String(first) + String(String.UnicodeScalarView(scalar.string.unicodeScalars.dropFirst()))
        firstLines[name] = min(firstLines[name] ?? .max, keyPlace.line)
      } else {
        entries.append(
          SourceNode.Entry(key: scalar.string, keyPlace: keyPlace, value: node(value)))
      }
    }
    for entry in entries {
      guard let line = firstLines[entry.key] else { continue }
      mistakes.add(
        entry.keyPlace, english: "\(entry.key) is written twice; the first time in line \(line).",
        chinese: "\(entry.key) 重复；第一次在第 \(line) 行。",
        remedy: BilingualText(chinese: "请只保留一个。", english: "Keep one of them."))
    }
    return entries
  }

  private func report(_ error: any Error) {
    var mark = Place(file: file, line: 1, column: 1)
    var problem = "\(error)"
    switch error {
    case YamlError.scanner(_, let text, let at, _), YamlError.parser(_, let text, let at, _),
      YamlError.composer(_, let text, let at, _):
      (mark, problem) = (place(at), text)
    case YamlError.reader(let text, _, _, _): problem = text
    default: break
    }
    if problem.contains("another document") {
      mistakes.add(
        mark, english: "a second document begins here (---), but a file holds one.",
        chinese: "这里开始了第二个文档（---），一个文件只能有一个。",
        remedy: BilingualText(chinese: "请删除这一行。", english: "Delete this line."))
      return
    }
    mistakes.add(
      mark, english: "this is not YAML: \(problem).", chinese: "这不是有效的 YAML：\(problem)。",
      remedy: BilingualText(
        chinese: "请检查此处及上一行的冒号、引号、括号和缩进（冒号用半角，后面加空格）。",
        english: "Check colons, quotes, brackets and indentation here and in the line above."))
  }
}
