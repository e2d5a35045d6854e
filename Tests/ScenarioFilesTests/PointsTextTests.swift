import ScenarioFiles
import Testing

struct PointsTextTests {
  @Test(arguments: [
    ("0.02pp", 0.0002), ("0.5 points", 0.005), ("２个百分点", 0.02), ("-1 pp", -0.01),
  ])
  func `A difference in points becomes a share`(text: String, share: Double) throws {
    let found = try #require(PointsText.share(of: text))
    #expect((found - share).magnitude < 1e-15)
  }

  @Test(arguments: ["0.02", "0.02 %", "pp", "", "0.02 yuan"])
  func `What may mean something else is refused`(text: String) {
    #expect(PointsText.share(of: text) == nil)
  }
}
