import Foundation
import Households
import NumericalMethods
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// Log prices against the closed forms of an autoregression with Student innovations and jumps.
struct PriceTests {
  /// Months of one path: month numbers below the 3,000 that the years before the start use.
  private static let months = 2400

  /// Paths of all products under changed parameters, all months alike; shape `[path][month × product]`.
  private func paths(_ changes: [(String, Double)], count: Int) throws -> [[Double]] {
    let noJumps = Product.allCases.map { ("product.\($0.rawValue).jump_rate", 0.0) }
    let scenario = try (noJumps + changes).reduce(TestScenario.baseline()) { $0.with($1.0, $1.1) }
    let settings = Array(repeating: try SimulationPlan(scenario).months[0], count: Self.months)
    return (0..<count).map {
      PricePaths.draw(
        settings, key: DrawKey(seed: 41, shockYear: UInt32($0), householdReplication: 0))
    }
  }

  private func series(_ path: [Double], _ product: Product) -> [Double] {
    (0..<Self.months).map { path[$0 * Product.count + product.index] }
  }

  /// An innovation is t₅ × √(3/5) σ, so that the share below a quantile of Student's law is its
  /// probability.
  ///
  /// Source: Student, *Biometrika* 6, 1908; quantiles from the GNU Scientific Library. One factor
  /// alone, since a sum of two is no Student variable.
  ///
  /// Tolerance: four binomial standard errors of 9,600 independent months.
  @Test func `Innovations have the quantiles of Student's t`() throws {
    let values = try paths(
      [("prices.persistence", 0), ("prices.common_weight", 1)], count: 4
    ).flatMap { series($0, .grain) }.map { $0 / 0.015 }
    for probability in [0.005, 0.05, 0.25, 0.5, 0.9, 0.975] {
      let quantile = Distributions.studentTQuantile(probability, degreesOfFreedom: 5)
      let below = values.count { $0 < quantile * (3.0 / 5).squareRoot() }
      #expect(
        Sample.errors(ofShare: below, of: values.count, from: probability) < 4, "\(probability)")
    }
  }

  /// Products of one group share the group's correlation and others the common weight: a one- and
  /// two-factor model of unit variance.
  ///
  /// Source: K. V. Mardia, J. T. Kent and J. M. Bibby, *Multivariate Analysis*, chapter 9.
  ///
  /// Tolerance: four standard errors of the mean product, which the fourth moment of t₅ makes
  /// wide.
  @Test(arguments: [
    (Product.pigs, Product.cattle, 0.4), (.vegetables, .chili, 0.3), (.tea, .fruit, 0.15),
    (.pigs, .vegetables, 0.15),
  ])
  func `Innovations of two products have their group's correlation`(
    a: Product, b: Product, correlation: Double
  ) throws {
    let settings = try SimulationPlan(TestScenario.baseline()).months[0].products
    var products = Sample()
    for path in try paths([("prices.persistence", 0)], count: 4) {
      for (x, y) in zip(series(path, a), series(path, b)) {
        products.add(x * y / settings[a.index].volatility / settings[b.index].volatility)
      }
    }
    #expect(products.errors(from: correlation) < 4, "\(products.mean)")
  }

  /// Autocorrelation ρᵏ.
  ///
  /// Source: G. E. P. Box, G. M. Jenkins and G. C. Reinsel, *Time Series Analysis*, section
  /// 2.1.6.
  ///
  /// Tolerance: four of Bartlett's standard errors √{[(1+ρ²)(1−ρ²ᵏ)/(1−ρ²) − 2kρ²ᵏ] / n}.
  @Test(arguments: [1, 3, 8]) func `A price keeps a power of its persistence`(lag: Int) throws {
    let rho = 0.9
    let x = try paths([("prices.persistence", rho)], count: 4).flatMap { path in
      let all = series(path, .herbs)
      return (lag..<all.count).map { (all[$0 - lag], all[$0]) }
    }
    let found =
      x.reduce(0) { $0 + $1.0 * $1.1 } / x.reduce(0) { $0 + $1.1 * $1.1 }
    let power = pow(rho, Double(lag))
    let squared = power * power
    let bartlett =
      (1 + rho * rho) * (1 - squared) / (1 - rho * rho) - 2 * Double(lag) * squared
    #expect(abs(found - power) < 4 * (bartlett / Double(x.count)).squareRoot(), "\(found)")
  }

  /// Sudden falls of a month: mean 0 after compensation and variance (σ² + λ J² − λ² J²) / (1 −
  /// ρ²), a Bernoulli jump through an autoregression.
  ///
  /// Source: S. M. Ross, *Introduction to Probability Models*, 10th ed., section 2.4; G. E. P.
  /// Box, G. M. Jenkins and G. C. Reinsel, *Time Series Analysis*, section 3.2.
  ///
  /// Tolerance: four standard errors over blocks of 48 months, whose memory is 0.5⁴⁸.
  @Test func `Jumps of one month have mean zero and the Bernoulli variance`() throws {
    let (rho, rate) = (0.5, 1.2)
    let jump = log(1 - 0.3)
    var (means, squares) = (Sample(), Sample())
    for path in try paths(
      [("prices.persistence", rho), ("product.tea.jump_rate", rate)], count: 4)
    {
      let x = series(path, .tea)
      for start in stride(from: 0, to: Self.months, by: 48) {
        means.add(x[start..<start + 48].reduce(0, +) / 48)
        squares.add(x[start..<start + 48].reduce(0) { $0 + $1 * $1 } / 48)
      }
    }
    let chance = rate / 12
    let expected =
      (0.03 * 0.03 + chance * (1 - chance) * jump * jump) / (1 - rho * rho)
    #expect(means.errors(from: 0) < 4, "\(means.mean)")
    #expect(squares.errors(from: expected) < 4, "\(squares.mean) for \(expected)")
  }
}
