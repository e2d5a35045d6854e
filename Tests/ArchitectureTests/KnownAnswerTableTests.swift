import Testing

/// The table of known answers names tests that exist, and enough of them.
struct KnownAnswerTableTests {
  /// One line of the table: what is known, why it may be trusted, and where it is tested.
  struct Row {
    let cells: [String]
    let file: String
    let test: String
  }

  private static func rows() throws -> [Row] {
    let readme = try #require(
      try Repository.textFiles().first { $0.path == "Tests/KnownAnswerTests/README.md" })
    return readme.lines.compactMap { line in
      let cells = line.split(separator: "|").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      guard cells.count == 7, Int(cells[0]) != nil else { return nil }
      return Row(cells: cells, file: cells[5].filter { $0 != "`" }, test: cells[6])
    }
  }

  @Test func `There are at least 25 known answers, numbered from 1, each with all that is due`()
    throws
  {
    let rows = try Self.rows()
    #expect(rows.count >= 25)
    #expect(rows.map(\.cells[0]) == (1...max(rows.count, 1)).map { "\($0)" })
    #expect(Set(rows.map { $0.file + $0.test }).count == rows.count)
    for row in rows { #expect(row.cells.allSatisfy { !$0.isEmpty }, "no. \(row.cells[0])") }
  }

  @Test func `Every known answer has a test of that name, with a comment before it`() throws {
    let sources = try Repository.swiftFiles(in: "Tests")
    for row in try Self.rows() {
      let lines = sources.first { $0.path == row.file }?.lines ?? []
      let name = lines.firstIndex { $0.contains("func \(row.test)(") }
      guard row.test.hasPrefix("`"), let name else {
        Issue.record("no. \(row.cells[0]) is not in \(row.file)")
        continue
      }
      let start = lines[...name].lastIndex { $0.contains("@Test") }
      let before = start.map { $0 > 0 ? lines[$0 - 1] : "" } ?? ""
      #expect(before.contains("///"), "no. \(row.cells[0]): \(row.test)")
    }
  }
}
