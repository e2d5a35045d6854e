import Estimation
import Testing

/// Indices against SALib 1.6.0, numpy 2.4.6 and scipy 1.17.1 (`cases/sensitivity.py`).
///
/// Figures agree to 1e-12: sums of some hundred terms. Errors are from 20,000 resamples of SALib's own and
/// 1,000 of ours: 8 %.
struct SensitivityReferenceTests {
  private static let roots: [Double] = [
    1.4142135623730951, 1.7320508075688772, 2.23606797749979, 2.6457513110645907, 3.3166247903554,
    3.605551275463989,
  ]

  private static func points(_ count: Int, _ columns: ArraySlice<Double>) -> [[Double]] {
    (1...count).map { i in
      columns.map { (Double(i) * $0).truncatingRemainder(dividingBy: 1) }
    }
  }

  private static func mixed(_ a: [[Double]], _ b: [[Double]], _ factor: Int) -> [[Double]] {
    zip(a, b).map { base, other in
      var point = base
      point[factor] = other[factor]
      return point
    }
  }

  private func isNearInError(_ found: [Double], _ expected: [Double]) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { isNear(1.959964 * $0 / $1, 1, 0.08) }
  }

  @Test func `Sobol' indices and their errors are those of SALib`() throws {
    let (a, b) = (Self.points(64, Self.roots[..<3]), Self.points(64, Self.roots[3...]))
    func g(_ points: [[Double]]) -> [Double] {
      points.map { AnalyticFunctions.g($0, [0, 1, 4.5]) }
    }
    let found = try SobolIndices(
      base: g(a), other: g(b), mixed: (0..<3).map { g(Self.mixed(a, b, $0)) }, seed: 1)
    let indices = found.indices
    #expect(isNear(found.variance, 0.4312271836508025, 1e-12))
    #expect(
      isNear(
        indices.map(\.firstBySaltelli.value),
        [0.677466281195172, 0.11027513192002886, -0.009081166483349539], 1e-12))
    #expect(
      isNear(
        indices.map(\.total.value),
        [0.8108055012882993, 0.10651196162151459, 0.037321683183464516], 1e-12))
    // By their definitions in numpy.
    #expect(
      isNear(
        indices.map(\.firstByJansen.value),
        [0.73955848338937, 0.12508677762265563, 0.009946174167455801], 1e-12))
    #expect(
      isNear(
        indices.map(\.first.value),
        [0.7331979375939067, 0.1451204591216819, 0.028625480972511552], 1e-12))
    #expect(
      isNearInError(
        indices.map(\.firstBySaltelli.standardError),
        [0.24468706619197156, 0.11473437710120901, 0.06544049290799182]))
    #expect(
      isNearInError(
        indices.map(\.total.standardError),
        [0.28215570892964165, 0.038949494047481596, 0.01928044619327096]))
  }

  @Test func `Radial elementary effects and their errors are those of SALib`() {
    let (a, b) = (Self.points(16, Self.roots[..<3]), Self.points(16, Self.roots[3...]))
    let changes: [[Double]] = (0..<3).map { factor in
      zip(Self.mixed(a, b, factor), a).map {
        AnalyticFunctions.curved($0) - AnalyticFunctions.curved($1)
      }
    }
    let steps: [[Double]] = (0..<3).map { factor in zip(b, a).map { $0[factor] - $1[factor] } }
    let found = ElementaryEffects(
      changes: changes, steps: steps, isSigned: [true, true, true], seed: 1
    ).effects
    // Short steps lose digits.
    #expect(
      isNear(
        found.map { $0.mean ?? .nan },
        [3.013155617496427, -3.116227747069065, 0.041630560342617494], 1e-12))
    #expect(
      isNear(
        found.map(\.meanSize.value),
        [3.013155617496427, 3.116227747069065, 0.47487373415291645], 1e-12))
    #expect(
      isNear(
        found.map { $0.deviation ?? .nan },
        [0.560160500885157, 1.2510498278676485, 0.5617608617136998], 1e-12))
    #expect(
      isNearInError(
        found.map(\.meanSize.standardError),
        [0.26636227509158705, 0.5939158150010037, 0.13167559970517925]))
  }

  /// SALib leaves the largest value out of the last slice, which moves none of these medians.
  @Test func `Distances are those of scipy, and medians those of SALib`() throws {
    let points = Self.points(500, Self.roots[..<3])
    let outcome = points.map(AnalyticFunctions.curved)
    let factors = (0..<3).map { factor in ConditioningSlices(values: points.map { $0[factor] }) }
    let found = try Pawn(
      factors: factors, outcome: outcome, dummies: 20, resamples: 10, seed: 0
    ).indices
    let expected: [[Double]] = [
      [0.538, 0.462, 0.37, 0.314, 0.254, 0.176, 0.184, 0.33, 0.358, 0.486],
      [0.392, 0.304, 0.354, 0.23, 0.186, 0.146, 0.22, 0.266, 0.422, 0.584],
      [0.088, 0.068, 0.068, 0.044, 0.06, 0.048, 0.062, 0.076, 0.08, 0.094],
    ]
    for (index, distances) in zip(found, expected) {
      #expect(isNear(index.distances, distances, 1e-12))
    }
    #expect(isNear(found.map(\.median), [0.344, 0.285, 0.068], 1e-12))
    #expect(isNear(found.map(\.largest), [0.538, 0.584, 0.094], 1e-12))
    let ratios = try factors.map {
      try CorrelationRatio(slices: $0, outcome: outcome, resamples: 2, seed: 0).share
    }
    #expect(
      isNear(ratios, [0.4808776047183289, 0.5094838846607328, 0.0027250306366794685], 1e-12))
  }
}
