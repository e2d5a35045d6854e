import Estimation
import Randomness
import Testing

@testable import Experiments

/// The luck of few households, told from what all of them share.
struct HouseholdLuckTests {
  /// Rates of 40 places over 64 futures: a shock that all households of a place share, and the luck of
  /// households of 3 persons, 200 of which are simulated, the first half of them being the smaller sample.
  private func rates() -> (half: [[Double]], whole: [[Double]], all: [[Double]]) {
    var numbers = SplitMix(state: 5)
    var (half, whole, all): ([[Double]], [[Double]], [[Double]]) = ([], [], [])
    for _ in 0..<40 {
      var (first, both, truth): ([Double], [Double], [Double]) = ([], [], [])
      for _ in 0..<64 {
        let chance = Double.random(in: 0..<1, using: &numbers) < 0.2 ? 0.06 : 0.02
        let cases = (0..<200).map { _ in
          Double.random(in: 0..<1, using: &numbers) < chance ? 1.0 : 0
        }
        first.append(cases.prefix(100).reduce(0, +) / 100)
        both.append(cases.reduce(0, +) / 200)
        truth.append(chance)
      }
      half.append(first)
      whole.append(both)
      all.append(truth)
    }
    return (half, whole, all)
  }

  @Test func `Luck is the household size where all have the same risk`() {
    let (half, whole, _) = rates()
    let luck = HouseholdLuck(
      half: half, whole: whole, persons: [Double](repeating: 600, count: 40),
      sampleFraction: 0.01)
    // Households of three persons: 600 persons are 200 chances. The shock adds a little to p (1 − p).
    #expect(abs(luck.personsPerChance - 3) < 0.25, "\(luck.personsPerChance)")
    // New households in every future: which were drawn makes no lasting difference.
    #expect(luck.personsPerDraw < 0.1, "\(luck.personsPerDraw)")
  }

  @Test func `Households that are always in return are a draw and no luck`() {
    // Of 200 households of 3 persons about 4 are always in return, more or less by the draw.
    var numbers = SplitMix(state: 9)
    let poor = (0..<400).map { _ in
      (0..<200).map { _ in Double.random(in: 0..<1, using: &numbers) < 0.02 ? 1.0 : 0 }
    }
    let whole = poor.map { [Double](repeating: $0.reduce(0, +) / 200, count: 3) }
    let half = poor.map { [Double](repeating: $0.prefix(100).reduce(0, +) / 100, count: 3) }
    let persons = [Double](repeating: 600, count: 400)
    let luck = HouseholdLuck(half: half, whole: whole, persons: persons, sampleFraction: 0.01)
    #expect(luck.personsPerChance == 0 && abs(luck.personsPerDraw - 3) < 0.6)
    // All places are alike, so their means come together almost wholly.
    let means = whole.map { $0[0] }
    let steadied = luck.steadied(means, persons: persons)
    #expect(Moments(steadied).variance < 0.05 * Moments(means).variance)
  }

  @Test func `Means of places come together by the share of the draw in their spread`() {
    let luck = HouseholdLuck(personsPerChance: 0, personsPerDraw: 4, sampleFraction: 0)
    // v = 4 × 0.02 × 0.98 / 1000, spread 0.0002, so 0.608 of the distance stays.
    let steadied = luck.steadied([0.01, 0.03], persons: [1000, 1000])
    #expect(abs(steadied[0] - 0.013920) < 1e-12 && abs(steadied[1] - 0.026080) < 1e-12)
    let whole = HouseholdLuck(personsPerChance: 3, personsPerDraw: 4, sampleFraction: 1)
    #expect(whole.steadied([0.01, 0.03], persons: [1000, 1000]) == [0.01, 0.03])
    #expect(luck.steadied([0.01], persons: [1000]) == [0.01])
  }

  @Test func `Without luck the spread is that of what households share`() {
    let (half, whole, all) = rates()
    let persons = [Double](repeating: 600, count: 40)
    let luck = HouseholdLuck(half: half, whole: whole, persons: persons, sampleFraction: 0.01)
    func spread(_ rates: [[Double]]) -> Double {
      rates.map { Moments($0).variance }.reduce(0, +) / Double(rates.count)
    }
    let removed = whole.map { luck.removed(from: $0, persons: 600) }
    #expect(spread(whole) > 1.4 * spread(all))
    #expect(abs(spread(removed) / spread(all) - 1) < 0.15)
    for (rates, own) in zip(whole, removed) {
      #expect(abs(Moments(rates).mean - Moments(own).mean) < 1e-15)
    }
  }

  @Test func `The whole population has no luck of a sample, and equal rates stay`() {
    let luck = HouseholdLuck(personsPerChance: 3, personsPerDraw: 0, sampleFraction: 1)
    #expect(luck.removed(from: [0.1, 0.2, 0.4], persons: 100) == [0.1, 0.2, 0.4])
    let sampled = HouseholdLuck(personsPerChance: 3, personsPerDraw: 0, sampleFraction: 0.1)
    #expect(sampled.removed(from: [0.1, 0.1], persons: 100) == [0.1, 0.1])
    #expect(sampled.share(of: [0, 0, 0], persons: 100) == 0)
    // More luck than there is spread leaves the mean alone.
    #expect(sampled.removed(from: [0.1, 0.102], persons: 10) == [0.101, 0.101])
    #expect(sampled.share(of: [0.1, 0.102], persons: 10) == 1)
  }
}

/// Repeatable random numbers.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
