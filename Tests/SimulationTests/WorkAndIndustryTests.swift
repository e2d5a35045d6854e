import Households
import Simulation
import TestSupport
import Testing

/// Industries, training, posts, workshops and mutual aid in whole runs.
struct WorkAndIndustryTests {
  static let mechanisms: [Mechanism] = [
    .industryParticipation, .industryChain, .training, .publicPosts, .workshops, .mutualAid,
  ]

  let scenario: Scenario
  let rows: [HouseholdRecord]

  init() throws {
    // Two counties of 1,500 households stand for a province of 6.5 million: posts and jobs are made
    // many, so that a few are left for them.
    scenario = try TestScenario.core(counties: [11, 40])
      .with("public_posts.additional_posts", 1_000_000).with("workshops.jobs", 1_000_000)
    rows = [11, 40].flatMap { TestPopulation.rows(county: $0, count: 1500, townships: 3) }
  }

  private func run(_ scenario: Scenario, householdsPerBlock: Int = 2048) throws -> Outcomes {
    let population = TestPopulation.population(
      rows, counties: 88, householdsPerBlock: householdsPerBlock, fraction: 0.01)
    return try Simulator(scenario: scenario, population: population)
      .run(replications: 2, seed: 11, threads: 2)
  }

  private func on(_ scenario: Scenario, _ mechanism: Mechanism, scale: Double = 1) -> Scenario {
    scenario.setting(mechanism) {
      $0.isEnabled = true
      $0.scale = DatedPath(constant: scale)
    }
  }

  @Test(arguments: mechanisms)
  func `Every system matters`(mechanism: Mechanism) throws {
    // Who is covered from the start is so in 2022, which must count here.
    var scenario = scenario
    scenario.firstResultYear = 2022
    let outcomes = try run(on(scenario, mechanism))
    #expect(try run(scenario).replications != outcomes.replications)
    for quantity in SystemQuantity.allCases where quantity.mechanism == mechanism {
      #expect(outcomes.sum(quantity) > 0, "\(quantity)")
    }
  }

  @Test func `What a system does depends on no block of memory`() throws {
    let all = Self.mechanisms.reduce(scenario) { on($0, $1) }
    #expect(try run(all).replications == run(all, householdsPerBlock: 256).replications)
  }

  @Test(arguments: [
    ("industry_participation", Mechanism.industryParticipation, "participation", 0.45),
    ("training", .training, "coverage", 0.38), ("mutual_aid", .mutualAid, "coverage", 0),
    ("workshops", .workshops, "jobs", 3200),
  ])
  func `The level of 2023 changes nothing`(
    theme: String, mechanism: Mechanism, lever: String, level: Double
  ) throws {
    let same = on(scenario, mechanism).with("\(theme).\(lever)", level)
    #expect(try run(scenario).replications == run(same).replications)
  }

  @Test(arguments: [Mechanism.publicPosts, .mutualAid, .industryChain, .training])
  func `With behaviour frozen more of it never deepens poverty`(mechanism: Mechanism) throws {
    // Nobody leaves monitoring either: who leaves it earlier pays more of the next hospital bill.
    let frozen = scenario.without(.coping, .assetFeedback, .fund, .visits)
      .with("monitoring.elimination_margin", 100)
    let less = try run(on(frozen, mechanism, scale: 0.5))
    let more = try run(on(frozen, mechanism))
    #expect(more.sum(.gap) < less.sum(.gap))
    #expect(more.sum(.stock) <= less.sum(.stock))
    #expect(more.sum(.need) <= less.sum(.need))
  }

  @Test func `Money is what the tallies of systems say`() throws {
    // All months count, so that money and systems are of the same months.
    var scenario = scenario
    scenario.firstResultYear = 2022
    let posts = try run(on(scenario, .publicPosts))
    #expect(posts.sum(.publicPosts) == posts.sum(SystemQuantity.postHouseholds) * 80_000)
    let training = try run(on(scenario, .training).with("training.mastery", 1))
    #expect(training.sum(.training) == training.sum(SystemQuantity.trainedHouseholds) * 150_000)
    let short = on(scenario, .industryParticipation)
    let industry = try run(short.with("industry_support.term_months", 240))
    let joined = industry.sum(SystemQuantity.industryParticipants)
    #expect(industry.sum(.industryParticipation) == joined * 1_666_700)
  }

  @Test func `A county fills its part of the new jobs, and fills again what is vacated`() throws {
    var scenario = scenario
    scenario.firstResultYear = 2022
    let outcomes = try run(on(scenario.with("workshops.jobs", 23_200), .workshops))
    let jobs = Double(outcomes.sum(SystemQuantity.workshopJobs)) / 2
    // 20,000 jobs for one household in a hundred: two counties get their part of 200, and of each job
    // a fortieth is vacated a month, for three years.
    let rural = scenario.geography.counties.map(\.ruralPopulation)
    let part = (rural[11] + rural[40]) / rural.reduce(0, +) * 200
    let built = Double(outcomes.sum(.workshops)) / 2 / 3_750_000
    #expect(abs(built - part) <= 2)
    #expect(jobs > built)
    #expect(jobs <= built * (1 + 36.0 / 40) + 2)
  }
}

extension Outcomes {
  fileprivate func sum(_ index: (Int, Int) -> (Int64), areas: Int) -> Int64 {
    (0..<layout.years.count).reduce(0) { part, year in
      part + (0..<areas).reduce(0) { $0 + index(year, $1) }
    }
  }

  fileprivate func sum(_ measure: PersonMeasure) -> Int64 {
    replications.reduce(0) { sum, outcome in
      sum
        + self.sum(
          { outcome.persons[layout.persons(year: $0, county: $1, measure)] },
          areas: layout.counties.count)
    }
  }

  fileprivate func sum(_ programme: Programme) -> Int64 {
    replications.reduce(0) { sum, outcome in
      sum
        + self.sum(
          { outcome.money[layout.money(year: $0, prefecture: $1, programme)] },
          areas: layout.prefectureCount)
    }
  }

  fileprivate func sum(_ quantity: SystemQuantity) -> Int64 {
    replications.reduce(0) { sum, outcome in
      sum
        + self.sum(
          { outcome.systems[layout.systems(year: $0, prefecture: $1, quantity)] },
          areas: layout.prefectureCount)
    }
  }
}
