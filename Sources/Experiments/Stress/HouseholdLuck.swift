import Estimation

/// How much of the spread of a place's rate over futures is the luck of the few households simulated.
///
/// A sample of a share *f* of the households halves to two samples of *f*/2. In every future the rate of the
/// first half minus that of the whole sample has no weather and no prices in it, and its variance over futures
/// is that of the luck of the whole sample: with x = (x₁ + x₂)/2, Var(x₁ − x) = Var(x₁ − x₂)/4 = Var(luck of
/// x). It is pooled over counties as
///
///     k = Σ Var(x₁ − x) / Σ p (1 − p) / n          v = k p (1 − p) / n
///
/// with the rate *p* and *n* persons simulated. *k* would be the mean household size if all households had the
/// same risk; it is less where a few are always in return. In the whole population luck has the variance
/// *v f*, so *v* (1 − *f*) is what a sample adds.
public struct HouseholdLuck: Sendable, Hashable {
  /// The multiple *k* of the variance of as many independent persons.
  public let personsPerChance: Double
  /// Share of households simulated, *f*.
  public let sampleFraction: Double

  /// Luck with a known multiple.
  init(personsPerChance: Double, sampleFraction: Double) {
    self.personsPerChance = personsPerChance
    self.sampleFraction = sampleFraction
  }

  /// Measures luck on rates of places in the same futures.
  ///
  /// - Parameters:
  ///   - half: Rates with half of the sample; shape `[places][futures]`.
  ///   - whole: Rates with the sample; shape `[places][at least as many futures]`.
  ///   - persons: Persons simulated in each place with the sample; shape `[places]`.
  ///   - sampleFraction: Share of households of the sample.
  init(half: [[Double]], whole: [[Double]], persons: [Double], sampleFraction: Double) {
    var spread = 0.0
    var chances = 0.0
    for (place, rates) in half.enumerated() where persons[place] > 0 {
      let mean = Moments(whole[place]).mean
      spread += Moments(zip(rates, whole[place]).map { $0 - $1 }).variance
      chances += mean * (1 - mean) / persons[place]
    }
    self.init(
      personsPerChance: chances > 0 && spread.isFinite ? spread / chances : 0,
      sampleFraction: sampleFraction)
  }

  /// What the sample adds to the variance over futures of a place's rate.
  func variance(mean: Double, persons: Double) -> Double {
    guard persons > 0 else { return 0 }
    return personsPerChance * mean * (1 - mean) / persons * (1 - sampleFraction)
  }

  /// Share of the variance of some rates over futures that the sample adds, at most 1.
  func share(of rates: [Double], persons: Double) -> Double {
    let moments = Moments(rates)
    guard moments.variance > 0 else { return 0 }
    return min(1, variance(mean: moments.mean, persons: persons) / moments.variance)
  }

  /// Rates drawn together around their mean until their variance is that without the luck of the sample.
  func removed(from rates: [Double], persons: Double) -> [Double] {
    let mean = Moments(rates).mean
    let scale = (1 - share(of: rates, persons: persons)).squareRoot()
    guard scale < 1 else { return rates }
    return rates.map { mean + ($0 - mean) * scale }
  }
}
