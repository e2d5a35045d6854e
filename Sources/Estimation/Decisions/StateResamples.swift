import Randomness

/// Samples of states of the world, keyed by a seed: with replacement, or a half without.
///
/// What is in a sample depends on the seed, the number of the sample and the number of states alone, so
/// two tables over the same states are resampled together.
struct StateResamples: Sendable {
  /// Number of states.
  let states: Int
  private let seed: UInt64

  /// Samples of a number of states, at least 1.
  init(states: Int, seed: UInt64) {
    precondition(states > 0, "there must be a state")
    (self.states, self.seed) = (states, seed)
  }

  /// As many states as there are, drawn with replacement; shape `[states]`.
  func withReplacement(_ sample: Int) -> [Int] {
    // Multiplying rather than dividing takes the upper digits, all of which are good.
    words(sample, draw: 3).map { Int((UInt64($0) * UInt64(states)) >> 32) }
  }

  /// Half of the states, rounded up, in ascending order.
  func half(_ sample: Int) -> [Int] { Array(order(sample).prefix((states + 1) / 2)).sorted() }

  /// All states in random order.
  func order(_ sample: Int) -> [Int] {
    let ranks = words(sample, draw: 4)
    return (0..<states).sorted { (ranks[$0], $0) < (ranks[$1], $1) }
  }

  private func words(_ sample: Int, draw: UInt32) -> [UInt32] {
    let key = DrawKey(
      seed: seed, shockYear: UInt32(truncatingIfNeeded: sample), householdReplication: 0)
    var words: [UInt32] = []
    words.reserveCapacity(states + 3)
    for block in 0..<(states + 3) / 4 {
      let four = key.shared(.province, block, month: 0, .resampling, draw: draw)
      for place in 0..<4 { words.append(four[place]) }
    }
    return Array(words.prefix(states))
  }
}
