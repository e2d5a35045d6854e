import Testing

/// Nothing in the repository speaks of the machine on which it was written.
struct PrivatePlaceTests {
  /// Put together here so that this file does not contain them.
  static let places = ["work", "farm", "root", "home"].map { "/" + $0 + "/" } + [".." + "/shared"]

  @Test func `No file names a place of one machine`() throws {
    for file in try Repository.textFiles() {
      for (number, line) in file.lines.enumerated() {
        for place in Self.places where line.contains(place) {
          Issue.record("\(file.path):\(number + 1): \(place)")
        }
      }
    }
  }

  @Test func `The search sees hidden files, scenarios and scripts`() throws {
    let paths = Set(try Repository.textFiles().map(\.path))
    for path in [".ci/run", "Makefile", "Scenarios/guizhou.yaml", "Scripts/package"] {
      #expect(paths.contains(path))
    }
  }
}
