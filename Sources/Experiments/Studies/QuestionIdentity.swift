import Households
import Provenance

/// What makes two answers the same: the question, what is believed, how much is simulated, and the
/// version of the program.
///
/// It is known before anything is simulated, so that an answer that is there already is kept.
public struct QuestionIdentity: Sendable, Hashable {
  /// The command that answers it, such as `sweep`.
  public let command: String
  /// Name of the question: its file's name without the ending.
  public let name: String
  /// Version of the program.
  public let version: String
  /// How much is simulated.
  public let design: StudyDesign
  /// Name and SHA-256 of every scenario that the question names, in its order.
  public let scenarios: [Scenario]
  /// SHA-256 of the ensemble of a calibration from which parameters are drawn.
  public let posteriorDigest: String?
  /// SHA-256 of all of this with the text of the question, in hexadecimal.
  public let digest: String

  /// A scenario of a question by its digest.
  public struct Scenario: Sendable, Hashable {
    /// The name under which the question asks for it.
    public let name: String
    /// ``ScenarioDigest``.
    public let digest: String

    /// A scenario of a question.
    public init(name: String, digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  /// The identity of a question.
  ///
  /// - Parameters:
  ///   - command: The command that answers it.
  ///   - name: Name of the question.
  ///   - text: The question file as it was read, or all that was asked on the command line.
  ///   - scenarios: Every scenario that it names, in its order.
  ///   - design: How much is simulated, options of the command line included.
  ///   - posteriorDigest: SHA-256 of the ensemble from which parameters are drawn.
  ///   - version: Version of the program.
  public init(
    command: String, name: String, text: String, scenarios: [QuestionScenario],
    design: StudyDesign, posteriorDigest: String? = nil,
    version: String = ProgramVersion.current
  ) {
    self.command = command
    self.name = name
    self.version = version
    self.design = design
    self.posteriorDigest = posteriorDigest
    let digests = scenarios.map {
      Scenario(name: $0.name, digest: ScenarioDigest.hexadecimal(of: $0.scenario))
    }
    self.scenarios = digests
    let lines =
      [
        "command=\(command)", "name=\(name)", "version=\(version)",
        "replications=\(design.replications)", "sample=\(design.sample)", "seed=\(design.seed)",
        "draws=\(design.draws)", "posterior=\(posteriorDigest ?? "")",
      ] + digests.map { "scenario=\($0.name) \($0.digest)" }
      + ["question=\(Digest.sha256Hex(of: text))"]
    digest = Digest.sha256Hex(of: lines.joined(separator: "\n"))
  }
}
