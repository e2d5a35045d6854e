import Dispatch
import Synchronization

/// Builds the population of a scenario.
public enum PopulationSynthesis {
  /// Draws the population of a scenario, or groups the rows of its household table.
  ///
  /// All formerly-poor households, every ordinary rural household with permanent income below a
  /// multiple of the monitoring line, and a weighted sample of the other rural households. Income
  /// is drawn top-down, permanent income per head first and its sources afterwards, because adding
  /// up independent wages spreads incomes far too widely.
  ///
  /// The beta wage shares of the livelihoods alone give 0.64 of all income over persons, less than
  /// the published 0.67, and too much business. So in wage and mixed households a part of the rest
  /// counts as wages (`population.wage_shift`), and what is left is split in proportions of the
  /// livelihood (`population.rest_…`) that give the published shares of the other sources.
  ///
  /// The same households whatever the number of threads, the seed of the run or the counties that
  /// are simulated. A smaller sample is nested in a larger one.
  ///
  /// - Parameters:
  ///   - scenario: What to simulate; its parameters are read at its first month.
  ///   - sampleFraction: Share of households to keep, in (0, 1].
  ///   - threads: Threads to use, at least 1.
  ///   - householdsPerBlock: Largest block of townships, up to `PopulationColumns.capacity`.
  /// - Returns: The households in blocks of townships, county by county.
  /// - Throws: `SynthesisError` if numbers are missing or a household table does not fit.
  /// - Complexity: Linear in the households of the simulated counties; 350 bytes each while it
  ///   is being built.
  public static func population(
    of scenario: Scenario, sampleFraction: Double, threads: Int, householdsPerBlock: Int = 2048
  ) throws -> Population {
    precondition(sampleFraction > 0 && sampleFraction <= 1, "a sample is a share in (0, 1]")
    let rows: [[HouseholdRecord]]
    let settings: SynthesisSettings
    switch scenario.populationSource {
    case .synthetic:
      let plan = try SynthesisPlan(scenario)
      settings = plan.settings
      rows = drawn(plan, scenario.counties, sampleFraction, threads: max(threads, 1))
    case .table(let table):
      settings = try SynthesisSettings(scenario)
      rows = try grouped(table, scenario, sampleFraction)
    }
    return Population(
      rowsByCounty: rows, sampleFraction: sampleFraction, householdsPerBlock: householdsPerBlock,
      admissionHazards: settings.admissionHazards)
  }

  private static func drawn(
    _ plan: SynthesisPlan, _ counties: [Int], _ sampleFraction: Double, threads: Int
  ) -> [[HouseholdRecord]] {
    let next = Atomic<Int>(0)
    let rows = Mutex([[HouseholdRecord]](repeating: [], count: plan.counties.count))
    DispatchQueue.concurrentPerform(iterations: min(threads, max(counties.count, 1))) { _ in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < counties.count else { return }
        let county = plan.counties[counties[place]]
        let drawn = CountyDraw(plan: plan, county: county).rows(sampleFraction: sampleFraction)
        rows.withLock { $0[county.index] = drawn }
      }
    }
    return rows.withLock { $0 }
  }

  private static func grouped(
    _ table: [HouseholdRecord], _ scenario: Scenario, _ sampleFraction: Double
  ) throws(SynthesisError) -> [[HouseholdRecord]] {
    var rows = [[HouseholdRecord]](repeating: [], count: scenario.geography.counties.count)
    let simulated = Set(scenario.counties)
    var seen: Set<UInt32> = []
    for record in table {
      guard seen.insert(record.id).inserted else { throw .repeatedHousehold(id: record.id) }
      guard simulated.contains(record.county),
        SampleHash.contains(record.id, fraction: sampleFraction)
      else { continue }
      rows[record.county].append(record)
    }
    for county in rows.indices {
      rows[county].sort { ($0.township, $0.id) < ($1.township, $1.id) }
      try checkTownships(rows[county], code: scenario.geography.counties[county].code)
    }
    return rows
  }

  private static func checkTownships(
    _ rows: [HouseholdRecord], code: Int
  ) throws(SynthesisError) {
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].township == rows[start].township { end += 1 }
      guard end - start <= PopulationColumns.capacity else {
        throw .townshipTooLarge(
          countyCode: code, township: rows[start].township, households: end - start,
          largest: PopulationColumns.capacity)
      }
      start = end
    }
  }
}
