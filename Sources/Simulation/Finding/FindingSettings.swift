import Households
import Randomness

/// M1, M4, M5: lines, index, triggers, own reports, patrols and visits.
struct FindingSettings: Sendable {
  let initialShareFound: Double
  let eliminationMonths: UInt8
  let eliminationMargin: Float
  let reviewInterval: Int
  /// Factor on the monitoring line at which the index alerts, before the platform's noise.
  ///
  /// Model equation (23.2).
  let indexFactor: Float
  let noiseDocked: Double
  let noiseNotDocked: Double
  let personMedicalFormerlyPoor: Float
  let personMedicalOther: Float
  let householdMedical: Float
  let joblessMonths: UInt8
  let disasterLoss: Float
  /// Bits of `StateFlags`: events of the month that alert by themselves.
  let eventFlags: UInt16
  let awareShare: UInt16
  let ownReportChance: Double
  /// Share of the aware who report by app, and their monthly chance.
  let appShare: Double
  let appChance: Double
  let patrolInterval: Int
  let patrolChance: Double
  /// Visits of all grid workers in a month, province-wide.
  let provinceVisits: Double
  /// Days after which an alert that nobody has followed lapses.
  let waitingLimitDays: Int

  init(_ p: ParameterReader) {
    initialShareFound = p["monitoring.initial_share_found"]
    eliminationMonths = UInt8(p["monitoring.elimination_months"])
    eliminationMargin = p.float("monitoring.elimination_margin")
    reviewInterval = max(1, Int(p["monitoring.review_interval"]))
    // Φ((ln L − m) / s) > v  ⟺  m < ln L − s Φ⁻¹(v), so the index is a line of its own.
    let quantile = Elementary.normalQuantile(p["vulnerability_index.threshold"])
    indexFactor = Float(Elementary.exp(-p["vulnerability_index.spread"] * quantile))
    noiseDocked = p["vulnerability_index.noise_docked"]
    noiseNotDocked = p["vulnerability_index.noise_not_docked"]
    personMedicalFormerlyPoor = p.float("hard_triggers.person_medical_share_formerly_poor")
    personMedicalOther = p.float("hard_triggers.person_medical_share_other")
    householdMedical = p.float("hard_triggers.household_medical")
    joblessMonths = UInt8(p["hard_triggers.jobless_months"])
    disasterLoss = p.float("hard_triggers.disaster_loss")
    eventFlags =
      (p["hard_triggers.insurance_claim"] >= 0.5 ? StateFlags.claimed : 0)
      | (p["hard_triggers.drop_out"] >= 0.5 ? StateFlags.leftSchool : 0)
    awareShare = UInt16(min(p["own_reports.aware_share"] * 65536, 65535))
    ownReportChance = p["own_reports.monthly_chance"]
    appShare = p["own_reports.app_share"]
    appChance = p["own_reports.app_chance"]
    patrolInterval = max(1, Int(p["patrols.interval_months"]))
    patrolChance = p["patrols.finding_chance"]
    waitingLimitDays = 30 * Int(p["visits.waiting_limit"])
    provinceVisits = p["visits.grid_workers"] * p["visits.per_worker_month"]
  }
}

/// M6 response time 响应时间: four delays in days, and money that comes late.
struct ResponseSettings: Sendable {
  let dockedShare: Double
  let dataLagDocked: Double
  let dataLagNotDocked: Double
  let visitDays: Double
  let decisionDays: Double
  let paymentDays: Double
  let lateChance: Double
  let lateDays: Double
  let elsewhereDays: Double
  let cooldownMonths: UInt8

  init(_ p: ParameterReader) {
    dockedShare = p["response_time.docked_share"]
    dataLagDocked = p["response_time.data_lag_docked_days"]
    dataLagNotDocked = p["response_time.data_lag_not_docked_days"]
    visitDays = p["response_time.visit_days"]
    decisionDays = p["response_time.decision_days"]
    paymentDays = p["response_time.payment_days"]
    lateChance = p["response_time.late_chance"]
    lateDays = p["response_time.late_days"]
    elsewhereDays = p["response_time.elsewhere_days"]
    cooldownMonths = UInt8(p["response_time.cooldown_months"])
  }
}

/// M7 errors 漏评 错评: what the system misses, excludes and includes wrongly.
struct ErrorSettings: Sendable {
  let missSudden: Double
  let missOther: Double
  /// What staff of the reference quality miss, and how far they are from perfect.
  let referenceMissSudden: Double
  let referenceMissOther: Double
  let referenceGap: Double
  let quality: Double
  let sensitivity: Double
  let specificity: Double
  let executionFailure: Double
  let appealChance: Double

  init(_ p: ParameterReader) {
    // Better staff miss less: the misses are stated for the reference quality.
    quality = p["identification_errors.staff_quality"]
    let reference = p["identification_errors.reference_quality"]
    referenceGap = max(1 - reference, 1e-6)
    let factor = (1 - quality) / referenceGap
    referenceMissSudden = p["identification_errors.miss_sudden"]
    referenceMissOther = p["identification_errors.miss_other"]
    missSudden = min(1, referenceMissSudden * factor)
    missOther = min(1, referenceMissOther * factor)
    sensitivity = p["identification_errors.sensitivity"]
    specificity = p["identification_errors.specificity"]
    executionFailure = p["identification_errors.execution_failure"]
    appealChance = p["identification_errors.appeal_chance"]
  }

  /// Chance that a sign is missed.
  ///
  /// Model equation (23.4).
  ///
  /// - Parameters:
  ///   - isSudden: Whether it is a sudden shock.
  ///   - excess: What the township's staff misses beyond its usual staff, in reference misses.
  /// - Returns: A chance between 0 and 1.
  func miss(isSudden: Bool, excess: Double) -> Double {
    let usual = isSudden ? missSudden : missOther
    let reference = isSudden ? referenceMissSudden : referenceMissOther
    return min(1, max(0, usual + reference * excess))
  }

  /// Chance that a visit accepts a household; errors grow with the excess as misses do.
  ///
  /// Model equation (24.4).
  func acceptance(isInNeed: Bool, excess: Double) -> Double {
    isInNeed
      ? min(1, max(0, sensitivity - (1 - sensitivity) * excess))
      : min(1, max(0, 1 - specificity + (1 - specificity) * excess))
  }
}
