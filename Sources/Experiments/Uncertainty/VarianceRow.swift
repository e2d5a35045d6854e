import Estimation
import Households
import Simulation

/// The variance of a rate of the province in one year by source.
public struct VarianceRow: Sendable {
  /// Where variance comes from; raw values are sets of crossed factors (`VarianceComponents`).
  public enum Source: Int, Sendable, CaseIterable {
    case parameters = 1
    case shockYears = 2
    case households = 4
    case parametersByShockYears = 3
    case parametersByHouseholds = 5
    case shockYearsByHouseholds = 6
    case rest = 7

    /// Name in `variance.csv`.
    public var name: String {
      switch self {
      case .parameters: "parameters"
      case .shockYears: "shock_years"
      case .households: "households"
      case .parametersByShockYears: "parameters_x_shock_years"
      case .parametersByHouseholds: "parameters_x_households"
      case .shockYearsByHouseholds: "shock_years_x_households"
      case .rest: "rest"
      }
    }

    /// Levels of the factors of this source, such as `16x8`.
    public func levels(_ levels: SIMD3<Int>) -> String {
      (0..<3).filter { rawValue & 1 << $0 != 0 }.map { String(levels[$0]) }.joined(separator: "x")
    }
  }

  /// Calendar year.
  public let year: Int
  /// What is counted.
  public let measure: PersonMeasure
  /// The variance by source.
  public let components: VarianceComponents

  /// Rows of a run in which draws, shock-years and household replications are crossed.
  static func rows(
    _ outcomes: Outcomes, _ scenario: Scenario, levels: SIMD3<Int>
  ) -> [VarianceRow] {
    var rows: [VarianceRow] = []
    RateSeriesList(outcomes, scenario.geography).forEach { series in
      guard UncertaintyRow.measures.contains(series.measure), series.group == .all,
        series.region.code == Geography.provinceCode
      else { return }
      rows.append(
        VarianceRow(
          year: series.year, measure: series.measure,
          components: VarianceComponents(series.values, levels: levels)))
    }
    return rows
  }
}
