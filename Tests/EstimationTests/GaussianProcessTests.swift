import Testing

@testable import Estimation

struct GaussianProcessTests {
  /// Twelve points of two inputs in a fixed, uneven pattern.
  private static let points: [[Double]] = (0..<12).map { i -> [Double] in
    let first: Double = Double(i % 4) / 1.5
    let second: Double = Double(i * i % 7) / 3
    return [first - 1, second - 1]
  }
  private static let kernel = GaussianProcess.Kernel(
    linear: 0.3, quadratic: 0.1, smooth: 0.5, length: 1.2, relevance: [1, 0.25], noise: 0.05)

  private static var responses: [Double] {
    points.map { point -> Double in
      let (a, b) = (point[0], point[1])
      let plane: Double = 3 + 2 * a - b
      return plane + 0.7 * a * b
    }
  }

  private func fitted(
    _ points: [[Double]] = points, _ responses: [Double] = responses,
    _ kernel: GaussianProcess.Kernel = kernel
  ) throws -> GaussianProcess {
    try #require(
      GaussianProcess(rows: points.flatMap { $0 }, responses: responses, kernel: kernel))
  }

  /// The covariance, written out again.
  private func covariance(_ x: [Double], _ y: [Double], isSame: Bool) -> Double {
    let k = Self.kernel
    var (linear, quadratic, distance) = (0.0, 0.0, 0.0)
    for j in 0..<2 {
      let step: Double = (x[j] - y[j]) / k.length
      let (bentX, bentY): (Double, Double) = (x[j] * x[j] - 1.0 / 3, y[j] * y[j] - 1.0 / 3)
      linear += x[j] * y[j]
      quadratic += bentX * bentY
      distance += k.relevance[j] * step * step
    }
    // A series is enough for the small distances here.
    var (term, exponential) = (1.0, 1.0)
    for n in 1..<60 {
      term *= -0.5 * distance / Double(n)
      exponential += term
    }
    let polynomial: Double = 1 + k.linear * linear + k.quadratic * quadratic
    return polynomial + k.smooth * exponential + (isSame ? k.noise : 0)
  }

  /// Gaussian elimination with pivots.
  private func solution(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = zip(matrix, right).map { $0 + [$1] }
    let size = rows.count
    for i in 0..<size {
      let pivot = (i..<size).max { abs(rows[$0][i]) < abs(rows[$1][i]) } ?? i
      rows.swapAt(i, pivot)
      for r in 0..<size where r != i {
        let factor = rows[r][i] / rows[i][i]
        for c in i...size { rows[r][c] -= factor * rows[i][c] }
      }
    }
    return rows.indices.map { rows[$0][size] / rows[$0][$0] }
  }

  private func prediction(at x: [Double], from kept: [Int], _ process: GaussianProcess) -> Double {
    let matrix = kept.map { i in
      kept.map { covariance(Self.points[i], Self.points[$0], isSame: i == $0) }
    }
    let standard = kept.map { (Self.responses[$0] - process.center) / process.scale }
    let alpha = solution(matrix, standard)
    let sum = zip(kept, alpha).reduce(0) {
      $0 + covariance(x, Self.points[$1.0], isSame: false) * $1.1
    }
    return process.center + process.scale * sum
  }

  @Test func `The mean is that of the textbook formula`() throws {
    let process = try fitted()
    for x in [[0.1, -0.4], [0.9, 0.9], [-1, 0]] {
      let expected = prediction(at: x, from: Array(0..<12), process)
      #expect(abs(process.mean(at: x) - expected) < 1e-9)
    }
  }

  /// Each point predicted from the eleven others, by solving their own equations.
  @Test func `What is said of a point that was left out is what a fit without it says`() throws {
    let process = try fitted()
    for point in 0..<12 {
      let kept = (0..<12).filter { $0 != point }
      let expected = prediction(at: Self.points[point], from: kept, process)
      #expect(abs(process.leftOut[point] - expected) < 1e-8)
    }
    #expect(zip(process.leftOut, Self.responses).contains { abs($0 - $1) > 0.01 })
  }

  @Test func `A plane is found without its smooth rest`() throws {
    let plane = Self.points.map { point -> Double in 5 - 3 * point[0] + 0.5 * point[1] }
    var kernel = Self.kernel
    (kernel.smooth, kernel.noise) = (0, 1e-6)
    let process = try fitted(Self.points, plane, kernel)
    #expect(abs(process.mean(at: [0.3, 0.2]) - (5 - 0.9 + 0.1)) < 1e-3)
    #expect(abs(process.standardSlopes[0] * process.scale + 3) < 1e-2)
  }

  @Test func `Responses that never vary have no process`() {
    #expect(
      GaussianProcess(rows: [0, 1, 2], responses: [4, 4, 4], kernel: kernelOfOne) == nil)
  }

  private var kernelOfOne: GaussianProcess.Kernel {
    GaussianProcess.Kernel(
      linear: 1, quadratic: 0, smooth: 0, length: 1, relevance: [0], noise: 0.1)
  }

  @Test func `Weights move means and quantiles`() {
    let sample = WeightedSample([3, 1, 2], weights: [1, 1, 2])
    #expect(sample.mean == 2)
    #expect(sample.quantile(0.25) == 1)
    #expect(sample.quantile(0.26) == 2)
    #expect(sample.quantile(0.75) == 2)
    #expect(sample.quantile(1) == 3)
    #expect(abs(sample.deviation - 0.5.squareRoot()) < 1e-15)
    #expect(WeightedSample([1, 2, 6]).mean == 3)
  }
}
