import Estimation
import Experiments
import Households

extension SweepAnswer {
  /// Tidy tables.
  var tables: [QuestionTable] {
    [rowsTable] + (effects.isEmpty ? [] : [effectsTable])
  }

  /// One row a point and outcome; point 0 is the baseline.
  ///
  /// Units of figures are in a column, because they
  /// differ from outcome to outcome.
  private var rowsTable: QuestionTable {
    let base = question.outcomes.enumerated().map { number, outcome in
      ["0"] + baselinePoint.map(CommaSeparatedTable.number) + cells(outcome, number)
        + QuestionTable.cells(baseline[number]) + Array(repeating: "", count: 6)
        + QuestionTable.cells(number == 0 ? baselineKept : nil)
    }
    let others = rows.map { row in
      [String(row.point + 1)] + points[row.point].map(CommaSeparatedTable.number)
        + cells(question.outcomes[row.outcome], row.outcome) + QuestionTable.cells(row.estimate)
        + QuestionTable.cells(row.difference.estimate)
        + [CommaSeparatedTable.ratio(row.difference.replicationsSaved)]
        + QuestionTable.cells(row.kept)
    }
    return QuestionTable(
      name: "sweep.csv",
      columns: ["point"] + question.factors.map(\.name) + ["outcome", "unit", "limit_share"]
        + QuestionTable.figureColumns() + QuestionTable.figureColumns("difference_")
        + [
          "replications_saved", "limit_kept_chance", "limit_kept_lower95", "limit_kept_upper95",
        ], rows: base + others)
  }

  private func cells(_ outcome: SweepQuestion.Outcome, _ number: Int) -> [String] {
    [
      outcome.name, outcome.unitName,
      number == 0 ? limit.map(CommaSeparatedTable.number) ?? "" : "",
    ]
  }

  private var effectsTable: QuestionTable {
    QuestionTable(
      name: "effects.csv",
      columns: ["factor", "interplay_with", "outcome", "unit"] + QuestionTable.figureColumns(),
      rows: effects.map { effect in
        let outcome = question.outcomes[effect.outcome]
        return [
          question.factors[effect.factor].name,
          effect.other.map { question.factors[$0].name } ?? "", outcome.name, outcome.unitName,
        ] + QuestionTable.cells(effect.estimate)
      })
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

extension QuestionTable {
  /// Columns of an estimate whose unit stands in a column of its own.
  static func figureColumns(_ prefix: String = "") -> [String] {
    ["mean", "se", "lower95", "upper95", "replications"].map { prefix + $0 }
  }

  /// A chance with its interval; empty where there is none.
  static func cells(_ interval: WilsonInterval?) -> [String] {
    guard let interval else { return ["", "", ""] }
    return [interval.probability, interval.lower95, interval.upper95]
      .map(CommaSeparatedTable.number)
  }

  /// A figure with the interval of its resamples; empty where there is none.
  static func cells(_ interval: PercentileInterval?) -> [String] {
    guard let interval else { return ["", "", ""] }
    return [interval.value, interval.lower95, interval.upper95].map(CommaSeparatedTable.number)
  }
}
