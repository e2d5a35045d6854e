import Households
import Randomness

/// M2, G6 grid staff and officers 网格与人才.
///
/// The observed misses and visits are those of the staff of 2023, so every lever acts by its change
/// against its level of 2023. Money is what is spent beyond that year.
///
/// Model equation (56.1).
struct StaffSettings: Sendable {
  /// Visits relative to those of the staff of 2023.
  let visitFactor: Double
  /// Trained share of those in post, and its change since 2023.
  let trainedShare: Double
  let trainedChange: Double
  /// Share of the trained and chance that a township's officer leaves, a month.
  let leavingChance: Double
  /// Loss of quality of a township that has lost an officer, and for how many months.
  let vacancyLoss: Double
  let vacancyMonths: UInt8
  /// Persons of all tiers in post, and trained a month beyond the training of 2023.
  let persons: Double
  let trainedMonthly: Double
  /// Yuan for one person's training.
  let trainingCost: Double
  /// Yuan a month for allowances beyond those of 2023, province-wide.
  let extraAllowances: Double

  init(_ p: ParameterReader) {
    let (full, part) = (p["staff.full_time"], p["staff.part_time"])
    let (full2023, part2023) = (p["staff.full_time_2023"], p["staff.part_time_2023"])
    let worth = p["staff.full_time_visits"]
    visitFactor = (part + worth * full) / max(part2023 + worth * full2023, 1)
    trainedShare = p["staff.trained_share"]
    trainedChange = trainedShare - p["staff.trained_share_2023"]
    let (allowance, allowance2023) = (p["staff.allowance"], p["staff.allowance_2023"])
    let relative = max(allowance2023, 1) / max(allowance, 1)
    let kept = Elementary.pow(relative, p["staff.turnover_elasticity"])
    leavingChance = min(1, p["staff.turnover"] / 12 * kept)
    vacancyLoss = p["staff.vacancy_loss"]
    vacancyMonths = UInt8(p["staff.vacancy_months"])
    persons = max(full + part, 1)
    trainedMonthly = (p["staff.officers_trained"] + p["staff.informants_trained"]) / 12
    trainingCost = p["staff.training_cost"]
    extraAllowances = allowance * (full + part) - allowance2023 * (full2023 + part2023)
  }
}
