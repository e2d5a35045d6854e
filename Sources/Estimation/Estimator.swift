import NumericalMethods

/// Turns one value per replication into an estimate.
///
/// The replication is the sampling unit, because the households of one replication share its
/// droughts and prices. The standard error of the mean and its interval are
///
///     SE² = s² / R + v          interval = Student's with ν degrees of freedom, corrected for skewness
///     ν   = (s²/R + v)² / ( (s²/R)² / (R − 1) + v² / ν_v )
///
/// with s² the variance over replications and v the error of a sample of households (0 for a
/// complete population, which leaves ν = R − 1). ν is the Welch–Satterthwaite number of degrees of
/// freedom; the correction is that of ``MeanError``. With one replication neither is known, and both
/// are NaN; quantiles are those of single futures.
///
/// With several draws of the parameters, each of which meets the same futures, the interval is that of
/// the expected value under what is believed about the parameters: the 2.5 and 97.5 % quantiles of
/// the expected value over draws (`CrossedMoments.expectedByDraw`), each moved outwards by the
/// error of simulation, with the squares of both distances added.
///
/// Sources: F. E. Satterthwaite, *Biometrics Bulletin* 2(6), 1946; B. L. Welch, *Biometrika* 34,
/// 1947.
public struct Estimator: Sendable {
  /// Number of replications *R* of each draw of the parameters.
  public let replications: Int
  /// Number of draws of the parameters *D*; 1 for the declared values alone.
  public let draws: Int
  /// Share of the distribution inside intervals.
  public static let confidence = 0.95
  /// Without an error of households all estimates have the same quantile, which is slow to find.
  private let plainQuantile: Double

  /// An estimator for a number of replications, at least 1, of each of some draws of the parameters;
  /// with several draws at least 2.
  public init(replications: Int, draws: Int = 1) {
    precondition(replications > 0 && draws > 0, "there must be a replication")
    self.replications = replications
    self.draws = draws
    plainQuantile =
      replications > 1 ? Self.quantile(degreesOfFreedom: Double(replications - 1)) : .nan
  }

  /// The estimate of an expected value.
  ///
  /// - Parameters:
  ///   - values: One value per replication, finite; shape `[R]`, or `[D × R]` draw by draw.
  ///   - household: What a sample of households adds.
  ///   - isNonNegative: Whether the quantity cannot be negative, so that the interval ends at 0 rather
  ///     than below it.
  /// - Returns: Mean, error, interval and quantiles, in the unit of the values.
  public func estimate(
    _ values: [Double], household: HouseholdError = .none, isNonNegative: Bool = false
  ) -> Estimate {
    precondition(values.count == replications * draws, "one value per replication")
    if draws > 1 {
      return overDraws(values, household: household, isNonNegative: isNonNegative)
    }
    let moments = Moments(values)
    let error = MeanError(
      variance: moments.variance, thirdMoment: moments.thirdMoment, replications: replications,
      household: household)
    let reach = error.reach(quantile: household.variance == 0 ? plainQuantile : nil)
    return Self.estimate(
      values, mean: moments.mean, variance: error.variance, lower: moments.mean - reach.below,
      upper: moments.mean + reach.above, skewness: error.skewness, isNonNegative: isNonNegative)
  }

  private func overDraws(
    _ values: [Double], household: HouseholdError, isNonNegative: Bool
  ) -> Estimate {
    let moments = CrossedMoments(values, draws: draws)
    let simulation = MeanError(
      variance: moments.simulationVariance * Double(replications),
      thirdMoment: moments.futureThirdMoment, replications: replications, household: household)
    let reach = simulation.reach()
    let ascending = moments.expectedByDraw.sorted()
    let tail = (1 - Self.confidence) / 2
    func distance(_ probability: Double, _ reach: Double) -> Double {
      let own = Quantiles.quantile(probability, ascending: ascending) - moments.mean
      return (own * own + reach * reach).squareRoot()
    }
    let parameters = moments.parameterVariance * (1 + 1 / Double(draws))
    return Self.estimate(
      values, mean: moments.mean, variance: parameters + simulation.variance,
      lower: moments.mean - distance(tail, reach.below),
      upper: moments.mean + distance(1 - tail, reach.above), skewness: simulation.skewness,
      isNonNegative: isNonNegative)
  }

  private static func estimate(
    _ values: [Double], mean: Double, variance: Double, lower: Double, upper: Double,
    skewness: Double, isNonNegative: Bool
  ) -> Estimate {
    let ascending = values.sorted()
    return Estimate(
      // Not max(0, x), which would turn NaN into 0.
      mean: mean, standardError: variance.squareRoot(),
      lower95: isNonNegative && lower < 0 ? 0 : lower, upper95: upper,
      p05: Quantiles.quantile(0.05, ascending: ascending),
      p25: Quantiles.quantile(0.25, ascending: ascending),
      p50: Quantiles.quantile(0.50, ascending: ascending),
      p75: Quantiles.quantile(0.75, ascending: ascending),
      p95: Quantiles.quantile(0.95, ascending: ascending), replications: values.count,
      skewness: skewness)
  }

  /// Welch–Satterthwaite: degrees of freedom of a sum of two variances.
  static func effectiveDegreesOfFreedom(
    _ first: Double, _ firstDegrees: Double, _ second: Double, _ secondDegrees: Double
  ) -> Double {
    let sum = first + second
    return sum * sum / (first * first / firstDegrees + second * second / secondDegrees)
  }

  /// Half of the interval of a mean with a known squared standard error and many degrees of freedom.
  public static func halfWidth(variance: Double) -> Double {
    Distributions.normalQuantile((1 + confidence) / 2) * variance.squareRoot()
  }

  /// Quantile of Student's distribution for a two-sided interval.
  static func quantile(degreesOfFreedom: Double) -> Double {
    Distributions.studentTQuantile((1 + confidence) / 2, degreesOfFreedom: degreesOfFreedom)
  }
}
