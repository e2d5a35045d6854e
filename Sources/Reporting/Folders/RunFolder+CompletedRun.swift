import Experiments
import Households

extension RunFolder {
  /// Where a run is written if its author names no place.
  public static func defaultPath(for identity: RunIdentity) -> String {
    defaultPath(
      scenario: identity.scenario, seed: identity.seed, runDigest: identity.runDigest)
  }

  /// What is already at a place, to be asked before anything is simulated; `nil` for the default
  /// place of the run.
  public static func existing(for identity: RunIdentity, at path: String? = nil) -> ExistingFolder {
    existing(at: path ?? defaultPath(for: identity), runDigest: identity.runDigest)
  }

  /// Writes a completed run's folder, all of it or nothing; see the same function for a content.
  @discardableResult
  public static func write(
    _ run: CompletedRun, to path: String? = nil, language: Language, replace: Bool
  ) throws -> String {
    try write(ReportContent(run), to: path, language: language, replace: replace)
  }
}
