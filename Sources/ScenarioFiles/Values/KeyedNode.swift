import Households

/// A map whose keys are known; unknown keys are noted as mistakes when it is opened.
struct KeyedNode {
  let node: SourceNode
  let entries: [SourceNode.Entry]

  /// Opens a map.
  ///
  /// - Parameters:
  ///   - node: What is written, which must be a map.
  ///   - key: Full dotted name of the map for messages; empty for the file itself.
  ///   - keys: The keys it may have.
  ///   - mistakes: Where unknown keys are noted, and that the node is no map.
  ///   - file: What the file is, where the map is a file; a scenario unless said otherwise.
  ///   - elsewhere: Where a key that is not known here belongs, if it exists at another place.
  init?(
    _ node: SourceNode, key: String, keys: [String], mistakes: MistakeList,
    file: BilingualText = BilingualText(chinese: "情景文件", english: "a scenario"),
    elsewhere: (String) -> BilingualText? = { _ in nil }
  ) {
    guard case .map(let entries) = node.content else {
      let found = node.description
      let name = key.isEmpty ? ("the file", "文件") : (key, key)
      mistakes.add(
        node.place, english: "\(name.0) is \(found.english), but it must be a map (key: value).",
        chinese: "\(name.1) 是 \(found.chinese)，应为键值（key: value）。",
        remedy: Self.colonRemedy(node) ?? Spelling.example(of: keys))
      return nil
    }
    self.node = node
    self.entries = entries
    let owner = key.isEmpty ? (file.english, file.chinese) : (key, " \(key) ")
    for entry in entries where !keys.contains(entry.key) {
      mistakes.add(
        entry.keyPlace, english: "\(SourceNode.clipped(entry.key)) is not a key of \(owner.0).",
        chinese: "\(SourceNode.clipped(entry.key)) 不是\(owner.1)的键。",
        remedy: elsewhere(entry.key) ?? Spelling.remedy(for: entry.key, among: keys))
    }
  }

  /// The value of a key.
  subscript(key: String) -> SourceNode? { entries.first { $0.key == key }?.value }

  /// A full-width colon makes a text of what was meant as a map.
  private static func colonRemedy(_ node: SourceNode) -> BilingualText? {
    guard node.text?.contains("：") ?? false else { return nil }
    return BilingualText(
      chinese: "请把全角冒号“：”改为半角冒号加空格“: ”。",
      english: "Write a colon and a space instead of the full-width colon ：.")
  }
}

extension Spelling {
  /// What a map with these keys looks like.
  static func example(of keys: [String]) -> BilingualText? {
    guard let first = keys.first else { return nil }
    return BilingualText(chinese: "例如 \(first): …", english: "Such as \(first): …")
  }
}
