import NumericalMethods
import Randomness

/// Vulnerability as expected poverty: the chance that log income, normal with the mean and variance
/// that a household's indicators let expect, lies below the line.
///
///     V = Φ((ln z − X b) / √(X θ)),  alert if V > v
struct ExpectedPovertyIndex: Sendable {
  /// b and θ; log income is relative to the line, so ln z is 0.
  var mean: IndicatorValues
  var meanIntercept: Float
  var variance: IndicatorValues
  var varianceIntercept: Float
  var varianceFloor: Float
  /// Φ⁻¹(v).
  let quantile: Float

  init(quantile: Double) {
    (mean, variance) = (IndicatorValues(), IndicatorValues())
    (meanIntercept, varianceIntercept, varianceFloor) = (.infinity, 0, 1)
    self.quantile = Float(quantile)
  }

  /// Φ⁻¹(V): the distance to the line in standard deviations.
  @inline(__always)
  func score(_ indicators: IndicatorValues) -> Float {
    var (expected, spread) = (meanIntercept, varianceIntercept)
    for i in 0..<IndexIndicator.count {
      expected += mean[i] * indicators[i]
      spread += variance[i] * indicators[i]
    }
    return score(expected: expected, spread: spread)
  }

  /// The same from both sums, X b and X θ.
  @inline(__always)
  func score(expected: Float, spread: Float) -> Float {
    -expected / max(spread, varianceFloor).squareRoot()
  }

  @inline(__always)
  func alerts(expected: Float, spread: Float) -> Bool {
    score(expected: expected, spread: spread) > quantile
  }

  @inline(__always)
  func alerts(_ indicators: IndicatorValues) -> Bool { score(indicators) > quantile }
}

/// The three-step feasible generalised least squares of Chaudhuri, Jalan and Suryahadi (2002).
enum ExpectedPovertyFit {
  struct Result {
    let mean: [Double]
    let variance: [Double]
    let floor: Double
  }

  /// Fits b and θ of ln c = X b + e with Var(e) = X θ.
  ///
  ///     1 least squares of ln c on X   2 of e² on X, and again weighted by (X θ)⁻²
  ///     3 of ln c on X, weighted by (X θ)⁻¹
  static func fit(
    rows: [Double], columns: Int, logIncome: [Double], weights: [Double], floorShare: Double
  ) -> Result? {
    // Only so large that a variable that never varies (a gap everywhere) leaves the others alone.
    let ridge = 1e-6 * Double(max(1, logIncome.count))
    func regress(_ y: [Double], _ w: [Double]) -> [Double]? {
      WeightedLeastSquares.coefficients(
        rows: rows, columns: columns, responses: y, weights: w, ridge: ridge)
    }
    func values(_ b: [Double]) -> [Double] {
      logIncome.indices.map { i in
        var sum = 0.0
        for j in 0..<columns { sum += b[j] * rows[i * columns + j] }
        return sum
      }
    }
    guard let first = regress(logIncome, weights) else { return nil }
    let squares = zip(logIncome, values(first)).map { ($0 - $1) * ($0 - $1) }
    var total = 0.0
    for (square, weight) in zip(squares, weights) { total += square * weight }
    let floor = max(1e-12, floorShare * total / max(weights.reduce(0, +), 1e-12))
    guard let rough = regress(squares, weights) else { return nil }
    let roughly = values(rough).map { max($0, floor) }
    guard let theta = regress(squares, zip(weights, roughly).map { $0 / ($1 * $1) })
    else { return nil }
    let spread = values(theta).map { max($0, floor) }
    guard let b = regress(logIncome, zip(weights, spread).map { $0 / $1 }) else { return nil }
    return Result(mean: b, variance: theta, floor: floor)
  }
}
