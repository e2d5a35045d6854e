import Randomness

/// Quantiles of a beta distribution, tabulated by integrating its density.
///
/// Only `Elementary` functions are used, so the table has the same bits on every machine. Between
/// its 1,025 nodes the quantile is linear; the mean is exact to about 1e-4.
struct BetaQuantiles: Sendable {
  private static let nodes = 1024
  private static let cells = 8192
  private let quantiles: [Double]

  /// The distribution with two positive shape parameters.
  init(_ a: Double, _ b: Double) {
    let width = 1 / Double(Self.cells)
    var cumulative = [0.0]
    cumulative.reserveCapacity(Self.cells + 1)
    for cell in 0..<Self.cells {
      let x = (Double(cell) + 0.5) * width
      let density = Elementary.exp((a - 1) * Elementary.log(x) + (b - 1) * Elementary.log(1 - x))
      cumulative.append(cumulative[cell] + density)
    }
    let total = cumulative[Self.cells]
    var quantiles = [0.0]
    var cell = 0
    for node in 1..<Self.nodes {
      let wanted = total * Double(node) / Double(Self.nodes)
      while cumulative[cell + 1] < wanted { cell += 1 }
      let part = (wanted - cumulative[cell]) / (cumulative[cell + 1] - cumulative[cell])
      quantiles.append((Double(cell) + part) * width)
    }
    self.quantiles = quantiles + [1]
  }

  /// The value below which a share `p` in [0, 1) of the distribution lies.
  func value(at p: Double) -> Double {
    let position = p * Double(Self.nodes)
    let node = min(Int(position), Self.nodes - 1)
    let low = quantiles[node]
    return low + (quantiles[node + 1] - low) * (position - Double(node))
  }
}
