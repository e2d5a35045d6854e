/// Charts of one kind side by side, on the same scales, so that they can be compared.
struct SmallMultiples {
  /// A chart of the grid.
  struct Panel {
    var title: String
    var drawing: Markup
  }

  var panels: [Panel]
  /// The key that all panels share.
  var legend: Markup
  /// Charts in a row.
  var columns: Int

  /// Line charts with the same lines, on common axes.
  ///
  /// - Parameters:
  ///   - charts: A title and a chart for each panel; the names of the first chart's lines are the
  ///     legend's.
  ///   - columns: Charts in a row, 1 to 4.
  ///   - label: For screen readers; the title of a panel is added to it.
  init(_ charts: [(title: String, chart: LineChart)], columns: Int = 2, label: String) {
    self.columns = Self.within(columns)
    let (across, up) = (charts.flatMap(\.chart.acrossValues), charts.flatMap(\.chart.upValues))
    let width = Self.width(columns: self.columns)
    panels = charts.map { title, chart in
      var chart = chart
      chart.width = width
      chart.plotHeight = min(chart.plotHeight, 190)
      chart.labelsLines = false
      chart.across.covers += across
      chart.up.covers += up
      return Panel(title: title, drawing: chart.markup(label: label + " · " + title))
    }
    legend = LineChart.legend(
      of: charts.first?.chart.series.map(\.label) ?? [], width: 960, label: label)
  }

  /// Maps of the same figure, with common shades.
  init(_ maps: [(title: String, map: HeatMap)], columns: Int = 2, label: String) {
    self.columns = Self.within(columns)
    let values = maps.flatMap(\.map.values)
    let width = Self.width(columns: self.columns)
    panels = maps.map { title, map in
      var map = map
      map.width = width
      map.covers += values
      map.hasLegend = false
      return Panel(title: title, drawing: map.markup(label: label + " · " + title))
    }
    // The key must explain a mark that any of the maps has.
    var key = maps.first?.map
    key?.cells = maps.flatMap(\.map.cells)
    legend = key?.legend(label: label) ?? ""
  }

  /// The grid with its key.
  var markup: Markup {
    let inner: [Markup] = panels.map { panel in
      "<div><p class=\"panel\">\(panel.title)</p>\(panel.drawing)</div>\n"
    }
    return """
      <div class="multiples" style="grid-template-columns:repeat(\(columns),1fr)">
      \(inner)</div>
      \(legend)
      """
  }

  private static func within(_ columns: Int) -> Int { max(1, min(4, columns)) }
  /// Pixels of a panel at which its text is as large as that of a chart alone.
  private static func width(columns: Int) -> Double {
    (960 - 16 * Double(columns - 1)) / Double(columns)
  }
}
