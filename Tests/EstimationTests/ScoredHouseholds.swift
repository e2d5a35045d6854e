import Estimation

/// 400 households whose scores and fates are fractional parts of multiples of irrational numbers, as in
/// `cases/thresholds.py`.
enum ScoredHouseholds {
  struct Household {
    let number: Int
    let score: Double
    let second: Double
    let isCase: Bool
    var weight: Double { Double(1 + number % 3) }
  }

  static let all = (1...400).map { number in
    let i = Double(number)
    let u = (i * 0.6180339887498949).truncatingRemainder(dividingBy: 1)
    let v = (i * 0.7548776662466927).truncatingRemainder(dividingBy: 1)
    let w = (i * 0.5698402909980532).truncatingRemainder(dividingBy: 1)
    let score = (u * 64).rounded(.down) / 64
    return Household(
      number: number, score: score, second: ((u + w) * 32).rounded(.down) / 64,
      isCase: v < 0.05 + 0.6 * score * score)
  }

  static let edges = ScoreEdges(even: 0...1, bins: 64)

  static func histogram(weighted: Bool = false) -> ScoreHistogram {
    var histogram = ScoreHistogram(edges: edges)
    for household in all {
      histogram.add(
        score: household.score, isCase: household.isCase, weight: weighted ? household.weight : 1)
    }
    return histogram
  }

  /// The same households in twenty replications of twenty.
  static let replications = ReplicatedScores(
    (0..<20).map { r in
      var histogram = ScoreHistogram(edges: edges)
      for household in all[20 * r..<20 * (r + 1)] {
        histogram.add(score: household.score, isCase: household.isCase)
      }
      return histogram
    })
}
