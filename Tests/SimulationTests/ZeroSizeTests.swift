import Households
import Simulation
import TestSupport
import Testing

/// What has no size is not there: every mechanism that a scenario must switch on, and every stress
/// event.
struct ZeroSizeTests {
  /// The baseline with every such mechanism off, and with levers moved away from where they do nothing,
  /// so that a scale that were ignored would show.
  private static let off: Scenario = {
    do {
      var scenario = try TestScenario.core(counties: [11, 40])
      scenario.firstResultYear = 2022
      for (name, value) in levers { scenario = scenario.with(name, value) }
      return scenario
    } catch {
      preconditionFailure("the baseline is committed: \(error)")
    }
  }()

  private static let levers: [(String, Double)] = [
    ("agreements.duty_of_residence", 1), ("agreements.share", 1),
    ("coordination.consolidated_share", 1), ("jobs.pandemic_enter", 0.2),
    ("matching.accuracy", 0.5),
    ("platform.departments_share", 0.3),
    ("public_posts.additional_posts", 1_000_000), ("publicity.awareness", 1),
    ("staff.officers_trained", 2000), ("vulnerability_index.training_households", 200),
    ("vulnerability_index.training_replications", 1), ("workshops.jobs", 1_000_000),
  ]

  private static let population: Population = {
    let rows = [11, 40].flatMap { county in
      TestPopulation.rows(
        county: county, count: 400, townships: 3, shares: [0.4, 0.45, 0.125, 0.025]
      ) { number, row in
        guard number % 4 == 0 else { return }
        row.flags.insert(.livesElsewhere)
        row.residence = number / 4 % 9
      }
    }
    return TestPopulation.population(rows, counties: 88, fraction: 0.02)
  }()

  private static func run(_ scenario: Scenario) throws -> [ReplicationOutcome] {
    try Simulator(scenario: scenario, population: population)
      .run(replications: 1, seed: 11, threads: 2).replications
  }

  private static let without = Result { try run(off) }

  @Test(arguments: Mechanism.allCases.filter { !$0.isOnByDefault })
  func `A mechanism on at zero is the same as off, and at one it is not`(mechanism: Mechanism)
    throws
  {
    func on(_ scale: Double) -> Scenario {
      Self.off.setting(mechanism) {
        $0.isEnabled = true
        $0.scale = DatedPath(constant: scale)
      }
    }
    #expect(try Self.run(on(0)) == Self.without.get())
    // Assessment moves money only where one county fails and another passes (FundBooksTests).
    guard mechanism != .performanceAssessment else { return }
    #expect(try Self.run(on(1)) != Self.without.get())
  }

  @Test(arguments: [
    StressEvent.Kind.drought(severity: 0), .flood(footprint: 0), .price(product: .tea, change: 0),
    .returnOfMigrants(share: 0), .epidemic(admissions: 1, returnShare: 0, marketClosure: 0),
  ])
  func `A stress event of zero size is none`(kind: StressEvent.Kind) throws {
    var stressed = Self.off
    stressed.events = [
      StressEvent(
        kind: kind, from: Month(year: 2023, month: 2), to: Month(year: 2024, month: 6),
        counties: nil, title: "test")
    ]
    #expect(try Self.run(stressed) == Self.without.get())
  }
}
