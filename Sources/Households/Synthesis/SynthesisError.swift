/// Why a population could not be built.
public enum SynthesisError: Error, Equatable, Sendable {
  /// Numbers that no parameter file declares, in order of their names.
  case missingParameters([String])
  /// A township of a household table holds more households than a block can.
  case townshipTooLarge(countyCode: Int, township: Int, households: Int, largest: Int)
  /// Two households of a table carry the same number.
  case repeatedHousehold(id: UInt32)
}
