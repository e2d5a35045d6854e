/// Why no box can be found.
public enum PrimError: Error, Sendable, Hashable {
  /// No state is a case.
  case noCases
  /// Every state is a case.
  case onlyCases
}
