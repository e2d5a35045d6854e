import Estimation
import Experiments
import Households

extension SweepAnswer {
  /// Tidy tables, by name.
  var tables: [(name: String, text: String)] {
    [(name: "sweep.csv", text: rowsText)]
      + (effects.isEmpty ? [] : [(name: "effects.csv", text: effectsText)])
  }

  /// One row a point and outcome; point 0 is the baseline.
  private var rowsText: String {
    let names = question.factors.map(\.name)
    var table = CommaSeparatedTable(
      header: ["point"] + names + ["outcome", "unit", "limit"] + CommaSeparatedTable.estimateHeader()
        + CommaSeparatedTable.estimateHeader("difference_")
        + ["replications_saved", "limit_kept", "limit_kept_lower95", "limit_kept_upper95"])
    for (number, outcome) in question.outcomes.enumerated() {
      table.append(
        ["0"] + baselinePoint.map(CommaSeparatedTable.number)
          + cells(outcome, number) + CommaSeparatedTable.cells(baseline[number])
          + Array(repeating: "", count: 6)
          + CommaSeparatedTable.cells(number == 0 ? baselineKept : nil))
    }
    for row in rows {
      let outcome = question.outcomes[row.outcome]
      table.append(
        [String(row.point + 1)] + points[row.point].map(CommaSeparatedTable.number)
          + cells(outcome, row.outcome) + CommaSeparatedTable.cells(row.estimate)
          + CommaSeparatedTable.cells(row.difference.estimate)
          + [CommaSeparatedTable.ratio(row.difference.replicationsSaved)]
          + CommaSeparatedTable.cells(row.kept))
    }
    return table.text
  }

  private func cells(_ outcome: SweepQuestion.Outcome, _ number: Int) -> [String] {
    [
      outcome.name, outcome.unitName,
      number == 0 ? limit.map(CommaSeparatedTable.number) ?? "" : "",
    ]
  }

  private var effectsText: String {
    var table = CommaSeparatedTable(
      header: ["factor", "interplay_with", "outcome", "unit"] + CommaSeparatedTable.estimateHeader())
    for effect in effects {
      let outcome = question.outcomes[effect.outcome]
      table.append(
        [
          question.factors[effect.factor].name,
          effect.other.map { question.factors[$0].name } ?? "", outcome.name, outcome.unitName,
        ] + CommaSeparatedTable.cells(effect.estimate))
    }
    return table.text
  }
}

extension SweepQuestion.Outcome {
  /// Unit in tables.
  var unitName: String {
    switch self {
    case .rate: "share"
    case .personYears: "person_years"
    case .publicCost: "yuan"
    case .visits: "visits"
    }
  }
}

extension CommaSeparatedTable {
  /// Columns of an estimate.
  static func estimateHeader(_ prefix: String = "") -> [String] {
    ["mean", "se", "lower95", "upper95", "replications"].map { prefix + $0 }
  }

  /// Cells of an estimate, in the order of `estimateHeader`.
  static func cells(_ estimate: Estimate) -> [String] {
    [estimate.mean, estimate.standardError, estimate.lower95, estimate.upper95].map(number)
      + [String(estimate.replications)]
  }

  /// Cells of a chance; empty where there is none.
  static func cells(_ interval: WilsonInterval?) -> [String] {
    guard let interval else { return ["", "", ""] }
    return [interval.probability, interval.lower95, interval.upper95].map(number)
  }

  /// Cells of a figure with the interval of its resamples.
  static func cells(_ interval: PercentileInterval?) -> [String] {
    guard let interval else { return ["", "", ""] }
    return [interval.value, interval.lower95, interval.upper95].map(number)
  }
}
