import Estimation
import Households
import Simulation

extension Page {
  private static let sources: [Programme] = [
    .fundFromProvince, .fundFromLocal, .socialCapital, .fundRecovered, .performanceReceived,
    .performancePaid,
  ]

  /// Whether any money of a programme moved.
  func isMoved(_ programme: Programme) -> Bool {
    years.contains { index.money(programme, year: $0).mean > 0 }
  }

  /// Where the fund's money came from; what did not come has no column.
  var fundSourcesTable: Markup {
    let present = Self.sources.filter(isMoved)
    guard !present.isEmpty else { return "" }
    let hasFirms = present.contains(.socialCapital)
    return ReportTable(
      caption: say(.fundSourcesCaption),
      header: [say(.year)] + present.map { $0.text[language] }
        + (hasFirms ? [say(.socialShare)] : []),
      rows: years.map { year in
        ["\(year)"] + present.map { "\(money(index.money($0, year: year).mean))" }
          + (hasFirms ? ["\(NumberText.percent(socialShare(year), decimals: 1))"] : [])
      }, style: "short wide"
    ).markup
  }

  /// Share of firms in what comes from province, localities and firms.
  private func socialShare(_ year: Int) -> Double {
    let new: [Programme] = [.fundFromProvince, .fundFromLocal, .socialCapital]
    let all = new.map { index.money($0, year: year).mean }.reduce(0, +)
    return index.money(.socialCapital, year: year).mean / all
  }

  /// F2: what the factor allocation gives for each monitored person.
  var perMonitoredTable: Markup {
    ReportTable(
      caption: say(.perMonitoredCaption), header: [say(.prefecture)] + years.map(String.init),
      rows: (simulatedPrefectures.map { ($0.code, name(of: $0)) }
        + [(Geography.provinceCode, say(.province))]).map { code, name in
          ["\(name)"]
            + years.map { year in
              let yuan =
                index.money(.fundReceived, year: year, region: code).mean
                / index.finding(.monitoredPersons, year: year, region: code).mean
              return "\(yuan.isFinite ? NumberText.whole(yuan) : NumberText.missing)"
            }
        }, style: "short wide"
    ).markup
  }
}
