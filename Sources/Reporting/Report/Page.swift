import Estimation
import Experiments
import Households

/// What every section of a report needs: the run, its figures by name, and the language.
struct Page {
  let content: ReportContent
  let language: Language
  let index: TableIndex

  /// A page for a run.
  init(_ content: ReportContent, language: Language) {
    self.content = content
    self.language = language
    index = TableIndex(content.tables)
  }

  /// Words in the page's language, with `{key}` replaced.
  func say(_ word: Word, _ values: [String: String] = [:]) -> String {
    word.said(in: language, values)
  }

  /// Years with results, ascending.
  var years: [Int] { index.years }
  /// The year of the closer looks: the last with results.
  var lastYear: Int { years.last ?? content.scenario.end.year }

  /// The years shown on maps: those of the verdict, or the last.
  var mapYears: [Int] { index.verdictYears.isEmpty ? [lastYear] : index.verdictYears }

  /// A heading, what follows it, and a name for links.
  func section(_ heading: Word, id: String, _ body: [Markup]) -> Markup {
    "<section id=\"\(id)\"><h2>\(say(heading))</h2>\(body)</section>\n"
  }

  /// A drawing with its caption.
  func figure(_ drawing: Markup, caption: String) -> Markup {
    "<figure>\(drawing)<figcaption>\(caption)</figcaption></figure>\n"
  }

  /// A paragraph of small print.
  func note(_ word: Word, _ values: [String: String] = [:]) -> Markup {
    "<p class=\"note\">\(say(word, values))</p>\n"
  }

  /// A rate with its interval, in per cent without the sign, such as `0.43 [0.40, 0.46]`.
  func rateCell(_ estimate: Estimate, decimals: Int = 2) -> Markup {
    guard estimate.mean.isFinite else { return "\(NumberText.missing)" }
    let digits = { NumberText.percentDigits($0, decimals: decimals) }
    let interval = "[\(digits(estimate.lower95)), \(digits(estimate.upper95))]"
    return "<b>\(digits(estimate.mean))</b> <span class=\"interval\">\(interval)</span>"
  }

  /// Yuan in the unit of the page: 万元 in Chinese, million yuan in English.
  func money(_ yuan: Double) -> String {
    language == .chinese
      ? NumberText.whole(yuan / 10_000)
      : NumberText.fixed(yuan / 1_000_000, decimals: 1, grouped: true)
  }

  /// An interval of yuan in the unit of the page.
  func moneyInterval(_ estimate: Estimate) -> String {
    estimate.mean.isFinite
      ? "[\(money(estimate.lower95)), \(money(estimate.upper95))]" : NumberText.missing
  }

  /// Name of a prefecture in the page's language.
  func name(of prefecture: Prefecture) -> String {
    language == .chinese ? prefecture.name : prefecture.latinName
  }

  /// The prefectures that have a simulated county.
  var simulatedPrefectures: [Prefecture] {
    let geography = content.scenario.geography
    let present = Set(content.scenario.counties.map { geography.counties[$0].prefecture })
    return geography.prefectures.indices.filter(present.contains).map { geography.prefectures[$0] }
  }
}

/// A table of a report: the first columns are words, the others numbers.
struct ReportTable {
  var caption: String
  var header: [String]
  var rows: [[Markup]]
  /// How many columns from the left hold words.
  var wordColumns = 1
  /// A class of the style sheet for the table.
  var style = ""

  /// The table as HTML.
  var markup: Markup {
    """
    <table class="\(style)"><caption>\(caption)</caption><thead><tr>\(headerCells)</tr></thead>
    <tbody>
    \(rows.map(row))</tbody></table>

    """
  }

  private var headerCells: [Markup] {
    header.indices.map { column in
      column < wordColumns
        ? "<th class=\"word\">\(header[column])</th>" : "<th>\(header[column])</th>"
    }
  }

  private func row(_ cells: [Markup]) -> Markup {
    let inner: [Markup] = cells.indices.map { column in
      column < wordColumns
        ? "<td class=\"word\">\(cells[column])</td>" : "<td>\(cells[column])</td>"
    }
    return "<tr>\(inner)</tr>\n"
  }
}
