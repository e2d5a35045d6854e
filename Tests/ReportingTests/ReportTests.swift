import Foundation
import Households
import Testing

@testable import Experiments
@testable import Reporting

struct ReportTests {
  static let content = MadeUpRun().content
  static let pages: [Language: String] = [
    .chinese: Report.html(content, language: .chinese),
    .english: Report.html(content, language: .english),
  ]

  @Test(arguments: Language.allCases)
  func `A report loads nothing and runs nothing`(language: Language) throws {
    for html in [
      try #require(Self.pages[language]),
      Report.html(MadeUpRun().comparison, language: language),
    ] {
      // The one link leads to the log in the same folder and is followed only by a reader.
      let page = html.replacing("<a href=\"assurance.md\">", with: "")
      for loading in ["http:", "https:", "src=", "<script", "<link", "@import", "href="] {
        #expect(!page.contains(loading), "\(loading)")
      }
      #expect(!html.contains(/url\((?!#)/))
    }
  }

  @Test func `A title with markup is shown as text`() {
    var run = MadeUpRun()
    run.title.chinese = "<script>alert(1)</script> & \"x\""
    let html = Report.html(run.content, language: .chinese)
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"))
  }

  @Test(arguments: Language.allCases)
  func `All blanks in sentences are filled in`(language: Language) throws {
    for html in [
      try #require(Self.pages[language]),
      Report.html(MadeUpRun().comparison, language: language),
    ] {
      let body = html.components(separatedBy: "</style>")[1]
      #expect(!body.contains(/\{\w*\}/))
    }
  }

  @Test func `An English report has Chinese only in names of counties and of events`() throws {
    let html = try #require(Self.pages[.english])
    var body = html.components(separatedBy: "</style>")[1]
    for county in MadeUpGeography.geography.counties {
      body = body.replacingOccurrences(of: county.name, with: "")
    }
    body = body.replacingOccurrences(of: "重现 2022 年干旱", with: "")
    #expect(!body.contains(/[\u{4E00}-\u{9FFF}]/))
  }

  @Test func `The verdict states rate, interval, limit and the chance of one future`() throws {
    let html = try #require(Self.pages[.english])
    #expect(
      html.contains(
        "At the end of 2030 the expected rate of return to poverty (stock) is 0.38\u{A0}% "
          + "(95\u{A0}% interval [0.36,\u{A0}0.40]\u{A0}%), above the hard limit of "
          + "0.30\u{A0}%: missed; "
          + "the probability that one future meets it is 24\u{A0}% (Wilson 95\u{A0}% interval "
          + "[19,\u{A0}28]\u{A0}%)."))
    #expect(html.contains("On the stricter, stretch reading: 2025, limit 0.30\u{A0}%: missed"))
  }

  @Test func `An undecided verdict says how many replications would settle it`() throws {
    let html = try #require(Self.pages[.chinese])
    #expect(html.contains("尚无定论"))
    #expect(html.contains("把重复次数增加到约 1,450 次"))
  }

  @Test func `Few replications and a sample are warned of`() {
    var run = MadeUpRun()
    #expect(!Report.html(run.content, language: .english).contains("fewer than 200"))
    run.replications = 199
    let html = Report.html(run.content, language: .english)
    #expect(html.contains("Only 199 replications (fewer than 200)"))
    #expect(html.contains("Only 5.0\u{A0}% of the households were simulated"))
  }

  @Test func `A run of some counties says that its totals are not the province's`() throws {
    var content = MadeUpRun().content
    content.scenario.counties = [0, 1, 2]
    let html = Report.html(content, language: .english)
    #expect(html.contains("Only 3 county-level units were simulated"))
    #expect(!(try #require(Self.pages[.english])).contains("county-level units were simulated"))
  }

  @Test func `Overridden numbers and weak numbers are listed with their places`() throws {
    let html = try #require(Self.pages[.english])
    #expect(html.contains("0.05; from 2026-01: 0.1"))
    #expect(html.contains("<code>guizhou.yaml:14</code>"))
    #expect(html.contains("assumption: &lt; half of &quot;grid&quot; staff"))
    #expect(html.contains("24 numbers; 12 of them (50\u{A0}%)"))
    #expect(html.contains("<li>Reimbursement guarantee: off <code>guizhou.yaml:20</code></li>"))
  }

  @Test func `A run that ends before 2025 has no limit to meet`() {
    var content = MadeUpRun().content
    content.scenario.end = Month(year: 2024, month: 12)
    content.tables.rates.removeAll { $0.year > 2024 }
    content.tables.targets = []
    let html = Report.html(content, language: .english)
    #expect(html.contains("The plan sets no limit before 2025; at the end of 2024"))
  }

  @Test func `A comparison states paired differences, persons kept and replications saved`() {
    let html = Report.html(MadeUpRun().comparison, language: .english)
    #expect(
      html.contains("Fund floor of 800 million: at the end of 2030 the stock is 0.114 percentage"))
    #expect(html.contains("<b>10,431</b>"))
    #expect(html.contains("<td>7.3</td>"))
  }

  /// Writes the made-up reports to a folder so that a person can look at them.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["REPORT_FOLDER"] != nil))
  func `Reports are written out for the eye`() throws {
    let folder = ProcessInfo.processInfo.environment["REPORT_FOLDER"]!
    for language in Language.allCases {
      try Report.html(Self.content, language: language).write(
        toFile: "\(folder)/report-\(language.rawValue).html", atomically: true, encoding: .utf8)
      try Report.html(MadeUpRun().comparison, language: language).write(
        toFile: "\(folder)/compare-\(language.rawValue).html", atomically: true, encoding: .utf8)
    }
  }
}
