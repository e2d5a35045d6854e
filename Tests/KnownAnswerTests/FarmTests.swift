import Households
import NumericalMethods
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// Farm insurance, diversification and e-commerce against closed forms.
struct FarmTests {
  private static let month = 29  // June 2024
  private static let count = 2000

  /// One county of farmers who grow only vegetables, without growth.
  private func bench(_ change: (Scenario) -> Scenario) throws -> Bench {
    let calm = try TestScenario.baseline(counties: [11], lastYear: 2025).withOnly(.monitoring)
      .with("income.business_growth", 0).with("product.vegetables.season", 1)
    let rows = TestPopulation.rows(
      county: 11, count: Self.count, change: { $1.productShares = SIMD8(0, 1, 0, 0, 0, 0, 0, 0) })
    return try Bench(change(calm), rows: rows)
  }

  /// The block of a month after its business income; productivity and luck as in a season.
  private func business(_ bench: Bench) -> BlockMonth {
    let b = bench.block(Self.month)
    for channel in 0..<Cause.channelCount {
      b.x.loss(channel).update(repeating: 0, count: b.count)
    }
    WeatherPass.beginSeason(b)
    ProductivityPass.run(b)
    IncomePass.business(b)
    return b
  }

  private func event(_ kind: StressEvent.Kind) -> StressEvent {
    StressEvent(
      kind: kind, from: Month(year: 2024, month: 6), to: Month(year: 2024, month: 6),
      counties: [11], title: "test")
  }

  private func on(_ scenario: Scenario, _ mechanism: Mechanism) -> Scenario {
    scenario.setting(mechanism) { $0.isEnabled = true }
  }

  /// Loss L = 0.3 U with U uniform on (½, 3/2), paid in full from the trigger 0.3 on: E[L; U ≥ 1]
  /// = 0.3 (1.5² − 1) / 2, times ratio and sum insured.
  ///
  /// Source: Klugman, Panjer and Willmot, *Loss Models*, section 8.2 (franchise deductible).
  /// Tolerance 4 %: the standard error over 2,000 households, half of them with a claim of 0.375
  /// ± 0.04, is 2.3 %, and luck is one fixed draw.
  @Test func `Expected claims of a drought are those of a uniform loss above the trigger`() throws {
    let bench = try bench {
      var scenario = on($0, .agriculturalInsurance)
        .with("agricultural_insurance.coverage", 1).with("agricultural_insurance.trigger", 0.3)
        .with("agricultural_insurance.ratio", 0.8).with("agricultural_insurance.sum_insured", 0.5)
      scenario.events = [event(.drought(severity: 0.3))]
      return scenario
    }
    let b = business(bench)
    let before = (0..<b.count).map { b.x.business[$0] }
    BusinessMonthPass.run(b)
    AgriculturalInsurancePass.run(b)
    var (claims, gross) = (0.0, 0.0)
    for row in 0..<b.count {
      claims += Double(b.x.business[row] - before[row])
      gross += Double(b.p.business[row]) * 2.1
    }
    // Loss 0.3 U with U uniform on (0.5, 1.5): E[loss; loss ≥ 0.3] = 0.3 × (1.5² − 1) / 2.
    let expected = 0.8 * 0.5 * 0.3 * (1.5 * 1.5 - 1) / 2
    #expect(abs(claims / gross - expected) < 0.04 * expected)
    let fen = Double(bench.tally.money[Programme.agriculturalClaims.rawValue])
    #expect(abs(fen / 100 - claims) < 1)
    for row in 0..<b.count { #expect(b.x.loss(Cause.disaster.rawValue)[row] >= 0) }
  }

  /// E[X; X ≥ t] of a beta loss, ∫ x f(x) dx / ∫ f(x) dx over (t, 1) by the midpoint rule.
  ///
  /// Source: *Loss Models*, section 8.2 and appendix A (beta). Tolerance 6 %: the standard error over 2,000 households of one fixed draw is 3.4 %;
  /// the quadrature is far closer.
  @Test func `Expected claims of a flood are the beta law's mean above the trigger`() throws {
    let bench = try bench {
      var scenario = on($0, .agriculturalInsurance)
        .with("agricultural_insurance.coverage", 1).with("agricultural_insurance.ratio", 1)
        .with("agricultural_insurance.sum_insured", 1)
      scenario.events = [event(.flood(footprint: 1))]
      return scenario
    }
    let b = business(bench)
    BusinessMonthPass.run(b)
    WeatherPass.flood(b)
    let before = (0..<b.count).map { b.x.business[$0] }
    AgriculturalInsurancePass.run(b)
    var (claims, gross) = (0.0, 0.0)
    for row in 0..<b.count {
      claims += Double(b.x.business[row] - before[row])
      gross += Double(b.p.business[row]) * 2.1 * 12
    }
    let flood = bench.plan.months[0].flood
    let trigger = Double(bench.plan.months[Self.month].agriculturalInsurance.trigger)
    var (mass, mean) = (0.0, 0.0)
    for cell in 0..<20_000 {
      let x = (Double(cell) + 0.5) / 20_000
      let density = Elementary.exp(
        (flood.shapeA - 1) * Elementary.log(x) + (flood.shapeB - 1) * Elementary.log(1 - x))
      mass += density
      if x >= trigger { mean += density * x }
    }
    #expect(claims > 0)
    #expect(abs(claims / gross - mean / mass) < 0.06 * mean / mass)
  }

  @Test func `An index contract pays everyone alike by the county's drought`() throws {
    let bench = try bench {
      var scenario = on($0, .agriculturalInsurance)
        .with("agricultural_insurance.coverage", 1)
        .with("agricultural_insurance.index_share", 1)
      scenario.events = [event(.drought(severity: 0.3))]
      return scenario
    }
    let b = business(bench)
    let before = (0..<b.count).map { b.x.business[$0] }
    BusinessMonthPass.run(b)
    AgriculturalInsurancePass.run(b)
    for row in 0..<b.count {
      let due = Double(b.p.business[row]) * 2.1 * 0.3 * 0.8 * 0.6
      #expect(abs(Double(b.x.business[row] - before[row]) - due) < 0.01 + 1e-5 * due)
    }
  }

  @Test func `Price insurance pays its share of the gap to the target`() throws {
    let bench = try bench {
      var scenario = on($0, .priceInsurance)
        .with("price_insurance.coverage", 1).with("prices.pass_through_raw", 1)
        .with("prices.pass_through_processed", 1)
      scenario.events = [event(.price(product: .vegetables, change: -0.4))]
      return scenario
    }
    let b = business(bench)
    let before = (0..<b.count).map { b.x.business[$0] }
    BusinessMonthPass.run(b)
    PriceInsurancePass.run(b)
    for row in 0..<b.count {
      let due = Double(b.p.business[row]) * 2.1 * (0.85 - 0.6) * 0.7 * 0.6
      #expect(abs(Double(b.x.business[row] - before[row]) - due) < 0.01 + 1e-5 * due)
    }
  }

  @Test func `Diversification hands back its share of a loss`() throws {
    let bench = try bench {
      var scenario = on($0, .diversification)
        .with("diversification.participation_2023", 0).with("diversification.participation", 1)
        .with("diversification.credibility", 1)
      scenario.events = [event(.drought(severity: 0.2))]
      return scenario
    }
    let b = business(bench)
    let before = (0..<b.count).map { Double(b.x.business[$0]) }
    let lost = (0..<b.count).map { Double(b.x.loss(Cause.disaster.rawValue)[$0]) }
    BusinessMonthPass.run(b)
    DiversificationPass.run(b)
    for row in 0..<b.count {
      #expect(lost[row] > 0)
      #expect(abs(Double(b.x.business[row]) - before[row] - 0.4 * lost[row]) < 0.01)
      #expect(abs(Double(b.x.loss(Cause.disaster.rawValue)[row]) - 0.6 * lost[row]) < 0.01)
    }
  }

  @Test func `E-commerce raises net income by leverage, marketed share and price`() throws {
    let bench = try bench {
      on($0, .eCommerce).with("e_commerce.coverage_2023", 0).with("e_commerce.coverage", 1)
        .with("e_commerce.credibility", 1)
    }
    let b = business(bench)
    let before = (0..<b.count).map { Double(b.x.business[$0]) }
    BusinessMonthPass.run(b)
    ECommercePass.run(b)
    for row in 0..<b.count {
      let expected = before[row] * 2.1 * 0.3 * 0.2
      #expect(abs(Double(b.x.business[row]) - before[row] - expected) < 0.01)
    }
  }

  @Test func `Irrigation takes its share of the county's drought off and nothing off the index`()
    throws
  {
    let bench = try bench {
      var scenario = on($0, .publicWorks).with("public_works.irrigated_land", 7_000_000).with(
        "drought.price_rise", 0
      )
      .with("public_works.cold_stores", 0).with("public_works.processing_workshops", 0)
      .with("public_works.roads", 0)
      scenario.events = [event(.drought(severity: 0.3))]
      return scenario
    }
    _ = bench.block(Self.month)
    let counties = bench.plan.scenario.geography.counties
    let sum = counties.reduce(0) { $0 + $1.ruralPopulation * $1.droughtExposure }
    let share = min(1, 7_000_000 * counties[11].droughtExposure / sum / 0.8)
    let month = bench.current.pointee
    let k = Product.vegetables.index
    #expect(
      abs(
        Double(month.productDroughtLoss[k]) - Double(month.productWeatherLoss[k])
          * (1 - 0.5 * share))
        < 1e-6)
    #expect(month.productPriceLoss[k] == 0)
  }

  @Test func `Stores, workshops and roads move the farm-gate price as written`() throws {
    let fall = { (scenario: Scenario) -> Scenario in
      var scenario = scenario
      scenario.events = [event(.price(product: .vegetables, change: -0.4))]
      return scenario
    }
    let bench = try bench {
      fall(
        on($0, .publicWorks).with("public_works.cold_stores", 200)
          .with("public_works.processing_workshops", 1000).with("public_works.roads", 6250))
    }
    _ = bench.block(Self.month)
    // Raw 1.2 and processed 0.7 at 0.4 + 0.3; a tenth off by stores; a tenth of villages gains 5 %.
    let pass = (1.2 * 0.3 + 0.7 * 0.7) * 0.9
    let price = Elementary.exp(pass * Elementary.log(0.6)) * (1 + 0.1 * 0.05)
    let k = Product.vegetables.index
    #expect(abs(Double(bench.current.pointee.productCheapness[k]) - (1 - price)) < 1e-6)
  }
}
