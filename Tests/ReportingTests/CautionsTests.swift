import Estimation
import Households
import Simulation
import Testing

@testable import Experiments
@testable import Reporting

struct CautionsTests {
  /// Tables of a made-up run whose stock of one year rests on some rare events.
  private func tables(events: Double, year: Int, replications: Int = 200) -> RunTables {
    var tables = MadeUpRun().content.tables
    for row in tables.rates.indices
    where tables.rates[row].measure == .stock && tables.rates[row].group == .all {
      tables.rates[row].estimate.replications = replications
      if tables.rates[row].year == year {
        tables.rates[row].estimate.skewness = 1 / events.squareRoot()
      }
    }
    return tables
  }

  private func sentences(_ tables: RunTables, _ language: Language) -> [String] {
    var cautions = Cautions(language: language)
    cautions.add(tables, title: "X")
    return cautions.sentences
  }

  @Test func `Enough replications and enough rare events need no caution`() {
    for language in Language.allCases {
      #expect(sentences(tables(events: 5.1, year: 2030), language).isEmpty)
    }
  }

  @Test func `Few replications are told the coverage that was measured`() throws {
    let found = sentences(tables(events: 9, year: 2030, replications: 60), .english)
    let measured = try #require(MeasuredCoverage(replications: 60))
    #expect(found.count == 1 && found[0].contains("Only 60 replications (fewer than 200)"))
    for share in [measured.alike, measured.moderate, measured.rare] {
      #expect(found[0].contains(NumberText.percent(share, decimals: 0)))
    }
    #expect(found[0].contains("those of 50 replications"))
    let chinese = sentences(tables(events: 9, year: 2030, replications: 60), .chinese)
    #expect(chinese[0].contains("60 次重复（少于 200 次）"))
  }

  @Test func `One replication is said to have no interval`() {
    let found = sentences(tables(events: 9, year: 2030, replications: 1), .english)
    #expect(found == ["One replication has no interval."])
  }

  @Test func `A rate of the verdict that rests on few rare events is named, others are not`() {
    let found = sentences(tables(events: 3, year: 2030), .english)
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("X: the stock of 2030 rests on about 3.0 rare bad futures"))
    #expect(sentences(tables(events: 3, year: 2027), .english).isEmpty)
  }

  @Test func `Two runs of the same size are cautioned once`() {
    var cautions = Cautions(language: .english)
    cautions.add(tables(events: 9, year: 2030, replications: 20), title: "X")
    cautions.add(tables(events: 9, year: 2030, replications: 20), title: "Y")
    #expect(cautions.sentences.count == 1)
    #expect(cautions.text.hasPrefix("Caution: Only 20 replications"))
    #expect(cautions.text.hasSuffix("\n") && !cautions.text.contains("\u{00A0}"))
  }
}
