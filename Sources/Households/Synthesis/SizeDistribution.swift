import Randomness

/// Household sizes from 1 to 9: a normal curve at whole numbers, placed so that its mean is exact.
struct SizeDistribution: Sendable {
  /// Largest household.
  static let largest = 9
  private let cumulative: [Double]

  /// Sizes with a mean between 1 and 9 persons; `spread` is that of the curve before cutting.
  init(mean: Double, spread: Double) {
    var low = -20.0
    var high = 30.0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if Self.mean(of: Self.shares(place: middle, spread: spread)) < mean {
        low = middle
      } else {
        high = middle
      }
    }
    var sum = 0.0
    cumulative = Self.shares(place: (low + high) / 2, spread: spread).map { share in
      sum += share
      return sum
    }
  }

  /// The size below or at which a share `p` in [0, 1) of households lies.
  func size(at p: Double) -> Int {
    var size = 1
    while size < Self.largest, p >= cumulative[size - 1] { size += 1 }
    return size
  }

  private static func shares(place: Double, spread: Double) -> [Double] {
    // Relative to the nearest size, so that the curve never vanishes when its place lies outside.
    let nearest = min(max(place, 1), Double(largest))
    let least = (nearest - place) * (nearest - place)
    let heights = (1...largest).map { size in
      let distance = (Double(size) - place) * (Double(size) - place) - least
      return Elementary.exp(-distance / (2 * spread * spread))
    }
    let total = heights.reduce(0, +)
    return heights.map { $0 / total }
  }

  private static func mean(of shares: [Double]) -> Double {
    shares.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
  }
}
