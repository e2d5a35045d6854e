import Testing

@testable import Reporting

struct ChartAxisTests {
  @Test func `A domain close around its values need not hold zero`() {
    let (domain, ticks) = LinearScale.closeDomain(of: [1_120, 1_870, .nan])
    #expect(domain == 1_000...2_000 && ticks.first == 1_000 && ticks.last == 2_000)
    #expect(LinearScale.closeDomain(of: [-3, 4]).0 == -4...4)
  }

  @Test(arguments: [[5.0], [0], [-2, -2], [1e12], [1e-12], []])
  func `A value alone has room on both sides`(values: [Double]) {
    let (domain, ticks) = LinearScale.closeDomain(of: values)
    #expect(ticks.count >= 2 && ticks.allSatisfy(\.isFinite))
    for value in values { #expect(domain.lowerBound < value && value < domain.upperBound) }
  }

  @Test func `A logarithmic scale gives equal lengths to equal factors`() {
    let scale = LinearScale(domain: 1...1_000, start: 0, end: 300, isLogarithmic: true)
    #expect((scale(10) - 100).magnitude < 1e-9 && (scale(100) - 200).magnitude < 1e-9)
    #expect(scale(0).isNaN && scale(-1).isNaN)
  }

  @Test func `Ticks of a logarithmic axis are 1, 2 and 5, or powers of ten if many`() {
    let (domain, ticks) = LinearScale.logarithmicDomain(of: [0.003, 0.04, 0, -1, .nan])
    #expect(ticks.map(NumberText.plain) == ["0.002", "0.005", "0.01", "0.02", "0.05"])
    #expect(domain == ticks[0]...ticks[4])
    let many = LinearScale.logarithmicDomain(of: [1.5, 9e5])
    #expect(many.0 == 1...1_000_000)
    #expect(many.1 == [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000])
    #expect(LinearScale.logarithmicDomain(of: []).1 == [1, 2, 5, 10])
  }

  @Test func `Ticks are written with the digits that they need`() {
    let axis = ChartAxis(title: "", text: ChartAxis.percent, isLogarithmic: true)
    #expect(
      axis.placed([0.003, 0.04], from: 0, to: 1).ticks.map(\.text) == [
        "0.2", "0.5", "1", "2", "5",
      ])
    let settings = ChartAxis(title: "", ticks: [0, 2.5, 1_000])
    #expect(settings.placed([], from: 0, to: 1).ticks.map(\.text) == ["0", "2.5", "1,000"])
    let years = ChartAxis(title: "", text: ChartAxis.plain, ticks: [2_025, 2_030])
    #expect(years.placed([], from: 0, to: 1).ticks.map(\.text) == ["2025", "2030"])
  }

  @Test func `Zero is on an axis that asks for it, and what it must cover has a place`() {
    var axis = ChartAxis(title: "", includesZero: true)
    #expect(axis.placed([8, 9], from: 0, to: 1).scale.domain.lowerBound == 0)
    axis = ChartAxis(title: "", covers: [20])
    #expect(axis.placed([8, 9], from: 0, to: 1).scale.domain.contains(20))
  }

  @Test func `Shades without steps run from white to the darkest`() {
    #expect(Fill.blend(0) == "#ffffff" && Fill.blend(1) == "#08305c")
    #expect(Fill.blend(-1) == "#ffffff" && Fill.blend(2) == "#08305c")
    #expect(Fill.blend(0.5) == "#80b0d5")
  }
}
