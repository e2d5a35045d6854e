import Testing

/// Files that can be read in one sitting.
struct SizeTests {
  /// Tables written by hand, which nobody reads from top to bottom.
  static let tables: Set = ["Sources/Reporting/Text/Word.swift"]

  @Test(arguments: ["Sources", "Tests"])
  func `A source file has at most 400 lines`(folder: String) throws {
    for file in try Repository.swiftFiles(in: folder) where !Self.tables.contains(file.path) {
      let lines = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
      #expect(lines <= 400, "\(file.path)")
    }
  }

  @Test func `No file of a module is a placeholder`() throws {
    for file in try Repository.swiftFiles(in: "Sources") {
      #expect(!file.path.hasSuffix("/Placeholder.swift"), "\(file.path)")
    }
  }
}
