import Households
import Randomness

/// M4: the designs of the vulnerability index, their numbers and what they were fitted to.
struct IndexSettings: Sendable {
  /// The design that decides alerts.
  var design: IndexDesign
  /// Mean and inverse scale of each indicator.
  let mean: IndicatorValues
  let inverseScale: IndicatorValues
  /// Standardised indicators are held within ± this.
  let limit: Float
  /// Months by which data are late where departments are not docked.
  let lagMonths: Int
  let gapDocked: Double
  let gapNotDocked: Double
  let gapFinance: Double
  let fourLooks: LinearIndex
  let twelveIndicators: LinearIndex
  var twentyVariables: LinearIndex { didSet { scores = joinedScores } }
  let threeDimensions: LinearIndex
  var expectedPoverty: ExpectedPovertyIndex { didSet { scores = joinedScores } }
  /// All designs but that of income, in one table.
  private(set) var scores = IndexScores()
  let training: IndexTrainingSettings

  init(_ p: ParameterReader) {
    design = IndexDesign(rawValue: UInt8(p["vulnerability_index.design"])) ?? .income
    var (mean, inverse) = (IndicatorValues(), IndicatorValues())
    for indicator in IndexIndicator.allCases {
      let name = "vulnerability_index.\(indicator.name)"
      mean[indicator.rawValue] = p.float(name + "_mean")
      inverse[indicator.rawValue] = 1 / p.float(name + "_scale")
    }
    (self.mean, inverseScale) = (mean, inverse)
    limit = p.float("vulnerability_index.indicator_limit")
    lagMonths = Int(p["vulnerability_index.lag_not_docked"])
    gapDocked = p["vulnerability_index.gap_docked"]
    gapNotDocked = p["vulnerability_index.gap_not_docked"]
    gapFinance = p["vulnerability_index.gap_finance"]
    fourLooks = .expert(p, "four_looks", Self.looks)
    twelveIndicators = .expert(p, "twelve_indicators", Self.twelve.map { ($0.name, [$0]) })
    threeDimensions = .expert(p, "three_dimensions", Self.dimensions)
    let chance = p["vulnerability_index.twenty_variables_threshold"]
    twentyVariables = LinearIndex(
      weights: IndicatorValues(), intercept: -.infinity,
      threshold: Float(Elementary.log(chance / (1 - chance))))
    expectedPoverty = ExpectedPovertyIndex(
      quantile: Elementary.normalQuantile(p["vulnerability_index.expected_poverty_threshold"]))
    training = IndexTrainingSettings(p)
    scores = joinedScores
  }

  private var joinedScores: IndexScores {
    IndexScores(
      fourLooks: fourLooks, twelveIndicators: twelveIndicators, twentyVariables: twentyVariables,
      threeDimensions: threeDimensions, expectedPoverty: expectedPoverty)
  }

  /// Bits of the groups of indicators that a county lacks; who lacks one with better data lacks it
  /// with worse data too.
  func gaps(_ rank: SIMD8<Double>, isDocked: Bool) -> UInt8 {
    var bits: UInt8 = 0
    for group in 0..<IndicatorGroup.ledger.rawValue {
      let isFinance = group == IndicatorGroup.finance.rawValue
      let chance = isFinance ? gapFinance : isDocked ? gapDocked : gapNotDocked
      if rank[group] < chance { bits |= 1 &<< UInt8(group) }
    }
    return bits
  }

  /// What each of the four looks sees.
  private static let looks: [(String, [IndexIndicator])] = [
    ("house", [.houseDamage]), ("grain", [.disasterLoss, .priceLoss]),
    ("labour", [.labourLack, .wageEarnerLack, .lostWorkers]),
    ("schooling", [.students, .withdrawnStudents]),
  ]

  private static let twelve: [IndexIndicator] = [
    .incomeShortfall, .medicalBills, .rigidSpending, .joblessMonths, .lostWorkers, .disasterLoss,
    .priceLoss, .houseDamage, .withdrawnStudents, .debt, .labourLack, .wageEarnerLack,
  ]

  private static let dimensions: [(String, [IndexIndicator])] = [
    ("income", [.incomeShortfall]), ("assets", [.savingsLack, .assetLoss, .debt]),
    ("ability", [.labourLack, .wageEarnerLack, .lostWorkers]),
  ]
}

/// How the fitted designs are trained.
struct IndexTrainingSettings: Sendable {
  let households: Double
  let replications: Int
  /// Months between two fits, and months of data that a fit looks back on.
  let refreshMonths: Int
  let windowMonths: Int
  let ridge: Double
  /// Smallest variance of log income that a fit may state, as a share of the mean one.
  let varianceFloor: Double

  init(_ p: ParameterReader) {
    households = p["vulnerability_index.training_households"]
    replications = Int(p["vulnerability_index.training_replications"])
    refreshMonths = max(1, Int(p["vulnerability_index.refresh_months"]))
    windowMonths = Int(p["vulnerability_index.training_months"])
    ridge = p["vulnerability_index.ridge"]
    varianceFloor = p["vulnerability_index.variance_floor"]
  }
}

/// An index that is a weighted sum of standardised indicators and alerts above a threshold.
struct LinearIndex: Sendable {
  var weights: IndicatorValues
  var intercept: Float
  var threshold: Float

  /// Sums in the order of the indicators, so that every machine rounds alike.
  @inline(__always)
  func score(_ indicators: IndicatorValues) -> Float {
    var sum = intercept
    for i in 0..<IndexIndicator.count { sum += weights[i] * indicators[i] }
    return sum
  }

  @inline(__always)
  func alerts(_ indicators: IndicatorValues) -> Bool { score(indicators) > threshold }

  /// An index with declared weights; indicators under one weight share it evenly.
  static func expert(
    _ p: ParameterReader, _ name: String, _ parts: [(String, [IndexIndicator])]
  ) -> LinearIndex {
    var weights = IndicatorValues()
    for (part, indicators) in parts {
      let weight = p.float("vulnerability_index.\(name)_\(part)_weight")
      for indicator in indicators {
        weights[indicator.rawValue] = weight / Float(indicators.count)
      }
    }
    return LinearIndex(
      weights: weights, intercept: 0, threshold: p.float("vulnerability_index.\(name)_threshold"))
  }
}
