import Testing

@testable import Estimation

/// Crossed designs against arithmetic done by hand and models whose components are known.
struct CrossedMomentsTests {
  /// A pure sum of a draw's and a future's effect: nothing is left for the rest.
  @Test func `A sum of two effects is taken apart exactly`() {
    let (a, b) = ([1.0, 3, 8], [10.0, 20, 60, 90])
    let values = a.flatMap { x in b.map { x + $0 } }
    let moments = CrossedMoments(values, draws: 3)
    #expect(moments.mean == 4 + 45)
    #expect(moments.drawMeans == [46, 48, 53])
    #expect(abs(moments.restVariance) < 1e-18)
    // Variances of (1, 3, 8) and (10, 20, 60, 90) with divisor n − 1.
    #expect(abs(moments.parameterVariance - 13) < 1e-12)
    #expect(abs(moments.futureVariance - 4100.0 / 3) < 1e-9)
    #expect(abs(moments.meanVariance - (13.0 / 3 + 4100.0 / 3 / 4)) < 1e-9)
    #expect(zip(moments.expectedByDraw, [46, 48, 53]).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  /// By hand for [[1, 2], [5, 0]].
  ///
  /// Row means 1.5 and 2.5, column means 3 and 1, mean 2; residuals
  /// ∓1.5: MS of rows 2 × 0.5 = 1, of columns 2 × 2 = 4, of the rest 9. Negative components are 0.
  @Test func `A table of two by two gives the mean squares of the textbook`() {
    let moments = CrossedMoments([1, 2, 5, 0], draws: 2)
    #expect(moments.drawSquare == 1 && moments.futureSquare == 4 && moments.restSquare == 9)
    #expect(moments.parameterVariance == 0 && moments.futureVariance == 0)
    #expect(moments.simulationVariance == 1 && moments.meanVariance == 1)
    #expect(moments.expectedByDraw == [2, 2])
  }

  @Test func `Draws that agree have the interval of futures alone`() {
    let futures = [0.3, 0.5, 0.4, 0.9, 0.1]
    let plain = Estimator(replications: 5).estimate(futures)
    let drawn = Estimator(replications: 5, draws: 3).estimate(futures + futures + futures)
    #expect(abs(plain.mean - drawn.mean) < 1e-15)
    #expect(abs(plain.standardError - drawn.standardError) < 1e-12)
    #expect(abs(plain.lower95 - drawn.lower95) < 1e-12)
    #expect(abs(plain.upper95 - drawn.upper95) < 1e-12)
  }

  /// Futures without luck: the interval is that of the quantiles over draws, however many futures.
  @Test func `Without luck the interval is that of the parameters`() {
    let draws = (0..<101).map { Double($0) / 100 }
    let estimate = Estimator(replications: 4, draws: 101).estimate(
      draws.flatMap { [$0, $0, $0, $0] })
    #expect(abs(estimate.mean - 0.5) < 1e-12)
    #expect(abs(estimate.lower95 - 0.025) < 1e-9)
    #expect(abs(estimate.upper95 - 0.975) < 1e-9)
    #expect(estimate.replications == 404)
  }

  @Test func `The chance over crossed draws is worth fewer replications than independent ones`() {
    // Half the draws always meet the limit, half never: four independent replications, not forty.
    let outcomes = (0..<4).flatMap { draw in [Bool](repeating: draw < 2, count: 10) }
    let crossed = WilsonInterval(outcomes: outcomes, draws: 4)
    let independent = WilsonInterval(successes: 20, trials: 40)
    #expect(crossed.probability == 0.5)
    #expect(crossed.upper95 - crossed.lower95 > 2 * (independent.upper95 - independent.lower95))
    let never = WilsonInterval(outcomes: [Bool](repeating: false, count: 40), draws: 4)
    #expect(never.lower95 == 0)
    #expect(never.upper95 == WilsonInterval(successes: 0, trials: 10).upper95)
    let plain = WilsonInterval(outcomes: [true, false, true], draws: 1)
    #expect(plain == WilsonInterval(successes: 2, trials: 3))
  }
}

/// Normal numbers of known components, from a counter hash so that they are the same everywhere.
private struct KnownComponents {
  let levels: SIMD3<Int>
  /// Standard deviations by set of factors, as in `VarianceComponents`.
  let deviations: [Double]

  private func normal(_ experiment: Int, _ set: Int, _ place: Int) -> Double {
    var sum = 0.0
    for turn in 0..<12 {
      var x = UInt64(experiment) &* 0x9E37_79B9_7F4A_7C15
      x ^= UInt64(set * 1_000_003 + place) &* 0xBF58_476D_1CE4_E5B9 ^ UInt64(turn) &<< 57
      for _ in 0..<2 {
        x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
        x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
        x ^= x >> 31
      }
      sum += Double(x >> 11) * 0x1p-53
    }
    return sum - 6
  }

  func values(_ experiment: Int) -> [Double] {
    (0..<levels[0] * levels[1] * levels[2]).map { cell in
      let places = [
        cell / (levels[1] * levels[2]), cell / levels[2] % levels[1], cell % levels[2],
      ]
      return (1..<8).reduce(10) { sum, set in
        let place = (0..<3).reduce(0) { set & 1 << $1 != 0 ? $0 * 100 + places[$1] + 1 : $0 }
        return sum + deviations[set] * normal(experiment, set, place)
      }
    }
  }
}

struct VarianceComponentsTests {
  /// Means over 400 experiments must be the components within four standard errors of those means:
  /// the estimators are unbiased, so nothing else may remain.
  @Test func `Components of a known model are found without bias`() {
    let known = KnownComponents(
      levels: SIMD3(6, 5, 4), deviations: [0, 2, 1, 0.5, 0.7, 0.3, 0.2, 0.4])
    let found = (0..<400).map {
      VarianceComponents(known.values($0), levels: known.levels).components
    }
    for set in 1..<8 {
      let moments = Moments(found.map { $0[set] })
      let error = (moments.variance / 400).squareRoot()
      #expect(
        abs(moments.mean - known.deviations[set] * known.deviations[set]) < 4 * error, "set \(set)")
    }
  }

  /// The variance of the means of the experiments is what the design claims, within 4 standard errors of
  /// a variance over 400 experiments (relative √(2/399)).
  @Test func `The error of the mean is that of the means`() {
    let known = KnownComponents(
      levels: SIMD3(6, 5, 4), deviations: [0, 1, 1, 0.5, 1, 0.3, 0.2, 0.4])
    let all = (0..<400).map { VarianceComponents(known.values($0), levels: known.levels) }
    let spread = Moments(all.map(\.mean)).variance
    let claimed = Moments(all.map(\.meanVariance)).mean
    #expect(abs(spread / claimed - 1) < 4 * (2.0 / 399).squareRoot())
  }

  @Test func `A factor that does nothing has no variance`() {
    let values = (0..<24).map { Double($0 / 12) }
    let parts = VarianceComponents(values, levels: SIMD3(2, 3, 4))
    #expect(abs(parts.components[1] - 0.5) < 1e-12)
    #expect((2..<8).allSatisfy { abs(parts.components[$0]) < 1e-12 })
    #expect(abs(parts.total - 0.5) < 1e-12)
  }
}
