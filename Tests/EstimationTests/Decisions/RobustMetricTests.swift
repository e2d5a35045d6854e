import Estimation
import Testing

struct RobustMetricTests {
  private static let small = OutcomeTable([[1, 2, 3, 4], [4, 4, 0, 5], [2, 2, 2, 10]])

  /// Worked by hand.
  ///
  /// Best by state: 1, 2, 0, 4.
  @Test func `Regret is the distance from the best policy of the same state`() {
    #expect(Self.small.regrets == [[0, 0, 3, 0], [3, 2, 0, 1], [1, 0, 2, 6]])
    #expect(Self.small.values(.worstRegret) == [3, 3, 6])
    let quantile = Self.small.values(.regretQuantile(0.9))
    for (found, value) in zip(quantile, [2.1, 2.7, 4.8]) {
      #expect((found - value).magnitude < 1e-12)
    }
  }

  @Test func `Figures of outcomes match cases worked by hand`() {
    #expect(Self.small.values(.mean) == [2.5, 3.25, 4])
    #expect(Self.small.values(.worst) == [4, 5, 10])
    #expect(Self.small.values(.quantile(0.5)) == [2.5, 4, 2])
    #expect(Self.small.values(.tailMean(0.5)) == [3.5, 4.5, 6])
    #expect(Self.small.values(.tailMean(1)) == [2.5, 3.25, 4])
    // 0.375 of 4 states is one and a half: (10 + 2 / 2) / 1.5.
    #expect((Self.small.values(.tailMean(0.375))[2] - 22.0 / 3).magnitude < 1e-12)
    #expect(Self.small.values(.hurwicz(0.75)) == [3.25, 3.75, 8])
    // Above the medians 2.5, 4 and 2: (0.5 + 1.5) / 4, 1 / 4, 8 / 4.
    #expect(Self.small.values(.undesirableDeviation) == [0.5, 0.25, 2])
  }

  /// A share of 0.1 of 30 states is a little more than 3 in binary numbers.
  @Test func `The worst tenth of 30 states is three states`() {
    let table = OutcomeTable([(1...30).map(Double.init)])
    #expect((table.values(.tailMean(0.1))[0] - 29).magnitude < 1e-12)
  }

  /// numpy 2.4.6 (`quantile`, `median`).
  ///
  /// Tolerance 1e-12: a few roundings.
  @Test func `Figures agree with numpy on a stored case`() throws {
    let stored = try DecisionCases.stored().robust
    let table = OutcomeTable(DecisionCases.raceTable().map { Array($0.prefix(37)) })
    for (metric, expected) in [
      (RobustMetric.mean, stored.mean), (.quantile(0.9), stored.p90),
      (.worstRegret, stored.worstRegret), (.regretQuantile(0.9), stored.regret90),
      (.undesirableDeviation, stored.deviation),
    ] {
      for (found, value) in zip(table.values(metric), expected) {
        #expect((found - value).magnitude < 1e-12, "\(metric)")
      }
    }
  }

  @Test func `A policy satisfices where it keeps every limit`() {
    let rate = [[1.0, 2, 3, 4], [0, 5, 5, 1]]
    let money = [[9.0, 9, 1, 9], [9, 9, 9, 1]]
    let rates = Satisficing.Limit(outcomes: rate, limit: 3)
    #expect(Satisficing([rates]).shares == [0.75, 0.5])
    let both = Satisficing([rates, .init(outcomes: money, limit: 5, side: .atLeast)])
    #expect(both.isKept == [[true, true, false, false], [true, false, false, false]])
    let ranking = both.ranking(resamples: 400)
    #expect(ranking.best == 0 && ranking.figures.map(\.value) == [0.5, 0.25])
    #expect(ranking.bestShares[0] > ranking.bestShares[1])
    #expect((ranking.bestShares.reduce(0, +) - 1).magnitude < 1e-12)
  }

  /// The bootstrap's standard error of a mean is s √((S − 1) / S) / √S in the limit of many resamples; with
  /// 2,000 its own error is 1.6 %.
  @Test func `The bootstrap error of a mean is that of the formula`() {
    let values = DecisionCases.part(2, 60)
    let ranking = OutcomeTable([values, values.map { $0 + 1 }]).ranking(.mean, resamples: 2000)
    let moments = Moments(values)
    let expected = (moments.variance * 59 / 60 / 60).squareRoot()
    let figure = ranking.figures[0]
    #expect((figure.standardError / expected - 1).magnitude < 0.06)
    #expect((figure.upper95 - figure.value - 1.96 * expected).magnitude < 0.2 * expected)
    #expect((figure.value - figure.lower95 - 1.96 * expected).magnitude < 0.2 * expected)
    // States are resampled for all policies together, so a constant difference never turns.
    #expect(ranking.best == 0 && ranking.bestShares == [1, 0])
    #expect(
      (ranking.figures[1].standardError / figure.standardError - 1).magnitude < 1e-9)
  }

  @Test func `The seed alone decides the resamples`() {
    let first = Self.small.ranking(.mean, resamples: 50, seed: 0)
    #expect(first == Self.small.ranking(.mean, resamples: 50, seed: 0))
    #expect(first != Self.small.ranking(.mean, resamples: 50, seed: 1))
  }
}
