import Households
import Simulation
import Testing

@testable import Reporting

struct WordTests {
  @Test(arguments: Word.allCases)
  func `Every word is there in both languages`(word: Word) {
    #expect(!word.text.chinese.isEmpty)
    #expect(!word.text.english.isEmpty)
    #expect(!word.text.english.contains("|"))
    #expect(!word.text.english.contains(/[\u{4E00}-\u{9FFF}]/))
  }

  @Test(arguments: Word.allCases)
  func `Both languages fill in the same blanks`(word: Word) {
    let blanks = { (text: String) in Set(text.matches(of: /\{\w+\}/).map { String($0.output) }) }
    #expect(blanks(word.text.chinese) == blanks(word.text.english))
  }

  @Test func `Each mechanism, cause, programme and quantity has a word of its own`() {
    #expect(Set(Mechanism.allCases.map(\.name)).count == Mechanism.allCases.count)
    #expect(Set(Cause.allCases.map { Word($0) }).count == Cause.allCases.count)
    #expect(Set(Programme.allCases.map(\.text)).count == Programme.allCases.count)
    #expect(Set(SystemQuantity.allCases.map(\.text)).count == SystemQuantity.allCases.count)
    #expect(
      Set(FindingQuantity.allCases.map { Word($0) }).count == FindingQuantity.allCases.count)
    let sources = Set(Programme.allCases.map(\.source))
    #expect(sources.count == Set(Programme.allCases.map { Word(sourceOf: $0) }).count)
  }

  @Test func `An unknown blank stays visible`() {
    #expect(Word.mapTitle.said(in: .english) == "Stock at the end of {year}")
    #expect(Word.mapTitle.said(in: .english, ["year": "2030"]) == "Stock at the end of 2030")
  }
}
