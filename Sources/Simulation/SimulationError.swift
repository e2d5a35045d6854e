/// Why a simulation could not be started or finished.
public enum SimulationError: Error, Equatable, Sendable {
  /// Numbers that no parameter file declares.
  case missingParameters([String])
  /// The distance correlation of drought leaves no valid field.
  case correlationNotPositiveDefinite
  /// The caller asked to stop.
  case cancelled
  /// A money pot did not balance: a fault of the program.
  case booksDoNotBalance(county: Int, year: Int, replication: Int, fen: Int64)
}
