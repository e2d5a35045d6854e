import Foundation
import NumericalMethods
import Testing

/// Regressions against numbers computed elsewhere.
struct RegressionTests {
  // Ten made-up cases. The expected coefficients come from a separate Python program: Gaussian
  // elimination for the linear fit, 200,000 steps of plain gradient ascent for the logistic one.
  static let rows: [Double] = [
    1, 0.5, 1.2, 1, -1.0, 0.3, 1, 1.5, -0.7, 1, 2.0, 0.1, 1, -0.4, -1.1, 1, 0.9, 0.8, 1, -1.6, 1.5,
    1, 0.1, -0.2, 1, 1.1, -1.4, 1, -0.7, 0.6,
  ]
  static let weights: [Double] = [1, 2, 1, 1, 3, 1, 1, 2, 1, 1]

  private func close(_ found: [Double], _ wanted: [Double], within limit: Double) -> Bool {
    found.count == wanted.count && zip(found, wanted).allSatisfy { abs($0 - $1) < limit }
  }

  @Test func `Weighted least squares with a ridge agree with elimination by hand`() throws {
    let found = try #require(
      WeightedLeastSquares.coefficients(
        rows: Self.rows, columns: 3,
        responses: [2.1, 0.3, 3.9, 4.2, 0.2, 2.6, -0.9, 1.7, 3.3, 0.1],
        weights: Self.weights, ridge: 0.5))
    let wanted = [1.3556467101306091, 1.4797379255196081, 0.11487048969224897]
    #expect(close(found, wanted, within: 1e-12))
  }

  @Test func `Logistic regression with a ridge agrees with gradient ascent`() throws {
    let outcomes = [true, false, true, true, false, true, false, true, false, false]
    for start in [[0.0, 0, 0], [2, -1, 3]] {
      let found = try #require(
        LogisticRegression.coefficients(
          rows: Self.rows, columns: 3, outcomes: outcomes, weights: Self.weights, ridge: 0.5,
          start: start, exponential: exp))
      let wanted = [-0.3038070600222934, 1.7671699159161918, 1.0283918269297136]
      #expect(close(found, wanted, within: 1e-7))
    }
  }

  @Test func `Without variables the intercept is the log odds`() throws {
    let found = try #require(
      LogisticRegression.coefficients(
        rows: [1, 1, 1, 1], columns: 1, outcomes: [true, false, false, false],
        weights: [1, 1, 1, 1], ridge: 1, start: [0], exponential: exp))
    #expect(abs(found[0] - log(1.0 / 3)) < 1e-9)
  }

  @Test func `A variable that never varies gets no coefficient and spoils no other`() throws {
    let found = try #require(
      WeightedLeastSquares.coefficients(
        rows: [1, 0, 1, 1, 0, 2, 1, 0, 3], columns: 3, responses: [3, 5, 7], weights: [1, 1, 1],
        ridge: 1e-9))
    #expect(close(found, [1, 0, 2], within: 1e-6))
  }
}
