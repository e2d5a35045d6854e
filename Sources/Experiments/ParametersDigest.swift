import Households
import Provenance

/// The digest of the values of all parameters as a scenario believes them.
///
/// Only names and values count: a better source or another place of the same value is the same
/// model.
public enum ParametersDigest {
  /// The digest, 64 hexadecimal characters.
  ///
  /// SHA-256 of one line a parameter, in order of name: `name=value` or `name=value,value…`, and
  /// for a path over time `name=value;2026-01=value…`.
  public static func hexadecimal(of parameters: Parameters) -> String {
    Digest.sha256Hex(of: lines(of: parameters) { _ in true }.map { $0 + "\n" }.joined())
  }

  /// Lines of the parameters whose names are wanted, in order of name.
  static func lines(of parameters: Parameters, where isWanted: (String) -> Bool) -> [String] {
    parameters.declared.filter { isWanted($0.name) }.sorted { $0.name < $1.name }.map { declared in
      let value: String
      if let override = parameters.overrides[declared.name] {
        value = override.path.steps.map { step in
          (step.from.map { "\($0)=" } ?? "") + "\(step.value)"
        }.joined(separator: ";")
      } else {
        value = declared.values.map { "\($0)" }.joined(separator: ",")
      }
      return declared.name + "=" + value
    }
  }
}
