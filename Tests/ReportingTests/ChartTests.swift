import Households
import Testing

@testable import Reporting

struct ChartTests {
  @Test(arguments: Language.allCases)
  func `No chart has a coordinate that is not a number`(language: Language) {
    for chart in MadeUpCharts.all {
      let text = chart.drawing(language).text
      #expect(!text.contains(/\s(x|y|c|r|w|h|p|s)[a-z12-]*="[^"]*(nan|inf)/), "\(chart.name)")
      // Lines of an empty stretch would be drawn from nowhere.
      #expect(!text.contains(/points="(\S+ )?"/), "\(chart.name)")
    }
  }

  @Test(arguments: Language.allCases)
  func `Texts stay inside their drawing`(language: Language) throws {
    for chart in MadeUpCharts.all {
      let pieces = chart.drawing(language).text.components(separatedBy: "<svg ").dropFirst()
      for piece in pieces {
        let size = try #require(piece.firstMatch(of: /viewBox="0 0 (\S+) (\S+)"/))
        let (width, height) = try (number(size.output.1), number(size.output.2))
        let texts = piece.matches(
          of: /<text x="(\S+?)" y="(\S+?)" text-anchor="(\w+)" font-size="(\S+?)"[^>]*>([^<]*)/)
        for text in texts {
          let (x, y) = try (number(text.output.1), number(text.output.2))
          let room = TextWidth.pixels(of: String(text.output.5), size: try number(text.output.4))
          let left = x - (text.output.3 == "end" ? room : text.output.3 == "middle" ? room / 2 : 0)
          #expect(left >= -2 && left + room <= width + 2, "\(chart.name): \(text.output.5)")
          #expect(y > 0 && y <= height, "\(chart.name): \(text.output.5)")
        }
      }
    }
  }

  private func number(_ text: Substring) throws -> Double { try #require(Double(text)) }

  @Test func `Names in a chart are text, whatever they hold`() {
    var chart = MadeUpCharts.lines(.english)
    chart.series[0].label = "<script>"
    chart.series[0].points[0].tooltip = "a & b"
    chart.across.title = "\"x\" < 1"
    let text = chart.markup(label: "<b>").text
    #expect(!text.contains("<script") && !text.contains("<b>"))
    #expect(text.contains("&lt;script&gt;") && text.contains("a &amp; b"))
    #expect(text.contains("&quot;x&quot; &lt; 1"))
  }

  @Test func `Six lines differ in their dashes and in their symbols`() {
    let styles = (0..<6).map(LineStyle.series)
    #expect(Set(styles.map(\.dash)).count == 6)
    #expect(Set(styles.map(\.symbol)).count == 6)
    #expect(Set(styles.map(\.colour)).count == 6)
  }

  @Test func `A gap divides a line`() {
    let text = MadeUpCharts.lines(.english).markup(label: "").text
    // Six lines, one of them in two pieces, each drawn over a white edge.
    #expect(text.matches(of: /<polyline/).count == 14)
    #expect(text.matches(of: /fill-opacity/).count == 2)
  }

  @Test func `A chance of exceedance is drawn in steps`() throws {
    let chart = LineChart(
      series: [
        LineChart.Series(
          label: "x",
          points: [
            LineChart.Point(at: 1, figure: ChartValue(1)),
            LineChart.Point(at: 2, figure: ChartValue(0.5)),
          ], isStepped: true)
      ], across: ChartAxis(title: ""), up: ChartAxis(title: ""))
    let text = chart.markup(label: "").text
    let match = try #require(text.firstMatch(of: /<polyline points="([^"]*)"/))
    let points = match.output.1.split(separator: " ").map { $0.split(separator: ",") }
    #expect(points.count == 3)
    #expect(points[0][1] == points[1][1] && points[1][0] == points[2][0])
  }

  @Test func `An empty chart, and one without figures, are drawn`() {
    var chart = MadeUpCharts.lines(.chinese)
    chart.series = []
    chart.acrossMarks = []
    chart.upMarks = []
    chart.highlights = []
    #expect(chart.markup(label: "").text.contains("</svg>"))
    var plot = MadeUpCharts.scatter(.chinese)
    plot.points = []
    plot.frontier = [3]
    #expect(plot.markup(label: "").text.contains("</svg>"))
    var map = MadeUpCharts.heat(.chinese)
    map.cells = []
    #expect(map.markup(label: "").text.contains("</svg>"))
    var tornado = MadeUpCharts.tornado(.chinese)
    tornado.rows = []
    #expect(tornado.markup(label: "").text.contains("</svg>"))
    var bars = MadeUpCharts.bars(.chinese)
    bars.categories = []
    #expect(bars.markup(label: "").text.contains("</svg>"))
  }

  @Test func `A map draws the limit between cells and marks those that do not settle it`() {
    var map = MadeUpCharts.heat(.english)
    let edges = { (map: HeatMap) in
      map.markup(label: "").text.matches(of: /stroke="#111" stroke-width="3"/).count
    }
    // Rows from the bottom: cells 5, 4, 3 and 2 and later are within 0.30 %; one edge is of the key.
    #expect(edges(map) > 4)
    #expect(map.markup(label: "").text.contains("*</text>"))
    map.limit = nil
    #expect(edges(map) == 0)
    #expect(!map.markup(label: "").text.contains("*</text>"))
  }

  @Test func `The factor that moves a figure most is at the top of a tornado`() throws {
    let text = MadeUpCharts.tornado(.english).markup(label: "").text
    let places = try ["Price", "serious", "growth", "No figure"].map {
      try #require(text.range(of: $0)).lowerBound
    }
    #expect(places == places.sorted())
  }

  @Test func `Charts side by side have the same scales`() throws {
    let maps = MadeUpCharts.multiplesOfMaps(.english)
    #expect(maps.panels.count == 2)
    // The cell of the darkest shade is in the second map only.
    #expect(!maps.panels[0].drawing.text.contains("\"#08305c\""))
    #expect(maps.panels[1].drawing.text.contains("\"#08305c\""))
  }

  @Test func `Labels at the side do not overlap and do not leave the plot`() {
    let targets = [290.0, 295, 295, 20, .nan]
    let column = LabelColumn(
      labels: targets.map { LabelColumn.Label(target: $0, lines: ["a", "b"]) }, bottom: 300)
    let places = column.places
    #expect(places[4].isNaN && places[3] == 20)
    let sorted = places.prefix(4).sorted()
    for (first, second) in zip(sorted, sorted.dropFirst()) { #expect(second - first >= 30) }
    #expect(sorted[3] <= 285)
  }

  @Test func `A text is broken at spaces and between Chinese characters, not before a comma`() {
    #expect(TextWidth.lines(of: "one two three", within: 54, size: 13) == ["one two", "three"])
    let lines = TextWidth.lines(of: "公益岗位，延长到期", within: 54, size: 13)
    #expect(lines == ["公益岗", "位，延长", "到期"])
    #expect(TextWidth.lines(of: "incomprehensibilities", within: 5, size: 13).count == 1)
  }
}
