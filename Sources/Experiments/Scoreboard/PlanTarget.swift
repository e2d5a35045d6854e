import Estimation
import Households
import Simulation

/// A target of the plan, other than the rate of return to poverty, that a household model can compute.
public struct PlanTarget: Sendable {
  /// A year in which the plan wants something, in one of its readings.
  public struct Goal: Sendable {
    /// The year at whose end it ought to be reached.
    public let year: Int
    /// Which of two contradictory dates it belongs to; `hard` where there is one date.
    public let reading: Reading
    /// The parameter that holds the goal.
    public let parameter: String

    init(_ year: Int, _ reading: Reading, _ parameter: String) {
      self.year = year
      self.reading = reading
      self.parameter = "targets." + parameter
    }
  }

  /// Name in `targets.csv`.
  public let name: String
  /// Name for readers.
  public let title: BilingualText
  /// Rows of the plan's table of figures.
  public let planRows: String
  /// On which side of the goal the figure ought to be.
  public let side: LimitSide
  /// What it is counted in.
  public let unit: TargetUnit
  /// What is computed.
  public let figure: TargetFigure
  /// Years and readings.
  public let goals: [Goal]

  init(
    _ name: String, _ chinese: String, _ english: String, _ planRows: String, _ side: LimitSide,
    _ unit: TargetUnit, _ figure: TargetFigure, _ goals: [Goal]
  ) {
    self.name = name
    title = BilingualText(chinese: chinese, english: english)
    self.planRows = planRows
    self.side = side
    self.unit = unit
    self.figure = figure
    self.goals = goals
  }

  /// All of them, in the plan's order.
  public static let all: [PlanTarget] = [
    PlanTarget(
      "identification_accuracy", "识别准确率（平衡准确率）", "Identification accuracy (balanced)",
      "S064, S087, S272, S293, S326", .atLeast, .share, .identificationAccuracy,
      [
        Goal(2023, .hard, "accuracy_2023"), Goal(2024, .hard, "accuracy_2024"),
        Goal(2025, .early, "accuracy_95"), Goal(2028, .late, "accuracy_95"),
      ]),
    PlanTarget(
      "measures_carried_out", "帮扶措施落实率", "Measures carried out", "S065, S270", .atLeast,
      .share, .measuresCarriedOut,
      [
        Goal(2024, .early, "measures_carried_out"), Goal(2025, .late, "measures_carried_out"),
      ]),
    PlanTarget(
      "formerly_poor_income_growth", "脱贫人口人均收入年均增速（自2023年）",
      "Growth of formerly-poor income a year (since 2023)", "S066", .atLeast, .growth,
      .formerlyPoorGrowth, [Goal(2025, .hard, "formerly_poor_growth")]),
    PlanTarget(
      "rural_income", "农村居民人均收入", "Rural income per head", "S068", .atLeast, .yuan,
      .ruralIncome, [Goal(2025, .hard, "rural_income_2025")]),
    PlanTarget(
      "growth_above_rural", "脱贫人口收入增速高于农村居民（自2023年）",
      "Formerly-poor growth above rural growth (since 2023)", "S069, S090, S300", .atLeast, .growth,
      .growthAboveRural,
      [
        Goal(2025, .hard, "growth_above_rural"), Goal(2030, .hard, "growth_above_rural"),
      ]),
    PlanTarget(
      "rural_income_to_national", "农村居民收入与全国之比", "Rural income relative to the nation's",
      "S093, S298, S299", .atLeast, .share, .ruralToNational,
      [
        Goal(2029, .hard, "rural_to_national_2029"), Goal(2030, .hard, "rural_to_national_2030"),
      ]),
    PlanTarget(
      "medical_protection", "基本医保覆盖率", "Covered by basic medical insurance", "S076", .atLeast,
      .share, .medicalProtection, [Goal(2025, .hard, "protection_2025")]),
    PlanTarget(
      "school_enrolment", "非义务教育在校学生未辍学的比例", "Students who stayed at school",
      "S076, S314", .atLeast, .share, .schoolEnrolment, [Goal(2025, .hard, "protection_2025")]),
    PlanTarget(
      "safe_housing", "住房安全的脱贫户", "Formerly-poor households with a safe house", "S076, S317",
      .atLeast, .share, .safeHousing, [Goal(2025, .hard, "protection_2025")]),
    PlanTarget(
      "processing_share", "农产品加工转化率（设定值）", "Processing share (a lever)", "S078, S307",
      .atLeast, .share, .lever(.parameter("prices.processing_share")),
      [Goal(2025, .early, "processing_2025"), Goal(2027, .late, "processing_2027")]),
    PlanTarget(
      "training_coverage", "技能培训覆盖率（设定值）", "Skills-training coverage (a lever)",
      "S080, S289, S330", .atLeast, .share,
      .lever(.rollout(.training, "training.coverage", "training.coverage_2023")),
      [Goal(2025, .early, "training_coverage"), Goal(2027, .late, "training_coverage")]),
    PlanTarget(
      "industry_participation", "特色产业参与率（设定值）", "Participation in industries (a lever)",
      "S082, S278, S289, S294, S334", .atLeast, .share,
      .lever(
        .rollout(
          .industryParticipation, "industry_participation.participation",
          "industry_participation.participation_2023")),
      [
        Goal(2025, .early, "participation_50"), Goal(2027, .late, "participation_50"),
        Goal(2028, .hard, "participation_60"),
      ]),
    PlanTarget(
      "self_development", "自我发展能力指数", "Self-development index", "S083, S292, S332", .atLeast,
      .points, .selfDevelopment,
      [Goal(2025, .early, "self_development"), Goal(2027, .late, "self_development")]),
    PlanTarget(
      "policy_consolidation", "政策整合率（设定值）", "Consolidation of policies (a lever)", "S088",
      .atLeast, .share, .lever(.rollout(.coordination, "coordination.consolidated_share", nil)),
      [Goal(2023, .hard, "consolidation_2023")]),
    PlanTarget(
      "reimbursement", "住院合规费用报销比例", "Reimbursed share of compliant hospital costs",
      "S157, S290, S312", .atLeast, .share, .reimbursement,
      [
        Goal(2023, .early, "reimbursement"), Goal(2025, .early, "reimbursement"),
        Goal(2027, .late, "reimbursement"),
      ]),
    PlanTarget(
      "social_capital_share", "社会资本占比", "Social capital in all money of the fund",
      "S271, S297, S328", .atLeast, .share, .socialCapitalShare,
      [
        Goal(2024, .early, "social_capital_15"), Goal(2025, .late, "social_capital_15"),
        Goal(2029, .hard, "social_capital_20"),
      ]),
    PlanTarget(
      "consumption", "农村居民人均消费", "Rural consumption per head", "S310", .atLeast, .yuan,
      .consumption, [Goal(2025, .hard, "consumption_2025")]),
    PlanTarget(
      "share_by_illness", "因病返贫占比", "Share of returns by illness", "S313", .atMost, .share,
      .causeShare(.illness), [Goal(2025, .hard, "illness_share_2025")]),
    PlanTarget(
      "share_by_schooling", "因学返贫占比", "Share of returns by schooling", "S315", .atMost, .share,
      .causeShare(.schooling), [Goal(2025, .hard, "schooling_share_2025")]),
  ]
}
