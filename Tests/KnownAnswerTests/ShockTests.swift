import Households
import NumericalMethods
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// Shock processes against closed forms.
///
/// Tolerances are four standard errors of the test's own size, so that a right program fails once in about 16,000 seeds; the seed is fixed.
struct ShockTests {
  /// Steady state of a two-state chain: jobless share = s / (s + f).
  ///
  /// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., section 4.4. Tolerance:
  /// four binomial standard errors, with months made fewer by their correlation (s + f) / (2 − s
  /// − f).
  @Test func `With job loss alone unemployment settles at loss over loss plus finding`() throws {
    let scenario = try TestScenario.baseline(lastYear: 2030).withOnly(.jobs)
      .with("jobs.recession_enter", 0).with("jobs.pandemic_enter", 0)
      .with("jobs.destination_volatility", 0)
    let bench = try Bench(scenario, rows: TestPopulation.rows(county: 11, count: 2000))
    var jobless = 0
    var total = 0
    for month in 0..<108 {
      let b = bench.block(month)
      DrawsPass.run(b)
      JobsPass.run(b)
      guard month >= 24 else { continue }
      for row in 0..<bench.count {
        for worker in 0..<2 {
          jobless += bench.state.jobless(worker)[row] > 0 ? 1 : 0
          total += 1
        }
      }
    }
    let (s, f) = (0.025, 0.22)
    let share = Double(jobless) / Double(total)
    // Months of a worker are correlated with 1 − s − f: effective number of independent months.
    let effective = Double(total) * (s + f) / (2 - s - f)
    let expected = s / (s + f)
    #expect(abs(share - expected) < 4 * (expected * (1 - expected) / effective).squareRoot())
  }

  /// Variance of an AR(1) that has run for t months: σ² (1 − ρ²ᵗ) / (1 − ρ²), t = ten years and
  /// the run.
  ///
  /// Source: G. E. P. Box, G. M. Jenkins and G. C. Reinsel, *Time Series Analysis*, section 3.2.
  /// Tolerance: four standard errors √((κ − 1) / n) of a variance with kurtosis κ = 3.5 at most.
  @Test(arguments: [Product.tea, .pigs, .grain])
  func `Log prices have the variance of an autoregression`(product: Product) throws {
    var scenario = try TestScenario.baseline(lastYear: 2026)
    for each in Product.allCases {
      scenario = scenario.with("product.\(each.rawValue).jump_rate", 0)
    }
    let plan = try SimulationPlan(scenario)
    let months = plan.months.count
    var squares = 0.0
    let runs = 1500
    for number in 0..<runs {
      let key = DrawKey(seed: 9, shockYear: UInt32(number), householdReplication: 0)
      let x = PricePaths.draw(plan.months, key: key)[(months - 1) * Product.count + product.index]
      squares += x * x
    }
    let sigma = plan.months[0].products[product.index].volatility
    let rho = plan.months[0].prices.persistence
    let factor =
      (1 - Elementary.exp(2 * Double(months + 120) * Elementary.log(rho))) / (1 - rho * rho)
    let expected = sigma * sigma * factor
    // Kurtosis of a sum of t₅ innovations is near 3; 3.5 is a safe bound for the tolerance.
    let error = expected * (2.5 / Double(runs)).squareRoot()
    #expect(abs(squares / Double(runs) - expected) < 4 * error)
  }

  /// E[e^(pass-through × x)] = 1 after the correction: price risk is no trend, early or late.
  @Test func `Prices have no trend of their own`() throws {
    let scenario = try TestScenario.baseline(lastYear: 2026).without(.drought)
    let plan = try SimulationPlan(scenario)
    let runs = 600
    for product in [Product.tea, .fruit, .cattle, .pigs] {
      for month in [6, 59] {
        var (sum, squares) = (0.0, 0.0)
        for number in 0..<runs {
          let key = DrawKey(seed: 4, shockYear: UInt32(number), householdReplication: 0)
          let loss = Environment(plan, key: key).priceLoss(
            plan, month: month, county: 11, product: product)
          sum += loss
          squares += loss * loss
        }
        let mean = sum / Double(runs)
        let error = ((squares / Double(runs) - mean * mean) / Double(runs)).squareRoot()
        // Jumps are not normal, so the correction is good to about two per cent.
        #expect(abs(mean) < 4 * error + 0.02, "\(product) in month \(month): \(mean)")
      }
    }
  }

  /// Half-life of ln ½ / ln ρ, with ρ = 0.97 of the baseline 22.76 months.
  ///
  /// Source: as above. Tolerance 0.01 months: the answer is written with two digits.
  @Test func `A price deviation halves in about 23 months`() throws {
    let rho = try SimulationPlan(TestScenario.baseline()).months[0].prices.persistence
    #expect(abs(Elementary.log(0.5) / Elementary.log(rho) - 22.76) < 0.01)
  }

  /// corr = r₀ + (1 − r₀) exp(−d / ℓ): 0.758 at 199 km.
  ///
  /// Source: the exponential correlation function with a nugget turned over to a common factor;
  /// N. Cressie, *Statistics for Spatial Data*, section 2.3. Tolerance: four standard errors (1 −
  /// r²) / √n of a correlation, and 0.002 for a pair that is not exactly 199 km apart.
  @Test func `Drought of counties is correlated with distance as stated`() throws {
    let plan = try SimulationPlan(TestScenario.baseline())
    let counties = plan.scenario.geography.counties
    #expect(abs(0.5 + 0.5 * Elementary.exp(-199.0 / 300) - 0.7576) < 1e-3)
    var pair = (0, 1)
    var best = Double.infinity
    for a in 0..<88 {
      for b in 0..<a {
        let off = abs(DroughtField.distance(counties[a], counties[b]) - 199)
        if off < best { (best, pair) = (off, (a, b)) }
      }
    }
    var sum = 0.0
    var (squareA, squareB) = (0.0, 0.0)
    let runs = 4000
    for number in 0..<runs {
      let key = DrawKey(seed: 3, shockYear: UInt32(number), householdReplication: 0)
      let z = plan.droughtField.draw(seasons: 1, key: key)
      sum += z[pair.0] * z[pair.1]
      squareA += z[pair.0] * z[pair.0]
      squareB += z[pair.1] * z[pair.1]
    }
    let correlation = sum / (squareA * squareB).squareRoot()
    #expect(abs(correlation - 0.758) < 4 * (1 - 0.758 * 0.758) / Double(runs).squareRoot() + 0.002)
    #expect(abs(squareA / Double(runs) - 1) < 4 * (2 / Double(runs)).squareRoot())
  }

  /// E[loss] = Σ classes P(class) × loss, with the normal probabilities of the thresholds.
  ///
  /// Source: expectation of a step function of a normal variable; Ross, section 2.4. Tolerance:
  /// four standard errors of 20,000 draws.
  @Test func `Expected drought loss is the sum over severity classes`() throws {
    let plan = try SimulationPlan(TestScenario.baseline())
    let drought = plan.months[0].drought
    func p(_ z: Double) -> Double { Distributions.normalProbability(below: z) }
    let expected =
      (p(-0.5) - p(-1)) * 0.03 + (p(-1) - p(-1.5)) * 0.10 + (p(-1.5) - p(-2)) * 0.25 + p(-2) * 0.50
    var (sum, squares) = (0.0, 0.0)
    let runs = 20_000
    for number in 0..<runs {
      let u = DrawKey(seed: 1, shockYear: UInt32(number), householdReplication: 0)
        .shared(.county, 0, month: 0, .weather)[0].uniform
      let loss = drought.loss(atIndex: Elementary.normalQuantile(u))
      sum += loss
      squares += loss * loss
    }
    let mean = sum / Double(runs)
    let sd = (squares / Double(runs) - mean * mean).squareRoot()
    #expect(abs(mean - expected) < 4 * sd / Double(runs).squareRoot())
  }

  /// Two fields a year with r₀ = 0.5, ℓ = 300 km hit at least 74 units in about 5 % of years.
  @Test func `Province-wide droughts happen about once in twenty years`() throws {
    let plan = try SimulationPlan(TestScenario.baseline())
    var years = 0
    let runs = 6000
    for number in 0..<runs {
      let key = DrawKey(seed: 8, shockYear: UInt32(number), householdReplication: 0)
      let z = plan.droughtField.draw(seasons: 2, key: key)
      let hit = (0..<2).contains { season in
        (0..<88).filter { z[season * 88 + $0] < -1.25 }.count >= 74
      }
      years += hit ? 1 : 0
    }
    // 5.2 % was found for these settings with an independent program and 60,000 draws; rounded
    // centres leave a little room.
    #expect(abs(Double(years) / Double(runs) - 0.052) < 0.015)
  }

  /// Quantiles of the beta distribution, I⁻¹(u; a, b).
  ///
  /// Source: GNU Scientific Library, `gsl_cdf_beta_Pinv`. Tolerance 0.001: the table has a fixed
  /// number of cells, and a loss is right to a thousandth of the harvest.
  @Test(arguments: [(1.2, 6.0), (9.0, 2.2), (2.0, 5.0), (6.0, 3.0)])
  func `The beta table agrees with GSL`(a: Double, b: Double) {
    let table = BetaTable(a, b)
    for step in 1..<200 {
      let u = Double(step) / 200
      #expect(abs(table.quantile(u) - Distributions.betaQuantile(u, a, b)) < 0.001)
    }
  }

  /// Means: lognormal exp(μ + σ²/2); Pareto cut at c: αx/(α−1) − x^α c^(1−α)/(α−1).
  ///
  /// Source: S. A. Klugman, H. H. Panjer and G. E. Willmot, *Loss Models*, appendix A. Tolerance
  /// 2e-4: the midpoint rule with 400,000 steps misses that much of the tail.
  @Test func `Hospital bills have the means of their distributions`() throws {
    let illness = try SimulationPlan(TestScenario.baseline()).months[0].illness
    let steps = 400_000
    var (ordinary, major) = (0.0, 0.0)
    for step in 0..<steps {
      let u = (Double(step) + 0.5) / Double(steps)
      ordinary += illness.bill(isMajor: false, u) / Double(steps)
      major += illness.bill(isMajor: true, u) / Double(steps)
    }
    #expect(abs(ordinary / (4500 * Elementary.exp(0.405)) - 1) < 2e-4)
    #expect(abs(major / (60_000 - 30_000 * 30_000 / 600_000) - 1) < 2e-4)
  }

  /// Expected bills = Σ hazards × months × mean bill; all paid by households when no layer is on.
  ///
  /// Source: Wald's equation for a random sum; Ross, section 7.2. Tolerance: four standard errors
  /// of a compound Poisson sum, √(λ E[X²]); *Loss Models*, section 9.3.
  @Test func `Bills of a county add up to hazard times mean bill`() throws {
    let scenario = try TestScenario.baseline(counties: [11], lastYear: 2026).withOnly(.illness)
      .with("illness.followup_cost", 0).with("illness.followup_hazard", 1)
      .with("illness.medical_inflation", 0)
    let rows = TestPopulation.rows(county: 11, count: 1800)
    let population = TestPopulation.population(rows, counties: 88)
    let replications = 8
    let outcomes = try Simulator(scenario: scenario, population: population)
      .run(replications: replications, seed: 2, threads: 2)
    let layout = outcomes.layout
    var paid = 0.0
    for outcome in outcomes.replications {
      for year in 0..<layout.years.count {
        for prefecture in 0..<layout.prefectureCount {
          paid +=
            Double(
              outcome.money[layout.money(year: year, prefecture: prefecture, .medicalOwnPayment)])
            / 100
        }
      }
    }
    // A household of the test population: a child, one aged 15–44, one 45–59, one 60 or over.
    let hazard = 2 * 0.09 + 0.15 + 0.27
    let admissions = hazard * 1800 * Double(layout.years.count) * Double(replications)
    let mean = 0.975 * 4500 * Elementary.exp(0.405) + 0.025 * 58_500
    // Second moments: lognormal exp(2μ + 2σ²), Pareto x²(1 + 2 ln(c/x)) for α = 2.
    let second =
      0.975 * 4500 * 4500 * Elementary.exp(1.62)
      + 0.025 * 30_000 * 30_000 * (1 + 2 * Elementary.log(20))
    #expect(abs(paid - admissions * mean) < 4 * (admissions * second).squareRoot())
  }
}
