import Households
import Simulation
import TestSupport
import Testing

/// Each mechanism off, at zero, and with more of it.
struct MechanismTests {
  let scenario: Scenario
  let population: Population

  init() throws {
    scenario = try TestScenario.core(counties: [11, 40])
    let rows = [11, 40].flatMap { TestPopulation.rows(county: $0, count: 1500, townships: 3) }
    population = TestPopulation.population(rows, counties: 88)
  }

  private func run(_ scenario: Scenario, replications: Int = 2) throws -> Outcomes {
    try Simulator(scenario: scenario, population: population)
      .run(replications: replications, seed: 11, threads: 2)
  }

  private func total(_ outcomes: Outcomes, _ measure: PersonMeasure) -> Int64 {
    let layout = outcomes.layout
    return outcomes.replications.reduce(0) { sum, outcome in
      sum
        + (0..<layout.years.count).reduce(0) { part, year in
          part
            + layout.counties.indices.reduce(0) {
              $0 + outcome.persons[layout.persons(year: year, county: $1, measure)]
            }
        }
    }
  }

  private func money(_ outcomes: Outcomes, _ programme: Programme) -> Int64 {
    let layout = outcomes.layout
    return outcomes.replications.reduce(0) { sum, outcome in
      sum
        + (0..<layout.years.count).reduce(0) { part, year in
          part
            + (0..<layout.prefectureCount).reduce(0) {
              $0 + outcome.money[layout.money(year: year, prefecture: $1, programme)]
            }
        }
    }
  }

  @Test(arguments: [
    Mechanism.drought, .flood, .prices, .illness, .jobs, .schooling, .accidents,
    .basicMedicalInsurance, .seriousIllnessInsurance, .medicalAssistance, .antiPovertyInsurance,
    .minimumLivingAllowance, .emergencyRelief,
  ])
  func `A mechanism of zero size is the same as none`(mechanism: Mechanism) throws {
    let off = scenario.without(mechanism)
    let zero = scenario.setting(mechanism) { $0.scale = DatedPath(constant: 0) }
    #expect(try run(off).replications == run(zero).replications)
  }

  @Test(arguments: [
    Mechanism.drought, .prices, .illness, .jobs, .schooling, .accidents, .minimumLivingAllowance,
    .basicMedicalInsurance, .medicalAssistance, .antiPovertyInsurance, .emergencyRelief,
    .industrySupport, .monitoring, .vulnerabilityIndex, .hardTriggers, .visits, .responseTime,
    .identificationErrors, .coping, .assetFeedback, .fund,
  ])
  func `Every mechanism matters`(mechanism: Mechanism) throws {
    // A county of 1,500 households never fills the visits of a real one, so visits are made scarce.
    let scarce = scenario.with("visits.grid_workers", 200)
    #expect(try run(scarce.without(mechanism)).replications != run(scarce).replications)
  }

  @Test func `Without any shock nobody enters`() throws {
    let calm = scenario.without(
      .drought, .flood, .prices, .illness, .jobs, .schooling, .accidents)
    #expect(try total(run(calm), .flow) == 0)
  }

  /// Households act and are aided as before: what is counted is all that changes.
  @Test func `A higher return line with aid rules unchanged never lowers stock or need`() throws {
    // Relief asks for the line, and a house is unsafe when its damage reaches it.
    let same = scenario.without(.emergencyRelief, .monitoring)
    func value(_ name: String) throws -> Double {
      try #require(scenario.parameters.value(of: name, at: scenario.start))
    }
    let line = try value("lines.return_2023")
    let floor = try value("coping.consumption_floor_share")
    var before: (stock: Int64, need: Int64, gap: Int64) = (0, 0, 0)
    for rise in [1, 1.05, 1.25] {
      // The floor of consumption is a share of the line and stays where it was in yuan.
      let outcomes = try run(
        same.with("lines.return_2023", rise * line)
          .with("coping.consumption_floor_share", floor / rise))
      let now = (
        stock: total(outcomes, .stock), need: total(outcomes, .need), gap: total(outcomes, .gap)
      )
      #expect(now.stock > before.stock)
      #expect(now.need > before.need)
      #expect(now.gap > before.gap)
      before = now
    }
  }

  @Test func `Entries by cause add up to all entries`() throws {
    let outcomes = try run(scenario)
    let layout = outcomes.layout
    for outcome in outcomes.replications {
      for year in 0..<layout.years.count {
        for prefecture in 0..<layout.prefectureCount {
          func flow(_ group: Group) -> Int64 {
            outcome.groups[
              layout.groups(year: year, prefecture: prefecture, group: group.index, .flow)]
          }
          let causes = Group.allCases.filter { $0.cause != nil }
          #expect(causes.reduce(0) { $0 + flow($1) } == flow(.all))
          #expect(flow(.wage) + flow(.mixed) + flow(.farm) + flow(.noLabour) == flow(.all))
        }
      }
    }
  }

  @Test func `The fund's books balance to the fen and an empty fund pays nothing`() throws {
    let outcomes = try run(scenario)
    let spent =
      money(outcomes, .emergencyRelief) + money(outcomes, .industrySupport)
      + money(outcomes, .premiumFromFund)
    let balance =
      money(outcomes, .fundCarriedIn) + money(outcomes, .fundReceived)
      - money(outcomes, .fundIdle) - money(outcomes, .fundLeakage) - spent
    #expect(balance == money(outcomes, .fundCarriedOut))
    #expect(spent > 0)
    let empty = try run(scenario.with("fund.total", 0))
    #expect(money(empty, .emergencyRelief) == 0)
    #expect(money(empty, .industrySupport) == 0)
    #expect(money(empty, .reliefShortage) > 0)
  }

  @Test func `Nothing is missed or delayed when finding is perfect`() throws {
    let perfect = scenario.without(
      .responseTime, .identificationErrors, .visits
    ).with("patrols.interval_months", 1).with("patrols.finding_chance", 1)
    let outcomes = try run(perfect)
    let layout = outcomes.layout
    for outcome in outcomes.replications {
      for year in 0..<layout.years.count {
        for prefecture in 0..<layout.prefectureCount {
          func count(_ quantity: FindingQuantity) -> Int64 {
            outcome.finding[layout.finding(year: year, prefecture: prefecture, quantity)]
          }
          #expect(count(.falseInclusions) == 0)
          #expect(count(.wrongExclusions) == 0)
          #expect(count(.daysToRecognition) == 0)
          #expect(count(.missed) == 0)
        }
      }
    }
  }

  @Test func `A stress event hits where and when it is placed`() throws {
    var stressed = scenario.without(.drought)
    stressed.events = [
      StressEvent(
        kind: .drought(severity: 0.8), from: Month(year: 2024, month: 3),
        to: Month(year: 2024, month: 10), counties: [11], title: "test")
    ]
    let (before, after) = (try run(scenario.without(.drought)), try run(stressed))
    let layout = before.layout
    func need(_ outcomes: Outcomes, _ year: Int, _ county: Int) -> Int64 {
      outcomes.replications.reduce(0) {
        $0 + $1.persons[layout.persons(year: year, county: county, .need)]
      }
    }
    #expect(need(before, 0, 0) == need(after, 0, 0))
    #expect(need(before, 1, 0) < need(after, 1, 0))
    #expect(need(before, 1, 1) == need(after, 1, 1))
  }

  @Test func `A cancelled run stops and says so`() throws {
    let simulator = try Simulator(scenario: scenario, population: population)
    #expect(throws: SimulationError.cancelled) {
      try simulator.run(replications: 50, seed: 1, threads: 2, isCancelled: { true })
    }
  }
}
