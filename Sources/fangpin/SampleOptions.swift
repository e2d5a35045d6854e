import ArgumentParser
import Foundation
import Households

/// Which households meet which draws, and on how many threads: what every command that simulates takes.
struct SampleOptions: ParsableArguments {
  @Option(
    name: .customLong("sample"),
    help: help(
      "抽取农户的份额，大于 0，至多为 1。默认 0.05。", "Share of households, above 0 and at most 1. Default: 0.05.",
      valueName: "F"))
  var chosenSample: Double?

  @Option(
    name: .customLong("seed"),
    help: help("随机数种子。默认 1。", "Seed of the random draws. Default: 1.", valueName: "S"))
  var chosenSeed: UInt64?

  /// Share of households as asked, else one in twenty.
  var sample: Double { chosenSample ?? 0.05 }

  /// Seed as asked, else 1.
  var seed: UInt64 { chosenSeed ?? 1 }

  @Option(
    name: .customLong("threads"),
    help: help(
      "线程数，不影响结果。默认为处理器核数。", "Threads; results do not depend on it. Default: all cores.",
      valueName: "T"))
  var chosenThreads: Int?

  /// Threads as asked, else one a core.
  var threads: Int { chosenThreads ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    guard sample > 0, sample <= 1 else {
      throw ValidationError(
        say(
          "--sample 应大于 0 且不超过 1（写成了 \(sample)）；5% 请写 0.05。",
          "--sample must be above 0 and at most 1 (was \(sample)); for 5 % write 0.05."))
    }
    guard (1...4096).contains(threads) else {
      throw ValidationError(
        say(
          "--threads 应为 1 至 4096 的整数（写成了 \(threads)）。",
          "--threads must be between 1 and 4096 (was \(threads))."))
    }
  }
}
