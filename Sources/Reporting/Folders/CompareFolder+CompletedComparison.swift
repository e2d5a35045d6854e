import Experiments
import Households

extension CompareFolder {
  /// Where a comparison is written if its author names no place; the baseline is the first of
  /// `identities`.
  public static func defaultPath(for identities: [RunIdentity]) -> String {
    defaultPath(
      baseline: identities[0].scenario, seed: identities[0].seed,
      runDigests: identities.map(\.runDigest))
  }

  /// What is already at a place, to be asked before anything is simulated; `nil` for the default
  /// place of the comparison.
  ///
  /// The baseline is the first of `identities`.
  public static func existing(
    for identities: [RunIdentity], at path: String? = nil
  ) -> ExistingFolder {
    existing(
      at: path ?? defaultPath(for: identities), runDigests: identities.map(\.runDigest))
  }

  /// Writes a completed comparison's folder, all of it or nothing; see the same function for a
  /// content.
  @discardableResult
  public static func write(
    _ comparison: CompletedComparison, to path: String? = nil, language: Language, replace: Bool
  ) throws -> String {
    try write(ComparisonContent(comparison), to: path, language: language, replace: replace)
  }

  /// Writes the folder of an answered comparison; see the same function for a content.
  @discardableResult
  public static func write(
    _ answer: ComparisonAnswer, to path: String? = nil, language: Language, replace: Bool
  ) throws -> String {
    try write(ComparisonContent(answer), to: path, language: language, replace: replace)
  }
}
