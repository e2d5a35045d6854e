/// The variance of a figure over three factors that are crossed: parameters, shared shock-years, and
/// households' own luck.
///
///     y[d, s, h] = μ + P[d] + S[s] + H[h] + PS[d, s] + PH[d, h] + SH[s, h] + e[d, s, h]
///
/// Each draw of the parameters meets each shock-year with each replication of the households' luck, one
/// run a cell. Mean squares are solved for the components without bias; a negative estimate means that
/// a component is too small to be seen in this design, and is reported as it is.
///
/// Source: S. R. Searle, G. Casella and C. E. McCulloch, *Variance Components*, Wiley 1992, chapter 4.
public struct VarianceComponents: Sendable, Hashable {
  /// Levels of the factors: draws, shock-years, household replications; at least 2 each.
  public let levels: SIMD3<Int>
  /// Mean of all values.
  public let mean: Double
  /// Variance by set of factors; shape `[8]`.
  ///
  /// The place is the sum of the set's factors: 1 parameters, 2 shock-years, 4 households. Entry 7 is the
  /// rest; entry 0 is not used.
  public let components: [Double]

  /// Components of values in the order of draws, shock-years and household replications; shape
  /// `[D × S × H]`.
  public init(_ values: [Double], levels: SIMD3<Int>) {
    precondition(values.count == levels[0] * levels[1] * levels[2], "one value a cell")
    self.levels = levels
    mean = Moments(values).mean
    let squares = Self.meanSquares(values, levels)
    components = Self.components(squares, levels)
  }

  /// Variance of one run: all components together.
  public var total: Double { components.dropFirst().reduce(0) { $0 + max(0, $1) } }

  /// Squared standard error of the mean of this design.
  public var meanVariance: Double {
    (1..<8).reduce(0) { $0 + max(0, components[$1]) / Self.cells($1, levels) }
  }

  /// Number of different combinations of the factors of a set.
  private static func cells(_ set: Int, _ levels: SIMD3<Int>) -> Double {
    (0..<3).reduce(1.0) { set & 1 << $1 != 0 ? $0 * Double(levels[$1]) : $0 }
  }

  /// Mean over all factors outside a set, by combination of the factors inside.
  private static func means(_ values: [Double], _ set: Int, _ levels: SIMD3<Int>) -> [Double] {
    var sums = [Double](repeating: 0, count: Int(cells(set, levels)))
    for (cell, value) in values.enumerated() { sums[index(cell, set, levels)] += value }
    let number = Double(values.count) / Double(sums.count)
    return sums.map { $0 / number }
  }

  /// Place of a cell among the combinations of the factors of a set.
  private static func index(_ cell: Int, _ set: Int, _ levels: SIMD3<Int>) -> Int {
    let places = SIMD3(
      cell / (levels[1] * levels[2]), cell / levels[2] % levels[1], cell % levels[2])
    return (0..<3).reduce(0) { set & 1 << $1 != 0 ? $0 * levels[$1] + places[$1] : $0 }
  }

  private static func meanSquares(_ values: [Double], _ levels: SIMD3<Int>) -> [Double] {
    let means = (0..<8).map { Self.means(values, $0, levels) }
    return (0..<8).map { set in
      guard set > 0 else { return 0 }
      var sum = 0.0
      for cell in values.indices {
        // Inclusion and exclusion over the subsets gives the effect of exactly this set.
        var effect = 0.0
        for subset in 0..<8 where subset & set == subset {
          let sign = (set ^ subset).nonzeroBitCount % 2 == 0 ? 1.0 : -1.0
          effect += sign * means[subset][index(cell, subset, levels)]
        }
        sum += effect * effect
      }
      let freedom = (0..<3).reduce(1) { set & 1 << $1 != 0 ? $0 * (levels[$1] - 1) : $0 }
      return sum / Double(freedom)
    }
  }

  /// E(MS of a set) is the sum of the components of all sets that contain it, each times the number of
  /// runs in one of its cells; solved from the largest set down.
  private static func components(_ squares: [Double], _ levels: SIMD3<Int>) -> [Double] {
    let all = Double(levels[0] * levels[1] * levels[2])
    var components = [Double](repeating: 0, count: 8)
    for set in (1..<8).sorted(by: { $0.nonzeroBitCount > $1.nonzeroBitCount }) {
      var rest = squares[set]
      for larger in 1..<8 where larger != set && larger & set == set {
        rest -= components[larger] * all / cells(larger, levels)
      }
      components[set] = rest * cells(set, levels) / all
    }
    return components
  }
}
