import CGSL

/// Switches off the library's handler, which would abort the process, once and before first use.
private let errorHandlerIsOff: Bool = {
  gsl_set_error_handler_off()
  return true
}()

/// Quantiles and probabilities from the GNU Scientific Library.
public enum Distributions {
  /// Quantile of Student's t distribution.
  ///
  /// - Parameters:
  ///   - probability: Lower-tail probability in (0, 1).
  ///   - degreesOfFreedom: Positive.
  /// - Returns: The quantile; NaN if a parameter is NaN.
  public static func studentTQuantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
    precondition(errorHandlerIsOff)
    return gsl_cdf_tdist_Pinv(probability, degreesOfFreedom)
  }

  /// Quantile of the standard normal distribution at a lower-tail probability in (0, 1).
  public static func normalQuantile(_ probability: Double) -> Double {
    gsl_cdf_ugaussian_Pinv(probability)
  }

  /// Distribution function of the standard normal.
  public static func normalProbability(below x: Double) -> Double { gsl_cdf_ugaussian_P(x) }

  /// Quantile of the beta distribution.
  public static func betaQuantile(_ probability: Double, _ a: Double, _ b: Double) -> Double {
    precondition(errorHandlerIsOff)
    return gsl_cdf_beta_Pinv(probability, a, b)
  }

  /// Chance of at most a number of successes in independent trials.
  ///
  /// - Parameters:
  ///   - successes: Number of successes; a negative number has chance 0.
  ///   - trials: Number of trials, not negative.
  ///   - probability: Chance of a success in each, in [0, 1].
  /// - Returns: The chance.
  public static func binomialProbability(
    atMost successes: Int, trials: Int, probability: Double
  ) -> Double {
    precondition(errorHandlerIsOff)
    if successes < 0 { return 0 }
    if successes >= trials { return 1 }
    return gsl_cdf_binomial_P(UInt32(successes), probability, UInt32(trials))
  }

  /// Chance that a value of Student's t distribution is at least this far from 0 on either side.
  ///
  /// - Parameters:
  ///   - distance: Not negative.
  ///   - degreesOfFreedom: Positive.
  /// - Returns: The chance; NaN if a parameter is NaN.
  public static func studentTProbability(beyond distance: Double, degreesOfFreedom: Double)
    -> Double
  {
    precondition(errorHandlerIsOff)
    // Infinite degrees of freedom make the library's formula ∞/∞.
    guard degreesOfFreedom < .infinity else { return 2 * gsl_cdf_ugaussian_Q(distance) }
    return 2 * gsl_cdf_tdist_Q(distance, degreesOfFreedom)
  }

  /// Chance of at least so many successes among independent trials.
  ///
  /// - Parameters:
  ///   - successes: 0 to `trials`.
  ///   - trials: Not negative.
  ///   - probability: Chance of each success, in [0, 1].
  /// - Returns: The chance.
  public static func binomialProbability(
    atLeast successes: Int, trials: Int, probability: Double
  ) -> Double {
    precondition(successes >= 0 && successes <= trials, "0 ≤ successes ≤ trials")
    precondition(errorHandlerIsOff)
    if successes == 0 { return 1 }
    if probability <= 0 { return 0 }
    if probability >= 1 { return 1 }
    return gsl_cdf_binomial_Q(UInt32(successes - 1), probability, UInt32(trials))
  }
}
