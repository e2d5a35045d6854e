import Households
import Randomness

/// Small hand-made populations: every household formerly poor unless said otherwise.
public enum TestPopulation {
  /// Rows of a county: households around the median income, four persons, one or two workers.
  ///
  /// - Parameters:
  ///   - county: Number of the county.
  ///   - count: Number of households.
  ///   - townships: Number of townships, which share the households evenly.
  ///   - income: Permanent income of household number k, yuan per head and year.
  ///   - shares: Shares of wage, business, transfer and property income.
  ///   - workers: Workers of every household.
  ///   - change: Changes household number k before it is used.
  /// - Returns: The rows in order of number.
  public static func rows(
    county: Int, count: Int, townships: Int = 4, income: (Int) -> Double = spread,
    shares: SIMD4<Double> = SIMD4(0.6, 0.25, 0.125, 0.025), workers: Int = 2,
    change: (Int, inout HouseholdRecord) -> Void = { _, _ in }
  ) -> [HouseholdRecord] {
    (0..<count).map { number in
      var row = HouseholdRecord()
      row.id = UInt32(county << 20 | number)
      row.county = county
      row.township = number * townships / count
      row.members = SIMD8(0, 1, 1, 0, 1, 0, 0, 1)
      row.workers = workers
      row.flags = [.formerlyPoor, .basicInsurance]
      row.livelihood = number % 3 == 0 ? .farm : .wage
      row.destination = WorkDestination.allCases[number % 4]
      row.permanentIncome = income(number)
      row.sourceShares = shares
      row.productShares = SIMD8(0.25, 0.17, 0.18, 0.14, 0.09, 0.07, 0.06, 0.04)
      row.students = SIMD4(number % 5 == 0 ? 1 : 0, 0, number % 11 == 0 ? 1 : 0, 0)
      row.savings = 6000
      row.assets = 15000
      let words = DrawKey(seed: 1, shockYear: 0, householdReplication: 0)
        .world(.household, Int(row.id), .household)
      row.traits = SIMD4(
        words[0].uniform, words[1].uniform, words[2].uniform, words[3].uniform)
      change(number, &row)
      return row
    }
  }

  /// Incomes from 6,500 to 15,500 yuan, in a pattern without order.
  public static func spread(_ number: Int) -> Double { 6500 + Double(number * 7919 % 1000) * 9 }

  /// A population of rows, which are sorted into counties.
  public static func population(
    _ rows: [HouseholdRecord], counties: Int, householdsPerBlock: Int = 2048, fraction: Double = 1
  ) -> Population {
    var byCounty = [[HouseholdRecord]](repeating: [], count: counties)
    for row in rows { byCounty[row.county].append(row) }
    return Population(
      rowsByCounty: byCounty, sampleFraction: fraction, householdsPerBlock: householdsPerBlock,
      admissionHazards: [0.09, 0.09, 0.15, 0.27])
  }
}
