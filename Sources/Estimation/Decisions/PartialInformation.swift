/// What it would be worth to know one uncertain factor before choosing (EVPPI).
///
/// Draws are sorted by the factor and cut into blocks of equal size, in which the factor hardly varies:
///
///     value = Σ_b (J_b / N) max_k mean of NB[k] in block b  −  max_k mean of NB[k]
///
/// The largest of noisy block means is too large on average, the more so the more blocks there are. The same
/// figure for the factor in random order, where the truth is 0, measures that, and is taken off. For a factor
/// that decides much, little noise turns a decision and too much is taken off; `raw` is the other end.
///
/// Source: M. Strong and J. E. Oakley, "An efficient method for computing single-parameter partial expected
/// value of perfect information", *Medical Decision Making* 33(6), 2013.
public struct PartialInformation: Sendable, Hashable {
  /// How the figure is computed.
  public struct Rules: Sendable, Hashable {
    /// Number of blocks; 10 to 30 are usual.
    public var blocks: Int
    /// Random orders that measure the bias.
    public var orders: Int
    /// Resamples of the draws for the standard error.
    public var resamples: Int
    /// Key of orders and resamples.
    public var seed: UInt64

    /// Rules; at least one block and one order.
    public init(blocks: Int = 20, orders: Int = 20, resamples: Int = 200, seed: UInt64 = 0) {
      precondition(blocks > 0 && orders > 0 && resamples >= 0, "a block and an order at least")
      (self.blocks, self.orders, self.resamples) = (blocks, orders, resamples)
      self.seed = seed
    }
  }

  /// The value less its bias, in the unit of the net benefit; negative if too small to be seen.
  public let value: Double
  /// The value as blocks give it, not negative.
  public let raw: Double
  /// The same for the factor in random order, averaged over orders.
  public let bias: Double
  /// Standard error of the value: over resamples of the draws, and of the bias over orders.
  public let standardError: Double

  /// The value of knowing a factor.
  ///
  /// - Parameters:
  ///   - factor: The factor in each draw, finite; shape `[N]`. Equal values stay in the order of the draws.
  ///   - netBenefit: Net benefit by policy and draw (`CostEffectiveness.netBenefit`); shape
  ///     `[policies][N]`.
  ///   - rules: How it is computed; at most *N* blocks.
  public init(factor: [Double], netBenefit: [[Double]], rules: Rules = Rules()) {
    let draws = factor.count
    precondition(
      !netBenefit.isEmpty && netBenefit.allSatisfy { $0.count == draws }, "one value per draw")
    precondition(rules.blocks <= draws, "no more blocks than draws")
    let order = (0..<draws).sorted { (factor[$0], $0) < (factor[$1], $1) }
    let samples = StateResamples(states: draws, seed: rules.seed)
    raw = Self.value(order, netBenefit, rules.blocks)
    let biases = Moments(
      (0..<rules.orders).map { Self.value(samples.order($0), netBenefit, rules.blocks) })
    bias = biases.mean
    value = raw - biases.mean
    let place = Self.places(order)
    let spread = Moments(
      (0..<rules.resamples).map { sample in
        let drawn = samples.withReplacement(sample).map { place[$0] }
        return Self.value(Self.sorted(drawn).map { order[$0] }, netBenefit, rules.blocks)
      })
    let biasError = rules.orders > 1 ? biases.variance / Double(rules.orders) : 0
    standardError = (spread.variance + biasError).squareRoot()
  }

  /// The value of blocks of draws in an order.
  private static func value(_ order: [Int], _ netBenefit: [[Double]], _ blocks: Int) -> Double {
    let count = order.count
    var known = 0.0
    var totals = [Double](repeating: 0, count: netBenefit.count)
    for block in 0..<blocks {
      let range = order[block * count / blocks..<(block + 1) * count / blocks]
      var best = -Double.infinity
      for (policy, values) in netBenefit.enumerated() {
        var sum = 0.0
        for draw in range { sum += values[draw] }
        totals[policy] += sum
        best = max(best, sum)
      }
      known += best
    }
    return (known - totals.reduce(-.infinity, max)) / Double(count)
  }

  /// Place of each draw in an order.
  private static func places(_ order: [Int]) -> [Int] {
    var places = order
    for (place, draw) in order.enumerated() { places[draw] = place }
    return places
  }

  /// Places in ascending order, by counting them.
  private static func sorted(_ places: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: places.count)
    for place in places { counts[place] += 1 }
    return counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
  }
}
