import Experiments
import Households

/// Which question was answered, and what came out; `question.json`.
///
/// It holds nothing that differs between two machines that give the same answer.
struct QuestionRecord: Codable, Equatable {
  var command: String
  var question: String
  /// SHA-256 of what was asked; see `QuestionIdentity`.
  var questionDigest: String
  var version: String
  var seed: UInt64
  var sample: Double
  var replications: Int
  var draws: Int
  /// SHA-256 of the ensemble of a calibration.
  var posteriorDigest: String?
  /// SHA-256 of each scenario, in the order of the question.
  var scenarios: [Scenario]
  /// The sentences of the answer by language.
  var answers: [String: [String]]
  /// SHA-256 of each table by file name.
  var tableDigests: [String: String]

  /// A scenario of the question.
  struct Scenario: Codable, Equatable {
    var name: String
    var digest: String
  }

  /// The record of an answer.
  init(_ content: QuestionContent, digest: (String) -> String) {
    let identity = content.identity
    command = identity.command
    question = identity.name
    questionDigest = identity.digest
    version = identity.version
    seed = identity.design.seed
    sample = identity.design.sample
    replications = identity.design.replications
    draws = identity.design.draws
    posteriorDigest = identity.posteriorDigest
    scenarios = identity.scenarios.map { Scenario(name: $0.name, digest: $0.digest) }
    answers = [
      "zh": content.answers.map(\.chinese), "en": content.answers.map(\.english),
    ]
    tableDigests = Dictionary(
      uniqueKeysWithValues: content.tables.map { ($0.name, digest($0.text)) })
  }
}
