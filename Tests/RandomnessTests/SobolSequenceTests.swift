import Testing

@testable import Randomness

struct SobolSequenceTests {
  /// Values of an independent implementation (scipy.stats.qmc.Sobol 1.17, 32 bits, unscrambled),
  /// which uses the same direction numbers.
  ///
  /// Source: S. Joe and F. Y. Kuo, *SIAM Journal on Scientific Computing* 30, 2008. No tolerance:
  /// bits.
  @Test(arguments: [
    (1, 0, 2_147_483_648), (2, 1, 1_073_741_824), (3, 2, 3_221_225_472), (7, 39, 536_870_912),
    (100, 399, 637_534_208), (1000, 779, 2369781760), (511, 711, 2_491_416_576),
    (777, 700, 20_971_520),
  ])
  func `Plain points are those of another implementation`(
    point: Int, dimension: Int, digits: UInt32
  ) {
    let sequence = SobolSequence(dimensions: 780, seed: nil)
    #expect(sequence.digits(point: point, dimension: dimension) == digits)
  }

  /// Every elementary interval of one coordinate holds one point.
  ///
  /// That is the definition of a (t, m, s)-net in
  /// one dimension, which Owen's scrambling keeps. Exact, so there is no tolerance.
  @Test(arguments: [0, 1, 355, 779])
  func `As many points as strata put one point into each`(dimension: Int) {
    let sequence = SobolSequence(dimensions: 780, seed: 7)
    for power in [1, 4, 8] {
      let count = 1 << power
      let strata = (0..<count).map {
        Int(sequence.coordinate(point: $0, dimension: dimension) * Double(count))
      }
      #expect(Set(strata) == Set(0..<count))
    }
  }

  @Test func `The seed moves every point, and the same seed none`() {
    let (first, again) = (
      SobolSequence(dimensions: 5, seed: 0), SobolSequence(dimensions: 5, seed: 0)
    )
    let other = SobolSequence(dimensions: 5, seed: 1)
    for point in 0..<64 {
      for dimension in 0..<5 {
        let x = first.coordinate(point: point, dimension: dimension)
        #expect(x == again.coordinate(point: point, dimension: dimension))
        #expect(x != other.coordinate(point: point, dimension: dimension))
      }
    }
  }

  /// ∏ (1 + (x − 1/2) / 2) has mean 1 and variance (1 + 1/48)⁶ − 1 = 0.13; over seeds the mean of 256
  /// scrambled points must be 1 within four of its own standard errors, and far closer than random
  /// points (whose standard error over 40 seeds is 0.0036).
  @Test func `Scrambled points are unbiased and better than random ones`() {
    let means = (0..<40).map { seed in
      let sequence = SobolSequence(dimensions: 6, seed: UInt64(seed))
      return (0..<256).reduce(0.0) { sum, point in
        sum
          + (0..<6).reduce(1.0) {
            $0 * (1 + (sequence.coordinate(point: point, dimension: $1) - 0.5) / 2)
          }
      } / 256
    }
    let mean = means.reduce(0, +) / 40
    let variance = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39
    let error = (variance / 40).squareRoot()
    #expect(abs(mean - 1) < 4 * error)
    #expect(error < 0.0036 / 10)
  }
}
