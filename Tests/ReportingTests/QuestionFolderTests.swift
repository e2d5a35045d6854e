import Foundation
import Households
import Testing

@testable import Experiments
@testable import Reporting

/// Folders of answers are tested in a temporary folder that goes away afterwards.
final class QuestionFolderTests {
  private let root: String

  init() throws {
    root = NSTemporaryDirectory() + "fangpin-questions-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: root) }

  private var path: String { root + "/results/answer" }

  private func write(
    _ question: MadeUpQuestion, language: Language = .chinese, replace: Bool = false
  ) throws -> String {
    try QuestionFolder.write(question.content, to: path, language: language, replace: replace)
  }
  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  @Test func `An answer writes report, question, record and tables`() throws {
    #expect(try write(MadeUpQuestion()) == path)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: path).sorted() == [
        "cells.csv", "question.json", "question.yaml", "report.html",
      ])
    #expect(try read("question.yaml") == "question: {a: 1}\n")
    #expect(
      try read("cells.csv") == """
        setting_yuan,mean_share,se_share,lower95_share,upper95_share,replications
        1000,0.004,0.0001,0.0038,0.0042,200

        """)
    let record = try JSONDecoder().decode(
      QuestionRecord.self, from: Data(try read("question.json").utf8))
    let identity = MadeUpQuestion().identity
    #expect(record.command == "sweep" && record.question == "relief" && record.seed == 0)
    #expect(record.questionDigest == identity.digest && record.version == "1.2.3")
    #expect(record.replications == 200 && record.sample == 0.01)
    #expect(record.tableDigests.keys.sorted() == ["cells.csv"])
    #expect(record.answers["en"] == MadeUpQuestion().content.answers.map(\.english))
  }

  @Test func `The record does not depend on how long it took`() throws {
    var content = MadeUpQuestion().content
    let record = QuestionRecord(content) { $0 }
    content.work.seconds = 1
    content.work.threads = 64
    content.work.account.reused = 0
    #expect(QuestionRecord(content) { $0 } == record)
  }

  @Test func `The default place names command, question and the start of the digest`() {
    let identity = MadeUpQuestion().identity
    #expect(
      QuestionFolder.defaultPath(for: identity)
        == "Outputs/sweep-relief-" + identity.digest.prefix(12))
  }

  @Test func `The identical question is kept, another is in the way`() throws {
    let question = MadeUpQuestion()
    #expect(QuestionFolder.existing(for: question.identity, at: path) == .none)
    _ = try write(question)
    try "kept".write(toFile: path + "/report.html", atomically: true, encoding: .utf8)
    #expect(QuestionFolder.existing(for: question.identity, at: path) == .identical)
    _ = try write(question)
    #expect(try read("report.html") == "kept")
    for other in [MadeUpQuestion(seed: 2), MadeUpQuestion(text: "question: {a: 2}\n")] {
      #expect(QuestionFolder.existing(for: other.identity, at: path) == .different)
      #expect(throws: FolderError.exists(path: path)) { try self.write(other) }
    }
    _ = try write(question, language: .english, replace: true)
    #expect(try read("report.html").contains("lang=\"en\""))
    _ = try write(MadeUpQuestion(seed: 2), replace: true)
    #expect(try read("question.json").contains("\"seed\" : 2,"))
  }

  @Test func `A folder that is no answer is never replaced`() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try "mine".write(toFile: path + "/diary.txt", atomically: true, encoding: .utf8)
    #expect(throws: FolderError.notResults(path: path)) {
      try self.write(MadeUpQuestion(), replace: true)
    }
    #expect(try read("diary.txt") == "mine")
  }

  @Test func `A table that cannot be written leaves nothing behind`() throws {
    var content = MadeUpQuestion().content
    // A file cannot be written below another file.
    content.tables.append(QuestionTable(name: "cells.csv/below.csv", columns: ["a"], rows: []))
    #expect(throws: FolderError.self) {
      try QuestionFolder.write(content, to: self.path, language: .chinese, replace: false)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: root + "/results") == [])
  }

  @Test func `Whatever changes an answer changes the digest of its question`() {
    let identity = { (design: StudyDesign, posterior: String?, version: String) in
      QuestionIdentity(
        command: "sweep", name: "relief", text: "", scenarios: [], design: design,
        posteriorDigest: posterior, version: version
      ).digest
    }
    let design = StudyDesign(replications: 8, sample: 0.01)
    let digests = [
      identity(design, nil, "1"), identity(design, nil, "2"), identity(design, "a", "1"),
      identity(StudyDesign(replications: 9, sample: 0.01), nil, "1"),
      identity(StudyDesign(replications: 8, sample: 0.02), nil, "1"),
      identity(StudyDesign(replications: 8, sample: 0.01, seed: 0), nil, "1"),
      identity(StudyDesign(replications: 8, sample: 0.01, draws: 2), nil, "1"),
    ]
    #expect(Set(digests).count == digests.count)
    #expect(digests[0] == identity(design, nil, "1"))
  }
}
