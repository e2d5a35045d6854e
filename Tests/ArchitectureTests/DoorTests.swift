import Testing

/// Each outside library has one door.
struct DoorTests {
  static let doors = [
    "CGSL": "NumericalMethods", "Crypto": "Provenance", "Yams": "ScenarioFiles",
    "ArgumentParser": "fangpin",
  ]

  /// Modules from the ground up; each may import only those before it.
  static let order = [
    "CGSL", "NumericalMethods", "Randomness", "Provenance", "Households", "Simulation",
    "Estimation", "ScenarioFiles", "Experiments", "Reporting", "fangpin",
  ]

  @Test(arguments: doors.keys.sorted())
  func `A library is imported by its door and by no other module`(library: String) throws {
    let importers = try Repository.swiftFiles(in: "Sources").filter {
      $0.imports.contains(library)
    }
    #expect(Set(importers.map(\.module)) == [Self.doors[library] ?? ""])
  }

  @Test func `A module imports only modules below it`() throws {
    for file in try Repository.swiftFiles(in: "Sources") {
      let own = try #require(Self.order.firstIndex(of: file.module), "\(file.path)")
      for name in file.imports {
        guard let other = Self.order.firstIndex(of: name) else { continue }
        #expect(other < own, "\(file.path) imports \(name)")
      }
    }
  }

  @Test func `Random numbers and estimates know no households`() throws {
    for module in ["Randomness", "Estimation", "NumericalMethods"] {
      for file in try Repository.swiftFiles(in: "Sources/" + module) {
        #expect(!file.imports.contains("Households"), "\(file.path)")
      }
    }
  }
}
