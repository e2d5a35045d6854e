import Estimation
import Experiments
import Households
import Simulation

/// The few figures that `run` prints on a terminal when it is done.
public enum HeadlineTable {
  /// Years with stock, flow, recognised flow, hard limit, verdict and chance, in aligned columns.
  ///
  /// - Returns: Lines that each end in a line feed; Chinese characters count as two columns.
  public static func text(_ tables: RunTables, scenario: Scenario, language: Language) -> String {
    let index = TableIndex(tables)
    let say = { (word: Word) in word.said(in: language) }
    var rows = [
      [
        say(.year), say(.stock) + " [95 %]", say(.flow), say(.recognised), say(.hardLimit),
        say(.verdict), say(.tableProbability),
      ]
    ]
    for year in index.years {
      let stock = index.rate(.stock, year: year)
      let target = index.stockTarget(.hard, year: year)
      rows.append([
        String(year),
        plain(NumberText.percent(stock.mean)) + " "
          + plain(NumberText.percentInterval(stock.lower95, stock.upper95)),
        plain(NumberText.percent(index.rate(.flow, year: year).mean)),
        plain(NumberText.percent(index.rate(.recognised, year: year).mean)),
        target.map { plain(NumberText.percent($0.limit)) } ?? "-",
        target.map { say(Word($0.verdict)) } ?? "-",
        target.map { plain(NumberText.probability($0.probabilityMet)) } ?? "-",
      ])
    }
    return scenario.title[language] + "\n" + aligned(rows)
  }

  /// A dash and a space that every terminal shows in one column.
  static func plain(_ text: String) -> String {
    String(text.map { $0 == "\u{00A0}" ? " " : $0 == "—" ? "-" : $0 })
  }

  private static func aligned(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in
      rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      row.indices.map {
        DisplayWidth.padded(row[$0], to: widths[$0], alignedRight: true)
      }.joined(separator: "  ") + "\n"
    }.joined()
  }
}
