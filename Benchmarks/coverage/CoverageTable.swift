import Estimation
import Foundation
import ToyModels

/// Everything that is measured of the coverage of intervals.
struct CoverageTable {
  static let sizes = [2, 5, 10, 20, 50, 100, 200, 500, 1000]
  static let experiments = 10_000
  static let fewerExperiments = 2000
  /// Half-widths of the rate at which runs stop; those of the difference are 0.3 times as large.
  static let halfWidths = [0.001, 0.0005, 0.00035]
  static let growths = [1.5, 2]

  /// Coverage by model and number of replications.
  let fixed: [[CoverageExperiment]]
  /// Coverage of 200 and more replications where droughts are very rare.
  let rarer: [CoverageExperiment]
  /// Numbers of replications of these.
  static let largeSizes = [200, 500, 1000]
  /// Coverage of other intervals with 200 replications, by model.
  let others: [[CoverageExperiment]]
  /// Coverage after stopping on the rate and on the difference, by model, half-width and growth.
  let stopped: [[(rate: CoverageExperiment, difference: CoverageExperiment)]]

  init() {
    let models = ToyModel.Years.required.map { ToyModel($0) }
    fixed = models.map { model in
      Self.sizes.map {
        CoverageExperiment(model, replications: $0, experiments: Self.experiments, seed: UInt64($0))
      }
    }
    rarer = Self.largeSizes.map {
      CoverageExperiment(
        ToyModel(.veryRare), replications: $0, experiments: Self.experiments, seed: UInt64($0))
    }
    others = models.map { model in
      OtherInterval.allCases.map {
        CoverageExperiment(
          model, $0, replications: 200, experiments: Self.fewerExperiments, seed: 200)
      }
    }
    stopped = models.map { model in
      Self.halfWidths.flatMap { halfWidth in
        Self.growths.map { growth in
          func experiment(_ factor: Double) -> CoverageExperiment {
            CoverageExperiment(
              model, rule: PrecisionRule(halfWidth: halfWidth * factor, growth: growth),
              ofDifference: factor < 1, experiments: Self.experiments, seed: 5)
          }
          return (experiment(1), experiment(0.3))
        }
      }
    }
  }

  /// A share in per cent with one decimal.
  static func percent(_ share: Double) -> String { String(format: "%.1f", share * 100) }

  /// The Swift source of the table that the report quotes.
  var source: String {
    let rows = Self.sizes.indices.map { size in
      let shares = fixed.map { row in
        String(
          format: "%.3f", min(row[size].rate.covered, row[size].difference.covered))
      }
      return
        "    MeasuredCoverage(\(Self.sizes[size]), alike: \(shares[0]), moderate: \(shares[1]),"
        + " rare: \(shares[2])),\n"
    }
    return """
      extension MeasuredCoverage {
        /// Written by `make coverage`; ascending in the number of replications.
        public static let table = [
      \(rows.joined())  ]
      }

      """
  }
}
