/// How many of a few members something happens to, by inversion of one uniform number.
enum Binomial {
  /// The smallest number whose cumulated chance reaches `u`: more with a higher chance, never fewer.
  ///
  /// Model equation (34.1).
  ///
  /// - Parameters:
  ///   - count: Members, a few.
  ///   - chance: Chance of each; outside 0 to 1 it counts as 0 or 1.
  ///   - u: Uniform number in (0, 1).
  /// - Returns: How many.
  static func number(of count: Int, chance: Double, _ u: Double) -> Int {
    // (1 − p)ⁿ ≥ 1 − np: nearly every number is none, without a power.
    guard count > 0, chance > 0, u + Double(count) * chance > 1 else { return 0 }
    guard chance < 1 else { return count }
    var probability = 1.0
    for _ in 0..<count { probability *= 1 - chance }
    let odds = chance / (1 - chance)
    var cumulated = probability
    var number = 0
    while u > cumulated, number < count {
      probability *= Double(count - number) / Double(number + 1) * odds
      number += 1
      cumulated += probability
    }
    return number
  }
}
