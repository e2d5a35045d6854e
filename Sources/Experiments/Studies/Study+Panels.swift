import Households
import Simulation

extension Study {
  /// Panels of futures of a scenario; the futures are kept, as those of a run.
  ///
  /// - Parameters:
  ///   - scenario: What is believed.
  ///   - simulator: Its simulator; designs that are read must be fitted already.
  ///   - range: Numbers of the futures.
  ///   - households: Numbers of the households of which every month is written down; `nil` for half-years of
  ///     all.
  ///   - body: Takes each panel with the number of its future, one at a time, in any order.
  /// - Throws: `SimulationError`, which is `cancelled` if the caller asked to stop.
  func panels(
    of scenario: Scenario, _ simulator: Simulator, _ range: Range<Int>,
    months households: Set<UInt32>? = nil, body: (AlertPanel, Int) -> Void
  ) throws {
    let outcomes = try simulator.alertPanels(
      replications: range, seed: seed, threads: threads,
      dates: households == nil ? .halfYears : .months, households: households,
      isCancelled: isCancelled, fitsIndices: false, body: body)
    account.simulated += range.count
    account.secondsSimulating += outcomes.seconds
    account.householdMonths += outcomes.householdMonths
    let futures = StudyFutures(outcomes, first: range.lowerBound).reduced(to: detail)
    store?.keep(futures, as: key(ScenarioDigest.hexadecimal(of: scenario), range))
    afterBatch?(range.count)
  }

  /// Sums over households of futures that were kept, or `nil`.
  func sums(_ what: String, futures: Int) -> [UInt8]? {
    guard let bytes = store?.sums(what) else { return nil }
    account.reused += futures
    afterBatch?(futures)
    return bytes
  }
}
