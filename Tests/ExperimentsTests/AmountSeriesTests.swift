import Households
import Simulation
import Testing

@testable import Experiments

/// From tallies of a sample to amounts of the whole population.
struct AmountSeriesTests {
  @Test func `A sample counts households in part, and counties and firings of rules in full`() {
    var made = HandMadeOutcomes(sampleFraction: 0.01)
    let (counties, firings, births): (Int64, Int64, Int64) = (2, 3, 5)
    for prefecture in 0..<2 {
      made.set(.penalisedCounties, 2024, prefecture: prefecture, counties)
      made.set(.ruleFirings, 2024, prefecture: prefecture, firings)
      made.set(.births, 2024, prefecture: prefecture, births)
    }
    let series = AmountSeriesList(made.outcomes, HandMadeOutcomes.geography).systems
    func amounts(_ quantity: SystemQuantity) -> [Double] {
      series.filter { $0.kind == quantity && $0.year == 2024 }.map { $0.values[0] }
    }
    // The province first, then its two prefectures.
    #expect(amounts(.penalisedCounties) == [4, 2, 2])
    #expect(amounts(.ruleFirings) == [6, 3, 3])
    #expect(amounts(.births) == [1000, 500, 500])
  }
}
