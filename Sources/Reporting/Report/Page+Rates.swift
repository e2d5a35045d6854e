import Estimation
import Experiments
import Simulation

extension Page {
  /// The rate by year as a fan against the targets, and all measures in a table.
  var ratesSection: Markup {
    section(.ratesHeading, id: "rates", [fan, ratesTable, note(.measuresNote)])
  }

  private var fan: Markup {
    let chart = FanChart(
      years: years, estimates: years.map { index.rate(.stock, year: $0) },
      paths: [
        path(.hard, label: .hardLimit, dash: "9 4"),
        path(.stretch, label: .stretchLimit, dash: "2 4"),
      ].filter { !$0.points.isEmpty },
      unit: "%", wideBandLabel: say(.wideBand), narrowBandLabel: say(.narrowBand),
      lineLabel: say(.meanLine),
      tooltip: { year, estimate in
        "\(year): \(NumberText.percent(estimate.mean)) "
          + NumberText.percentInterval(estimate.lower95, estimate.upper95)
      })
    return figure(chart.markup(label: say(.ratesHeading)), caption: say(.fanCaption))
  }

  private func path(_ reading: Reading, label: Word, dash: String) -> FanChart.Path {
    FanChart.Path(
      label: say(label),
      points: index.stockTargets(reading).map { (year: $0.year, limit: $0.limit) }, dash: dash)
  }

  private var ratesTable: Markup {
    let measures: [PersonMeasure] = [.stock, .flow, .ever, .recognised, .need, .gap]
    return ReportTable(
      caption: say(.ratesTableCaption),
      header: [say(.year)] + measures.map { say(Word($0)) },
      rows: years.map { year in
        ["\(year)"]
          + measures.map {
            rateCell(index.rate($0, year: year), decimals: $0 == .gap ? 3 : 2)
          }
      }, style: "short"
    ).markup
  }
}
