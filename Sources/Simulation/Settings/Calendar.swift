import Households
import Randomness

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

  init(_ p: ParameterReader, start: Month) {
    let year = p.month.year
    func compound(_ rate: Double, _ years: Int) -> Double {
      Elementary.exp(Double(years) * Elementary.log(1 + rate))
    }
    returnLine = Float(p["lines.return_2023"] * compound(p["lines.return_growth"], year - 2023))
    let early = p["lines.monitoring_growth_to_2025"]
    let late = p["lines.monitoring_growth_after_2025"]
    monitoringLine = Float(
      p["lines.monitoring_2023"] * compound(early, min(year, 2025) - 2023)
        * compound(late, max(year - 2025, 0)))
    entryMonths = UInt8(p["lines.entry_months"])
    exitMonths = UInt8(p["lines.exit_months"])
    exitMargin = p.float("lines.exit_margin")
    freeRigidSpending = p.float("lines.free_rigid_spending")
    weightSchooling = p.float("lines.weight_schooling")
    weightMedical = p.float("lines.weight_medical")
    weightRepair = p.float("lines.weight_repair")
    causeThreshold = p.float("lines.cause_threshold")
    // Middle of 2022 is the base of every index.
    let years = (Double(p.month.ordinal - 2022 * 12) - 5.5) / 12
    func index(_ rate: Double) -> Float { Float(Elementary.exp(years * Elementary.log(1 + rate))) }
    wageIndex = index(p["income.wage_growth"])
    businessIndex = index(p["income.business_growth"])
    transferIndex = index(p["income.transfer_growth"])
    priceIndex = index(p["income.consumer_price_growth"])
    ruralIncomeLastYear = Float(
      p["income.provincial_rural_2022"]
        * compound(p["income.provincial_rural_growth"], year - 1 - 2022))
  }
}
