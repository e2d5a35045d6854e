import Foundation

/// Functions of the unit cube whose sensitivity indices are known.
enum AnalyticFunctions {
  /// Ishigami's function with a = 7 and b = 0.1, of three factors between −π and π.
  ///
  /// S = 0.31391, 0.44241, 0; ST = 0.55759, 0.44241, 0.24368; V = 13.84459.
  static func ishigami(_ u: [Double]) -> Double {
    let x: [Double] = u.map { (2 * $0 - 1) * Double.pi }
    let (first, second): (Double, Double) = (sin(x[0]), sin(x[1]))
    let fourth: Double = x[2] * x[2] * x[2] * x[2]
    return first + 7 * second * second + 0.1 * fourth * first
  }

  /// Sobol's g-function: the product of (|4x − 2| + a) / (1 + a).
  static func g(_ u: [Double], _ a: [Double]) -> Double {
    zip(u, a).reduce(1) { product, pair in
      let size: Double = (4 * pair.0 - 2).magnitude
      return product * (size + pair.1) / (1 + pair.1)
    }
  }

  /// Indices of the g-function: with Vᵢ = 1/(3 (1 + aᵢ)²), V = Π (1 + Vᵢ) − 1.
  static func gIndices(_ a: [Double]) -> (variance: Double, first: [Double], total: [Double]) {
    let own: [Double] = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let product: Double = own.reduce(1) { $0 * (1 + $1) }
    let variance: Double = product - 1
    return (variance, own.map { $0 / variance }, own.map { $0 * product / (1 + $0) / variance })
  }

  /// A slope, a curve and an interaction, of three factors.
  static func curved(_ x: [Double]) -> Double {
    let interaction: Double = (2 * x[0] - 1) * x[2]
    return 2 * x[0] - 3 * x[1] * x[1] + interaction
  }
}
