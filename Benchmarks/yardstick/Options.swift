import Foundation
import Randomness

/// The command line that all programs of the yardstick share, and the files their tests hand in.
struct Options {
  var households = 100_000
  var replications = 4
  var threads = 1
  var seed: UInt64 = 1
  /// Rows of a block; results do not depend on it.
  var blockSize = BlockColumns.capacity
  let populationRecord = ProcessInfo.processInfo.environment["YS_POP"]
  let environmentRecord = ProcessInfo.processInfo.environment["YS_ENV"]

  /// Reads `--n`, `--r`, `--threads`, `--seed` and `--block`, each with a number.
  ///
  /// - Returns: `nil` for anything else.
  init?(_ arguments: [String]) {
    guard arguments.count.isMultiple(of: 2) else { return nil }
    for place in stride(from: 0, to: arguments.count, by: 2) {
      guard let value = Int(arguments[place + 1]), value >= 1 else { return nil }
      switch arguments[place] {
      case "--n": households = value
      case "--r": replications = value
      case "--threads": threads = value
      case "--seed": seed = UInt64(value)
      case "--block": blockSize = value
      default: return nil
      }
    }
    guard blockSize.isMultiple(of: Households.padding), blockSize <= BlockColumns.capacity else {
      return nil
    }
  }

  /// Names the draws of a replication.
  func key(_ replication: Int) -> DrawKey {
    DrawKey(
      seed: seed, shockYear: UInt32(replication), householdReplication: UInt32(replication))
  }
}
