import Testing

/// Every equation of the model document is named by the code that computes it, and no other is.
struct EquationTests {
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

  @Test func `The document defines many equations, none of them twice`() throws {
    let equations = try Self.equations()
    #expect(equations.count > 100)
    let lines = Dictionary(grouping: equations, by: \.number).mapValues { $0.map(\.line) }
    for (number, lines) in lines.sorted(by: { $0.key < $1.key }) where lines.count > 1 {
      Issue.record("(\(number)) is defined in lines \(lines)")
    }
  }

  @Test func `The text of the document refers to equations that it defines`() throws {
    let defined = Set(try Self.equations().map(\.number))
    for (place, line) in try Self.document().lines.enumerated() {
      for number in try Self.numbers(in: line) where !defined.contains(number) {
        Issue.record("Docs/model.md:\(place + 1): (\(number))")
      }
    }
  }

  @Test func `An equation is named by the code that computes it`() throws {
    let named = Set(try Self.references().map(\.number))
    for equation in try Self.equations()
    where Self.notation[equation.number] == nil && !named.contains(equation.number) {
      Issue.record("Docs/model.md:\(equation.line): (\(equation.number)) is named by no code")
    }
  }

  @Test func `The code names no equation that the document does not have`() throws {
    let defined = Set(try Self.equations().map(\.number))
    for reference in try Self.references() where !defined.contains(reference.number) {
      Issue.record("\(reference.path): (\(reference.number)) is not in the document")
    }
  }

  @Test func `An exception is a defined equation that no code names`() throws {
    let defined = Set(try Self.equations().map(\.number))
    let named = Set(try Self.references().map(\.number))
    for number in Self.notation.keys.sorted() {
      if !defined.contains(number) { Issue.record("(\(number)) is not in the document") }
      if named.contains(number) { Issue.record("(\(number)) is named by code") }
    }
  }

  @Test func `A file that the heading names computes the equation`() throws {
    let references = Dictionary(grouping: try Self.references(), by: \.number)
    for equation in try Self.equations() {
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

  private static func document() throws -> Repository.File {
    try #require(try Repository.textFiles().first { $0.path == "Docs/model.md" })
  }

  /// Numbers in brackets in a line.
  private static func numbers(in line: Substring) throws -> [String] {
    try line.matches(of: Regex(#"\(\#(number)\)"#)).map {
      String(line[$0.range].dropFirst().dropLast())
    }
  }

  /// Equations in the order of the document: a number ends a line inside a fence, or after two spaces
  /// outside, where a number after one space is a reference.
  private static func equations() throws -> [Equation] {
    let ending = try Regex(#"\(\#(number)\)$"#)
    var equations: [Equation] = []
    var isInFence = false
    var heading: Substring = ""
    for (place, line) in try document().lines.enumerated() {
      if line.hasPrefix("```") { isInFence.toggle() }
      if !isInFence, line.hasPrefix("#") { heading = line }
      guard let match = line.firstMatch(of: ending) else { continue }
      guard isInFence || line[..<match.range.lowerBound].hasSuffix("  ") else { continue }
      let number = String(line[match.range].dropFirst().dropLast())
      equations.append(Equation(number: number, line: place + 1, heading: heading))
    }
    return equations
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
