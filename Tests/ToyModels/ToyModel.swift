import Randomness

/// A model of one yearly rate that is so simple that its expected value is known.
///
/// 10,000 persons, each of whom falls with a chance that all persons of a year share. Its expected
/// value is 0.3 %, the limit of the plan. A reform meets the same years and the same persons: whoever
/// falls under the reform falls without it too.
public struct ToyModel: Sendable, Hashable {
  /// How the years differ.
  public enum Years: String, Sendable, Hashable, CaseIterable {
    /// Every year alike: only the luck of independent households. The reform spares 30 % of the cases.
    case alike
    /// A lognormal chance with a standard deviation of 1.4 means, as of good and bad harvests. The
    /// reform spares 30 % of the cases.
    case moderate
    /// One year in twenty has a drought, with ten times the chance of other years. The reform is an
    /// insurance: it spares half of the cases of droughts and none else.
    case rare
    /// The same with a drought in one year of fifty: with 200 replications, about four droughts.
    case veryRare

    /// The kinds on which the program's intervals must hold with 200 replications.
    public static let required: [Years] = [.alike, .moderate, .rare]
  }

  /// How the years differ.
  public let years: Years
  /// Persons of each year.
  public let persons = 10_000
  /// Expected rate.
  public let rate = 0.003
  /// Standard deviation of the moderate chance in means.
  private static let spread = 1.4
  private static let droughtFactor = 10.0
  private let droughtChance: Double
  private let logVariance: Double
  private let quietRate: Double

  /// A model with years of one kind.
  public init(_ years: Years) {
    self.years = years
    droughtChance = years == .veryRare ? 0.02 : 0.05
    logVariance = Elementary.log(1 + Self.spread * Self.spread)
    quietRate = rate / (1 + droughtChance * (Self.droughtFactor - 1))
  }

  /// Expected rate under the reform minus expected rate without.
  public var difference: Double {
    hasDroughts
      ? -droughtChance * Self.droughtFactor * quietRate * spared : -rate * spared
  }

  /// Share of the cases that the reform spares, in years in which it acts.
  private var spared: Double { hasDroughts ? 0.5 : 0.3 }

  private var hasDroughts: Bool { years == .rare || years == .veryRare }

  /// Rates of one year without and with the reform.
  public func year(_ numbers: inout RandomNumbers) -> (baseline: Double, reform: Double) {
    var chance = rate
    var isReached = true
    switch years {
    case .alike: break
    case .moderate:
      chance *= Elementary.exp(logVariance.squareRoot() * numbers.normal() - logVariance / 2)
    case .rare, .veryRare:
      isReached = numbers.uniform() < droughtChance
      chance = quietRate * (isReached ? Self.droughtFactor : 1)
    }
    let cases = numbers.binomial(trials: persons, probability: min(chance, 1))
    let fewer = isReached ? numbers.binomial(trials: cases, probability: spared) : 0
    return (Double(cases) / Double(persons), Double(cases - fewer) / Double(persons))
  }

  /// Rates of many years; shape `[R]` each.
  public func replications(
    _ count: Int, _ numbers: inout RandomNumbers
  ) -> (baseline: [Double], reform: [Double]) {
    var (baseline, reform): ([Double], [Double]) = ([], [])
    baseline.reserveCapacity(count)
    reform.reserveCapacity(count)
    for _ in 0..<count {
      let year = year(&numbers)
      baseline.append(year.baseline)
      reform.append(year.reform)
    }
    return (baseline, reform)
  }
}
