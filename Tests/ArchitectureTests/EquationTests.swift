import Testing

/// Every equation of the model document is named by the code that computes it, and no other is; its
/// Chinese version has the same equations and the same tables of parameters.
struct EquationTests {
  static let english = "Docs/model.md"
  static let chinese = "Docs/model.zh-CN.md"

  /// Equations that no code of the model computes, each with the reason.
  static let notation = [
    "0.2": "names Swift's own rounded()", "0.3": "names Swift's own conversions to integers",
  ]

  /// A numbered equation of the document.
  struct Equation {
    let number: String
    /// Line of the document on which it is numbered, from 1.
    let line: Int
    /// Heading under which it stands.
    let heading: Substring
  }

  /// Names by which a source file refers to equations.
  struct Reference {
    let number: String
    let path: String
  }

  /// A parameter in a table of a document, with the value that the table declares.
  struct Row {
    let parameter: String
    let value: String
    /// Line of the document in which it stands, from 1.
    let line: Int
  }

  @Test(arguments: [english, chinese])
  func `The document defines many equations, none of them twice`(path: String) throws {
    let equations = try Self.equations(path)
    #expect(equations.count > 100)
    let lines = Dictionary(grouping: equations, by: \.number).mapValues { $0.map(\.line) }
    for (number, lines) in lines.sorted(by: { $0.key < $1.key }) where lines.count > 1 {
      Issue.record("\(path): (\(number)) is defined in lines \(lines)")
    }
  }

  @Test(arguments: [english, chinese])
  func `The text of the document refers to equations that it defines`(path: String) throws {
    let defined = Set(try Self.equations(path).map(\.number))
    for (place, line) in try Self.document(path).lines.enumerated() {
      for number in try Self.numbers(in: line) where !defined.contains(number) {
        Issue.record("\(path):\(place + 1): (\(number))")
      }
    }
  }

  @Test(arguments: [(english, chinese), (chinese, english)])
  func `The two versions of the document define the same equations`(
    path: String, other: String
  ) throws {
    let there = Set(try Self.equations(other).map(\.number))
    for equation in try Self.equations(path) where !there.contains(equation.number) {
      Issue.record("\(path):\(equation.line): (\(equation.number)) is not in \(other)")
    }
  }

  @Test(arguments: [(english, chinese), (chinese, english)])
  func `The two versions of the document have the same parameters with the same values`(
    path: String, other: String
  ) throws {
    let rows = try Self.rows(path)
    #expect(rows.count > 400)
    let there = Dictionary(grouping: try Self.rows(other), by: \.parameter)
    for row in rows {
      let place = "\(path):\(row.line): \(row.parameter)"
      guard let twins = there[row.parameter] else {
        Issue.record("\(place) is in no table of \(other)")
        continue
      }
      #expect(twins.count == 1, "\(row.parameter) stands more than once in \(other)")
      for twin in twins where twin.value != row.value {
        Issue.record("\(place) is \(row.value), but \(twin.value) in \(other):\(twin.line)")
      }
    }
  }

  @Test(arguments: [
    (english, "NUMBER further declared parameters"), (chinese, "另有 NUMBER 个声明的参数"),
  ])
  func `The document says how many declared parameters stand in no table`(
    path: String, sentence: String
  ) throws {
    let declared = try Self.declaredParameters()
    let tabled = try Self.rows(path)
    for row in tabled where !declared.contains(row.parameter) {
      Issue.record("\(path):\(row.line): \(row.parameter) is declared in no file")
    }
    let count = declared.subtracting(tabled.map(\.parameter)).count
    let words = sentence.replacing("NUMBER", with: String(count))
    #expect(try Self.document(path).text.contains(words), "\(path) should say: \(words)")
  }

  @Test func `An equation is named by the code that computes it`() throws {
    let named = Set(try Self.references().map(\.number))
    for equation in try Self.equations(Self.english)
    where Self.notation[equation.number] == nil && !named.contains(equation.number) {
      Issue.record("Docs/model.md:\(equation.line): (\(equation.number)) is named by no code")
    }
  }

  @Test func `The code names no equation that the document does not have`() throws {
    let defined = Set(try Self.equations(Self.english).map(\.number))
    for reference in try Self.references() where !defined.contains(reference.number) {
      Issue.record("\(reference.path): (\(reference.number)) is not in the document")
    }
  }

  @Test func `An exception is a defined equation that no code names`() throws {
    let defined = Set(try Self.equations(Self.english).map(\.number))
    let named = Set(try Self.references().map(\.number))
    for number in Self.notation.keys.sorted() {
      if !defined.contains(number) { Issue.record("(\(number)) is not in the document") }
      if named.contains(number) { Issue.record("(\(number)) is named by code") }
    }
  }

  @Test func `A file that the heading names computes the equation`() throws {
    let references = Dictionary(grouping: try Self.references(), by: \.number)
    for equation in try Self.equations(Self.english) {
      let places = Self.places(in: equation.heading)
      guard !places.isEmpty, let paths = references[equation.number]?.map(\.path) else { continue }
      let isThere = paths.contains { path in
        places.contains { $0.hasSuffix("/") ? path.contains("/" + $0) : path.hasSuffix("/" + $0) }
      }
      #expect(isThere, "line \(equation.line): (\(equation.number)) is computed in \(paths)")
    }
  }

  @Test func `References are written alike`() throws {
    let form = try Regex(
      #"^\s*/// Model equation( \(N\)|s( \(N\),)+ \(N\))\.$"#
        .replacing("N", with: Self.number))
    for file in try Repository.swiftFiles(in: "Sources") {
      for (place, line) in file.lines.enumerated() where line.contains("Model equation") {
        if !line.contains(form) { Issue.record("\(file.path):\(place + 1): \(line)") }
      }
    }
  }

  /// The number of an equation: that of its submodel or section, and its own.
  private static let number = #"([0-9]+|E)\.[0-9]+"#

  private static func document(_ path: String) throws -> Repository.File {
    try #require(try Repository.textFiles().first { $0.path == path })
  }

  /// Numbers in brackets in a line.
  private static func numbers(in line: Substring) throws -> [String] {
    try line.matches(of: Regex(#"\(\#(number)\)"#)).map {
      String(line[$0.range].dropFirst().dropLast())
    }
  }

  /// Equations in the order of the document: a number ends a line inside a fence, or after two spaces
  /// outside, where a number after one space is a reference.
  private static func equations(_ path: String) throws -> [Equation] {
    let ending = try Regex(#"\(\#(number)\)$"#)
    var equations: [Equation] = []
    var isInFence = false
    var heading: Substring = ""
    for (place, line) in try document(path).lines.enumerated() {
      if line.hasPrefix("```") { isInFence.toggle() }
      if !isInFence, line.hasPrefix("#") { heading = line }
      guard let match = line.firstMatch(of: ending) else { continue }
      guard isInFence || line[..<match.range.lowerBound].hasSuffix("  ") else { continue }
      let number = String(line[match.range].dropFirst().dropLast())
      equations.append(Equation(number: number, line: place + 1, heading: heading))
    }
    return equations
  }

  /// Rows of the tables of parameters in the order of the document: the first cell is a dotted name
  /// between backticks, the third the declared value, a list given by its number of values.
  private static func rows(_ path: String) throws -> [Row] {
    let form = try Regex(#"^\| `([a-z0-9_]+(?:\.[a-z0-9_]+)+)` \|[^|]*\| *([^|]*?) *\|"#)
    return try document(path).lines.enumerated().compactMap { place, line in
      guard let match = line.firstMatch(of: form), let parameter = match.output[1].substring,
        let value = match.output[2].substring
      else { return nil }
      let bare = value.replacing(" values", with: "").replacing(" 个值", with: "")
      return Row(parameter: String(parameter), value: String(bare), line: place + 1)
    }
  }

  /// Names of the parameters that the scenario files declare: the keys that are not indented.
  private static func declaredParameters() throws -> Set<String> {
    let form = try Regex(#"^([a-z0-9_.]+):\s*$"#)
    let files = try Repository.textFiles().filter {
      $0.path.hasPrefix("Scenarios/parameters/") && $0.path.hasSuffix(".yaml")
    }
    return Set(
      files.flatMap(\.lines).compactMap { line in
        line.firstMatch(of: form).flatMap { $0.output[1].substring.map(String.init) }
      })
  }

  /// Files and folders between backticks in a heading.
  private static func places(in heading: Substring) -> [String] {
    heading.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter {
        $0.offset % 2 == 1 && ($0.element.hasSuffix(".swift") || $0.element.hasSuffix("/"))
      }
      .map { String($0.element) }
  }

  private static func references() throws -> [Reference] {
    try Repository.swiftFiles(in: "Sources").flatMap { file in
      try file.lines.filter { $0.contains("Model equation") }.flatMap { line in
        try numbers(in: line).map { Reference(number: $0, path: file.path) }
      }
    }
  }
}
