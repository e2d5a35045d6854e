import Estimation
import NumericalMethods

/// How often intervals hold the truth of a toy model.
public struct CoverageExperiment: Sendable {
  /// Shares of experiments in which an interval holds the truth, lies below it, or above it.
  public struct Shares: Sendable, Hashable {
    private var tooLow = 0
    private var tooHigh = 0

    /// Number of experiments.
    public private(set) var experiments = 0
    /// The whole interval is below the truth.
    public var below: Double { Double(tooLow) / Double(experiments) }
    /// The whole interval is above the truth.
    public var above: Double { Double(tooHigh) / Double(experiments) }
    /// The truth is inside.
    public var covered: Double {
      Double(experiments - tooLow - tooHigh) / Double(experiments)
    }

    mutating func count(_ lower: Double, _ upper: Double, truth: Double) {
      experiments += 1
      if upper < truth { tooLow += 1 }
      if lower > truth { tooHigh += 1 }
    }
  }

  /// The rate, with the interval of the program.
  public private(set) var rate = Shares()
  /// The paired difference, with the interval of the program.
  public private(set) var difference = Shares()
  /// The rate, with Student's interval.
  public private(set) var plainRate = Shares()
  /// The paired difference, with Student's interval.
  public private(set) var plainDifference = Shares()
  /// The rate, in experiments whose mean rests on enough rare events, so that no warning is due.
  public private(set) var unwarnedRate = Shares()
  private var count = 0
  private var sumOfRates = 0.0
  private var sumOfReplications = 0

  /// Mean of the rate over experiments, which a stopping rule may bias.
  public var meanRate: Double { sumOfRates / Double(count) }
  /// Mean number of replications.
  public var meanReplications: Double { Double(sumOfReplications) / Double(count) }

  /// Experiments with a fixed number of replications.
  public init(_ model: ToyModel, replications: Int, experiments: Int, seed: UInt64) {
    var numbers = RandomNumbers(seed: seed)
    for _ in 0..<experiments {
      let runs = model.replications(replications, &numbers)
      judge(model, runs)
    }
  }

  /// Experiments with a fixed number of replications and an interval that the program does not use,
  /// which stands where Student's interval stands otherwise.
  public init(
    _ model: ToyModel, _ interval: OtherInterval, replications: Int, experiments: Int, seed: UInt64
  ) {
    var numbers = RandomNumbers(seed: seed)
    var resampling = RandomNumbers(seed: ~seed)
    for _ in 0..<experiments {
      let runs = model.replications(replications, &numbers)
      let rate = interval.ends(runs.baseline, &resampling)
      let difference = interval.ends(
        zip(runs.reform, runs.baseline).map { $0 - $1 }, &resampling)
      plainRate.count(rate.lower, rate.upper, truth: model.rate)
      plainDifference.count(
        difference.lower, difference.upper, truth: model.difference)
    }
  }

  /// Experiments each of which is stopped by the precision of its own rate, or of its difference.
  public init(
    _ model: ToyModel, rule: PrecisionRule, ofDifference: Bool = false, experiments: Int,
    seed: UInt64
  ) {
    var numbers = RandomNumbers(seed: seed)
    for _ in 0..<experiments {
      var runs: (baseline: [Double], reform: [Double]) = ([], [])
      var next: Int? = rule.start
      while let replications = next {
        let more = model.replications(replications - runs.baseline.count, &numbers)
        runs.baseline += more.baseline
        runs.reform += more.reform
        let estimator = Estimator(replications: replications)
        next = rule.next(
          after: ofDifference
            ? PairedDifference(
              baseline: runs.baseline, reform: runs.reform, estimator: estimator
            ).estimate : estimator.estimate(runs.baseline, isNonNegative: true))
      }
      judge(model, runs)
    }
  }

  private mutating func judge(
    _ model: ToyModel, _ runs: (baseline: [Double], reform: [Double])
  ) {
    let replications = runs.baseline.count
    let estimator = Estimator(replications: replications)
    let rate = estimator.estimate(runs.baseline, isNonNegative: true)
    let difference = PairedDifference(
      baseline: runs.baseline, reform: runs.reform, estimator: estimator
    ).estimate
    if rate.effectiveEvents >= Double(Estimate.fewestEvents) {
      unwarnedRate.count(rate.lower95, rate.upper95, truth: model.rate)
    }
    self.rate.count(rate.lower95, rate.upper95, truth: model.rate)
    self.difference.count(
      difference.lower95, difference.upper95, truth: model.difference)
    let quantile = Distributions.studentTQuantile(
      0.975, degreesOfFreedom: Double(replications - 1))
    let reach = quantile * rate.standardError
    plainRate.count(
      rate.mean - reach, rate.mean + reach, truth: model.rate)
    let otherReach = quantile * difference.standardError
    plainDifference.count(
      difference.mean - otherReach, difference.mean + otherReach, truth: model.difference)
    count += 1
    sumOfRates += rate.mean
    sumOfReplications += replications
  }
}
