import Estimation
import Testing
import ToyModels

struct PawnTests {
  @Test func `Slices hold equally many points, the largest value among them`() {
    let slices = ConditioningSlices(values: (0..<20).map { Double($0 * 7 % 20) }, slices: 5)
    #expect(slices.sizes == [4, 4, 4, 4, 4])
    for point in 0..<20 { #expect(slices.slice[point] == point * 7 % 20 / 4) }
  }

  @Test func `Equal values are never parted, and few values are slices each`() {
    let skewed = ConditioningSlices(values: [0, 0, 0, 0, 0, 0, 0, 1, 2, 3], slices: 3)
    #expect(skewed.sizes == [7, 3])
    #expect(skewed.slice == [0, 0, 0, 0, 0, 0, 0, 1, 1, 1])
    let few = ConditioningSlices(values: [5, 5, 5, 5, 9, 7], slices: 3)
    #expect(few.slice == [0, 0, 0, 0, 2, 1])
    let categories = ConditioningSlices(categories: [40, -2, 40, 7])
    #expect(categories.slice == [2, 0, 2, 1] && categories.sizes == [1, 1, 2])
  }

  /// Three slices that hold the thirds of the outcome: F is 1/3 where the first is done, and the second
  /// reaches from 1/3 to 2/3.
  @Test func `Distances of slices that do not overlap are known`() throws {
    let outcome = (0..<9).map { Double($0) }
    let found = try Pawn(
      factors: [ConditioningSlices(values: outcome, slices: 3)], outcome: outcome, dummies: 50,
      resamples: 10, seed: 0
    ).indices[0]
    #expect(isNear(found.distances, [2.0 / 3, 1.0 / 3, 2.0 / 3], 1e-15))
    #expect(isNear(found.median, 2.0 / 3, 1e-15) && isNear(found.largest, 2.0 / 3, 1e-15))
  }

  @Test func `Points with the same outcome count together`() throws {
    // Slice 0 holds 1 of 2 zeros and 1 of 2 ones, as slice 1 does.
    let found = try Pawn(
      factors: [ConditioningSlices(categories: [0, 1, 0, 1])], outcome: [0, 0, 1, 1], dummies: 2,
      resamples: 2, seed: 0
    ).indices[0]
    #expect(found.distances == [0, 0])
  }

  /// A factor that scales the outcome and leaves its mean has no first-order index at all.
  @Test func `A factor that moves the spread alone is found, and a dummy is not`() throws {
    let sample = LatinHypercube(points: 600, dimensions: 3, seed: 0)
    var numbers = RandomNumbers(seed: 1)
    let outcome: [Double] = (0..<600).map { point in
      (1 + 4 * sample.coordinate(point: point, dimension: 0)) * numbers.normal()
    }
    let factors = (0..<3).map { dimension in
      ConditioningSlices(
        values: (0..<600).map { sample.coordinate(point: $0, dimension: dimension) })
    }
    let found = try Pawn(
      factors: factors, outcome: outcome, dummies: 200, resamples: 100, seed: 0
    ).indices
    #expect(found[0].isAboveFloor && found[0].median > 1.3 * found[0].floor.median95)
    // One in twenty without influence is above the quantile, but not far.
    #expect(found.dropFirst().allSatisfy { $0.median < 1.2 * $0.floor.median95 })
    #expect(found[0].floor == found[1].floor)
    // √60 KS has median 0.83 for a slice apart from the rest; a slice is a tenth of all, so √0.9 of that.
    #expect(isNear(found[0].floor.median, 0.83 * 0.9.squareRoot() / 60.0.squareRoot(), 0.01))
    #expect(found[0].floor.median95 > found[0].floor.median)
    #expect(found[0].floor.largest > found[0].floor.median95)
    #expect(found[0].medianError > 0.002 && found[0].medianError < 0.05)
    let ratio = try CorrelationRatio(slices: factors[0], outcome: outcome, seed: 0)
    #expect(isNear(ratio.adjusted, 0, 0.03))
  }

  @Test func `The floor is right for 19 of 20 dummies`() throws {
    var numbers = RandomNumbers(seed: 3)
    let outcome: [Double] = (0..<100).map { _ in numbers.uniform() }
    let sample = LatinHypercube(points: 100, dimensions: 200, seed: 5)
    let factors = (0..<200).map { dimension in
      ConditioningSlices(
        values: (0..<100).map { sample.coordinate(point: $0, dimension: dimension) }, slices: 5)
    }
    let found = try Pawn(
      factors: factors, outcome: outcome, dummies: 400, resamples: 2, seed: 0
    ).indices
    // Ten are expected; Poisson's chance of none or of more than 22 is below 0.0005.
    let above = found.filter(\.isAboveFloor).count
    #expect(above >= 1 && above <= 22)
  }

  /// y = x + e: with x uniform and e of the same variance, x accounts for half.
  @Test func `The adjusted ratio is the first-order index, without bias for many slices`() throws {
    let sample = LatinHypercube(points: 400, dimensions: 3, seed: 2)
    let outcome: [Double] = (0..<400).map { point in
      let x: [Double] = sample.point(point)
      return x[0] + x[1]
    }
    func ratio(_ dimension: Int) throws -> CorrelationRatio {
      let values = (0..<400).map { sample.coordinate(point: $0, dimension: dimension) }
      return try CorrelationRatio(
        slices: ConditioningSlices(values: values, slices: 40), outcome: outcome, seed: 0)
    }
    let (first, dummy) = (try ratio(0), try ratio(2))
    #expect(isNear(first.adjusted, 0.5, 0.08))
    // 39 of 399 by chance alone.
    #expect(isNear(dummy.share, 39.0 / 399, 0.05))
    #expect(isNear(dummy.adjusted, 0, 0.05))
    #expect(first.standardError > 0.01 && first.standardError < 0.06)
  }

  @Test func `An outcome without variance has no index`() {
    let slices = ConditioningSlices(values: [1, 2, 3, 4], slices: 2)
    #expect(throws: SensitivityError.noVariance) {
      try Pawn(factors: [slices], outcome: [2, 2, 2, 2], seed: 0)
    }
    #expect(throws: SensitivityError.noVariance) {
      try CorrelationRatio(slices: slices, outcome: [2, 2, 2, 2], seed: 0)
    }
    #expect(throws: SensitivityError.notFinite(point: 2)) {
      try Pawn(factors: [slices], outcome: [2, 1, .infinity, 2], seed: 0)
    }
  }
}
