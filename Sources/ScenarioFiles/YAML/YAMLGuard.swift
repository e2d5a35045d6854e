import Households

/// Looks through the text of a YAML file for what must not reach the parser.
///
/// The parser calls itself once a level and follows aliases, so a small hostile file could exhaust
/// the stack or the memory. Scenario files need neither deep nesting nor anchors, aliases or tags.
struct YAMLGuard {
  /// Deepest nesting of a file; a scenario needs six levels.
  static let deepestNesting = 32

  private let file: String
  private let mistakes: MistakeList
  private var indents: [Int] = []
  private var flowDepth = 0
  private var found: Set<String> = []
  private var line = 0

  private init(file: String, mistakes: MistakeList) {
    self.file = file
    self.mistakes = mistakes
  }

  /// Whether the text may be parsed; otherwise the reasons are noted.
  static func accepts(_ text: String, file: String, mistakes: MistakeList) -> Bool {
    var state = YAMLGuard(file: file, mistakes: mistakes)
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      state.line += 1
      state.read(Array(line))
      if state.found.contains("depth") { break }
    }
    return state.found.isEmpty
  }

  private mutating func read(_ scalars: [Unicode.Scalar]) {
    var position = 0
    while position < scalars.count, scalars[position] == " " { position += 1 }
    if position < scalars.count, scalars[position] == "\t", flowDepth == 0 {
      if scalars[position...].contains(where: { $0 != " " && $0 != "\t" && $0 != "#" }) {
        reportTab(column: position + 1)
      }
      return
    }
    guard position < scalars.count, scalars[position] != "#" else { return }
    if flowDepth == 0 { position = openBlocks(scalars, from: position) }
    scanTokens(scalars, from: position)
  }

  /// Follows the indentation, `- ` and `? ` of a line; returns where its content begins.
  private mutating func openBlocks(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var position = start
    indents.removeAll { $0 >= start }
    indents.append(position)
    while position + 1 < scalars.count, "-?:".unicodeScalars.contains(scalars[position]),
      scalars[position + 1] == " "
    {
      position += 1
      while position < scalars.count, scalars[position] == " " { position += 1 }
      indents.append(position)
    }
    checkDepth(column: position + 1)
    return position
  }

  private mutating func scanTokens(_ scalars: [Unicode.Scalar], from start: Int) {
    var position = start
    var tokenStarts = true
    while position < scalars.count {
      let scalar = scalars[position]
      let next = position + 1 < scalars.count ? scalars[position + 1] : " "
      switch scalar {
      case " ", "\t": break
      case "#" where position == 0 || scalars[position - 1] == " ": return
      case "\"", "'":
        if tokenStarts { position = endOfQuote(scalars, from: position) }
        tokenStarts = false
      case "[", "{":
        if tokenStarts || flowDepth > 0 {
          flowDepth += 1
          checkDepth(column: position + 1)
          tokenStarts = true
        }
      case "]", "}": flowDepth = max(0, flowDepth - 1)
      case "," where flowDepth > 0: tokenStarts = true
      case ":", "-", "?": tokenStarts = tokenStarts && scalar != ":" || next == " " && scalar == ":"
      case "&", "*", "!":
        if tokenStarts, next != " " { reportSpecial(scalar, column: position + 1) }
        tokenStarts = false
      default: tokenStarts = false
      }
      position += 1
    }
  }

  /// Where a quoted text ends in this line; the last position if it goes on below.
  private func endOfQuote(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    let quote = scalars[start]
    var position = start + 1
    while position < scalars.count, scalars[position] != quote {
      position += scalars[position] == "\\" && quote == "\"" ? 2 : 1
    }
    return position
  }

  private mutating func checkDepth(column: Int) {
    guard indents.count + flowDepth > Self.deepestNesting else { return }
    guard found.insert("depth").inserted else { return }
    mistakes.add(
      Place(file: file, line: line, column: column),
      english: "the nesting is deeper than \(Self.deepestNesting) levels.",
      chinese: "嵌套超过 \(Self.deepestNesting) 层。",
      remedy: BilingualText(
        chinese: "情景文件最多需要六层。", english: "A scenario file needs at most six levels."))
  }

  private mutating func reportTab(column: Int) {
    guard found.insert("tab").inserted else { return }
    mistakes.add(
      Place(file: file, line: line, column: column),
      english: "the line is indented with a tab, but YAML takes only spaces.",
      chinese: "此行用制表符缩进，YAML 只接受空格。",
      remedy: BilingualText(
        chinese: "请改用两个空格。", english: "Write two spaces for each tab."))
  }

  private mutating func reportSpecial(_ scalar: Unicode.Scalar, column: Int) {
    let kind = scalar == "!" ? "tag" : "alias"
    guard found.insert(kind).inserted else { return }
    let (english, chinese) =
      scalar == "!" ? ("tags (!)", "标签（!）") : ("anchors (&) and aliases (*)", "锚点（&）和别名（*）")
    mistakes.add(
      Place(file: file, line: line, column: column),
      english: "\(english) of YAML are not read in scenario files.",
      chinese: "情景文件不使用 YAML 的\(chinese)。",
      remedy: BilingualText(
        chinese: "请把值直接写出来；文字请加引号。",
        english: "Write the value itself; put quotes around a text that begins with \(scalar)."))
  }
}
