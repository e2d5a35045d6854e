import Households
import Testing

@testable import ScenarioFiles

/// Numbers, units, months and spelling.
struct ValueTests {
  @Test(arguments: [
    ("5000", 5000.0, ""), ("-0.3", -0.3, ""), ("−0.3", -0.3, ""), (".5", 0.5, ""), ("5.", 5, ""),
    ("1,234,567.5 元", 1_234_567.5, "元"), ("3 months", 3, "months"), ("30%", 30, "%"),
    ("1/8", 0.125, ""), ("2e-3", 0.002, ""), ("2 euros", 2, "euros"), ("10 亿元", 1e9, "元"),
    ("1,23", 1, ",23"), ("1,2345", 1, ",2345"),
  ])
  func `A number is read with what stands behind it`(text: String, value: Double, unit: String) {
    #expect(NumberText(text)?.value == value)
    #expect(NumberText(text)?.unit == unit)
  }

  @Test(arguments: ["", "-", "three", "元5", "e5", "."])
  func `A text without a number in front is no number`(text: String) {
    #expect(NumberText(text) == nil)
  }

  @Test(arguments: ["nan", ".NaN", "-.inf", "Infinity"])
  func `Spellings of not-a-number and infinity are known`(text: String) {
    #expect(NumberText.isNotFinite(text))
  }

  @Test func `Months are strict and guesses are generous`() {
    #expect(MonthText.month("2026-07") == Month(year: 2026, month: 7))
    for text in ["2026-13", "2026-00", "2026-7", "26-07", "2026-07-01", "1890-01", "start", ""] {
      #expect(MonthText.month(text) == nil)
    }
    for text in ["2026-7", "2026/07", "2026年7月", "2026-07-15", "２０２６-７"] {
      #expect(MonthText.guess(text) == Month(year: 2026, month: 7))
    }
  }

  @Test func `Distances count insertions, deletions, replacements and swaps`() {
    func distance(_ a: String, _ b: String) -> Int {
      Spelling.editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars))
    }
    #expect(distance("", "abc") == 3)
    #expect(distance("drougth", "drought") == 1)
    #expect(distance("kitten", "sitting") == 3)
    #expect(Spelling.nearest(to: "polices", among: ["policies", "patrols"]) == "policies")
    #expect(Spelling.nearest(to: "earthquake", among: ["drought", "flood"]) == nil)
    #expect(Spelling.nearest(to: "威宁线", among: ["威宁县", "兴义市"]) == "威宁县")
    #expect(Spelling.nearest(to: "ab", among: ["xy"]) == nil)
  }

  @Test func `Numbers are written with the digits that read back`() throws {
    for number in [0.1, 1e-7, 123_456_789, 0.30000000000000004, -2.5, 1e300] {
      #expect(NumberText(NumberWords.digits(number))?.value == number)
    }
    #expect(NumberWords.share(0.3) == "0.30")
    #expect(NumberWords.share(1) == "1.00")
    #expect(NumberWords.share(0.125) == "0.125")
    #expect(NumberWords.english(42) == "forty-two")
  }
}
