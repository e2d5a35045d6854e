/// Moments of values that two factors cross: parameter draws and possible futures.
///
/// Every draw of the parameters meets the same futures, so with
///
///     y[d, r] = μ + a[d] + b[r] + e[d, r]
///
/// the mean squares MS of draws, futures and rest have the expectations
///
///     MS_a = σ_e² + R σ_a²      MS_b = σ_e² + D σ_b²      MS_e = σ_e²
///
/// which give unbiased estimates of the variances of the parameters σ_a², of the futures σ_b², and of
/// their interplay σ_e².
///
/// Source: S. R. Searle, G. Casella and C. E. McCulloch, *Variance Components*, Wiley 1992, chapter 4
/// (two-way crossed classification with one observation a cell).
public struct CrossedMoments: Sendable, Hashable {
  /// Number of draws *D*.
  public let draws: Int
  /// Number of futures *R* of each draw.
  public let futures: Int
  /// Mean of all values.
  public let mean: Double
  /// Mean of each draw over the futures; shape `[D]`.
  public let drawMeans: [Double]
  /// Third central moment of the means of each future over the draws.
  public let futureThirdMoment: Double
  /// Mean square of draws; NaN with one draw, as the rest.
  public let drawSquare: Double
  /// Mean square of futures; NaN with one future, as the rest.
  public let futureSquare: Double
  /// Mean square of the rest.
  public let restSquare: Double

  /// Moments of values in the order of draws and, within each, of futures; shape `[D × R]`.
  public init(_ values: [Double], draws: Int) {
    precondition(draws > 0 && values.count % draws == 0, "as many futures in each draw")
    let futures = values.count / draws
    (self.draws, self.futures) = (draws, futures)
    let rows = (0..<draws).map { draw in
      Moments(Array(values[draw * futures..<(draw + 1) * futures])).mean
    }
    let columns = (0..<futures).map { future in
      Moments((0..<draws).map { values[$0 * futures + future] }).mean
    }
    let mean = Moments(rows).mean
    var rest = 0.0
    for draw in 0..<draws {
      for future in 0..<futures {
        let residual = values[draw * futures + future] - rows[draw] - columns[future] + mean
        rest += residual * residual
      }
    }
    self.mean = mean
    drawMeans = rows
    drawSquare = Moments(rows).variance * Double(futures)
    let byFuture = Moments(columns)
    futureSquare = byFuture.variance * Double(draws)
    futureThirdMoment = byFuture.thirdMoment
    restSquare = rest / Double((draws - 1) * (futures - 1))
  }

  /// Variance of the expected value over parameters; 0 where the estimate is negative.
  public var parameterVariance: Double { max(0, (drawSquare - restSquare) / Double(futures)) }
  /// Variance over futures that all draws share; 0 where the estimate is negative.
  public var futureVariance: Double { max(0, (futureSquare - restSquare) / Double(draws)) }
  /// Variance of what is left: how differently draws take the same future.
  public var restVariance: Double { restSquare }

  /// Variance of the mean for these draws of the parameters: what more futures would reduce.
  ///
  /// It has *R* − 1 degrees of freedom.
  public var simulationVariance: Double { futureSquare / Double(draws * futures) }

  /// Variance of the mean over draws and futures alike.
  public var meanVariance: Double {
    let sum = drawSquare + futureSquare - restSquare
    return max(sum, max(drawSquare, futureSquare)) / Double(draws * futures)
  }

  /// Expected value of each draw, less the spread that few futures add: the means, drawn towards the
  /// overall mean so that their variance is that of the parameters.
  public var expectedByDraw: [Double] {
    guard drawSquare > 0 else { return drawMeans }
    let kept = (max(0, drawSquare - restSquare) / drawSquare).squareRoot()
    return drawMeans.map { mean + kept * ($0 - mean) }
  }
}
