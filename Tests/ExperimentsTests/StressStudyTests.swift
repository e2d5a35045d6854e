import Estimation
import Foundation
import Households
import ScenarioFiles
import Simulation
import Testing
import TestSupport

@testable import Experiments

/// Packages under events, on a few counties.
struct StressStudyTests {
  private static let question = """
    title: {zh: 压力, en: Stress}
    baseline: base.yaml
    packages:
      - {name: guarantee, title: {zh: 报销, en: Guarantee}, settings: {policies: {reimbursement_guarantee: {enabled: true, own_share: 0.05}}}}
      - {name: same, title: {zh: 同基准, en: As base}, settings: {policies: {reimbursement_guarantee: off}}}
    events: [drought.yaml]
    rate: {measure: stock, year: 2024}
    limit: 0.02
    probability: 0.5
    hold: {factor: finding.identification_errors.scale, largest: 2, tolerance: 0.25, packages: [base], settings: [1.5]}
    mass_return: {county: 0.03, province: 0.01}
    return_periods: [4, 16]
    design: {replications: 16, sample: 0.02, seed: 0}
    """
  private static let drought = """
    extends: base.yaml
    title: {zh: 旱灾, en: Drought}
    events: [{drought: {places: [赤水市, 仁怀市, 万山区], from: 2024-07, to: 2024-09, severity: 0.9}}]
    """

  private let library: SmallLibrary
  private let question: StressQuestion

  init() throws {
    library = try SmallLibrary()
    try library.write("drought.yaml", Self.drought)
    question = try StressQuestionFile.read(at: library.write("asked.yaml", Self.question))
  }

  private func study(
    _ changed: StressQuestion? = nil, threads: Int = 2, store: FutureStore? = nil
  ) throws -> StressStudy {
    try StressStudy(
      changed ?? question, work: question.design,
      study: Study(sample: 0.02, seed: 0, threads: threads, store: store))
  }

  @Test func `Cells hold together, and a package that changes nothing differs by exactly nothing`()
    throws
  {
    let answer = try study().answer()
    #expect(answer.cells.map(\.count) == [2, 2, 2] && answer.limit == 0.02)
    let (base, same) = (answer.cells[0], answer.cells[2])
    for event in 0..<2 {
      let difference = try #require(same[event].fromBaseline).estimate
      #expect(difference.mean == 0 && difference.lower95 == 0 && difference.upper95 == 0)
      #expect(same[event].rate == base[event].rate && same[event].curve == base[event].curve)
      #expect(same[event].massReturn == base[event].massReturn)
    }
    #expect(base[0].fromNoEvent == nil && base[1].fromBaseline == nil)
    let drought = try #require(base[1].fromNoEvent).estimate
    #expect(drought.mean > 0 && answer.worstEvent == 1)
    #expect(abs(drought.mean - (base[1].rate.mean - base[0].rate.mean)) < 1e-15)
    #expect(answer.lowestPackage(under: 0) == 1 && answer.cells[1][0].cost.mean > base[0].cost.mean)
    for cell in answer.cells.joined() {
      let values = cell.curve.ascending
      #expect(values.count == 16)
      #expect(cell.breaking.probability == Double(values.count { $0 > 0.02 }) / 16)
      #expect(abs(values.reduce(0, +) / 16 - cell.rate.mean) < 1e-15)
      // The worst of two years is never better than one of them.
      #expect(zip(cell.worstCurve.ascending, values).allSatisfy { $0 >= $1 })
      #expect(cell.keptLimit == (try cell.curve.level(period: 2)))
      #expect(
        cell.levels.map(\.isRough) == [true, true] && cell.levels[0].level <= cell.levels[1].level)
      let mass = cell.massReturn
      #expect(mass.counties.map(\.county) == question.scenarios[0][0].counties)
      // A chance by county is at most that of any county, which is at most their sum.
      let chances = mass.counties.map(\.chance.probability)
      #expect(mass.anyCounty.probability >= chances.max() ?? 0)
      #expect(abs(mass.countiesAbove.mean - chances.reduce(0, +)) < 1e-12)
      #expect(mass.counties.allSatisfy { $0.luckShare > 0 && $0.luckShare <= 1 })
    }
    #expect(answer.luck.personsPerChance > 0.5 && answer.luck.personsPerChance < 8)
  }

  @Test func `The setting is looked for on the same futures, and listed ones are tried`() throws {
    let answer = try study().answer()
    #expect(answer.holds.map(\.package) == [0, 0] && answer.holds.map(\.event) == [0, 1])
    for hold in answer.holds {
      #expect(hold.present == 1 && hold.root.bracket == 1...2)
      let settings = hold.trials.map(\.setting)
      #expect(settings.first == 1 && settings.last == 2 && settings.contains(1.5))
      // The present setting is the cell itself.
      #expect(hold.trials[0].rate == answer.cells[0][hold.event].rate)
      for (trial, point) in hold.root.evaluated.compactMap({ point in
        hold.trials.first { $0.setting == point.setting }.map { ($0, point) }
      }) {
        #expect(trial.keeping == point.probability)
      }
      let kept = 1 - answer.cells[0][hold.event].breaking.probability
      #expect(abs(hold.trials[0].keeping.probability - kept) < 1e-15)
    }
    // A limit that is kept already needs nothing more; one that nothing keeps is not reached.
    var easy = question
    easy.limit = .rate(0.9)
    #expect(try study(easy).answer().holds.allSatisfy { $0.root.crossing == .atSmallest })
    var hard = question
    hard.limit = .rate(1e-6)
    let failing = try study(hard).answer().holds
    #expect(failing.allSatisfy { $0.root.crossing == .beyondLargest && $0.trials.count == 3 })
    #expect(failing.allSatisfy { $0.trials[2].keeping.probability == 0 })
  }

  @Test func `Threads and the store change nothing, and a stopped question goes on`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/fangpin-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let fresh = try study(threads: 1).answer()
    let store = FutureStore(folder: folder)
    let forecast = try study(store: store).forecast()
    // Six cells, of which base and same are the same scenarios but not told apart beforehand, two settings
    // for two cells, and the half sample.
    #expect(forecast.missing == 6 * 16 + 4 * 16 + 16 && (forecast.halfWidth ?? 0) > 0)
    let resumed = try study(store: store).answer()
    // The forecast's: eight futures of two cells, of which the package that is the baseline shares one; that
    // package is never simulated, and neither is the rest of it.
    #expect(resumed.account.reused >= 16 + 16 + 8)
    #expect(resumed.cells.joined().map(\.rate) == fresh.cells.joined().map(\.rate))
    #expect(resumed.cells.joined().map(\.massReturn) == fresh.cells.joined().map(\.massReturn))
    #expect(resumed.holds.map(\.root) == fresh.holds.map(\.root))
    #expect(resumed.luck == fresh.luck)
    let again = try study(store: store).forecast()
    #expect(again.missing == 0 && again.seconds == 0)
  }

  @Test func `What futures cannot answer is refused before anything is simulated`() throws {
    var changed = question
    changed.returnPeriods = [10, 50]
    #expect(
      throws: StressError.returnPeriod(.beyondSample(period: 50, replications: 16))
    ) { try study(changed) }
    changed = question
    changed.probability = 0.9
    // 16 of 16 futures show 0.806 at most; 35 are needed for 0.9.
    #expect(throws: StressError.tooFewFutures(probability: 0.9, replications: 16, needed: 35)) {
      try study(changed)
    }
    changed.hold = nil
    _ = try study(changed)
    changed.probability = 0.95
    #expect(
      throws: StressError.returnPeriod(.beyondSample(period: 20, replications: 16))
    ) { try study(changed) }
    changed = question
    changed.limit = .hard
    #expect(throws: StressError.noLimit(year: 2024)) { try study(changed) }
    #expect(StressError.noLimit(year: 2024).message.chinese.contains("2024"))
  }

  @Test func `Ten futures are enough for nine in ten`() {
    #expect(StressStudy.period(of: 0.9) == 10 && StressStudy.period(of: 0.95) == 20)
    // n / (n + 1.96²) ≥ 0.9 from n = 34.6 on.
    #expect(StressStudy.futuresNeeded(0.9) == 35 && StressStudy.futuresNeeded(0.5) == 4)
  }
}
