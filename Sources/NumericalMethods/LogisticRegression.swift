/// Logistic regression with a ridge penalty.
public enum LogisticRegression {
  /// Coefficients that maximise Σ w log-likelihood − λ/2 Σ b², the first coefficient not penalised,
  /// by iteratively reweighted least squares (Newton's method).
  ///
  /// - Parameters:
  ///   - rows: Explanatory variables row by row, the first of each row 1; shape `[count × columns]`.
  ///   - columns: Number of coefficients.
  ///   - outcomes: Whether it happened; shape `[count]`.
  ///   - weights: Weight of each row; shape `[count]`.
  ///   - ridge: λ, positive.
  ///   - start: Coefficients to begin with, such as those of an earlier fit; shape `[columns]`.
  ///   - exponential: e to the power of a number; the caller's, so that it can be the same on every
  ///     machine.
  /// - Returns: The coefficients; `nil` if the rows do not determine them.
  public static func coefficients(
    rows: [Double], columns: Int, outcomes: [Bool], weights: [Double], ridge: Double,
    start: [Double], exponential: (Double) -> Double
  ) -> [Double]? {
    precondition(rows.count == outcomes.count * columns, "shape must be [count × columns]")
    precondition(weights.count == outcomes.count && start.count == columns, "shapes must agree")
    var b = start
    for _ in 0..<60 {
      var equations = NormalEquations(columns: columns)
      rows.withUnsafeBufferPointer { rows in
        for i in outcomes.indices {
          let x = UnsafeBufferPointer(rebasing: rows[i * columns..<(i + 1) * columns])
          var score = 0.0
          for j in 0..<columns { score += b[j] * x[j] }
          let p = 1 / (1 + exponential(max(-30, min(30, -score))))
          let variance = max(p * (1 - p), 1e-10)
          equations.add(
            x, weight: weights[i] * variance,
            response: ((outcomes[i] ? 1 : 0) - p) / variance)
        }
      }
      // The step solves (XᵀWX + λ) d = Xᵀ(y − p) − λ b.
      let pull = b.enumerated().map { $0.offset == 0 ? 0 : -ridge * $0.element }
      guard let step = equations.solution(ridge: ridge, offset: pull) else { return nil }
      let largest = step.map(\.magnitude).max() ?? 0
      // A long step from a poor start overshoots, and steps of 5 have been seen to go in a circle.
      let shorter = largest > 1 ? 1 / largest : 1
      for j in 0..<columns { b[j] += shorter * step[j] }
      if largest < 1e-8 { return b }
    }
    return b
  }
}
