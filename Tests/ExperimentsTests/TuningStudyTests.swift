import Estimation
import Foundation
import Households
import ScenarioFiles
import Simulation
import Testing
import TestSupport

@testable import Experiments

/// Alerts tuned on a few counties and years.
struct TuningStudyTests {
  static let question = """
    title: {zh: 预警, en: Alerts}
    baseline: base.yaml
    help_off: {name: off, settings: {finding: {monitoring: {initial_share_found: 0}, identification_errors: {sensitivity: 0, specificity: 1}}}}
    help_on: {name: on, settings: {policies: {fund: off}, finding: {monitoring: {initial_share_found: 1}, patrols: {interval_months: 1, finding_chance: 1}, visits: off, identification_errors: off}}}
    designs: [income, twelve_indicators, expected_poverty]
    years: [2023, 2023]
    capacity: 4000
    costs: {visit: 100, help: 3000, missed: 8000, source: {zh: 作者, en: Author}}
    groups: [prefecture, key_county, formerly_poor_county]
    rate: {measure: stock, year: 2024}
    design: {replications: 6, sample: 0.03, seed: 0}
    """

  private let library: SmallLibrary
  private let question: TuneQuestion

  init() throws {
    library = try SmallLibrary()
    question = try TuneQuestionFile.read(at: library.write("asked.yaml", Self.question))
  }

  private func study(threads: Int, store: FutureStore? = nil) throws -> TuningStudy {
    try TuningStudy(
      question, work: question.design,
      study: Study(sample: 0.03, seed: 0, threads: threads, store: store))
  }

  @Test func `The answer holds together`() throws {
    let answer = try study(threads: 2).answer()
    #expect(answer.tuning == 0..<3 && answer.reporting == 3..<6 && answer.dates == 2)
    #expect(answer.capacity == 4000 && answer.measuredCapacity == nil && answer.decided == 0)
    #expect(answer.designs.map(\.design) == [.income, .twelveIndicators, .expectedPoverty])
    let scored = answer.scored.mean
    for design in answer.designs {
      // Households of all cuts are the same ones, and the threshold binds.
      let first = try #require(design.cuts.first)
      let last = try #require(design.cuts.last)
      #expect(abs(first.alerts.mean - scored) < 1e-6 * scored && last.alerts.mean == 0)
      #expect(abs(last.missed.mean - answer.cases.mean) < 1e-6 * scored)
      #expect(design.byCapacity.tuned.alertShare <= answer.capacityShare)
      #expect(first.sensitivity.ratio == 1 && first.help.share.ratio == 1)
      #expect(design.area.value > 0.6 && design.area.value < 1)
      // With more alerts more is found, and more is avoided by helping all.
      let found = design.cuts.map(\.sensitivity.ratio)
      #expect(zip(found, found.dropFirst()).allSatisfy { $0 >= $1 })
      #expect(first.help.avoided.mean > 0)
      let visits = try #require(design.cuts.first).help.visits.mean
      #expect(abs(visits - scored) < 1e-6 * scored)
    }
    let best = answer.best
    let sum = answer.misses.compactMap { part -> Double? in
      if case .type = part.part { part.missed.mean } else { nil }
    }.reduce(0, +)
    #expect(abs(sum - best.atCapacity.missed.mean) < 1e-6 * scored)
    let places = answer.misses.compactMap { part -> Double? in
      if case .prefecture = part.part { part.missed.mean } else { nil }
    }.reduce(0, +)
    #expect(abs(places - sum) < 1e-6 * scored)
    #expect(answer.gaps[answer.recommended].ratio == 0)
    // Two prefectures, key counties and the rest, counties that were poor and the rest.
    #expect(answer.groups.count >= 4)
    #expect(answer.effects.count == 7)
  }

  @Test func `The threshold in force alerts as the panel says`() throws {
    let simulator = try Simulator(
      scenario: question.baseline.scenario,
      population: Study(sample: 0.03, seed: 0, threads: 1).population(
        of: question.baseline.scenario)
    ).withFittedIndices()
    var (alerts, found) = ([0.0, 0, 0], [0.0, 0, 0])
    let designs: [IndexDesign] = [.income, .twelveIndicators, .expectedPoverty]
    try simulator.alertPanels(replications: 3..<6, seed: 0, threads: 2, fitsIndices: false) {
      panel, _ in
      for row in panel where row.date.year == 2023 && !row.isMonitored {
        let isCase = row.isInNeed || row.outcome(months: 6).firstNeed > 0
        for (place, design) in designs.enumerated() where row.alerts(design) {
          alerts[place] += Double(row.household.weight)
          if isCase { found[place] += Double(row.household.weight) }
        }
      }
    }
    let answer = try study(threads: 1).answer()
    for (place, design) in answer.designs.enumerated() {
      let cut = design.cuts[design.inForce]
      let precision = found[place] / alerts[place]
      // Incomes may differ from their scores by the last bit.
      #expect(abs(cut.precision.ratio - precision) < 0.01, "\(design.design)")
      let share = cut.alerts.mean / answer.scored.mean
      #expect(share > 0 && share < 0.5)
    }
  }

  @Test func `Threads and the store change nothing, and a stopped question goes on`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/fangpin-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let fresh = try study(threads: 1).answer()
    let store = FutureStore(folder: folder)
    let first = try study(threads: 2, store: store)
    let forecast = try first.forecast()
    #expect(forecast.missing == 3 * 6 + 3 && (forecast.halfWidth ?? 0) > 0)
    let resumed = try study(threads: 3, store: store).answer()
    // Panels and the baseline's figures come from the store; the choice is simulated.
    #expect(resumed.account.simulated <= 9 && resumed.account.reused >= 18)
    for (one, other) in zip(fresh.designs, resumed.designs) {
      #expect(one.area == other.area && one.byCapacity.choices == other.byCapacity.choices)
      // As text, because shares of nobody are no numbers and equal nothing.
      #expect("\(one.cuts)" == "\(other.cuts)")
      #expect(one.costs.map(\.score) == other.costs.map(\.score))
    }
    #expect(fresh.effects.map(\.difference) == resumed.effects.map(\.difference))
    #expect(fresh.threshold == resumed.threshold)
  }

  @Test func `Questions that cannot be answered are refused before anything is simulated`() throws {
    var work = question.design
    work.replications = 3
    let study = Study(sample: 0.03, seed: 0, threads: 1)
    #expect(throws: TuningError.tooFewReplications(3, needed: 4)) {
      _ = try TuningStudy(question, work: work, study: study)
    }
    let other = try TuneQuestionFile.read(
      at: library.write(
        "other.yaml",
        Self.question.replacingOccurrences(
          of: "help_on: {name: on, settings: {",
          with: "help_on: {name: on, settings: {parameters: {population.mean_income: 9000}, ")))
    #expect(throws: TuningError.householdsDiffer("on")) {
      _ = try TuningStudy(other, work: question.design, study: study)
    }
    #expect(throws: TuningError.scoreWithoutVariance(.income)) {
      _ = try TuningEdges(scores: [[1, 1, 1]], thresholds: [[0]], designs: [.income])
    }
  }

  @Test func `Edges hold the threshold in force and put every score into its bin`() throws {
    let scores = (0..<5000).map { Float($0 * 37 % 5000) / 500 - 4 }
    let edges = try TuningEdges(scores: [scores], thresholds: [[0.25]], designs: [.income])
    let own = edges.values[0]
    #expect(own.bins <= 256 && own.values[edges.inForce[0]] == Double(Float(0.25).nextUp))
    for score in scores + [-100, 100, -.infinity] {
      #expect(Int(edges.bin(0, score)) == own.bin(of: Double(score)), "\(score)")
    }
  }

  @Test func `A threshold read back as a parameter is the one in force`() throws {
    let scenario = question.baseline.scenario
    let simulator = try Simulator(
      scenario: scenario,
      population: Study(sample: 0.01, seed: 0, threads: 1).population(of: scenario))
    var limits: [Float] = []
    try simulator.alertPanels(replications: 0..<1, seed: 0, threads: 1) { panel, _ in
      limits = IndexDesign.allCases.map { panel.threshold($0, date: 0) }
    }
    for design in TuneQuestion.Design.allCases {
      let scale = ThresholdScale(design, in: scenario, at: scenario.start)
      let value = try #require(scale.value(score: Double(limits[design.number])))
      let wanted = try #require(
        scenario.parameters.value(of: design.thresholdParameter, at: scenario.start))
      #expect(abs(value - wanted) < 1e-6 * wanted.magnitude, "\(design)")
    }
    let income = ThresholdScale(.income, in: scenario, at: scenario.start)
    #expect(income.value(score: 0.5) == nil && income.value(score: -40) == nil)
  }
}
