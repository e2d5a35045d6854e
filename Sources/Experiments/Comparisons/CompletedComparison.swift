import Households
import Simulation

/// A baseline and its reforms, simulated with the same draws.
public struct CompletedComparison: Sendable {
  /// A reform: its run, and its paired differences from the baseline.
  public struct Reform: Sendable {
    /// Tables of the reform and differences from the baseline.
    public let tables: ReformTables
    /// The run of the reform.
    public let run: CompletedRun

    /// A reform from its parts.
    public init(tables: ReformTables, run: CompletedRun) {
      self.tables = tables
      self.run = run
    }
  }

  /// The run that reforms are compared with.
  public let baseline: CompletedRun
  /// The reforms, in the order in which they were asked for.
  public let reforms: [Reform]

  /// A comparison from its parts.
  public init(baseline: CompletedRun, reforms: [Reform]) {
    self.baseline = baseline
    self.reforms = reforms
  }

  /// The choice among the baseline and the reforms.
  public func decision(_ choice: CompareQuestion.Choice) -> PolicyDecision {
    PolicyDecision(
      policies(choice), years: baseline.scenario.resultYears, choice: choice)
  }

  /// Figures of all policies, the baseline first.
  func tables(_ choice: CompareQuestion.Choice) -> [FigureTable] {
    let figures = PolicyDecision.figures(choice, years: baseline.scenario.resultYears)
    return runs.map { FigureTable(figures, $0.outcomes) }
  }

  private func policies(
    _ choice: CompareQuestion.Choice
  ) -> [(name: String, title: BilingualText, table: FigureTable)] {
    zip(runs, tables(choice)).map { ($0.scenario.name, $0.scenario.title, $1) }
  }

  /// What is not known of the parameters, seen from the choice; `nil` unless parameters were drawn.
  public func information(_ choice: CompareQuestion.Choice) -> ValueOfInformation? {
    guard let drawn = baseline.draws else { return nil }
    return ValueOfInformation(
      policies(choice), years: baseline.scenario.resultYears,
      drawn: (drawn.names, drawn.values), values: choice.values, seed: baseline.record.seed)
  }

  private var runs: [CompletedRun] { [baseline] + reforms.map(\.run) }
}

extension FigureTable {
  /// Figures of outcomes, draw by draw.
  init(_ figures: [StudyFigure], _ outcomes: Outcomes) {
    self.init(figures: figures)
    let futures = outcomes.replications.count / outcomes.draws
    for draw in 0..<outcomes.draws {
      var table = FigureTable(figures: figures)
      // Hash groups are summed over draws already, so they are taken once.
      let sample =
        draw == 0 ? outcomes.sample : Array(repeating: 0, count: outcomes.layout.sampleCount)
      table.add(
        StudyFutures(
          layout: outcomes.layout, detail: .whole, first: 0,
          replications: Array(outcomes.replications[draw * futures..<(draw + 1) * futures]),
          sample: sample, sampleFraction: outcomes.sampleFraction))
      add(draw: table)
    }
  }
}
