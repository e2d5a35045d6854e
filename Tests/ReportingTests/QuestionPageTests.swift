import Foundation
import Households
import Testing

@testable import Experiments
@testable import Reporting

struct QuestionPageTests {
  @Test(arguments: Language.allCases)
  func `A page loads nothing, runs nothing and fills in all blanks`(language: Language) throws {
    let html = QuestionPage.html(MadeUpQuestion().content, language: language)
    for loading in ["http:", "https:", "src=", "<script", "<link", "@import", "href="] {
      #expect(!html.contains(loading), "\(loading)")
    }
    let body = html.components(separatedBy: "</style>")[1]
    #expect(!body.contains(/\{\w*\}/))
    #expect(!body.contains("NaN") && !body.contains("\"nan"))
    // To look at it: FANGPIN_DEMONSTRATION names a folder for the page with every kind of chart.
    if let folder = ProcessInfo.processInfo.environment["FANGPIN_DEMONSTRATION"] {
      try html.write(
        toFile: folder + "/question-\(language.rawValue).html", atomically: true, encoding: .utf8)
    }
  }

  @Test func `An English page has no Chinese`() {
    let html = QuestionPage.html(MadeUpQuestion().content, language: .english)
    #expect(!html.components(separatedBy: "</style>")[1].contains(/[\u{4E00}-\u{9FFF}]/))
  }

  @Test func `Question, answer and warnings come before sections, work and limits`() throws {
    let html = QuestionPage.html(MadeUpQuestion().content, language: .english)
    let order = [
      "How much relief", "With relief of 1,240 yuan", "Only 1 % of the households", "<h2>Charts",
      "How this was computed", "Limits of use", "Interactions are left out", "How to repeat this",
      "fangpin sweep relief.yaml", "cells.csv", MadeUpQuestion().identity.digest,
    ]
    let places = try order.map { try #require(html.range(of: $0), "\($0)").lowerBound }
    #expect(places == places.sorted())
  }

  @Test func `Work says what was simulated, reused and how long it took`() {
    let html = QuestionPage.html(MadeUpQuestion().content, language: .english)
    for (name, value) in [
      ("Possible futures simulated now", "1,200"),
      ("Possible futures reused from the store", "3,400"), ("Seconds of simulating", "84.3"),
      ("Seconds in all", "91.3"), ("Threads", "2"), ("Households in each future", "21,345"),
      ("Seed", "0"),
    ] {
      #expect(html.contains("\(name)</td><td class=\"word digest\">\(value)</td>"), "\(name)")
    }
  }

  @Test func `Words of a command are shown as text`() {
    var question = MadeUpQuestion()
    question.title.english = "<script>alert(1)</script> & \"x\""
    var content = question.content
    content.answers = [BilingualText(chinese: "", english: "a <b> c")]
    content.repeatCommand = "fangpin sweep a&b.yaml"
    let html = QuestionPage.html(content, language: .english)
    #expect(!html.contains("<script") && !html.contains("a <b> c"))
    #expect(html.contains("a &lt;b&gt; c") && html.contains("a&amp;b.yaml"))
  }

  @Test func `Without warnings there is no box for them`() {
    var content = MadeUpQuestion().content
    #expect(QuestionPage.html(content, language: .english).contains("class=\"warning\""))
    content.warnings = []
    #expect(!QuestionPage.html(content, language: .english).contains("class=\"warning\""))
  }

  @Test func `Draws and a calibration change what is said of limits`() {
    let page = { (design: StudyDesign, posterior: String?) in
      var content = MadeUpQuestion().content
      content.identity = QuestionIdentity(
        command: "sweep", name: "x", text: "", scenarios: [], design: design,
        posteriorDigest: posterior)
      return QuestionPage.html(content, language: .english)
    }
    let declared = page(StudyDesign(replications: 8, sample: 1), nil)
    let drawn = page(StudyDesign(replications: 8, sample: 1, draws: 30), nil)
    let calibrated = page(StudyDesign(replications: 8, sample: 1, draws: 30), "abc")
    #expect(declared.contains(Word.limitParameters.said(in: .english)))
    #expect(drawn.contains(Word.limitPriors.said(in: .english)))
    #expect(drawn.contains("30 draws of the uncertain parameters"))
    #expect(calibrated.contains(Word.limitPosterior.said(in: .english)))
    #expect(calibrated.contains(Word.limitCalibrated.said(in: .english)))
  }
}
