import Foundation
import Households
import NumericalMethods

/// What a threshold on the scale of scores is as a parameter of a scenario, which people read.
///
/// The inverse of the alert's threshold, and the links of the fitted designs.
///
/// Model equation (23.2).
struct ThresholdScale: Sendable {
  let design: TuneQuestion.Design
  let parameter: Parameter
  /// Spread of log income that the index by income supposes.
  private let spread: Double

  /// The scale of a design in a scenario.
  init(_ design: TuneQuestion.Design, in scenario: Scenario, at month: Month) {
    guard let parameter = scenario.parameters.declaration(of: design.thresholdParameter),
      let spread = scenario.parameters.value(of: "vulnerability_index.spread", at: month)
    else { preconditionFailure("the baseline has been simulated with these parameters") }
    (self.design, self.parameter, self.spread) = (design, parameter, spread)
  }

  /// The parameter with four significant digits; `nil` where it cannot have such a value.
  func value(score: Double) -> Double? {
    let exact: Double
    switch design {
    case .income:
      guard score < 0 else { return nil }
      exact = Distributions.normalProbability(below: -log(-score) / spread)
    case .twentyVariables: exact = 1 / (1 + exp(-score))
    case .expectedPoverty: exact = Distributions.normalProbability(below: score)
    case .fourLooks, .twelveIndicators, .threeDimensions: exact = score
    }
    guard exact.isFinite, exact != 0 else { return nil }
    let unit = pow(10, (log10(exact.magnitude)).rounded(.down) - 3)
    let value = (exact / unit).rounded() * unit
    return parameter.valid.contains(value) ? value : nil
  }
}
