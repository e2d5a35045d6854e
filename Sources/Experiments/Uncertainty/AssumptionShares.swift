import Estimation
import Households

/// How much of the variance of a figure over draws of the parameters rests on numbers of each origin.
///
/// Each number counts with the square of the rank correlation between its draws and the figure, less
/// what unrelated numbers would show, 1 / (D − 1) each. The error of a sum over n numbers is about
/// √(2 n) / (D − 1), so that few draws say nothing; interactions between numbers belong to none.
public struct AssumptionShares: Sendable {
  /// Numbers of an origin, their share of the variance, and two standard errors of it.
  public struct Share: Sendable, Hashable {
    /// Where the numbers come from.
    public let origin: Origin
    /// How many numbers were drawn.
    public let numbers: Int
    /// Share of the variance, around 0 if the numbers do nothing.
    public let share: Double
    /// Two standard errors of the share.
    public let reach: Double
  }

  /// By origin, from firm to weak; origins without a drawn number are left out.
  public let shares: [Share]

  /// The shares of the figure of the last year.
  ///
  /// - Parameters:
  ///   - draws: At least 3 draws and their figures.
  ///   - declared: The declarations, for the origin of each number.
  public init(_ draws: DrawTable, declared: [Parameter]) {
    let origins = Dictionary(uniqueKeysWithValues: declared.map { ($0.name, $0.origin) })
    let count = Double(draws.values.count)
    let figure = Self.ranks(draws.stocks.map { $0.last ?? .nan })
    var sums: [Origin: (numbers: Int, share: Double)] = [:]
    for (place, name) in draws.names.enumerated() {
      guard let origin = origins[name] else { continue }
      let correlation = Self.correlation(Self.ranks(draws.values.map { $0[place] }), figure)
      let own = correlation * correlation - 1 / (count - 1)
      let before = sums[origin] ?? (0, 0)
      sums[origin] = (before.numbers + 1, before.share + own)
    }
    shares = Origin.allCases.compactMap { origin in
      sums[origin].map {
        Share(
          origin: origin, numbers: $0.numbers, share: $0.share,
          reach: 2 * (2 * Double($0.numbers)).squareRoot() / (count - 1))
      }
    }
  }

  /// Ranks from 0; equal values share their mean rank.
  static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var first = 0
    while first < order.count {
      var last = first
      while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
      for place in first...last { ranks[order[place]] = Double(first + last) / 2 }
      first = last + 1
    }
    return ranks
  }

  /// Correlation; 0 where one side does not vary.
  static func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let (a, b) = (Moments(x), Moments(y))
    guard a.variance > 0, b.variance > 0 else { return 0 }
    let products = zip(x, y).reduce(0) { $0 + ($1.0 - a.mean) * ($1.1 - b.mean) }
    return products / Double(x.count - 1) / (a.variance * b.variance).squareRoot()
  }
}
