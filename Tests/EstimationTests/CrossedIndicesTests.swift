import Foundation
import Randomness
import Testing

@testable import Estimation

/// Functions whose indices are known.
private enum KnownFunction {
  /// Ishigami's function with a = 7, b = 0.1 of a point of the unit cube.
  static func ishigami(_ u: [Double]) -> Double {
    let x = u.prefix(3).map { Double.pi * (2 * $0 - 1) }
    return sin(x[0]) + 7 * pow(sin(x[1]), 2) + 0.1 * pow(x[2], 4) * sin(x[0])
  }
  static let variance = 13.844588
  static let first = [0.313905, 0.442411, 0]
  static let total = [0.557589, 0.442411, 0.243684]

  /// Sobol's g-function with these weights.
  static let weights = [0.0, 1, 4.5, 9, 99, 99]
  static func g(_ u: [Double]) -> Double {
    zip(u, weights).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
  }
  static var gParts: [Double] { weights.map { 1 / (3 * (1 + $0) * (1 + $0)) } }
  static var gVariance: Double { gParts.reduce(1) { $0 * (1 + $1) } - 1 }
}

/// Indices of simulations whose points meet the same futures.
struct CrossedIndicesTests {
  /// A future's luck: the same for all points (shared), and what a point makes of it (own).
  private func outcomes(
    _ f: ([Double]) -> Double, _ point: [Double], futures: Int, shared: Double, own: Double,
    streams: Int? = nil
  ) -> [Double] {
    (0..<futures).map { future in
      let key = DrawKey(seed: 7, shockYear: UInt32(future), householdReplication: 0)
      func normal(_ id: Int) -> Double {
        let words = key.shared(.province, id, month: 0, .candidates, draw: 9)
        return (-2 * log(words[0].uniform)).squareRoot() * cos(2 * .pi * words[1].uniform)
      }
      // With streams of its own, every point has luck of its own.
      return f(point) + shared * normal(0) + own * normal(1 + (streams ?? 0))
    }
  }

  private func indices(
    _ f: @escaping ([Double]) -> Double, dimensions: Int, leading: Int, rows: Int, futures: Int = 2,
    shared: Double = 0, own: Double = 0
  ) throws -> CrossedIndices {
    let others = Array(leading..<dimensions)
    let design = SobolDesign(
      groups: FactorGroups(
        factors: dimensions,
        members: (0..<leading).map { [$0] } + (others.isEmpty ? [] : [others])),
      rows: rows, arrangement: .joint, seed: 3)
    var stream = 0
    func values(_ point: [Double]) -> [Double] {
      stream += 1
      return outcomes(f, point, futures: futures, shared: shared, own: own, streams: stream)
    }
    let points = (0..<rows).map { design.points(row: $0).map(values) }
    return try #require(
      CrossedIndices(
        first: points.map { $0[0] }, second: points.map { $0[1] },
        redrawn: (0..<design.groups.count).map { group in points.map { $0[2 + group] } }, seed: 0))
  }

  @Test func `Ishigami's indices are found`() throws {
    let found = try indices(KnownFunction.ishigami, dimensions: 3, leading: 3, rows: 4096)
    #expect((found.variance.value - KnownFunction.variance).magnitude < 0.05)
    for (place, index) in found.indices.enumerated() {
      #expect((index.first.value - KnownFunction.first[place]).magnitude < 0.01, "\(place)")
      #expect((index.total.value - KnownFunction.total[place]).magnitude < 0.01, "\(place)")
      #expect(index.first.lower95 < index.first.value && index.first.value < index.first.upper95)
    }
    #expect(found.noiseVariance < 1e-20)
  }

  @Test func `The others together are one factor`() throws {
    let found = try indices(KnownFunction.g, dimensions: 6, leading: 2, rows: 4096)
    let (v, all) = (KnownFunction.gParts, KnownFunction.gVariance)
    #expect(found.indices.count == 3)
    for place in 0..<2 {
      #expect((found.indices[place].first.value - v[place] / all).magnitude < 0.02)
    }
    let rest = v[2...].reduce(1) { $0 * (1 + $1) } - 1
    let restTotal = rest * (1 + v[0]) * (1 + v[1]) / all
    #expect((found.indices[2].first.value - rest / all).magnitude < 0.02)
    #expect((found.indices[2].total.value - restTotal).magnitude < 0.02)
  }

  @Test func `Noise is removed from the indices and reported`() throws {
    // Two futures with noise of their own as large as the function's spread.
    let found = try indices(
      KnownFunction.ishigami, dimensions: 4, leading: 4, rows: 4096, futures: 2, shared: 5, own: 4)
    for place in 0..<3 {
      let index = found.indices[place]
      #expect((index.total.value - KnownFunction.total[place]).magnitude < 0.05, "\(place)")
      #expect((index.first.value - KnownFunction.first[place]).magnitude < 0.08, "\(place)")
    }
    // What does nothing is 0, and would seem to be much without the correction.
    #expect(found.indices[3].total.value.magnitude < 0.05)
    #expect(found.indices[3].noisyTotal > 0.3)
    #expect((found.variance.value - KnownFunction.variance).magnitude < 1)
    #expect((found.noiseVariance - 8).magnitude < 0.5)
  }

  @Test func `What all points have in common of a future is no noise`() throws {
    let found = try indices(
      KnownFunction.ishigami, dimensions: 3, leading: 3, rows: 512, futures: 3, shared: 100)
    let plain = try indices(
      KnownFunction.ishigami, dimensions: 3, leading: 3, rows: 512, futures: 3)
    for (one, other) in zip(found.indices, plain.indices) {
      #expect((one.total.value - other.total.value).magnitude < 1e-9)
    }
  }

  @Test func `An outcome that does not vary has no indices`() {
    let flat = [[Double]](repeating: [1, 2], count: 8)
    #expect(CrossedIndices(first: flat, second: flat, redrawn: [flat], seed: 0) == nil)
  }

  @Test func `Few rows give wide intervals, and say so`() throws {
    let few = try indices(KnownFunction.ishigami, dimensions: 3, leading: 3, rows: 16)
    #expect(few.indices.allSatisfy { $0.isWide })
    let linear = try indices({ $0[0] }, dimensions: 2, leading: 2, rows: 4096)
    #expect(!linear.indices[0].isWide && linear.indices[1].total.value == 0)
  }
}
