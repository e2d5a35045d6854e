import Foundation
import Testing

@Suite(.serialized) struct BackTestTests {
  @Test func `A back-test tells each record and whether it lies inside`() throws {
    let result = try Program.run(
      "backtest", "--sample", "0.001", "--replications", "2", "--format", "csv")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines[0].hasPrefix("name,year,place,recorded,low,high,median"))
    #expect(lines.contains { $0.hasPrefix("returns-2016,2016,520000,0.011,") })
    #expect(lines.contains { $0.hasPrefix("weining-2022,") })
    let chinese = try Program.run(
      "backtest", "--sample", "0.001", "--replications", "2", "--language", "zh")
    #expect(chinese.output.contains("独立记录") && chinese.output.contains("方案所述"))
  }

  @Test func `A file of records that is not there is told by name`() throws {
    let result = try Program.run("backtest", "Scenarios/history/none.csv")
    #expect(result.status == 64)
    #expect(result.errors.contains("Scenarios/history/none.csv") && result.output.isEmpty)
    #expect(try Program.run("backtest", "--replications", "0").status == 64)
  }
}
