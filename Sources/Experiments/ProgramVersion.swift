/// The version of the program, which is part of the identity of a run.
public enum ProgramVersion {
  /// Semantic version; raised whenever the same scenario gives other figures.
  public static let current = "0.1.0"
}
