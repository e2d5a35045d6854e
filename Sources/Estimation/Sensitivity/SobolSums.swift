/// Sums over rows from which Sobol' indices are made, with each row counted any number of times.
struct SobolSums {
  /// Indices by group; shapes `[groups]`.
  struct Shares {
    var janon: [Double] = []
    var jansen: [Double] = []
    var saltelli: [Double] = []
    var total: [Double] = []
  }

  /// Mean of all values.
  let mean: Double
  /// Variance that rounding alone may make.
  let leastVariance: Double
  /// Centred values; shapes `[N]`, `[N]` and `[groups][N]`.
  private let base: [Double]
  private let other: [Double]
  private let mixed: [[Double]]
  private let noise: Double

  init(base: [Double], other: [Double], mixed: [[Double]], noise: Double) {
    let all = base + other + mixed.flatMap { $0 }
    let centre = Moments(all).mean
    mean = centre
    // Values are rounded where they lie, and their squares where the centred ones do.
    let (inValues, inSquares) = all.reduce((0.0, 0.0)) { found, value in
      (max(found.0, value.magnitude), max(found.1, (value - centre).magnitude))
    }
    leastVariance = max(0x1p-80 * inValues * inValues, 0x1p-40 * inSquares * inSquares)
    self.base = base.map { $0 - centre }
    self.other = other.map { $0 - centre }
    self.mixed = mixed.map { $0.map { $0 - centre } }
    self.noise = noise
  }

  /// Variance of A and B with its noise, and the indices; `nil` where noise or rounding explains all of a
  /// variance.
  func estimates(counts: [Int]) -> (rawVariance: Double, shares: Shares?) {
    let rows = Double(base.count)
    var (sum, squares) = (0.0, 0.0)
    for row in base.indices where counts[row] > 0 {
      let (weight, a, b) = (Double(counts[row]), base[row], other[row])
      sum += weight * (a + b)
      squares += weight * (a * a + b * b)
    }
    let centre = sum / (2 * rows)
    let raw = squares / (2 * rows) - centre * centre
    let variance = raw - noise
    guard raw > leastVariance, variance > 0 else { return (raw, nil) }
    var shares = Shares()
    for group in mixed {
      var (product, square, middle) = (0.0, 0.0, 0.0)
      var (fromBase, fromOther, gain) = (0.0, 0.0, 0.0)
      for row in base.indices where counts[row] > 0 {
        let weight = Double(counts[row])
        let (a, b, ab) = (base[row], other[row], group[row])
        product += weight * b * ab
        square += weight * (b * b + ab * ab)
        middle += weight * (b + ab)
        fromBase += weight * (a - ab) * (a - ab)
        fromOther += weight * (b - ab) * (b - ab)
        gain += weight * b * (ab - a)
      }
      let m = middle / (2 * rows)
      let spread = square / (2 * rows) - m * m
      guard spread > leastVariance, spread > noise else { return (raw, nil) }
      shares.janon.append((product / rows - m * m) / (spread - noise))
      shares.jansen.append(1 - (fromOther / (2 * rows) - noise) / variance)
      shares.saltelli.append(gain / rows / variance)
      shares.total.append((fromBase / (2 * rows) - noise) / variance)
    }
    return (raw, shares)
  }
}
