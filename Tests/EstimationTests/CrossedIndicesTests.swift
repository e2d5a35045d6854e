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
    let design = RedrawDesign(
      leading: Array(0..<leading), dimensions: dimensions, rows: rows, seed: 3)
    var stream = 0
    func values(_ point: [Double]) -> [Double] {
      stream += 1
      return outcomes(f, point, futures: futures, shared: shared, own: own, streams: stream)
    }
    return try #require(
      CrossedIndices(
        first: (0..<rows).map { values(design.first($0)) },
        second: (0..<rows).map { values(design.second($0)) },
        redrawn: design.factors.indices.map { factor in
          (0..<rows).map { values(design.redrawn($0, factor)) }
        }, seed: 0))
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
    #expect(few.indices.allSatisfy(\.isWide))
    let linear = try indices({ $0[0] }, dimensions: 2, leading: 2, rows: 4096)
    #expect(!linear.indices[0].isWide && linear.indices[1].total.value == 0)
  }

  @Test func `Redrawing a factor moves its coordinates and no others`() {
    let design = RedrawDesign(leading: [4, 1], dimensions: 350, rows: 8, seed: 0)
    #expect(design.factors[0] == [4] && design.factors[1] == [1])
    #expect(design.factors[2].count == 348)
    for row in 0..<8 {
      let (a, b) = (design.first(row), design.second(row))
      for factor in 0..<3 {
        let point = design.redrawn(row, factor)
        for place in a.indices {
          #expect(point[place] == (design.factors[factor].contains(place) ? b : a)[place])
        }
      }
    }
    // One point in each eighth of every coordinate.
    for place in [0, 1, 4, 349] {
      #expect(Set((0..<8).map { Int(design.second($0)[place] * 8) }).count == 8)
    }
  }
}

/// One factor at a time from shared base points.
struct ScreeningTests {
  private func effects(
    _ f: ([Double]) -> Double, _ places: [Int], dimensions: Int, blocks: Int
  ) -> ScreeningEffects {
    let design = ScreeningDesign(dimensions: dimensions, blocks: blocks, seed: 0)
    return ScreeningEffects(
      base: (0..<blocks).map { [f(design.base($0)), f(design.base($0)) + 1] },
      moved: (0..<blocks).map { [f(design.moved($0, places)), f(design.moved($0, places)) + 1] },
      steps: places.count == 1 ? (0..<blocks).map { design.step($0, places[0]) } : nil, seed: 1)
  }

  @Test func `A linear function has its coefficients, each times half a range`() {
    let f = { (u: [Double]) in 3 * u[0] - 2 * u[1] + 0 * u[2] }
    let first = effects(f, [0], dimensions: 3, blocks: 8)
    #expect((first.meanAbsolute.value - 1.5).magnitude < 1e-12)
    #expect((first.mean - 1.5).magnitude < 1e-12 && first.deviation < 1e-12)
    #expect(first.noise == 0 && !first.isNothing)
    #expect((effects(f, [1], dimensions: 3, blocks: 8).mean + 1).magnitude < 1e-12)
    let third = effects(f, [2], dimensions: 3, blocks: 8)
    #expect(third.meanAbsolute.value == 0 && third.isNothing)
  }

  @Test func `Interactions and curves show in the deviation`() {
    // The effect of the first hangs on the second: ±1/2 (u1 − 1/2) has mean 0 over u1.
    let f = { (u: [Double]) in u[0] * (u[1] - 0.5) }
    let found = effects(f, [0], dimensions: 2, blocks: 256)
    #expect(found.mean.magnitude < 0.01)
    #expect((found.meanAbsolute.value - 0.125).magnitude < 0.01)
    #expect((found.deviation - 0.5 / 12.0.squareRoot()).magnitude < 0.01)
  }

  @Test func `A group moves as one and has no direction`() {
    let f = { (u: [Double]) in u[0] + u[1] }
    let found = effects(f, [0, 1], dimensions: 2, blocks: 64)
    // Steps of equal sign add up to 1, steps of unequal sign to 0.
    #expect((found.meanAbsolute.value - 0.5).magnitude < 0.15)
    #expect(found.mean.isNaN && found.deviation.isNaN)
  }

  @Test func `Noise alone looks like an effect of about the noise`() {
    let blocks = 200
    func luck(_ point: Int, _ future: Int) -> Double {
      let key = DrawKey(seed: 5, shockYear: UInt32(future), householdReplication: 0)
      let words = key.shared(.province, point, month: 0, .candidates, draw: 9)
      return (-2 * log(words[0].uniform)).squareRoot() * cos(2 * .pi * words[1].uniform)
    }
    func values(_ start: Int) -> [[Double]] {
      (0..<blocks).map { block in (0..<8).map { luck(start + block, $0) } }
    }
    let found = ScreeningEffects(
      base: values(0), moved: values(blocks), steps: Array(repeating: 0.5, count: blocks), seed: 0)
    #expect((found.meanAbsolute.value / found.noise - 1).magnitude < 0.15)
    #expect(!found.isNothing)
  }

  @Test func `Base points keep one point in each stratum, and steps stay inside`() {
    let design = ScreeningDesign(dimensions: 400, blocks: 16, seed: 0)
    for place in [0, 57, 399] {
      #expect(Set((0..<16).map { Int(design.base($0)[place] * 16) }).count == 16)
    }
    for block in 0..<16 {
      let moved = design.moved(block, [3, 399])
      #expect(moved.allSatisfy { $0 > 0 && $0 < 1 })
      #expect((moved[3] - design.base(block)[3]).magnitude == 0.5)
      #expect(moved[4] == design.base(block)[4])
    }
  }
}

struct PawnTests {
  private func points(_ count: Int, _ dimensions: Int) -> [[Double]] {
    let sequence = SobolSequence(dimensions: dimensions, seed: 11)
    return (0..<count).map { point in
      (0..<dimensions).map { sequence.coordinate(point: point, dimension: $0) }
    }
  }

  @Test func `Of a factor that is the outcome the distance is known`() {
    // Slice s of ten holds the outcomes from s/10 to (s+1)/10; the distance is the larger of s/10 and 1 − (s+1)/10.
    let outcome = (0..<1000).map { Double($0) }
    let pawn = Pawn(factor: outcome, outcome: outcome, seed: 0)
    #expect((pawn.median.value - 0.7).magnitude < 1e-9)
    #expect((pawn.largest - 0.9).magnitude < 1e-9)
  }

  @Test func `A factor that does nothing is below the floor, one that matters above`() {
    let points = points(512, 4)
    let outcome = points.map { KnownFunction.ishigami($0) }
    let floor = Quantiles.quantile(0.95, ascending: Pawn.dummies(outcome: outcome, seed: 2))
    func pawn(_ place: Int) -> Double {
      Pawn(factor: points.map { $0[place] }, outcome: outcome, seed: 0).median.value
    }
    #expect(pawn(0) > floor && pawn(1) > floor && pawn(2) > floor)
    #expect(pawn(3) < floor)
  }
}

struct LatinHypercubeTests {
  @Test func `Every stratum of every coordinate has one point`() {
    let cube = LatinHypercube(count: 37, dimensions: 5, seed: 0)
    for dimension in 0..<5 {
      let strata = cube.points.map { Int($0[dimension] * 37) }
      #expect(Set(strata).count == 37)
    }
    #expect(cube.points != LatinHypercube(count: 37, dimensions: 5, seed: 1).points)
    // Two coordinates have orders of their own.
    #expect(cube.points.map { Int($0[0] * 37) } != cube.points.map { Int($0[1] * 37) })
  }
}
