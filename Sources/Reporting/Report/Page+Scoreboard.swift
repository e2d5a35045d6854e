import Estimation
import Experiments
import Households

extension Page {
  /// Every target of the plan that the run computes, and those that no household model can.
  var scoreboardSection: Markup {
    section(
      .scoreboardHeading, id: "scoreboard",
      [tally, scoreboardTable, note(.scoreboardNote), notComputed, outOfScope])
  }

  /// How many targets are met, missed and undecided, in words.
  private var tally: Markup {
    let rows = index.scoreboard
    let count = { (verdict: Verdict) in String(rows.count { $0.verdict == verdict }) }
    return """
      <p>\(say(.scoreboardTally, [
        "all": String(rows.count), "met": count(.met), "missed": count(.missed),
        "undecided": count(.undecided),
      ]))</p>

      """
  }

  private var scoreboardTable: Markup {
    ReportTable(
      caption: say(.scoreboardCaption),
      header: [
        say(.target), say(.year), say(.reading), say(.goal), say(.computed), say(.verdict),
        say(.probabilityOfMeeting),
      ],
      rows: index.scoreboard.map { row in
        [
          "\(title(of: row)) <code>\(row.planRows)</code>", "\(row.year)",
          "\(say(Word(row.reading)))",
          "\(row.side == .atMost ? "≤" : "≥") \(figure(row.limit, row.unit))",
          """
          <b>\(figure(row.estimate.mean, row.unit))</b> <span class="interval">\
          [\(figure(row.estimate.lower95, row.unit)), \(figure(row.estimate.upper95, row.unit))]\
          </span>
          """,
          "<b>\(say(Word(row.verdict)))</b>",
          chance(of: row),
        ]
      }, style: "dense scoreboard"
    ).markup
  }

  /// The chance that one future meets a target; a lever has none, because it has no luck.
  private func chance(of row: TargetRow) -> Markup {
    let target = PlanTarget.all.first { $0.name == row.target }
    if case .lever? = target?.figure { return "\(NumberText.missing)" }
    return """
      \(NumberText.probability(row.probabilityMet)) \
      \(NumberText.probabilityInterval(row.probabilityLower95, row.probabilityUpper95))
      """
  }

  private func title(of row: TargetRow) -> String {
    switch row.target {
    case "stock": say(.stock)
    case "recognised": say(.recognised)
    default: PlanTarget.all.first { $0.name == row.target }?.title[language] ?? row.target
    }
  }

  private func figure(_ value: Double, _ unit: TargetUnit) -> String {
    switch unit {
    case .share, .growth: NumberText.percent(value, decimals: value < 0.02 ? 2 : 1)
    case .yuan: NumberText.whole(value)
    case .points: NumberText.fixed(value, decimals: 1)
    }
  }

  /// Targets whose figure this run did not count, with the mechanism that would.
  private var notComputed: Markup {
    let years = Set(years)
    let missing = PlanTarget.all.filter { target in
      target.goals.contains { years.contains($0.year) }
        && !index.scoreboard.contains { $0.target == target.name }
    }
    guard !missing.isEmpty else { return "" }
    let names = missing.map { $0.title[language] }.joined(
      separator: language == .chinese ? "、" : "; ")
    return note(.scoreboardNotComputed, ["targets": names])
  }

  private var outOfScope: Markup {
    ReportTable(
      caption: say(.outOfScopeCaption), header: [say(.target), say(.reason)],
      rows: UncomputedTarget.all.map { target in
        [
          "\(target.title[language]) <code>\(target.planRows)</code>",
          "\(target.reason[language])",
        ]
      }, wordColumns: 2, style: "dense"
    ).markup
  }
}
