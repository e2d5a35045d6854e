import Randomness

/// Probabilities of the binomial distribution by the ratio of neighbours, p[k+1]/p[k] = (n−k)/(k+1) · odds.
///
/// Source: W. Feller, *An Introduction to Probability Theory and Its Applications* I, 3rd ed., VI.2.
struct BinomialLaw {
  let probabilities: [Double]

  init(trials: Int, chance: Double) {
    guard chance > 0, chance < 1 else {
      let certain = chance >= 1 ? trials : 0
      probabilities = (0...trials).map { $0 == certain ? 1 : 0 }
      return
    }
    // The logarithm of (1 − p)ⁿ keeps the first probability above the smallest number.
    var probability = Elementary.exp(Double(trials) * Elementary.log(1 - chance))
    var all = [probability]
    for k in 0..<trials {
      probability *= Double(trials - k) / Double(k + 1) * chance / (1 - chance)
      all.append(probability)
    }
    probabilities = all
  }

  /// Probability of fewer than `limit` cases.
  func below(_ limit: Int) -> Double { probabilities.prefix(max(limit, 0)).reduce(0, +) }
}
