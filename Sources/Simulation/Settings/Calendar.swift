import Households

/// Step 1 of the month: lines and indices.
struct CalendarSettings: Sendable {
  /// Return line 脱贫标准 of the year, yuan per head and year.
  let returnLine: Float
  /// Monitoring line 监测线 of the year, yuan per head and year.
  let monitoringLine: Float
  let entryMonths: UInt8
  let exitMonths: UInt8
  let exitMargin: Float
  /// Rigid spending that does not count, yuan per head and year.
  let freeRigidSpending: Float
  let weightSchooling: Float
  let weightMedical: Float
  let weightRepair: Float
  /// Share of the return line below which a loss is no cause.
  let causeThreshold: Float
  /// Wage, business and transfer indices; 1 is the mean of 2022.
  let wageIndex: Float
  let businessIndex: Float
  let transferIndex: Float
  /// Consumer prices; 1 is the mean of 2022.
  let priceIndex: Float
  /// Rural income per head of the year before, yuan: the base of medical thresholds.
  let ruralIncomeLastYear: Float

  init(_ p: ParameterReader, after previous: CalendarSettings? = nil) {
    let month = p.month
    returnLine = GrowthIndex.yearly(
      p["lines.return_2023"], p["lines.return_growth"], base: 2023, at: month,
      after: previous?.returnLine)
    monitoringLine = Self.monitoringLine(p, after: previous?.monitoringLine)
    entryMonths = UInt8(p["lines.entry_months"])
    exitMonths = UInt8(p["lines.exit_months"])
    exitMargin = p.float("lines.exit_margin")
    freeRigidSpending = p.float("lines.free_rigid_spending")
    weightSchooling = p.float("lines.weight_schooling")
    weightMedical = p.float("lines.weight_medical")
    weightRepair = p.float("lines.weight_repair")
    causeThreshold = p.float("lines.cause_threshold")
    wageIndex = GrowthIndex.monthly(p["income.wage_growth"], at: month, after: previous?.wageIndex)
    businessIndex = GrowthIndex.monthly(
      p["income.business_growth"], at: month, after: previous?.businessIndex)
    transferIndex = GrowthIndex.monthly(
      p["income.transfer_growth"], at: month, after: previous?.transferIndex)
    priceIndex = GrowthIndex.monthly(
      p["income.consumer_price_growth"], at: month, after: previous?.priceIndex)
    ruralIncomeLastYear = GrowthIndex.yearly(
      p["income.provincial_rural_2022"], p["income.provincial_rural_growth"], base: 2023, at: month,
      after: previous?.ruralIncomeLastYear)
  }

  /// One rate up to 2025, another later.
  ///
  /// Model equation (1.2).
  private static func monitoringLine(_ p: ParameterReader, after previous: Float?) -> Float {
    let (early, late) = (
      p["lines.monitoring_growth_to_2025"], p["lines.monitoring_growth_after_2025"]
    )
    let year = p.month.year
    if previous == nil, year > 2025 {
      let in2025 = p["lines.monitoring_2023"] * (1 + early) * (1 + early)
      return GrowthIndex.yearly(in2025, late, base: 2025, at: p.month, after: nil)
    }
    return GrowthIndex.yearly(
      p["lines.monitoring_2023"], year > 2025 ? late : early, base: 2023, at: p.month,
      after: previous)
  }
}
