import Estimation
import Households
import Simulation

extension Page {
  /// How households were found: alerts, visits, recognition, errors and delays.
  var findingSection: Markup {
    section(
      .findingHeading, id: "finding",
      [
        figure(alertBars.markup(label: say(.alertsCaption)), caption: say(.alertsCaption)),
        findingTable, findingByPrefecture, note(.findingNote),
      ])
  }

  private static let alerts: [FindingQuantity] = [
    .alertsFromIndex, .alertsFromTriggers, .alertsFromOwnReports, .alertsFromPatrols,
  ]
  private static let recognised: [FindingQuantity] = [
    .recognisedUnstable, .recognisedMarginal, .recognisedSudden,
  ]
  private static let counts: [FindingQuantity] =
    alerts + [.visits, .waitingForVisit] + recognised
    + [
      .missed, .falseInclusions, .wrongExclusions, .eliminated, .monitoredHouseholds,
      .monitoredPersons, .firstPayments,
    ]

  private var alertBars: StackedBars {
    let thousands = { NumberText.fixed($0 / 1000, decimals: 1, grouped: true) }
    return StackedBars(
      bars: years.map { year in
        let counts = Self.alerts.map { index.finding($0, year: year).mean }
        return StackedBars.Bar(label: String(year), sizes: counts, texts: counts.map(thousands))
      },
      parts: Self.alerts.map { say(Word($0)) }, unit: say(.alertsUnit),
      axisText: { step in
        { NumberText.fixed($0 / 1000, decimals: LinearScale.decimals(forStep: step / 1000)) }
      }, plotHeight: 190)
  }

  private var findingTable: Markup {
    let counted: [[Markup]] = Self.counts.map { quantity in
      let last = index.finding(quantity, year: lastYear)
      let interval =
        last.mean.isFinite
        ? "[\(NumberText.whole(last.lower95)), \(NumberText.whole(last.upper95))]"
        : NumberText.missing
      let name = say(Word(quantity))
      let isAlert = Self.alerts.contains(quantity)
      return ["\(isAlert ? say(.alertsOfChannel, ["channel": name]) : name)"]
        + years.map { "\(NumberText.whole(index.finding(quantity, year: $0).mean))" }
        + ["\(interval)"]
    }
    let days: [[Markup]] = [
      ["\(say(.meanDaysToRecognition))"] + years.map { daysToRecognition(year: $0) } + [""],
      ["\(say(.meanDaysToMoney))"] + years.map { daysToMoney(year: $0) } + [""],
    ]
    return ReportTable(
      caption: say(.findingTableCaption, ["year": String(lastYear)]),
      header: [say(.quantity)] + years.map(String.init)
        + [say(.lastYearInterval, ["year": String(lastYear)])],
      rows: counted + days, style: "wide"
    ).markup
  }

  private func daysToRecognition(year: Int, region: Int = Geography.provinceCode) -> Markup {
    quotient(
      index.finding(.daysToRecognition, year: year, region: region).mean,
      total(Self.recognised, year: year, region: region))
  }

  private func daysToMoney(year: Int, region: Int = Geography.provinceCode) -> Markup {
    quotient(
      index.finding(.daysToMoney, year: year, region: region).mean,
      index.finding(.firstPayments, year: year, region: region).mean)
  }

  private func quotient(_ sum: Double, _ count: Double) -> Markup {
    "\(NumberText.fixed(count > 0 ? sum / count : .nan, decimals: 0))"
  }

  private func total(_ quantities: [FindingQuantity], year: Int, region: Int) -> Double {
    quantities.map { index.finding($0, year: year, region: region).mean }.reduce(0, +)
  }

  private var findingByPrefecture: Markup {
    let shown: [FindingQuantity] = [
      .missed, .falseInclusions, .wrongExclusions, .monitoredHouseholds,
    ]
    return ReportTable(
      caption: say(.findingPrefectureCaption, ["year": String(lastYear)]),
      header: [say(.prefecture), say(.allAlerts), say(.visits), say(.allRecognised)]
        + shown.map { say(Word($0)) } + [say(.meanDaysToRecognition), say(.meanDaysToMoney)],
      rows: simulatedPrefectures.map { prefecture in
        let code = prefecture.code
        let whole: (Double) -> Markup = { "\(NumberText.whole($0))" }
        return ["\(name(of: prefecture))"]
          + [
            whole(total(Self.alerts, year: lastYear, region: code)),
            whole(index.finding(.visits, year: lastYear, region: code).mean),
            whole(total(Self.recognised, year: lastYear, region: code)),
          ]
          + shown.map { whole(index.finding($0, year: lastYear, region: code).mean) }
          + [
            daysToRecognition(year: lastYear, region: code),
            daysToMoney(year: lastYear, region: code),
          ]
      }, style: "short wide"
    ).markup
  }
}
