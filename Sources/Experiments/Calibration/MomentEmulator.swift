import Estimation
import Randomness

/// A fast stand-in for the simulation of one moment: a Gaussian process over the fitted parameters.
///
/// The figure or its logarithm is emulated, whichever predicts points that were left out better.
public struct MomentEmulator: Sendable {
  private let process: GaussianProcess?
  private let isLogarithm: Bool
  private let fallback: Double
  /// Root mean square of what is missed at points that were left out, in the unit of the moment; it
  /// holds the error of few futures too.
  public let error: Double
  /// Share of the variance over the points that is predicted where they were left out.
  public let explained: Double

  /// What is tried for the smooth rest (variance, length) and for the noise.
  private static let shapes: [(smooth: Double, length: Double)] = [(0.3, 1), (1, 1), (1, 2)]
  private static let noises = [0.003, 0.02, 0.1, 0.4]
  private static let slopeVariance = 0.3
  private static let curvatureVariance = 0.1
  /// A parameter whose slope is below this share of the largest takes no part in the smooth rest.
  private static let leastSlope = 0.05

  /// Fits an emulator; points whose figure does not exist are left out.
  ///
  /// - Parameters:
  ///   - coordinates: Points; shape `[points][inputs]`.
  ///   - values: The figure at each.
  init(_ coordinates: [[Double]], _ values: [Double]) {
    let known = values.indices.filter { values[$0].isFinite }
    let (x, y) = (known.map { coordinates[$0] }, known.map { values[$0] })
    let rows = x.flatMap { $0 }
    let mean = y.isEmpty ? .nan : y.reduce(0, +) / Double(y.count)
    let variance = y.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(y.count, 1))
    var best: (process: GaussianProcess, isLogarithm: Bool, square: Double)?
    for isLogarithm in [false, true] where !isLogarithm || y.allSatisfy({ $0 > 0 }) {
      let responses = isLogarithm ? y.map(Elementary.log) : y
      for process in Self.processes(rows, responses, inputs: coordinates.first?.count ?? 0) {
        let guesses = isLogarithm ? process.leftOut.map(Elementary.exp) : process.leftOut
        let square =
          zip(guesses, y).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Double(y.count)
        if square < best?.square ?? .infinity { best = (process, isLogarithm, square) }
      }
    }
    process = best?.process
    isLogarithm = best?.isLogarithm ?? false
    fallback = mean
    let square = best?.square ?? variance
    error = square.squareRoot()
    explained = variance > 0 ? 1 - square / variance : 0
  }

  /// Processes of all shapes and noises; the smooth rest knows which parameters matter from a first
  /// process without it.
  private static func processes(
    _ rows: [Double], _ responses: [Double], inputs: Int
  ) -> [GaussianProcess] {
    func kernel(_ smooth: Double, _ length: Double, _ noise: Double, _ relevance: [Double])
      -> GaussianProcess.Kernel
    {
      GaussianProcess.Kernel(
        linear: slopeVariance, quadratic: curvatureVariance, smooth: smooth, length: length,
        relevance: relevance, noise: noise)
    }
    let none = [Double](repeating: 0, count: inputs)
    let plain = noises.compactMap {
      GaussianProcess(rows: rows, responses: responses, kernel: kernel(0, 1, $0, none))
    }
    guard let first = plain.first else { return [] }
    let sizes = first.standardSlopes.map(abs)
    let largest = max(sizes.max() ?? 0, 1e-9)
    let relevance = sizes.map { $0 < leastSlope * largest ? 0 : $0 / largest }
    return plain
      + shapes.flatMap { shape in
        noises.compactMap {
          GaussianProcess(
            rows: rows, responses: responses,
            kernel: kernel(shape.smooth, shape.length, $0, relevance))
        }
      }
  }

  /// The figure at a point in the emulators' coordinates.
  func value(at x: [Double]) -> Double {
    guard let process else { return fallback }
    let mean = process.mean(at: x)
    return isLogarithm ? Elementary.exp(mean) : mean
  }

  /// How the figure moves with each parameter alone: share of its variance over the points, with the
  /// sign of the move from the lower to the upper end.
  ///
  /// - Parameter points: Points over which the other parameters vary.
  /// - Returns: One share an input, between −1 and 1 but for rounding.
  func mainEffects(_ points: [[Double]]) -> [Double] {
    guard let first = points.first else { return [] }
    let spread = Moments(points.map(value)).variance
    let steps = 7
    return first.indices.map { input in
      guard spread > 0 else { return 0 }
      let ends = points.map { $0[input] }.sorted()
      let means = (0..<steps).map { step in
        // The middles of equal parts, so that their variance is that of the points but for 1 / steps².
        let own = Quantiles.quantile((Double(step) + 0.5) / Double(steps), ascending: ends)
        return Moments(
          points.map { point in
            var moved = point
            moved[input] = own
            return value(at: moved)
          }
        ).mean
      }
      let share = WeightedSample(means).deviation * WeightedSample(means).deviation / spread
      return means[steps - 1] >= means[0] ? share : -share
    }
  }
}
