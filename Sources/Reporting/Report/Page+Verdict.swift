import Estimation
import Experiments
import Households
import Simulation

extension Page {
  /// The verdict in sentences that can be read aloud, then the stricter reading and cautions.
  var verdictSection: Markup {
    section(.verdictHeading, id: "verdict", [verdictBox, warnings, verdictTable, intervalNote])
  }

  /// How intervals are made; with draws of the parameters the cautions say it.
  private var intervalNote: Markup { content.record.draws == nil ? note(.intervalNote) : "" }

  private var verdictBox: Markup {
    let hard = index.verdictYears.compactMap { index.stockTarget(.hard, year: $0) }
    guard !hard.isEmpty else {
      let estimate = index.rate(.stock, year: lastYear)
      let sentence = say(
        .verdictNoLimit,
        [
          "year": String(lastYear), "rate": NumberText.percent(estimate.mean),
          "interval": NumberText.percentInterval(estimate.lower95, estimate.upper95),
        ])
      return "<div class=\"verdict\"><p>\(sentence)</p></div>\n"
    }
    let sentences: [Markup] = hard.map { "<p>\(sentence($0))</p>\n" }
    let advice: [Markup] = hard.filter { $0.verdict == .undecided }.map {
      "<p class=\"small\">\(settling($0))</p>\n"
    }
    return "<div class=\"verdict\">\n\(sentences)\(stretchLine)\(advice)</div>\n"
  }

  /// Both statements on a limit: the expected rate, and the chance that one future meets it.
  func sentence(_ row: TargetRow) -> String {
    let word: Word =
      switch row.verdict {
      case .met: .verdictMet
      case .missed: .verdictMissed
      case .undecided: .verdictUndecided
      }
    return say(word, values(of: row))
  }

  private func values(of row: TargetRow) -> [String: String] {
    [
      "year": String(row.year), "limit": NumberText.percent(row.limit),
      "rate": NumberText.percent(row.estimate.mean),
      "interval": NumberText.percentInterval(row.estimate.lower95, row.estimate.upper95),
      "verdict": say(Word(row.verdict)),
      "probability": NumberText.probability(row.probabilityMet),
      "probabilityInterval": NumberText.probabilityInterval(
        row.probabilityLower95, row.probabilityUpper95),
    ]
  }

  private var stretchLine: Markup {
    let rows = index.verdictYears.compactMap { index.stockTarget(.stretch, year: $0) }
    guard !rows.isEmpty else { return "" }
    let clauses = rows.map { say(.stretchClause, values(of: $0)) }
      .joined(separator: language == .chinese ? "；" : "; ")
    return "<p class=\"small\">\(say(.stretchLine, ["clauses": clauses]))</p>\n"
  }

  /// What would settle an undecided verdict.
  func settling(_ row: TargetRow) -> String {
    let year = ["year": String(row.year)]
    if content.record.draws != nil { return say(.settleParameters, year) }
    if let count = row.replicationsToSettle {
      return say(
        .settleReplications, year.merging(["count": NumberText.whole(Double(count))]) { $1 })
    }
    return say(content.record.sample < 1 ? .settleSample : .settleNever, year)
  }

  /// What a reader must know before using the figures.
  var warnings: Markup {
    var cautions = Cautions(language: language)
    cautions.addReplications(content.record.replications * (content.record.draws ?? 1))
    cautions.addRates(index, title: content.scenario.title[language])
    return warnings(cautions)
  }

  /// The same with what is to be said of intervals as it is given.
  func warnings(_ cautions: Cautions) -> Markup {
    var lines = cautions.sentences
    let scenario = content.scenario
    if scenario.counties.count < scenario.geography.counties.count {
      lines.append(say(.someCounties, ["count": String(scenario.counties.count)]))
    }
    if content.record.sample < 1 {
      lines.append(
        say(.sampledHouseholds, ["share": NumberText.percent(content.record.sample, decimals: 1)]))
    }
    if let draws = content.record.draws {
      lines.append(
        say(
          .bandsArePriors,
          ["draws": String(draws), "count": String(content.record.replications)]))
    } else {
      lines.append(say(.bandsAreNotParameters))
    }
    let paragraphs: [Markup] = lines.map { "<p>\($0)</p>\n" }
    return "<div class=\"warning\"><p><b>\(say(.warning))</b></p>\n\(paragraphs)</div>\n"
  }

  private var verdictTable: Markup {
    let rows = index.verdictYears.flatMap { year in
      [Reading.hard, .stretch].compactMap { index.stockTarget($0, year: year) }
    }
    guard !rows.isEmpty else { return "" }
    return ReportTable(
      caption: "",
      header: [
        say(.year), say(.reading), say(.limit), say(.expectedRate), say(.verdict),
        say(.probabilityOfMeeting),
      ],
      rows: rows.map { row in
        [
          "\(row.year)", "\(say(Word(row.reading)))", "\(NumberText.percent(row.limit))",
          "\(rateCell(row.estimate)) %", "<b>\(say(Word(row.verdict)))</b>",
          """
          \(NumberText.probability(row.probabilityMet)) \
          \(NumberText.probabilityInterval(row.probabilityLower95, row.probabilityUpper95))
          """,
        ]
      }, wordColumns: 2, style: "short"
    ).markup
  }
}
