import Foundation
import Households
import Testing

@testable import ScenarioFiles

/// Runs over `Scenarios/invalid`: each file must be refused with exactly the text beside it.
struct InvalidFilesTests {
  static let folder = Repository.scenarios + "/invalid"
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  // Read once: the declarations are larger than all broken files together.
  static let declared = Result {
    (
      try ScenarioLibrary.parameters(folder: Repository.scenarios),
      try ScenarioLibrary.geography(folder: Repository.scenarios)
    )
  }

  func mistakes(of name: String) throws -> ScenarioFileErrors {
    let (declared, geography) = try Self.declared.get()
    return try #require(throws: ScenarioFileErrors.self) {
      _ = try ScenarioLibrary.scenario(
        at: "\(Self.folder)/\(name)", root: Repository.scenarios, declared: declared,
        geography: geography)
    }
  }

  @Test(arguments: names)
  func `A broken file is refused with exactly the expected message`(name: String) throws {
    let stem = name.dropLast(".yaml".count)
    let expected = try String(
      contentsOfFile: "\(Self.folder)/\(stem).expected.txt", encoding: .utf8)
    let error = try mistakes(of: name)
    let shown = error.message(in: .english).replacingOccurrences(of: Self.folder + "/", with: "")
      .replacingOccurrences(of: Repository.scenarios, with: "..")
    #expect(shown + "\n" == expected)
  }

  @Test(arguments: names)
  func `Every message also exists in Chinese`(name: String) throws {
    let error = try mistakes(of: name)
    for mistake in error.mistakes {
      #expect(mistake.message(in: .chinese).contains("错误："))
      #expect(mistake.problem.chinese != mistake.problem.english)
      #expect(
        mistake.problem.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }
  }

  @Test func `There are at least a hundred and forty broken files and no expectation without one`()
    throws
  {
    #expect(Self.names.count >= 140)
    let expectations = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
      .filter { $0.hasSuffix(".expected.txt") }
    #expect(
      expectations.map { $0.dropLast(".expected.txt".count) }.sorted()
        == Self.names.map { $0.dropLast(".yaml".count) }.sorted())
  }
}
