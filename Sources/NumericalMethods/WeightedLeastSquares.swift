/// Linear regression with case weights.
///
/// Sums run in the order of the rows, so the same rows in the same order give the same bits.
public enum WeightedLeastSquares {
  /// Coefficients that minimise Σ w (y − x·b)² + λ Σ b², the first coefficient not penalised.
  ///
  /// - Parameters:
  ///   - rows: Explanatory variables row by row, the first of each row 1; shape `[count × columns]`.
  ///   - columns: Number of coefficients.
  ///   - responses: What is explained; shape `[count]`.
  ///   - weights: Weight of each row; shape `[count]`.
  ///   - ridge: λ; a small one keeps a variable that never varies from spoiling the others.
  /// - Returns: The coefficients; `nil` if the rows do not determine them.
  public static func coefficients(
    rows: [Double], columns: Int, responses: [Double], weights: [Double], ridge: Double
  ) -> [Double]? {
    precondition(rows.count == responses.count * columns, "shape must be [count × columns]")
    precondition(weights.count == responses.count, "one weight a row")
    var equations = NormalEquations(columns: columns)
    rows.withUnsafeBufferPointer { rows in
      for (i, response) in responses.enumerated() {
        equations.add(
          UnsafeBufferPointer(rebasing: rows[i * columns..<(i + 1) * columns]),
          weight: weights[i], response: response)
      }
    }
    return equations.solution(ridge: ridge)
  }
}

/// The sums Σ w x xᵀ and Σ w x y of a regression.
struct NormalEquations {
  private let columns: Int
  private var matrix: [Double]
  private var vector: [Double]

  init(columns: Int) {
    self.columns = columns
    matrix = Array(repeating: 0, count: columns * columns)
    vector = Array(repeating: 0, count: columns)
  }

  /// Adds w x xᵀ (lower triangle) and w x y.
  mutating func add(_ x: UnsafeBufferPointer<Double>, weight: Double, response: Double) {
    let columns = columns
    vector.withUnsafeMutableBufferPointer { vector in
      for j in 0..<columns { vector[j] += weight * response * x[j] }
    }
    matrix.withUnsafeMutableBufferPointer { matrix in
      for j in 0..<columns where x[j] != 0 {
        let product = weight * x[j]
        for k in 0...j { matrix[j * columns + k] += product * x[k] }
      }
    }
  }

  /// The vector b with (Σ w x xᵀ + λ I) b = Σ w x y + offset, the first place without λ.
  func solution(ridge: Double, offset: [Double]? = nil) -> [Double]? {
    var full = matrix
    for j in 0..<columns {
      for k in 0..<j { full[k * columns + j] = full[j * columns + k] }
      if j > 0 { full[j * columns + j] += ridge }
    }
    var right = vector
    if let offset { for j in 0..<columns { right[j] += offset[j] } }
    return Cholesky.lowerFactor(of: full, size: columns).map {
      Cholesky.solve(lowerFactor: $0, right)
    }
  }
}

extension Cholesky {
  /// The vector x with L Lᵀ x = right.
  public static func solve(lowerFactor factor: [Double], _ right: [Double]) -> [Double] {
    let size = right.count
    var x = right
    for i in 0..<size {
      for j in 0..<i { x[i] -= factor[i * size + j] * x[j] }
      x[i] /= factor[i * size + i]
    }
    for i in (0..<size).reversed() {
      for j in (i + 1)..<size { x[i] -= factor[j * size + i] * x[j] }
      x[i] /= factor[i * size + i]
    }
    return x
  }
}
