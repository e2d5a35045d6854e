import Households

extension Simulator {
  /// Writes down, in several possible futures, what the platform could see of households and what became
  /// of them.
  ///
  /// The futures are exactly those of a run with the same seed. Replications run in parallel; each thread
  /// keeps one panel (``AlertPanel/byteCount`` bytes) and uses it again. The designs of the index that need
  /// data are fitted first if the scenario itself does not use them.
  ///
  /// - Parameters:
  ///   - replications: Numbers of the possible futures, as in a run; at least one.
  ///   - seed: Seed of the keyed draws.
  ///   - threads: Number of threads, at least 1; panels do not depend on it.
  ///   - dates: On which dates rows are written down.
  ///   - households: Numbers of the households, those not in the population left out; `nil` for all.
  ///   - householdReplications: As in ``run(replications:first:seed:threads:householdReplications:isProfiled:progress:isCancelled:)``.
  ///   - progress: Called now and then, from any thread, with the share done in [0, 1].
  ///   - isCancelled: Asked after every simulated year; `true` stops.
  ///   - fitsIndices: Whether the designs that need data are fitted if the scenario does not use them; they
  ///     are −∞ otherwise, where only outcomes are read, or where ``withFittedIndices()`` has fitted them.
  ///   - body: Takes each panel with the number of its future: one call at a time, from any thread, in any
  ///     order, so what it adds up must not depend on the order. The panel is not valid afterwards.
  /// - Returns: The tallies of the same futures, as a run returns them.
  /// - Throws: ``SimulationError/cancelled``, or what ``run(replications:first:seed:threads:householdReplications:isProfiled:progress:isCancelled:)`` throws.
  @discardableResult
  public func alertPanels(
    replications: Range<Int>, seed: UInt64, threads: Int, dates: AlertPanel.Dates = .halfYears,
    households: Set<UInt32>? = nil, householdReplications: Int? = nil,
    progress: (@Sendable (Double) -> Void)? = nil, isCancelled: (@Sendable () -> Bool)? = nil,
    fitsIndices: Bool = true, body: (AlertPanel, Int) -> Void
  ) throws(SimulationError) -> Outcomes {
    var plan = plan
    if fitsIndices, !FittedIndices.areNeeded(plan) { try FittedIndices.fit(&plan, population) }
    let fitted = plan
    let result = withoutActuallyEscaping(body) { body -> Result<Outcomes, SimulationError> in
      let job = SimulationJob(
        plan: fitted, population: population, replications: replications.count,
        first: replications.lowerBound, seed: seed, householdReplications: householdReplications,
        progress: progress, isCancelled: isCancelled,
        panels: AlertPanelOrder(dates: dates, households: households, body: body))
      return Result { () throws(SimulationError) in
        try job.run(threads: threads, isProfiled: false)
      }
    }
    return try result.get()
  }

  /// The same simulator with the designs fitted that need data, once for many panels.
  ///
  /// - Returns: A simulator whose futures are the same.
  /// - Throws: ``SimulationError``.
  public func withFittedIndices() throws(SimulationError) -> Simulator {
    guard !FittedIndices.areNeeded(plan) else { return self }
    var plan = plan
    try FittedIndices.fit(&plan, population)
    return Simulator(plan: plan, population: population)
  }
}
