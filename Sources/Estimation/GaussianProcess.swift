import NumericalMethods
import Randomness

/// Regression by a Gaussian process: a quadratic in the inputs with weak priors, a smooth rest, and
/// independent noise.
///
/// With standardised responses and inputs around 0 with a range of about [−1, 1], the covariance is
///
///     k(x, x′) = 1 + a Σ xⱼ x′ⱼ + q Σ (xⱼ² − ⅓)(x′ⱼ² − ⅓) + b exp(−½ Σ wⱼ (xⱼ − x′ⱼ)² / ℓ²)   (+ n for a point with itself)
///
/// Source: C. E. Rasmussen and C. K. I. Williams, *Gaussian Processes for Machine Learning*, MIT Press
/// 2006: equations 2.25 (mean), 2.40 (explicit basis as a kernel) and 5.12 (leave-one-out).
public struct GaussianProcess: Sendable {
  /// The free numbers of the covariance.
  public struct Kernel: Sendable, Hashable {
    /// Prior variance of the slopes *a*.
    public var linear: Double
    /// Prior variance of the curvatures *q*.
    public var quadratic: Double
    /// Variance of the smooth rest *b*.
    public var smooth: Double
    /// Length of the smooth rest *ℓ*.
    public var length: Double
    /// Weight of each input in the smooth rest *w*; shape `[inputs]`.
    public var relevance: [Double]
    /// Variance of the noise *n*.
    public var noise: Double

    /// A kernel.
    public init(
      linear: Double, quadratic: Double, smooth: Double, length: Double, relevance: [Double],
      noise: Double
    ) {
      self.linear = linear
      self.quadratic = quadratic
      self.smooth = smooth
      self.length = length
      self.relevance = relevance
      self.noise = noise
    }
  }

  /// The covariance.
  public let kernel: Kernel
  /// Number of inputs.
  public let inputs: Int
  /// Mean of the responses.
  public let center: Double
  /// Standard deviation of the responses.
  public let scale: Double
  /// What the regression would say of each point had it not seen it; shape `[points]`.
  public let leftOut: [Double]
  /// Points row by row; shape `[points × inputs]`.
  private let rows: [Double]
  /// K⁻¹ of the standardised responses; shape `[points]`.
  private let alpha: [Double]
  /// Σ α, Σ α x and Σ α (x² − ⅓): the polynomial part in closed form.
  private let constant: Double
  private let slopes: [Double]
  private let curvatures: [Double]
  /// Points scaled by √w / ℓ, of the inputs that matter to the smooth rest.
  private let relevant: [Int]
  private let factors: [Double]
  private let scaledRows: [Double]

  /// Fits the regression; `nil` if the responses do not vary or the covariance cannot be factored.
  ///
  /// - Parameters:
  ///   - rows: Inputs row by row; shape `[points × inputs]`.
  ///   - responses: What is explained; shape `[points]`, at least 2.
  ///   - kernel: The covariance.
  public init?(rows: [Double], responses: [Double], kernel: Kernel) {
    let count = responses.count
    let inputs = kernel.relevance.count
    precondition(rows.count == count * inputs, "shape must be [points × inputs]")
    let mean = responses.reduce(0, +) / Double(max(count, 1))
    let squares = responses.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(max(count - 1, 1))).squareRoot()
    guard count > 1, deviation > 0, deviation.isFinite else { return nil }
    (self.inputs, self.kernel, center, scale, self.rows) = (inputs, kernel, mean, deviation, rows)
    let relevant = (0..<inputs).filter { kernel.relevance[$0] > 0 }
    let factors = relevant.map { kernel.relevance[$0].squareRoot() / kernel.length }
    let scaledRows = (0..<count).flatMap { i in
      zip(relevant, factors).map { rows[i * inputs + $0] * $1 }
    }
    (self.relevant, self.factors, self.scaledRows) = (relevant, factors, scaledRows)
    var matrix = [Double](repeating: 0, count: count * count)
    for i in 0..<count {
      for j in 0...i {
        var value = Self.polynomial(kernel, rows, i, j, inputs)
        if kernel.smooth > 0 {
          value += kernel.smooth * Self.nearness(scaledRows, i, j, relevant.count)
        }
        if i == j { value += kernel.noise }
        matrix[i * count + j] = value
        matrix[j * count + i] = value
      }
    }
    guard let factor = Cholesky.lowerFactor(of: matrix, size: count) else { return nil }
    let standard = responses.map { ($0 - mean) / deviation }
    let alpha = Cholesky.solve(lowerFactor: factor, standard)
    let diagonal = Self.inverseDiagonal(lowerFactor: factor, size: count)
    leftOut = (0..<count).map { mean + deviation * (standard[$0] - alpha[$0] / diagonal[$0]) }
    self.alpha = alpha
    constant = alpha.reduce(0, +)
    slopes = (0..<inputs).map { j in
      kernel.linear * (0..<count).reduce(0) { $0 + alpha[$1] * rows[$1 * inputs + j] }
    }
    curvatures = (0..<inputs).map { j in
      kernel.quadratic
        * (0..<count).reduce(0) {
          $0 + alpha[$1] * (rows[$1 * inputs + j] * rows[$1 * inputs + j] - 1.0 / 3)
        }
    }
  }

  /// Slope of each input in units of the responses' standard deviation; shape `[inputs]`.
  public var standardSlopes: [Double] { slopes }

  /// The mean response at a point; shape of the point `[inputs]`.
  public func mean(at x: [Double]) -> Double {
    var value = constant
    for j in 0..<inputs { value += slopes[j] * x[j] + curvatures[j] * (x[j] * x[j] - 1.0 / 3) }
    if kernel.smooth > 0 {
      let scaled = zip(relevant, factors).map { x[$0] * $1 }
      let width = scaled.count
      scaledRows.withUnsafeBufferPointer { rows in
        for i in alpha.indices {
          var distance = 0.0
          for j in 0..<width {
            let step = rows[i * width + j] - scaled[j]
            distance += step * step
          }
          value += alpha[i] * kernel.smooth * Elementary.exp(-0.5 * distance)
        }
      }
    }
    return center + scale * value
  }

  private static func polynomial(
    _ kernel: Kernel, _ rows: [Double], _ i: Int, _ j: Int, _ inputs: Int
  ) -> Double {
    var (linear, quadratic) = (0.0, 0.0)
    rows.withUnsafeBufferPointer { rows in
      for k in 0..<inputs {
        let (x, y) = (rows[i * inputs + k], rows[j * inputs + k])
        linear += x * y
        quadratic += (x * x - 1.0 / 3) * (y * y - 1.0 / 3)
      }
    }
    return 1 + kernel.linear * linear + kernel.quadratic * quadratic
  }

  private static func nearness(_ rows: [Double], _ i: Int, _ j: Int, _ width: Int) -> Double {
    var distance = 0.0
    rows.withUnsafeBufferPointer { rows in
      for k in 0..<width {
        let step = rows[i * width + k] - rows[j * width + k]
        distance += step * step
      }
    }
    return Elementary.exp(-0.5 * distance)
  }

  /// Diagonal of the inverse of L Lᵀ: column sums of squares of L⁻¹.
  private static func inverseDiagonal(lowerFactor factor: [Double], size: Int) -> [Double] {
    var diagonal = [Double](repeating: 0, count: size)
    var column = [Double](repeating: 0, count: size)
    factor.withUnsafeBufferPointer { factor in
      column.withUnsafeMutableBufferPointer { x in
        for j in 0..<size {
          var sum = 0.0
          for i in j..<size {
            var value = i == j ? 1.0 : 0
            for k in j..<i { value -= factor[i * size + k] * x[k] }
            x[i] = value / factor[i * size + i]
            sum += x[i] * x[i]
          }
          diagonal[j] = sum
        }
      }
    }
    return diagonal
  }
}
