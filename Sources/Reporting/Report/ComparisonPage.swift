import Estimation
import Experiments
import Households
import Simulation

/// The sections of a comparison: verdicts side by side, paired differences, money, assumptions.
struct ComparisonPage {
  let content: ComparisonContent
  let language: Language
  private let baseline: Page
  private let reforms: [(page: Page, differences: TableIndex)]

  /// The sections for a comparison.
  init(_ content: ComparisonContent, language: Language) {
    self.content = content
    self.language = language
    baseline = Page(content.baseline, language: language)
    reforms = content.reforms.map { reform in
      (
        Page(reform.run, language: language),
        TableIndex(
          rates: reform.tables.differences.map(\.rate), money: reform.tables.moneyDifferences)
      )
    }
  }

  private func say(_ word: Word, _ values: [String: String] = [:]) -> String {
    word.said(in: language, values)
  }

  private var pages: [Page] { [baseline] + reforms.map(\.page) }

  /// What each reform changes in one sentence, and the verdict of each scenario.
  var verdictsSection: Markup {
    let sentences: [Markup] = reforms.indices.map { "<p>\(headline($0))</p>\n" }
    return baseline.section(
      .verdictHeading, id: "verdict",
      ["<div class=\"verdict\">\n\(sentences)</div>\n", baseline.warnings(cautions), verdictTable])
  }

  private var cautions: Cautions {
    var cautions = Cautions(language: language)
    for run in [content.baseline] + content.reforms.map(\.run) {
      cautions.add(run.tables, title: run.scenario.title[language])
    }
    for reform in content.reforms { cautions.add(reform.tables) }
    return cautions
  }

  private func title(_ reform: Int) -> String { content.reforms[reform].tables.title[language] }

  private func headline(_ reform: Int) -> String {
    let year = baseline.lastYear
    let difference = reforms[reform].differences.rate(.stock, year: year)
    let isClear = difference.lower95 > 0 || difference.upper95 < 0
    return say(
      .comparisonHeadline,
      [
        "reform": title(reform), "year": String(year),
        "direction": say(difference.mean > 0 ? .higher : .lower),
        "size": NumberText.percentDigits(difference.mean.magnitude, decimals: 3),
        "interval": interval(difference),
        "judgement": say(isClear ? .differenceClear : .differenceUnclear),
      ])
  }

  private func interval(_ difference: Estimate) -> String {
    "[\(NumberText.points(difference.lower95)),\u{00A0}\(NumberText.points(difference.upper95))]"
  }

  private var verdictTable: Markup {
    let rows: [[Markup]] = pages.flatMap { page in
      page.index.verdictYears.compactMap { year in
        page.index.stockTarget(.hard, year: year).map { row in
          [
            "\(page.content.scenario.title[language])", "\(year)",
            "\(NumberText.percent(row.limit))", "\(baseline.rateCell(row.estimate)) %",
            "<b>\(say(Word(row.verdict)))</b>",
            """
            \(NumberText.probability(row.probabilityMet)) \
            \(NumberText.probabilityInterval(row.probabilityLower95, row.probabilityUpper95))
            """,
          ]
        }
      }
    }
    return ReportTable(
      caption: say(.comparisonVerdicts),
      header: [
        say(.scenario), say(.year), say(.limit), say(.expectedRate), say(.verdict),
        say(.probabilityOfMeeting),
      ], rows: rows, wordColumns: 1, style: "short"
    ).markup
  }

  /// Paired differences: a forest plot and a table by year.
  var effectsSection: Markup {
    baseline.section(
      .comparisonEffects, id: "effects",
      [
        baseline.figure(
          forest.markup(label: say(.forestCaption)), caption: say(.forestCaption)),
        differencesTable, baseline.note(.personsKeptNote),
      ])
  }

  private var forest: DotPlot {
    let years = Set(baseline.mapYears + [baseline.lastYear]).sorted()
    let rows = reforms.indices.flatMap { reform in
      years.map { year in
        let difference = reforms[reform].differences.rate(.stock, year: year)
        return DotPlot.Row(
          label: "\(title(reform)) · \(year)", estimate: difference,
          text: "\(NumberText.points(difference.mean)) \(interval(difference))")
      }
    }
    return DotPlot(
      rows: rows, unit: say(.points), axisText: Axes.percentText,
      labelWidth: 290)
  }

  private var differencesTable: Markup {
    let rows: [[Markup]] = reforms.indices.flatMap { reform in
      baseline.years.map { year in differenceRow(reform, year: year) }
    }
    return ReportTable(
      caption: say(.differencesCaption),
      header: [
        say(.reform), say(.year), say(.stockDifference), say(.flowDifference),
        say(.personsKept), say(.extraCost), say(.replicationsSaved),
      ], rows: rows, wordColumns: 2
    ).markup
  }

  private func differenceRow(_ reform: Int, year: Int) -> [Markup] {
    let index = reforms[reform].differences
    let stock = index.rate(.stock, year: year)
    let flow = index.rate(.flow, year: year)
    return [
      "\(title(reform))", "\(year)", pointsCell(stock), pointsCell(flow),
      personsCell(stock, year: year), "\(extraCost(index, year: year))",
      "\(NumberText.fixed(saved(reform, year: year), decimals: 1))",
    ]
  }

  private func pointsCell(_ difference: Estimate) -> Markup {
    """
    <b>\(NumberText.points(difference.mean))</b> \
    <span class="interval">\(interval(difference))</span>
    """
  }

  /// Minus the difference of the stock times the baseline's formerly-poor persons.
  private func personsCell(_ stock: Estimate, year: Int) -> Markup {
    guard let persons = content.baseline.formerlyPoorPersons[year], stock.mean.isFinite else {
      return "\(NumberText.missing)"
    }
    let kept = { (difference: Double) in NumberText.whole(-difference * persons) }
    return """
      <b>\(kept(stock.mean))</b> \
      <span class="interval">[\(kept(stock.upper95)), \(kept(stock.lower95))]</span>
      """
  }

  private static let publicProgrammes = Programme.allCases.filter(\.isPublicSpending)

  private func extraCost(_ index: TableIndex, year: Int) -> String {
    let known = Self.publicProgrammes.map { index.money($0, year: year).mean }.filter(\.isFinite)
    return known.isEmpty ? NumberText.missing : baseline.money(known.reduce(0, +))
  }

  private func saved(_ reform: Int, year: Int) -> Double {
    content.reforms[reform].tables.differences.first {
      $0.rate.year == year && $0.rate.measure == .stock && $0.rate.group == .all
        && $0.rate.region.code == Geography.provinceCode
    }?.replicationsSaved ?? .nan
  }

  /// Differences of money by programme in the last year.
  var moneySection: Markup {
    let year = baseline.lastYear
    let others: [Programme] = [
      .antiPovertyInsuranceClaims, .medicalOwnPayment, .reliefShortage, .industryShortage,
    ]
    let programmes = (Self.publicProgrammes + others).filter { programme in
      reforms.contains { reform in reform.differences.money(programme, year: year).mean != 0 }
    }
    let table = ReportTable(
      caption: "\(year) · \(say(.moneyUnit))",
      header: [say(.programme), say(.source)] + reforms.indices.map(title),
      rows: programmes.map { programme in
        ["\(programme.text[language])", "\(say(Word(sourceOf: programme)))"]
          + reforms.map { reform in
            let difference = reform.differences.money(programme, year: year)
            return """
              <b>\(baseline.money(difference.mean))</b> \
              <span class="interval">\(baseline.moneyInterval(difference))</span>
              """
          }
      }, wordColumns: 2, style: "short")
    return baseline.section(.comparisonMoney, id: "money", [table.markup])
  }

  /// What each scenario sets, one after the other, and the weak numbers that all of them share.
  var assumptionsSections: Markup {
    let settings: [Markup] = pages.map { page in
      "<h3>\(page.content.scenario.title[language])</h3>\n\(page.settings)"
    }
    return Markup([
      baseline.section(.comparisonChanges, id: "settings", settings),
      baseline.section(.assumptionsHeading, id: "assumptions", [baseline.weakNumbers]),
    ])
  }

  /// Digests of each run, and where its own report lies.
  var provenanceSection: Markup {
    let rows: [[Markup]] = pages.enumerated().map { position, page in
      let record = page.content.record
      return [
        "<code>\(CompareFolder.subfolder(position, of: record.scenario))/</code>",
        "\(page.content.scenario.title[language])", "<code>\(record.runDigest)</code>",
        "<code>\(record.outcomesDigest)</code>",
      ]
    }
    let table = ReportTable(
      caption: baseline.runLine,
      header: [say(.name), say(.scenario), say(.runDigest), say(.outcomesDigest)], rows: rows,
      wordColumns: 4, style: "dense")
    return baseline.section(
      .provenanceHeading, id: "provenance",
      [table.markup, "<pre>\(repeatCommand)</pre>\n", baseline.note(.intervalNote)])
  }

  private var repeatCommand: String {
    let record = content.baseline.record
    let files = pages.map { $0.content.record.scenario + ".yaml" }.joined(separator: " ")
    return "fangpin compare \(files) --replications \(record.replications)"
      + " --sample \(NumberText.plain(record.sample)) --seed \(record.seed)"
  }
}
