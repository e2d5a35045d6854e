import Estimation
import Experiments
import Households
import Simulation

extension Page {
  /// Where return is high: maps of counties, prefectures in order, and the ten highest counties.
  var placesSection: Markup {
    section(
      .placesHeading, id: "places",
      [maps, prefecturePlot, countyTable, note(.countiesNote)])
  }

  private var maps: Markup {
    let ticks = LinearScale.niceDomain(
      of: mapYears.flatMap { year in simulatedCounties.map { stock(of: $0, year: year).mean } }
    ).1
    let bounds = Array(ticks.dropFirst().dropLast())
    let drawings = mapYears.map { map(year: $0, bounds: bounds).markup(label: mapTitle($0)) }
    let legend = CountyMap.legend(
      bounds: bounds, unit: say(.mapUnit), below: say(.mapBelow), above: say(.mapAbove),
      label: say(.mapUnit))
    return figure(
      "<div class=\"pair\">\(drawings)</div>\(legend)",
      caption: say(.mapCaption, ["year": String(lastYear)]))
  }

  private func mapTitle(_ year: Int) -> String { say(.mapTitle, ["year": String(year)]) }

  private var simulatedCounties: [County] {
    content.scenario.counties.map { content.scenario.geography.counties[$0] }
  }

  private func stock(of county: County, year: Int) -> Estimate {
    index.rate(.stock, year: year, region: county.code)
  }

  private func map(year: Int, bounds: [Double]) -> CountyMap {
    let simulated = Set(content.scenario.counties)
    let ranks = Dictionary(
      uniqueKeysWithValues: highestCounties.enumerated().map { ($0.element.code, $0.offset + 1) })
    let geography = content.scenario.geography
    let points = geography.counties.enumerated().map { position, county in
      let isSimulated = simulated.contains(position)
      let estimate = stock(of: county, year: year)
      let text =
        isSimulated
        ? "\(NumberText.percent(estimate.mean)) "
          + NumberText.percentInterval(estimate.lower95, estimate.upper95)
        : say(.notSimulated)
      return CountyMap.Point(
        latitude: county.latitude, longitude: county.longitude,
        value: isSimulated ? estimate.mean : nil, tooltip: "\(county.name): \(text)",
        mark: year == lastYear ? ranks[county.code].map(String.init) : nil)
    }
    return CountyMap(
      title: mapTitle(year), points: points, names: prefectureNames, classBounds: bounds,
      limit: index.stockTarget(.hard, year: year)?.limit)
  }

  /// A prefecture's name stands at the middle of its counties' centres.
  private var prefectureNames: [CountyMap.Name] {
    let geography = content.scenario.geography
    return geography.prefectures.enumerated().compactMap { position, prefecture in
      let counties = geography.counties.filter { $0.prefecture == position }
      guard !counties.isEmpty else { return nil }
      let count = Double(counties.count)
      return CountyMap.Name(
        latitude: counties.map(\.latitude).reduce(0, +) / count,
        longitude: counties.map(\.longitude).reduce(0, +) / count, text: name(of: prefecture))
    }
  }

  private var prefecturePlot: Markup {
    let rows = simulatedPrefectures.map { prefecture in
      let estimate = index.rate(.stock, year: lastYear, region: prefecture.code)
      return DotPlot.Row(
        label: name(of: prefecture), estimate: estimate,
        text: "\(NumberText.percentDigits(estimate.mean)) "
          + NumberText.percentInterval(estimate.lower95, estimate.upper95))
    }
    let sorted = rows.enumerated().sorted {
      ($1.element.estimate.mean, $0.offset) < ($0.element.estimate.mean, $1.offset)
    }.map(\.element)
    let marks = index.stockTarget(.hard, year: lastYear).map {
      [(value: $0.limit, label: "\(say(.hardLimit)) \(NumberText.percent($0.limit))")]
    }
    let plot = DotPlot(
      rows: sorted, unit: "%", marks: marks ?? [], axisText: Axes.percentText)
    let caption = say(.prefecturesCaption, ["year": String(lastYear)])
    return figure(plot.markup(label: caption), caption: caption)
  }

  /// The ten counties with the highest stock in the last year; ties in order of code.
  private var highestCounties: [County] {
    let known = simulatedCounties.filter { stock(of: $0, year: lastYear).mean.isFinite }
    return Array(
      known.sorted {
        let (first, second) = (
          stock(of: $0, year: lastYear).mean, stock(of: $1, year: lastYear).mean
        )
        return first == second ? $0.code < $1.code : first > second
      }.prefix(10))
  }

  private var countyTable: Markup {
    let prefectures = content.scenario.geography.prefectures
    return ReportTable(
      caption: say(.countiesCaption, ["year": String(lastYear)]),
      header: [
        say(.rank), say(.county), say(.prefecture), say(.code), say(.stock), say(.wideBand),
      ],
      rows: highestCounties.enumerated().map { position, county in
        let estimate = stock(of: county, year: lastYear)
        return [
          "\(position + 1)", "\(county.name)", "\(name(of: prefectures[county.prefecture]))",
          "\(county.code)", rateCell(estimate),
          """
          \(NumberText.percentDigits(estimate.p05))–\(NumberText.percentDigits(estimate.p95))
          """,
        ]
      }, wordColumns: 4, style: "short"
    ).markup
  }
}
