import Households
import Provenance
import Simulation

/// An export whose populations are built and whose identity and size are known, but that is not simulated yet.
public struct PreparedExport: Sendable {
  /// The scenario, then the reforms.
  public let comparison: PreparedComparison
  /// What is exported.
  public let request: ExportRequest
  let panel: (choice: HouseholdPanel.Choice, scenarios: HouseholdPanel.Scenarios)?

  /// Largest panel, so that it fits into the memory of an office PC.
  public static let mostRows = 2_000_000

  /// Builds the populations and checks what is asked.
  ///
  /// - Parameters:
  ///   - baseline: The scenario that is exported.
  ///   - reforms: Those it is compared with; same counties and period.
  ///   - halves: The scenario with no help and with full help, for a panel.
  ///   - options: How all runs are made; parameters are not drawn.
  ///   - request: What is exported.
  /// - Returns: The export, ready to be simulated.
  /// - Throws: ``ExportMistakes`` with all mistakes at once, ``ComparisonError``, `SimulationError` or
  ///   `SynthesisError`.
  public static func prepare(
    _ baseline: AccountedScenario, reforms: [AccountedScenario],
    halves: (without: Scenario, with: Scenario)?, options: RunOptions, request: ExportRequest
  ) throws -> PreparedExport {
    var mistakes: [ExportMistake] = []
    var names: Set<String> = []
    for name in ([baseline] + reforms).map(\.scenario.name) where !names.insert(name).inserted {
      mistakes.append(.sameName(name))
    }
    let comparison = try Comparison.prepare(baseline: baseline, reforms: reforms, options: options)
    var panel: (HouseholdPanel.Choice, HouseholdPanel.Scenarios)?
    if let asked = request.panel, let halves {
      let run = comparison.runs[0]
      let choice = choice(asked, of: run)
      mistakes += Self.mistakes(choice, asked, halves, run)
      panel = (
        choice,
        HouseholdPanel.Scenarios(
          own: run.scenario, withoutHelp: halves.without, withFullHelp: halves.with)
      )
    }
    guard mistakes.isEmpty else { throw ExportMistakes(mistakes) }
    return PreparedExport(comparison: comparison, request: request, panel: panel)
  }

  private static func choice(
    _ asked: ExportRequest.Panel, of run: PreparedRun
  ) -> HouseholdPanel.Choice {
    HouseholdPanel.Choice(
      households: asked.households,
      replications: asked.replications
        ?? min(run.options.replications, ExportRequest.Panel.usualReplications),
      years: asked.years ?? run.scenario.resultYears, months: asked.months)
  }

  private static func mistakes(
    _ choice: HouseholdPanel.Choice, _ asked: ExportRequest.Panel,
    _ halves: (without: Scenario, with: Scenario), _ run: PreparedRun
  ) -> [ExportMistake] {
    var mistakes: [ExportMistake] = []
    let scenario = run.scenario
    if choice.households > run.population.householdCount {
      mistakes.append(
        .tooFewHouseholds(asked: choice.households, there: run.population.householdCount))
    }
    if choice.replications > run.options.replications {
      mistakes.append(
        .tooFewReplications(asked: choice.replications, there: run.options.replications))
    }
    let simulated = scenario.start.year...scenario.end.year
    if !(simulated.contains(choice.years.lowerBound) && simulated.contains(choice.years.upperBound))
    {
      mistakes.append(.yearsOutside(asked: choice.years, simulated: simulated))
    }
    let rows = choice.rowCount(scenario)
    if rows > mostRows { mistakes.append(.tooManyRows(rows: rows, most: mostRows)) }
    if !scenario.setting(of: .monitoring).isEnabled
      || !scenario.setting(of: .vulnerabilityIndex).isEnabled
    {
      mistakes.append(.noIndex(scenario.name))
    }
    for (half, option) in [(halves.without, "--help-off"), (halves.with, "--help-on")] {
      let isSame =
        half.start == scenario.start && half.end == scenario.end
        && half.resultYears == scenario.resultYears && PopulationInputs.agree(half, scenario)
      if !isSame { mistakes.append(.halfDiffers(option: option, name: half.name)) }
    }
    return mistakes
  }

  /// What the export is: the same digest, the same tables.
  public var digest: String {
    var lines = comparison.runs.map { "run=\($0.identity.scenario) \($0.identity.runDigest)" }
    lines.append("places=\(request.places.rawValue)")
    if let panel {
      let choice = panel.choice
      lines.append(
        "panel=\(choice.households) \(choice.replications) \(choice.years) \(choice.months)")
      lines += [panel.scenarios.withoutHelp, panel.scenarios.withFullHelp].map {
        "half=\(ScenarioDigest.hexadecimal(of: $0))"
      }
    }
    return Digest.sha256Hex(of: lines.joined(separator: "\n"))
  }

  /// Futures to simulate for the panel, of all three scenarios; none without a panel.
  private var panelFutures: Int { 3 * (panel?.choice.replications ?? 0) }

  /// Household-months that the export simulates at most; futures of the panel that the store keeps for the
  /// tables are counted twice.
  public var householdMonths: Int {
    comparison.runs.reduce(0) { sum, run in
      sum + run.population.householdCount * run.scenario.monthCount * run.options.replications
    } + panelFutures * comparison.runs[0].population.householdCount
      * comparison.runs[0].scenario.monthCount
  }

  /// Simulates and estimates.
  ///
  /// - Parameters:
  ///   - store: Where futures are kept; `nil` for nowhere.
  ///   - progress: Called now and then, from any thread, with the share done in [0, 1].
  ///   - isCancelled: Asked now and then, from any thread; `true` stops the export.
  /// - Returns: Everything that is written.
  /// - Throws: `SimulationError`, which is `cancelled` if the caller asked to stop, or `SynthesisError`.
  public func simulate(
    store: FutureStore? = nil, progress: (@Sendable (Double) -> Void)? = nil,
    isCancelled: (@Sendable () -> Bool)? = nil
  ) throws -> CompletedExport {
    let run = comparison.runs[0]
    let own = Double(
      run.population.householdCount * run.scenario.monthCount * panelFutures)
    let share = own / Double(max(householdMonths, 1))
    var followed: HouseholdPanel?
    if let panel {
      let study = Study(
        sample: run.options.sample, seed: run.options.seed, threads: run.options.threads,
        store: store, detail: .whole, isCancelled: isCancelled)
      var done = 0
      let futures = panelFutures
      study.afterBatch = { count in
        done += count
        progress?(share * Double(done) / Double(futures))
      }
      followed = try HouseholdPanel.simulated(
        panel.choice, panel.scenarios, run.population, study: study)
    }
    var rest: (@Sendable (Double) -> Void)?
    if let progress { rest = { progress(share + (1 - share) * $0) } }
    let completed = try comparison.simulate(
      store: store, progress: rest, isCancelled: isCancelled)
    return CompletedExport(
      comparison: completed, request: request, panel: followed, choice: panel?.choice,
      digest: digest)
  }
}
