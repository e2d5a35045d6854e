/// Points that fill the unit cube more evenly than random ones: a Sobol' sequence with Owen's nested
/// uniform scrambling, keyed by a seed.
///
/// Each scrambled point is uniform, so a mean over points is unbiased, and any power-of-two number of
/// them keeps one point in each of that many equal strata of every coordinate. A point is a function
/// of seed, number and dimension alone.
///
/// Sources: I. M. Sobol', *USSR Computational Mathematics and Mathematical Physics* 7(4), 1967; A. B.
/// Owen, "Randomly permuted (t, m, s)-nets and (t, s)-sequences", 1995; direction numbers of
/// `SobolDirections`.
public struct SobolSequence: Sendable {
  /// Dimensions for which there are direction numbers.
  public static let mostDimensions = 780
  private static let bits = 32

  /// Number of coordinates of a point.
  public let dimensions: Int
  private let seed: SIMD2<UInt32>?
  /// Direction numbers by dimension and bit; shape `[dimensions × 32]`.
  private let directions: [UInt32]

  /// A sequence.
  ///
  /// - Parameters:
  ///   - dimensions: Coordinates of a point, 1 to `mostDimensions`.
  ///   - seed: Key of the scrambling; `nil` for the plain sequence, whose first point is the origin.
  public init(dimensions: Int, seed: UInt64?) {
    precondition((1...Self.mostDimensions).contains(dimensions), "no direction numbers")
    self.dimensions = dimensions
    self.seed = seed.map {
      SIMD2(UInt32(truncatingIfNeeded: $0), UInt32(truncatingIfNeeded: $0 &>> 32))
    }
    directions = Self.directions(dimensions)
  }

  /// A coordinate of a point, as 32 binary digits.
  func digits(point: Int, dimension: Int) -> UInt32 {
    var gray = UInt32(truncatingIfNeeded: point ^ (point >> 1))
    var value: UInt32 = 0
    var bit = dimension * Self.bits
    while gray != 0 {
      if gray & 1 != 0 { value ^= directions[bit] }
      gray >>= 1
      bit += 1
    }
    return value
  }

  /// A coordinate of a point, in (0, 1).
  ///
  /// - Parameters:
  ///   - point: Number of the point, from 0.
  ///   - dimension: Number of the coordinate, from 0.
  /// - Returns: The coordinate, with all 32 digits.
  public func coordinate(point: Int, dimension: Int) -> Double {
    let plain = digits(point: point, dimension: dimension)
    return (seed.map { Self.scramble(plain, dimension, $0) } ?? plain).uniform
  }

  /// Numbers of points in an order of a coordinate's own, shuffled within the blocks 1, 2–3, 4–7 and so on.
  ///
  /// Any power-of-two number of them has one point in each of that many strata, as without shuffling, but
  /// the orders of two coordinates have nothing to do with each other.
  ///
  /// - Parameters:
  ///   - dimension: Number of the coordinate, from 0.
  ///   - count: How many are needed; more only add to fewer.
  /// - Returns: At least `count` numbers.
  public func shuffledOrder(dimension: Int, count: Int) -> [Int] {
    let tag = DrawKey.tag(.province, month: 0, .scrambling, draw: 1)
    var order = [0]
    while order.count < count {
      let block = (order.count..<2 * order.count).map { point in
        let words = Philox4x32.block(
          counter: SIMD4(UInt32(point), UInt32(dimension), 0, tag), key: seed ?? SIMD2())
        return (rank: UInt64(words[0]) << 32 | UInt64(words[1]), point: point)
      }
      order += block.sorted { ($0.rank, $0.point) < ($1.rank, $1.point) }.map(\.point)
    }
    return order
  }

  /// Flips each digit by a random bit that belongs to the dimension and to all digits before it.
  private static func scramble(_ plain: UInt32, _ dimension: Int, _ seed: SIMD2<UInt32>) -> UInt32 {
    let tag = DrawKey.tag(.province, month: 0, .scrambling, draw: 0)
    var flips: UInt32 = 0
    for level in 0..<UInt32(bits) {
      let before = level == 0 ? 0 : plain &>> (32 - level)
      let words = Philox4x32.block(
        counter: SIMD4(before, UInt32(dimension), level, tag), key: seed)
      flips |= (words[0] & 1) &<< (31 - level)
    }
    return plain ^ flips
  }

  private static func directions(_ dimensions: Int) -> [UInt32] {
    // The first dimension is van der Corput's: one digit after the other.
    var all = (0..<bits).map { UInt32(1) << UInt32(31 - $0) }
    for entry in SobolDirections.text.split(separator: ";").prefix(dimensions - 1) {
      let numbers = entry.split { $0 == " " || $0 == "\n" }.compactMap { UInt32($0) }
      all += directions(
        degree: Int(numbers[0]), inner: numbers[1], initial: Array(numbers.dropFirst(2)))
    }
    return all
  }

  /// Direction numbers of a dimension by the recurrence of its primitive polynomial.
  private static func directions(degree: Int, inner: UInt32, initial: [UInt32]) -> [UInt32] {
    var v = initial.enumerated().map { $1 << UInt32(31 - $0) }
    for bit in degree..<bits {
      var value = v[bit - degree] ^ (v[bit - degree] >> UInt32(degree))
      for k in 1..<max(degree, 1) where (inner >> UInt32(degree - 1 - k)) & 1 != 0 {
        value ^= v[bit - k]
      }
      v.append(value)
    }
    return v
  }
}
