import Households
import Testing

@testable import Experiments
@testable import Reporting

struct HeadlineTableTests {
  @Test(arguments: Language.allCases)
  func `Columns line up although Chinese characters are wide`(language: Language) {
    let content = MadeUpRun().content
    let text = HeadlineTable.text(content.tables, scenario: content.scenario, language: language)
    let lines = text.split(separator: "\n").dropFirst()
    #expect(lines.count == 9)
    #expect(Set(lines.map { DisplayWidth.columns(of: String($0)) }).count == 1)
  }

  @Test func `A year with a limit shows verdict and probability, an earlier one a dash`() {
    let content = MadeUpRun().content
    let text = HeadlineTable.text(content.tables, scenario: content.scenario, language: .english)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "Guizhou baseline")
    #expect(lines[2].hasPrefix("2023  0.62 % [0.59, 0.65] %") && lines[2].hasSuffix("-"))
    #expect(lines[9].contains("0.30 %") && lines[9].contains("missed"))
    #expect(lines[9].hasSuffix("24 %"))
  }

  @Test func `A Chinese character takes two columns`() {
    #expect(DisplayWidth.columns(of: "年份 [95]") == 9)
    #expect(DisplayWidth.padded("年", to: 4, alignedRight: true) == "  年")
  }
}
