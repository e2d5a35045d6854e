import Foundation
import Testing

@Suite(.serialized) struct MechanismsTests {
  @Test func `Every row of the plan is listed with status, levers and example`() throws {
    let result = try Program.run("mechanisms")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 45)
    for row in ["H10", "M8", "A15", "F5", "G6"] {
      #expect(lines.contains { $0.hasPrefix(row) && $0.contains("examples/\(row).yaml") }, "\(row)")
    }
  }

  @Test func `One row is told with each lever`() throws {
    let result = try Program.run("mechanisms", "a3")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("A3 "))
    #expect(result.output.contains("minimum_living_allowance.line_growth"))
  }

  @Test func `A row that does not exist is refused`() throws {
    let result = try Program.run("mechanisms", "A99")
    #expect(result.status == 64)
    #expect(result.errors.contains("A99 is no row"))
  }
}
