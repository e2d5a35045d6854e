import CGSL

/// Factors of symmetric positive-definite matrices.
public enum Cholesky {
  /// The lower triangle L with L Lᵀ = matrix.
  ///
  /// - Parameters:
  ///   - matrix: Symmetric positive-definite, row by row; shape `[size × size]`.
  ///   - size: Number of rows and of columns.
  /// - Returns: L row by row, zero above the diagonal; `nil` if the matrix is not
  ///   positive-definite.
  public static func lowerFactor(of matrix: [Double], size: Int) -> [Double]? {
    precondition(matrix.count == size * size, "shape must be [size × size]")
    gsl_set_error_handler_off()
    guard let copy = gsl_matrix_alloc(size, size) else { return nil }
    defer { gsl_matrix_free(copy) }
    for i in 0..<size {
      for j in 0..<size { gsl_matrix_set(copy, i, j, matrix[i * size + j]) }
    }
    guard gsl_linalg_cholesky_decomp1(copy) == 0 else { return nil }
    var factor = [Double](repeating: 0, count: size * size)
    for i in 0..<size {
      for j in 0...i { factor[i * size + j] = gsl_matrix_get(copy, i, j) }
    }
    return factor
  }
}
