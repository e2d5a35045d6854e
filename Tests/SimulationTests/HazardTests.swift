import Households
import Testing
import TestSupport

@testable import Simulation

/// Moments that are computed without possible futures of the households, against closed forms.
struct HazardTests {
  /// With all counties alike, a year is hit if one of two independent seasons is below −1.25.
  ///
  /// That has the chance 0.1056 each: 1 − 0.8944² = 0.2001. 4,000 years have a standard error of 0.0063.
  @Test func `Counties that share all weather are hit together`() throws {
    let alike = try TestScenario.baseline().with("drought.common_correlation", 0.9999)
      .with("drought.persistence", 0)
    let weather = try WeatherYears(alike, years: 4000, seed: 1)
    #expect(weather.seasons.count == 8000)
    let share = weather.footprintShare(counties: 44, below: -1.25)
    #expect(abs(share - 0.2001) < 0.025)
    #expect(share - weather.footprintShare(counties: 88, below: -1.25) < 0.02)
    let apart = try TestScenario.baseline().with("drought.common_correlation", 0)
      .with("drought.correlation_length", 20)
    let local = try WeatherYears(apart, years: 500, seed: 1)
    #expect(local.footprintShare(counties: 44, below: -1.25) == 0)
    #expect(local.loss(counties: 44, below: -1.25) == nil)
  }

  @Test func `The loss of a season is that of its classes`() throws {
    var scenario = try TestScenario.baseline()
    for level in ["mild", "moderate", "severe", "extreme"] {
      scenario = scenario.with("drought.loss_\(level)", 0.2)
    }
    let weather = try WeatherYears(scenario, years: 200, seed: 1)
    let exposures = scenario.geography.counties.map(\.droughtExposure)
    let season = try #require(weather.seasons.first { $0.hit(below: -0.5) > 40 })
    let expected = zip(season.index, exposures).reduce(0) { sum, pair in
      sum + (pair.0 < -0.5 ? 0.2 * pair.1 : 0)
    }
    #expect(abs(season.loss - expected / Double(exposures.count)) < 1e-12)
  }

  /// Herbs have no jumps, so the change of a stationary autoregression has variance 2 σ² / (1 + ρ).
  @Test func `Monthly changes of a price have their stationary spread`() throws {
    let scenario = try TestScenario.baseline(lastYear: 2025).with("prices.persistence", 0.9)
      .with("product.herbs.volatility", 0.05).with("prices.volatility_scale", 1)
    let herbs = try PriceYears(scenario, futures: 60, seed: 1).volatility(of: .herbs)
    #expect(abs(herbs / (0.05 * (2 / 1.9).squareRoot()) - 1) < 0.08)
    let wild = try PriceYears(scenario.with("prices.volatility_scale", 2), futures: 60, seed: 1)
    #expect(abs(wild.volatility(of: .herbs) / herbs - 2) < 1e-6)
  }

  @Test func `A drought takes more from farms that spend more on each yuan they earn`() throws {
    let scenario = try TestScenario.baseline(counties: [0, 1])
    let population = try PopulationSynthesis.population(
      of: scenario, sampleFraction: 0.02, threads: 1)
    func fall(_ scenario: Scenario, index: Double = -2.5) throws -> Double {
      try #require(FarmYear.fall(scenario, population, county: 0, index: index))
    }
    let mild = scenario.with("drought.loss_extreme", 0.1).with("income.farm_leverage", 1)
    let once = try fall(mild)
    #expect(once > 0 && once < 0.1)
    #expect(abs(try fall(mild.with("income.farm_leverage", 2)) / once - 2) < 1e-9)
    #expect(try fall(mild, index: 0) == 0)
    // However large the loss, net income falls at most to the floor: 1 + 0.5 of the season's output.
    let ruin = scenario.with("drought.loss_extreme", 1).with("income.farm_leverage", 50)
      .with("income.business_floor", -0.5)
    let worst = try fall(ruin)
    #expect(abs(worst - (try fall(ruin.with("income.farm_leverage", 100)))) < 1e-9)
    #expect(FarmYear.fall(scenario, population, county: 5, index: -2.5) == nil)
  }

  /// Without admissions and accidents nobody has a bill; earnings and their expectation are tallied of
  /// the same households.
  @Test func `Tallies for moments count what they say`() throws {
    let scenario = try TestScenario.core(counties: [0, 1])
    let population = try PopulationSynthesis.population(
      of: scenario, sampleFraction: 0.02, threads: 1)
    func sums(_ scenario: Scenario) throws -> (SystemQuantity) -> Double {
      let outcomes = try Simulator(scenario: scenario, population: population)
        .run(replications: 2, seed: 1, threads: 1)
      return { quantity in
        let places = (0..<outcomes.layout.prefectureCount).map {
          outcomes.layout.systems(year: 0, prefecture: $0, quantity)
        }
        return Double(
          outcomes.replications.reduce(Int64(0)) { sum, one in
            places.reduce(sum) { $0 + one.systems[$1] }
          })
      }
    }
    let all = try sums(scenario)
    let healthy = try sums(scenario.without(.illness, .accidents))
    #expect(all(.catastrophicHouseholds) > 0 && healthy(.catastrophicHouseholds) == 0)
    #expect(healthy(.incomeEarnedAfterIllness) == 0 && all(.incomeEarnedAfterIllness) > 0)
    #expect(
      try sums(scenario.with("measures.catastrophic_share", 0.9))(.catastrophicHouseholds)
        < all(.catastrophicHouseholds))
    let ill = all(.incomeEarnedAfterIllness) / all(.incomeExpectedAfterIllness)
    #expect(ill < all(.incomeEarned) / all(.incomeExpected), "illness costs income")
    let households = all(.householdsFormerlyPoor)
    let mean = all(.incomeLogs) / households
    let spread = (all(.incomeLogSquares) / households - mean * mean).squareRoot() / 1000
    #expect(mean > 8_500 && mean < 10_500, "thousandths of the logarithm of yuan a year")
    #expect(spread > 0.15 && spread < 0.6)
  }
}
