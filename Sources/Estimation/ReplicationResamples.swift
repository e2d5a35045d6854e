import Randomness

/// Samples of replications with replacement, keyed by a seed.
///
/// The place of a replication in a sample depends on the seed, the number of the sample and the place
/// alone.
struct ReplicationResamples: Sendable {
  private let seed: UInt64
  /// Number of replications in each sample.
  let replications: Int

  /// Samples of a number of replications, at least 1.
  init(replications: Int, seed: UInt64) {
    precondition(replications > 0, "there must be a replication")
    self.replications = replications
    self.seed = seed
  }

  /// How often each replication is in a sample; shape `[R]`.
  func counts(_ sample: Int) -> [Int] {
    let key = DrawKey(
      seed: seed, shockYear: UInt32(truncatingIfNeeded: sample), householdReplication: 0)
    var counts = [Int](repeating: 0, count: replications)
    for place in stride(from: 0, to: replications, by: 4) {
      let words = key.shared(.province, place / 4, month: 0, .resampling, draw: 1)
      for offset in 0..<min(4, replications - place) {
        // Multiplying rather than dividing takes the upper digits, all of which are good.
        counts[Int((UInt64(words[offset]) * UInt64(replications)) >> 32)] += 1
      }
    }
    return counts
  }
}
