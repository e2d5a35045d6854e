import Estimation
import Testing
import ToyModels

/// A finite population whose true rate is known, of which samples are simulated again and again.
private struct FinitePopulation {
  let persons: [Double]
  let risk: [Double]

  init(households: Int, seed: UInt64) {
    var numbers = RandomNumbers(seed: seed)
    persons = (0..<households).map { _ in (1 + 6 * numbers.uniform()).rounded(.down) }
    // Few households carry most of the risk.
    risk = (0..<households).map { _ in
      let rank = numbers.uniform()
      return 0.01 + 0.4 * rank * rank * rank * rank
    }
  }

  /// Expected share of persons that fall, over all shocks (whose factor has mean 1).
  var trueRate: Double {
    zip(persons, risk).reduce(0) { $0 + $1.0 * $1.1 } / persons.reduce(0, +)
  }

  /// One run of a sample: an estimate of the rate with and without the error of households.
  func run(
    sampleFraction: Double, replications: Int, numbers: inout RandomNumbers
  ) -> (complete: Estimate, withoutHouseholds: Estimate) {
    let rows = persons.indices.filter { _ in numbers.uniform() < sampleFraction }
    let groups = rows.map { _ in Int(numbers.uniform() * 40) }
    var numerators = [Double](repeating: 0, count: 40)
    var denominators = [Double](repeating: 0, count: 40)
    var rates: [Double] = []
    for _ in 0..<replications {
      let shock = numbers.uniform() < 0.5 ? 0.7 : 1.3
      var fallen = 0.0
      var all = 0.0
      for (place, row) in rows.enumerated() {
        all += persons[row]
        denominators[groups[place]] += persons[row]
        if numbers.uniform() < risk[row] * shock {
          fallen += persons[row]
          numerators[groups[place]] += persons[row]
        }
      }
      rates.append(fallen / all)
    }
    let jackknife = GroupedJackknife(
      numerators: numerators, denominators: denominators, sampleFraction: sampleFraction)
    let estimator = Estimator(replications: replications)
    return (
      estimator.estimate(rates, household: jackknife.error), estimator.estimate(rates)
    )
  }
}

struct SampleOfHouseholdsTests {
  /// A small sample of many households, and half of few, where the finite population matters.
  @Test(arguments: [(0.02, 15_000), (0.5, 600)])
  func `The standard error is that of replications and of the sample together`(
    sampleFraction: Double, households: Int
  ) {
    let population = FinitePopulation(households: households, seed: 3)
    let truth = population.trueRate
    var numbers = RandomNumbers(seed: 77)
    let experiments = 300
    var means: [Double] = []
    var squaredErrors = 0.0
    var covered = 0
    var coveredWithout = 0
    for _ in 0..<experiments {
      let (estimate, without) = population.run(
        sampleFraction: sampleFraction, replications: 30, numbers: &numbers)
      means.append(estimate.mean)
      squaredErrors += estimate.standardError * estimate.standardError / Double(experiments)
      if estimate.lower95 <= truth && truth <= estimate.upper95 { covered += 1 }
      if without.lower95 <= truth && truth <= without.upper95 { coveredWithout += 1 }
    }
    // The luck of single households counts twice, so the estimate errs upwards, by a few per cent.
    let ratio = squaredErrors / Moments(means).variance
    #expect((0.85...1.45).contains(ratio), "was \(ratio)")
    let coverage = Double(covered) / Double(experiments)
    #expect((0.93...0.99).contains(coverage), "was \(coverage)")
    // Without the error of households the interval is too short, so this test can fail.
    let short = Double(coveredWithout) / Double(experiments)
    #expect(short < coverage - 0.03, "was \(short)")
  }
}
