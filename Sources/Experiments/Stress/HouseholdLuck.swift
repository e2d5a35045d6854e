import Estimation

/// What the few households of a sample do to the rates of small places.
///
/// A sample of a share *f* of the households halves to two samples of *f*/2. In every future the rate of the
/// first half minus that of the whole sample, d = x₁ − x, has no weather and no prices in it. With
/// x = (x₁ + x₂)/2, Var(x₁ − x) = Var(x₁ − x₂)/4, which is the variance of x that comes from households alone.
/// Its part that changes from future to future is luck (who falls ill), the part that stays is which
/// households were drawn. Both are pooled over places as multiples of independent persons,
///
///     k = Σ Var(d) / Σ p (1 − p) / n        c = ( Σ mean(d)² − Σ Var(d) / R ) / Σ p (1 − p) / n
///
/// with the rate *p*, *n* persons simulated and *R* futures. A sample adds (1 − *f*) of both to what the whole
/// population would have. Luck is taken out by drawing the rates of a place together around their mean, the
/// draw of households by drawing the means of places together (C. N. Morris, *Journal of the American
/// Statistical Association* 78(381), 1983, pp. 47–55):
///
///     p′ = p̄ + (p − p̄) τ² / (τ² + v)        τ² = variance of p over places − mean of v      v = c p̄ (1 − p̄) / n
public struct HouseholdLuck: Sendable, Hashable {
  /// The multiple *k* of luck; the mean household size if all households had the same risk.
  public let personsPerChance: Double
  /// The multiple *c* of the draw of households.
  public let personsPerDraw: Double
  /// Share of households simulated, *f*.
  public let sampleFraction: Double

  /// Known multiples.
  init(personsPerChance: Double, personsPerDraw: Double, sampleFraction: Double) {
    self.personsPerChance = personsPerChance
    self.personsPerDraw = personsPerDraw
    self.sampleFraction = sampleFraction
  }

  /// Measures both on rates of places in the same futures.
  ///
  /// - Parameters:
  ///   - half: Rates with half of the sample; shape `[places][futures]`.
  ///   - whole: Rates with the sample; shape `[places][at least as many futures]`.
  ///   - persons: Persons simulated in each place with the sample; shape `[places]`.
  ///   - sampleFraction: Share of households of the sample.
  init(half: [[Double]], whole: [[Double]], persons: [Double], sampleFraction: Double) {
    var (luck, draw, chances) = (0.0, 0.0, 0.0)
    for (place, rates) in half.enumerated() where persons[place] > 0 {
      let mean = Moments(whole[place]).mean
      let differences = Moments(zip(rates, whole[place]).map { $0 - $1 })
      luck += differences.variance
      draw +=
        differences.mean * differences.mean - differences.variance / Double(differences.count)
      chances += mean * (1 - mean) / persons[place]
    }
    let isKnown = chances > 0 && luck.isFinite
    self.init(
      personsPerChance: isKnown ? luck / chances : 0,
      personsPerDraw: isKnown ? max(0, draw / chances) : 0, sampleFraction: sampleFraction)
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

  /// Means of places drawn together by what the draw of households adds to their spread.
  ///
  /// - Parameters:
  ///   - means: Mean rate of each place over futures; shape `[places]`.
  ///   - persons: Persons simulated in each place.
  /// - Returns: The means; shape `[places]`.
  func steadied(_ means: [Double], persons: [Double]) -> [Double] {
    let all = persons.reduce(0, +)
    guard means.count > 1, all > 0 else { return means }
    let centre = zip(means, persons).reduce(0) { $0 + $1.0 * $1.1 } / all
    let scale = personsPerDraw * centre * (1 - centre) * (1 - sampleFraction)
    let errors = persons.map { $0 > 0 ? scale / $0 : 0 }
    let spread =
      means.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(means.count - 1)
    let between = max(0, spread - errors.reduce(0, +) / Double(errors.count))
    return zip(means, errors).map { mean, error in
      error > 0 ? centre + (mean - centre) * between / (between + error) : mean
    }
  }
}
