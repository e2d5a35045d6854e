import Households

/// Whose lives are written down.
public enum HouseholdChoice: Sendable, Hashable {
  /// Households by their numbers, in this order.
  case numbers([UInt32])
  /// The first so many that a sample keeps, whatever its share.
  case first(Int)

  /// The numbers of the chosen households, each once.
  ///
  /// - Throws: ``HouseholdChoiceError`` if a number belongs to no household or there are too few.
  func numbers(in population: Population) throws(HouseholdChoiceError) -> [UInt32] {
    switch self {
    case .numbers(let asked):
      var seen = Set<UInt32>()
      let numbers = asked.filter { seen.insert($0).inserted }
      let known = population.known(seen)
      if let unknown = numbers.first(where: { !known.contains($0) }) {
        throw .unknown(
          household: unknown, sample: population.sampleFraction,
          keptFrom: SampleHash.uniform(of: unknown), examples: population.firstHouseholds(3))
      }
      return numbers
    case .first(let count):
      let numbers = population.firstHouseholds(count)
      guard numbers.count == count else { throw .tooFew(asked: count, there: numbers.count) }
      return numbers
    }
  }
}
