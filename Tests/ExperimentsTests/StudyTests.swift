@testable import Experiments
import Foundation
import Households
import Simulation
import Testing
import TestSupport

/// What questions are simulated with: the same figures as a run, kept and found again.
struct StudyTests {
  private let figures: [StudyFigure] = [
    .rate(.stock, year: 2024, .province), .rate(.need, year: 2023, .prefecture(4)),
    .rate(.flow, year: 2024, .county(0)), .groupRate(.flow, .illness, year: 2024),
    .groupRate(.stock, .farm, year: 2024), .publicCost(years: 2023...2024, .province),
    .personYears(.stock, years: 2023...2024, .province),
    .finding(.visits, years: 2023...2024, .province),
  ]

  private func scenario() throws -> Scenario {
    let all = try TestScenario.baseline(lastYear: 2024)
    let counties = all.geography.counties.indices.filter {
      [4, 5].contains(all.geography.counties[$0].prefecture)
    }
    return try TestScenario.baseline(counties: counties, lastYear: 2024)
  }

  private func folder() -> String {
    FileManager.default.temporaryDirectory.path + "/fangpin-study-\(UUID().uuidString)"
  }

  @Test func `A study gives the estimates of a run`() throws {
    let scenario = try scenario()
    let study = Study(sample: 0.02, seed: 3, threads: 2)
    let table = try study.table(figures, of: scenario, replications: 0..<11)
    let population = try study.population(of: scenario)
    let outcomes = try Simulator(scenario: scenario, population: population)
      .run(replications: 11, seed: 3, threads: 2)
    let run = try RunTables(outcomes: outcomes, scenario: scenario)
    let geography = scenario.geography
    let places = [
      Geography.provinceCode, geography.prefectures[4].code,
      geography.counties[scenario.counties[0]].code,
    ]
    let rows: [(Int, PersonMeasure, Int, Group, Int)] = [
      (0, .stock, 2024, .all, places[0]), (1, .need, 2023, .all, places[1]),
      (2, .flow, 2024, .all, places[2]), (3, .flow, 2024, .illness, places[0]),
      (4, .stock, 2024, .farm, places[0]),
    ]
    for (position, measure, year, group, place) in rows {
      let row = try #require(
        run.rates.first {
          $0.measure == measure && $0.year == year && $0.group == group && $0.region.code == place
        })
      let estimate = table.estimate(figures[position])
      #expect(estimate.mean == row.estimate.mean, "\(figures[position])")
      // A county's error is that of its prefecture in proportion to its cases.
      if position != 2 {
        #expect(
          (estimate.standardError - row.estimate.standardError).magnitude
            < 1e-12 * row.estimate.standardError, "\(figures[position])")
      } else {
        #expect(estimate.standardError > 0)
      }
    }
    let visits = run.monitoring.filter {
      $0.quantity == .visits && $0.region.code == Geography.provinceCode
    }
    #expect(visits.count == 2)
    let sum = visits.reduce(0) { $0 + $1.estimate.mean }
    #expect((table.estimate(figures[7]).mean - sum).magnitude < 1e-6 * sum)
  }

  @Test func `What a store holds is not simulated again and is the same`() throws {
    let scenario = try scenario()
    let folder = folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let fresh = try Study(sample: 0.01, seed: 0, threads: 1)
      .table(figures, of: scenario, replications: 0..<13)
    let first = Study(sample: 0.01, seed: 0, threads: 2, store: FutureStore(folder: folder))
    _ = try first.table(figures, of: scenario, replications: 0..<8)
    #expect(first.account.simulated == 8 && first.account.reused == 0)
    #expect(first.missing(of: scenario, replications: 0..<13) == 5)
    let second = Study(sample: 0.01, seed: 0, threads: 2, store: FutureStore(folder: folder))
    let table = try second.table(figures, of: scenario, replications: 0..<13)
    #expect(second.account.simulated == 5 && second.account.reused == 8)
    for figure in figures {
      #expect(table[figure] == fresh[figure])
      #expect(table.estimate(figure) == fresh.estimate(figure))
    }
    // Whole futures serve those who ask for figures only.
    let whole = Study(
      sample: 0.01, seed: 9, threads: 2, store: FutureStore(folder: folder), detail: .whole)
    _ = try whole.table(figures, of: scenario, replications: 0..<2)
    let less = Study(sample: 0.01, seed: 9, threads: 2, store: FutureStore(folder: folder))
    _ = try less.table(figures, of: scenario, replications: 0..<2)
    #expect(less.account.reused == 2)
    #expect(second.missing(of: scenario.with("illness.major_share", 0.2), replications: 0..<8) == 8)
  }

  @Test func `A damaged file counts as missing`() throws {
    let scenario = try scenario()
    let folder = folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = FutureStore(folder: folder)
    let study = Study(sample: 0.01, seed: 1, threads: 2, store: store)
    let before = try study.table(figures, of: scenario, replications: 0..<2)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".futures") }
    let path = folder + "/" + (try #require(names.first))
    var bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
    bytes[bytes.count / 2] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let again = Study(sample: 0.01, seed: 1, threads: 2, store: store)
    let after = try again.table(figures, of: scenario, replications: 0..<2)
    #expect(again.account.simulated == 2)
    #expect(figures.allSatisfy { before[$0] == after[$0] })
  }

  @Test func `A scenario minus itself is exactly zero, with an error of zero`() throws {
    let scenario = try scenario()
    let study = Study(sample: 0.01, seed: 5, threads: 2)
    let table = try study.table(figures, of: scenario, replications: 0..<4)
    for figure in figures {
      let difference = table.difference(figure, minus: table)
      #expect(difference.estimate.mean == 0 && difference.estimate.standardError == 0)
    }
  }

  @Test func `Tallies of any size survive the coding`() throws {
    let layout = OutcomeLayout(
      geography: HandMadeOutcomes.geography, counties: [0, 1, 2], years: 2024...2025)
    var made = HandMadeOutcomes(replications: 3, sampleFraction: 0.3)
    let values: [Int64] = [0, 1, -1, 63, 64, -64, 127, 128, 1 << 40, .max, .min, 0, 0]
    for (place, value) in values.enumerated() {
      made.replications[place % 3].money[place] = value
    }
    for detail in [StudyDetail.whole, .figures] {
      let futures = StudyFutures(made.outcomes, first: 4).reduced(to: detail)
      let bytes = FutureCoding.bytes(of: futures)
      func read(_ bytes: [UInt8]) -> StudyFutures? {
        FutureCoding.futures(bytes, layout: layout, detail: detail, first: 4, count: 3)
      }
      #expect(read(bytes) == futures)
      #expect(read(bytes.dropLast()) == nil)
      #expect(read(bytes + [0]) == nil)
    }
  }

  @Test func `Ranges are cut where longer ranges are cut`() {
    #expect(Study.batches(0..<20) == [0..<8, 8..<16, 16..<20])
    #expect(Study.batches(4..<9) == [4..<8, 8..<9])
    #expect(Study.batches(3..<3).isEmpty)
  }

  @Test func `The digest of a scenario sees what decides results, and no titles`() throws {
    let scenario = try scenario()
    let digest = ScenarioDigest.hexadecimal(of: scenario)
    var titled = scenario
    titled.title = BilingualText(chinese: "别名", english: "another")
    titled.name = "other"
    titled.places = [:]
    #expect(ScenarioDigest.hexadecimal(of: titled) == digest)
    var changes: [Scenario] = [
      scenario.with("illness.major_share", 0.2), scenario.without(.drought),
    ]
    var scaled = scenario
    scaled.mechanisms[.fund] = MechanismSetting(scale: DatedPath(constant: 1.5))
    changes.append(scaled)
    var limited = scenario
    limited.mechanisms[.fund] = MechanismSetting(counties: [1, 2])
    changes.append(limited)
    var stressed = scenario
    let month = Month(year: 2024, month: 7)
    stressed.events.append(
      StressEvent(
        kind: .drought(severity: 0.5), from: month, to: month, counties: [3], title: "t"))
    changes.append(stressed)
    let digests = changes.map(ScenarioDigest.hexadecimal) + [digest]
    #expect(Set(digests).count == changes.count + 1)
  }
}
