/// A piece of a YAML file with its place: a text, a list or a map.
///
/// Nothing is interpreted yet.
struct SourceNode: Sendable {
  /// What is written.
  enum Content: Sendable {
    case text(String, isQuoted: Bool)
    case list([SourceNode])
    case map([Entry])
  }

  /// A key and its value.
  struct Entry: Sendable {
    let key: String
    let keyPlace: Place
    let value: SourceNode
  }

  let place: Place
  let content: Content

  /// The text of a scalar.
  var text: String? {
    if case .text(let text, _) = content { return text }
    return nil
  }

  /// Whether nothing is written.
  var isEmpty: Bool {
    if case .text(let text, isQuoted: false) = content {
      return text.isEmpty || text == "~" || text.lowercased() == "null"
    }
    return false
  }

  /// The value of a key of a map.
  func value(of key: String) -> SourceNode? {
    guard case .map(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// What it is, for messages.
  var description: (english: String, chinese: String) {
    switch content {
    case .text where isEmpty: ("empty", "空的")
    case .text(let text, _): (Self.clipped(text), Self.clipped(text))
    case .list: ("a list", "一个列表")
    case .map: ("a map", "一组键值")
    }
  }

  /// A text short enough for a message.
  static func clipped(_ text: String) -> String {
    let line = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? text
    return line.count > 60 ? line.prefix(57) + "…" : line
  }
}
