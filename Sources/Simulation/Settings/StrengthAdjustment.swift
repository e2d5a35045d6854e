import Households

/// Factors on the strengths of mechanisms in one county, moved once a year by the scenario's rules.
struct StrengthAdjustment: Sendable {
  private var factors: [Double]

  /// No rule has moved anything.
  static let none = StrengthAdjustment(factors: [Double](repeating: 1, count: Mechanism.count))

  /// The factor of a mechanism; 1 for as written.
  subscript(mechanism: Mechanism) -> Double {
    get { factors[mechanism.position] }
    set { factors[mechanism.position] = newValue }
  }
}
