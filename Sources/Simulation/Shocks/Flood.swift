import Households
import Randomness

/// H2 flood and hail 洪涝冰雹: local events that hit some households of a county.
struct FloodSettings: Sendable {
  /// Events a year in a county, and this month's weight among the twelve.
  let rate: Double
  let weight: Double
  /// Sum of the twelve weights.
  var weightSum = 1.0
  /// Chance of an event in this month in a county.
  ///
  /// Model equation (3.1).
  var monthlyChance: Double { rate * weight / weightSum }
  let footprint: ClosedRange<Double>
  let shapeA: Double
  let shapeB: Double
  let houseDamageChance: Double
  let houseDamage: ClosedRange<Double>

  init(_ p: ParameterReader) {
    rate = p["flood.rate"]
    weight = p["flood.season"]
    footprint = p["flood.footprint_low"]...max(p["flood.footprint_low"], p["flood.footprint_high"])
    shapeA = p["flood.loss_shape_a"]
    shapeB = p["flood.loss_shape_b"]
    houseDamageChance = p["flood.house_damage_chance"]
    houseDamage =
      p["flood.house_damage_low"]...max(p["flood.house_damage_low"], p["flood.house_damage_high"])
  }
}

/// Quantiles of a beta distribution from a table, by plain arithmetic.
///
/// The density is integrated on 4,096 cells by the midpoint rule and inverted at 1,025 points;
/// tested against the GNU Scientific Library to 0.001.
struct BetaTable: Sendable {
  private let quantiles: [Double]

  init(_ a: Double, _ b: Double) {
    let cells = 4096
    var mass: [Double] = []
    var total = 0.0
    for cell in 0..<cells {
      let x = (Double(cell) + 0.5) / Double(cells)
      total += Elementary.exp((a - 1) * Elementary.log(x) + (b - 1) * Elementary.log(1 - x))
      mass.append(total)
    }
    var quantiles = [0.0]
    var cell = 0
    for point in 1...1024 {
      let target = Double(point) / 1024 * total
      while cell < cells - 1, mass[cell] < target { cell += 1 }
      let before = cell > 0 ? mass[cell - 1] : 0
      let part = (target - before) / max(mass[cell] - before, 1e-300)
      quantiles.append((Double(cell) + min(part, 1)) / Double(cells))
    }
    self.quantiles = quantiles
  }

  /// The quantile at a probability in [0, 1), linear between table points.
  func quantile(_ u: Double) -> Double {
    let place = u * 1024
    let index = min(Int(place), 1023)
    return quantiles[index] + (place - Double(index)) * (quantiles[index + 1] - quantiles[index])
  }
}
