import Households
import Simulation
import TestSupport
import Testing

/// Land shares, works, insurance, diversification and e-commerce in whole runs.
struct FarmMechanismTests {
  static let mechanisms: [Mechanism] = [
    .landShares, .publicWorks, .agriculturalInsurance, .priceInsurance, .diversification,
    .eCommerce,
  ]
  let scenario: Scenario
  let population: Population

  init() throws {
    scenario = try TestScenario.core(counties: [11, 40])
    population = Self.population(blocks: 2048, fraction: 1)
  }

  private static func population(blocks: Int, fraction: Double) -> Population {
    let rows = [11, 40].flatMap {
      TestPopulation.rows(county: $0, count: 300, townships: 3, shares: [0.2, 0.7, 0.075, 0.025])
    }
    return TestPopulation.population(
      rows, counties: 88, householdsPerBlock: blocks, fraction: fraction)
  }

  private func run(_ scenario: Scenario, _ population: Population? = nil, replications: Int = 1)
    throws -> Outcomes
  {
    try Simulator(scenario: scenario, population: population ?? self.population)
      .run(replications: replications, seed: 11, threads: 2)
  }

  private func on(_ mechanism: Mechanism) -> Scenario {
    scenario.setting(mechanism) { $0.isEnabled = true }
  }

  private func sum(
    _ outcomes: Outcomes, _ place: (OutcomeLayout, Int, Int) -> Int,
    of tally:
      KeyPath<ReplicationOutcome, [Int64]>
  ) -> Int64 {
    let layout = outcomes.layout
    var sum: Int64 = 0
    for outcome in outcomes.replications {
      for year in 0..<layout.years.count {
        for prefecture in 0..<layout.prefectureCount {
          sum += outcome[keyPath: tally][place(layout, year, prefecture)]
        }
      }
    }
    return sum
  }

  private func money(_ outcomes: Outcomes, _ programme: Programme) -> Int64 {
    sum(outcomes, { $0.money(year: $1, prefecture: $2, programme) }, of: \.money)
  }

  private func quantity(_ outcomes: Outcomes, _ quantity: SystemQuantity) -> Int64 {
    sum(outcomes, { $0.systems(year: $1, prefecture: $2, quantity) }, of: \.systems)
  }

  private func persons(_ outcomes: Outcomes, _ measure: PersonMeasure) -> Int64 {
    let layout = outcomes.layout
    return outcomes.replications.reduce(0) { sum, outcome in
      var part: Int64 = 0
      for year in 0..<layout.years.count {
        for county in layout.counties.indices {
          part += outcome.persons[layout.persons(year: year, county: county, measure)]
        }
      }
      return sum + part
    }
  }

  @Test(arguments: [
    (Mechanism.landShares, "land_shares.participation", 0.15),
    (.agriculturalInsurance, "agricultural_insurance.coverage", 0),
    (.priceInsurance, "price_insurance.coverage", 0),
    (.diversification, "diversification.participation", 0.45),
    (.eCommerce, "e_commerce.coverage", 0.05),
  ])
  func `Nobody beyond the level of 2023 means no change`(
    mechanism: Mechanism, parameter: String, reference: Double
  ) throws {
    let still = on(mechanism).with(parameter, reference)
    #expect(try run(still).replications == run(scenario).replications)
  }

  @Test(arguments: mechanisms)
  func `Blocks make no difference`(mechanism: Mechanism) throws {
    let small = Self.population(blocks: 200, fraction: 1)
    #expect(try run(on(mechanism), small).replications == run(on(mechanism)).replications)
  }

  @Test(arguments: [
    (Mechanism.landShares, "land_shares.participation", 0.9),
    (.agriculturalInsurance, "agricultural_insurance.coverage", 1),
    (.priceInsurance, "price_insurance.coverage", 1),
    (.diversification, "diversification.participation", 1),
    (.eCommerce, "e_commerce.coverage", 1),
    (.publicWorks, "public_works.irrigated_land", 2e7),
  ])
  func `With behaviour frozen more of it, free of charge, lowers nobody's income`(
    mechanism: Mechanism, parameter: String, more: Double
  ) throws {
    // Assistance is off too: who earns more may lose more of it, later.
    var frozen = on(mechanism).without(
      .coping, .assetFeedback, .minimumLivingAllowance, .emergencyRelief, .industrySupport,
      .antiPovertyInsurance, .medicalAssistance, .monitoring
    )
    .with("agricultural_insurance.premium_rate", 0).with("price_insurance.premium_rate", 0)
    .with("agricultural_insurance.trigger", 0.1)
    for name in ["cold_stores", "processing_workshops", "roads"] {
      frozen = frozen.with("public_works.\(name)", 0)
    }
    let (less, greater) = (try run(frozen), try run(frozen.with(parameter, more)))
    #expect(persons(greater, .gap) < persons(less, .gap))
    #expect(persons(greater, .need) <= persons(less, .need))
  }

  @Test func `Each dividend is paid in full, and only in its month`() throws {
    let outcomes = try run(on(.landShares).with("income.consumer_price_growth", 0))
    let households = quantity(outcomes, .dividendHouseholds)
    // 5,000 yuan × 0.3 in fen, to each household that joined.
    #expect(households > 0)
    #expect(money(outcomes, .landDividends) == households * 150_000)
  }

  @Test func `Works cost what the plan says, whatever is sampled, in the year they are built`()
    throws
  {
    var built = on(.publicWorks)
    var overrides = built.parameters.overrides
    for (name, value) in [
      ("irrigated_land", 100_000.0), ("cold_stores", 20), ("processing_workshops", 30),
      ("roads", 500),
    ] {
      let path = DatedPath(steps: [
        .init(from: nil, value: 0), .init(from: Month(year: 2024, month: 5), value: value),
      ])
      overrides["public_works.\(name)"] = Parameters.Override(path: path, place: "test")
    }
    built.parameters = Parameters(declared: built.parameters.declared, overrides: overrides)
    let whole = try run(built, replications: 1)
    let tenth = try run(built, Self.population(blocks: 2048, fraction: 0.1), replications: 1)
    let counties = scenario.geography.counties
    func share(_ weight: (County) -> Double) -> Double {
      (weight(counties[11]) + weight(counties[40])) / counties.reduce(0) { $0 + weight($1) }
    }
    let dry = share { $0.ruralPopulation * $0.droughtExposure }
    let expected = 2e8 * dry + 6.0000001e8 * share { $0.ruralPopulation }
    let paid = Double(money(whole, .publicWorks)) / 100
    #expect(abs(paid - expected) < 1e-6 * expected)
    #expect(abs(Double(money(tenth, .publicWorks)) - paid * 10) < 4)
    #expect(abs(Double(quantity(whole, .irrigatedLand)) - 100_000 * dry) <= 1)
    // Nothing was spent in 2023.
    let layout = whole.layout
    for prefecture in 0..<layout.prefectureCount {
      #expect(
        whole.replications[0].money[layout.money(year: 0, prefecture: prefecture, .publicWorks)]
          == 0)
    }
  }

  @Test func `Premiums are shared as written, and index contracts leave losses unpaid`() throws {
    var dry = on(.agriculturalInsurance).with("agricultural_insurance.coverage", 1)
    dry.events = [
      StressEvent(
        kind: .drought(severity: 0.3), from: Month(year: 2024, month: 6),
        to: Month(year: 2024, month: 12), counties: [11], title: "test")
    ]
    let own = try run(dry)
    let index = try run(dry.with("agricultural_insurance.index_share", 1))
    for outcomes in [own, index] {
      let household = Double(money(outcomes, .agriculturalPremiumHouseholds))
      let state = Double(money(outcomes, .agriculturalPremiumState))
      #expect(household > 0)
      #expect(abs(household / (household + state) - 0.2) < 1e-4)
      #expect(money(outcomes, .agriculturalClaims) > 0)
    }
    #expect(quantity(own, .agriculturalLossUnpaid) == 0)
    #expect(quantity(index, .agriculturalLossUnpaid) > 0)
  }

  @Test(arguments: [Mechanism.agriculturalInsurance, .priceInsurance])
  func `Who joins in mid-year is covered once a premium has been paid`(mechanism: Mechanism) throws
  {
    let isCrop = mechanism == .agriculturalInsurance
    let name = mechanism.rawValue
    var hit = scenario.with("\(name).coverage", 1)
    let kinds: [StressEvent.Kind] =
      isCrop
      ? [.drought(severity: 0.4)] : Product.allCases.map { .price(product: $0, change: -0.5) }
    hit.events = kinds.map {
      StressEvent(
        kind: $0, from: Month(year: 2024, month: 1), to: Month(year: 2024, month: 12),
        counties: [11], title: "test")
    }
    func claims(from: Month) throws -> Int64 {
      let outcomes = try run(
        hit.setting(mechanism) {
          $0.isEnabled = true
          $0.from = from
        })
      let layout = outcomes.layout
      let year = 2024 - layout.years.lowerBound
      return (0..<layout.prefectureCount).reduce(0) {
        $0
          + outcomes.replications[0].money[
            layout.money(
              year: year, prefecture: $1, isCrop ? .agriculturalClaims : .priceClaims)]
      }
    }
    #expect(try claims(from: Month(year: 2024, month: 1)) > 0)
    #expect(try claims(from: Month(year: 2024, month: 2)) == 0)
  }
}
