import NumericalMethods
import Randomness

/// Repeatable random numbers for checks of coverage: the generator SplitMix64.
public struct RandomNumbers {
  private var state: UInt64

  /// Numbers that depend on the seed alone.
  public init(seed: UInt64) { state = seed }

  /// Uniform in (0, 1).
  public mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    word ^= word >> 31
    return (Double(word >> 11) + 0.5) * 0x1p-53
  }

  /// Standard normal.
  public mutating func normal() -> Double { Distributions.normalQuantile(uniform()) }

  /// Number of events among independent trials, by inversion.
  public mutating func binomial(trials: Int, probability: Double) -> Int {
    guard probability > 0 else { return 0 }
    guard probability < 1 else { return trials }
    // In parts whose chance of no event is still a normal number.
    let part = max(1, Int(300 / -Elementary.log(1 - probability)))
    let odds = probability / (1 - probability)
    var events = 0
    var left = trials
    while left > 0 {
      let count = min(part, left)
      left -= count
      var rest = uniform()
      var chance = Elementary.exp(Double(count) * Elementary.log(1 - probability))
      var here = 0
      while rest > chance && here < count {
        rest -= chance
        chance *= odds * Double(count - here) / Double(here + 1)
        here += 1
      }
      events += here
    }
    return events
  }
}
