import Estimation
import Testing

struct SobolDesignTests {
  @Test func `Each point differs from A in the coordinates of its group alone`() {
    let groups = FactorGroups(factors: 4, members: [[1], [3, 0]])
    let design = SobolDesign(groups: groups, rows: 4, arrangement: .joint, seed: 0)
    #expect(design.count == 16 && design.pointsInRow == 4)
    for row in 0..<4 {
      let (a, b) = (design.point(4 * row), design.point(4 * row + 1))
      #expect(zip(a, b).allSatisfy { $0 != $1 })
      #expect(design.point(4 * row + 2) == [a[0], b[1], a[2], a[3]])
      #expect(design.point(4 * row + 3) == [b[0], a[1], a[2], b[3]])
      #expect(design.points(row: row) == (0..<4).map { design.point(4 * row + $0) })
    }
    #expect(design.place(of: 7).row == 1)
    #expect(design.place(of: 7).role == .mixed(group: 1))
    #expect(design.place(of: 8).role == .base && design.place(of: 9).role == .other)
  }

  @Test(arguments: [PointPairs.Arrangement.joint, .shuffled])
  func `More rows add to those before, and seeds have designs of their own`(
    arrangement: PointPairs.Arrangement
  ) {
    func design(_ rows: Int, _ seed: UInt64) -> SobolDesign {
      SobolDesign(groups: .single(5), rows: rows, arrangement: arrangement, seed: seed)
    }
    let (few, many, other) = (design(5, 9), design(40, 9), design(5, 10))
    for point in 0..<few.count {
      #expect(few.point(point) == many.point(point))
      #expect(few.point(point) != other.point(point))
    }
  }

  @Test(arguments: [PointPairs.Arrangement.joint, .shuffled])
  func `Every coordinate of A and of B has one point in each stratum`(
    arrangement: PointPairs.Arrangement
  ) {
    let pairs = PointPairs(factors: 6, rows: 64, arrangement: arrangement, seed: 0)
    for factor in 0..<6 {
      let base = Set((0..<64).map { Int(pairs.base(row: $0, factor: factor) * 64) })
      let other = Set((0..<64).map { Int(pairs.other(row: $0, factor: factor) * 64) })
      #expect(base.count == 64 && other.count == 64)
    }
  }

  /// Under independence a correlation over 64 rows has standard deviation 1/8; of 19,900 pairs the largest
  /// is about 4.1 of them.
  @Test func `No two coordinates of shuffled points hang together, while some of joint ones do`() {
    func largest(_ arrangement: PointPairs.Arrangement) -> Double {
      let pairs = PointPairs(factors: 100, rows: 64, arrangement: arrangement, seed: 1)
      var columns: [[Double]] = (0..<100).map { f in
        (0..<64).map { pairs.base(row: $0, factor: f) - 0.5 }
      }
      columns += (0..<100).map { f in (0..<64).map { pairs.other(row: $0, factor: f) - 0.5 } }
      var found = 0.0
      for first in columns.indices {
        for second in 0..<first {
          var product = 0.0
          for row in 0..<64 { product += columns[first][row] * columns[second][row] }
          found = max(found, product.magnitude / 64 * 12)
        }
      }
      return found
    }
    #expect(largest(.shuffled) < 5.5 / 8)
    #expect(largest(.joint) > 0.75)
  }

  @Test func `As many factors have designs as there are directions`() {
    #expect(PointPairs.mostFactors(.joint) == 390)
    #expect(PointPairs.mostFactors(.shuffled) == 780)
    let pairs = PointPairs(factors: 400, rows: 2, arrangement: .shuffled, seed: 0)
    #expect(pairs.base(row: 1).count == 400)
    #expect(zip(pairs.base(row: 1), pairs.other(row: 1)).allSatisfy { $0 != $1 })
  }

  @Test func `A Latin hypercube has one point in each stratum of every coordinate`() {
    let sample = LatinHypercube(points: 50, dimensions: 4, seed: 0)
    for dimension in 0..<4 {
      let strata = (0..<50).map { Int(sample.coordinate(point: $0, dimension: dimension) * 50) }
      #expect(Set(strata) == Set(0..<50))
      #expect(strata != Array(0..<50))
      // Within strata points lie anywhere.
      let inside: [Double] = (0..<50).map {
        sample.coordinate(point: $0, dimension: dimension) * 50 - Double(strata[$0])
      }
      #expect(isNear(inside.reduce(0, +) / 50, 0.5, 0.2))
    }
    let column: ([Double], Int) -> Double = { $0[$1] }
    #expect(column(sample.point(7), 2) == sample.coordinate(point: 7, dimension: 2))
    #expect(sample.point(7) == LatinHypercube(points: 50, dimensions: 4, seed: 0).point(7))
    #expect(sample.point(7) != LatinHypercube(points: 50, dimensions: 4, seed: 1).point(7))
    #expect(
      (0..<50).contains { point in
        Int(sample.coordinate(point: point, dimension: 0) * 50)
          != Int(sample.coordinate(point: point, dimension: 1) * 50)
      })
  }
}
