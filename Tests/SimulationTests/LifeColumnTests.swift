import Simulation
import Testing

/// The columns of a life are a codebook: each has a name, a text and a step of its own.
struct LifeColumnTests {
  @Test func `Names and texts tell columns apart`() {
    let all = LifeColumn.allCases
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(Set(all.map(\.text.chinese)).count == all.count)
    #expect(Set(all.map(\.text.english)).count == all.count)
    #expect(all.allSatisfy { !$0.text.english.contains(/[\u{4E00}-\u{9FFF}]/) })
  }

  @Test func `Names are lower case with underscores`() {
    #expect(LifeColumn.billOwn.name == "bill_own")
    #expect(LifeColumn.drawWord3.name == "draw_word_3")
    #expect(LifeColumn.males0To14.name == "males_0_to_14")
    #expect(LifeColumn.own12.name == "own_12")
    #expect(LifeColumn.allCases.allSatisfy { $0.name.wholeMatch(of: /[a-z0-9_]+/) != nil })
  }

  @Test func `A column belongs to the step that decides it`() {
    #expect(LifeColumn.returnLine.step == .beginning)
    #expect(LifeColumn.drawWord3.step == .draws)
    #expect(LifeColumn.billOwn.step == .events)
    #expect(LifeColumn.savings.step == .coping)
    #expect(LifeColumn.visitAccepted.step == .visits)
    #expect(LifeColumn.reimbursementDue.step == .county)
  }

  @Test func `Codes are words in tables`() {
    #expect(LifeColumn.cause.word(of: 0) == "illness")
    #expect(LifeColumn.cause.word(of: -1) == "")
    #expect(LifeColumn.kind.word(of: 3) == "sudden")
    #expect(LifeColumn.caseStage.word(of: 2) == "waiting")
    #expect(LifeColumn.bill.word(of: 2) == nil)
  }
}
