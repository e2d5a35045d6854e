import Dispatch
import Randomness

/// What is known of one household before the first month.
struct HouseholdFacts {
  var persons: Int
  /// Yuan a head and year.
  var income: Double
  var farmShare: Double
  var migrantShare: Double
  /// Yuan.
  var savings: Double
  var county: Int

  /// Draws a household: the same for a seed and a number.
  init(number: Int, seed: UInt64) {
    let key = DrawKey(seed: seed, shockYear: 0, householdReplication: 0)
    let first = key.world(.household, number, .household)
    let second = key.world(.household, number, .householdIncome)
    persons = 2 + Int(first[0].multipliedFullWidth(by: 5).high)
    county = Int(first[1].multipliedFullWidth(by: UInt32(Definition.counties)).high)
    farmShare = 0.1 + 0.5 * first[2].uniform
    migrantShare = min(0.1 + 0.6 * first[3].uniform, 0.95 - farmShare)
    let z = (
      Elementary.normalQuantile(second[0].uniform), Elementary.normalQuantile(second[1].uniform)
    )
    income = Definition.incomeMedian * Elementary.exp(Definition.incomeSigma * z.0)
    savings =
      Double(persons) * Definition.savingsMedian * Elementary.exp(Definition.savingsSigma * z.1)
  }

  /// Reads a household from a record of six columns.
  init(_ record: [Double], number: Int, of count: Int) {
    income = record[number]
    farmShare = record[count + number]
    migrantShare = record[2 * count + number]
    savings = record[3 * count + number]
    persons = Int(record[4 * count + number])
    county = Int(record[5 * count + number])
  }

  /// All households of a run, drawn or read.
  static func all(_ options: Options) throws -> [HouseholdFacts] {
    let count = options.households
    if let path = options.populationRecord {
      let record = try Record.read(path, count: 6 * count)
      return (0..<count).map { HouseholdFacts(record, number: $0, of: count) }
    }
    let share = (count + options.threads - 1) / options.threads
    return [HouseholdFacts](unsafeUninitializedCapacity: count) { buffer, filled in
      nonisolated(unsafe) let facts = buffer
      DispatchQueue.concurrentPerform(iterations: options.threads) { part in
        for number in min(part * share, count)..<min((part + 1) * share, count) {
          facts.initializeElement(
            at: number, to: HouseholdFacts(number: number, seed: options.seed))
        }
      }
      filled = count
    }
  }
}
