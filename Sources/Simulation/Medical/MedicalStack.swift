import Households
import Randomness

/// A4 the four-layer medical protection 四重保障: basic insurance, serious-illness insurance, medical
/// assistance and anti-poverty insurance, and the reimbursement guarantee on top.
struct MedicalSettings: Sendable {
  let compliantShare: Float
  let deductible: SIMD4<Float>
  let ratio: SIMD4<Float>
  let basicCap: Float
  let countyHospitalFrom: Float
  let cityHospitalFrom: Float
  let outpatientRatio: Float
  let outpatientCap: Float
  let delayMonths: UInt8
  let seriousDeductible: Float
  let seriousRatio: SIMD4<Float>
  let seriousSecondFrom: Float
  let seriousThirdFrom: Float
  let seriousCap: Float
  let favouredDeductibleFactor: Float
  let favouredBonus: Float
  let assistanceRatioAllowance: Float
  let assistanceRatioMonitored: Float
  let assistanceStart: Float
  let assistanceCap: Float
  let insuranceCoverage: UInt16
  let insuranceTrigger: Float
  let insuranceRatio: Float
  let insuranceCap: Float
  let insurancePremium: Float
  let premiumFundLimit: Double
  let guaranteeShare: Float
  let guaranteeScope: GuaranteeScope

  init(_ p: ParameterReader, calendar: CalendarSettings) {
    func basic(_ name: String) -> Float { p.float("basic_medical_insurance." + name) }
    func serious(_ name: String) -> Float { p.float("serious_illness_insurance." + name) }
    compliantShare = basic("compliant_share")
    deductible = SIMD4(
      basic("deductible_township"), basic("deductible_county"), basic("deductible_city"), 0)
    ratio = SIMD4(basic("ratio_township"), basic("ratio_county"), basic("ratio_city"), 0)
    basicCap = basic("cap")
    countyHospitalFrom = basic("county_hospital_from")
    cityHospitalFrom = basic("city_hospital_from")
    outpatientRatio = basic("outpatient_ratio")
    outpatientCap = basic("outpatient_cap")
    delayMonths = UInt8(basic("delay_not_docked"))
    seriousDeductible = serious("deductible_share") * calendar.ruralIncomeLastYear
    seriousRatio = SIMD4(serious("ratio"), serious("ratio_second"), serious("ratio_third"), 0)
    seriousSecondFrom = serious("second_from")
    seriousThirdFrom = serious("third_from")
    seriousCap = serious("cap")
    favouredDeductibleFactor = serious("favoured_deductible_factor")
    favouredBonus = serious("favoured_ratio_bonus")
    assistanceRatioAllowance = p.float("medical_assistance.ratio_allowance")
    assistanceRatioMonitored = p.float("medical_assistance.ratio_monitored")
    assistanceStart =
      p.float("medical_assistance.start_share_monitored") * calendar.ruralIncomeLastYear
    assistanceCap = p.float("medical_assistance.cap")
    insuranceCoverage = UInt16(min(p["anti_poverty_insurance.coverage"] * 65536, 65535))
    insuranceTrigger = p.float("anti_poverty_insurance.trigger")
    insuranceRatio = p.float("anti_poverty_insurance.ratio")
    insuranceCap = p.float("anti_poverty_insurance.cap")
    insurancePremium = p.float("anti_poverty_insurance.premium")
    premiumFundLimit = p["anti_poverty_insurance.fund_share_limit"]
    guaranteeShare = p.float("reimbursement_guarantee.own_share")
    guaranteeScope =
      GuaranteeScope(rawValue: UInt8(p["reimbursement_guarantee.scope"]))
      ?? .monitoredOrFormerlyPoor
  }
}

/// Whose bills the reimbursement guarantee tops up, in the order of the numbers in a scenario.
enum GuaranteeScope: UInt8, Sendable {
  case everybody, monitoredOrFormerlyPoor, monitored

  func covers(isFormerlyPoor: Bool, isMonitored: Bool) -> Bool {
    switch self {
    case .everybody: true
    case .monitoredOrFormerlyPoor: isFormerlyPoor || isMonitored
    case .monitored: isMonitored
    }
  }
}

/// What one patient's year looks like to the insurers before a bill.
struct PatientLedger: Equatable {
  /// Compliant own payment so far this year, yuan.
  var ownPay: Float = 0
  var basicUsed: Float = 0
  var assistanceUsed: Float = 0
}

/// Who is favoured by which layer.
struct PatientStanding: Equatable {
  var isInsured = true
  var hasAllowance = false
  var isMonitored = false
  var hasAntiPovertyInsurance = false
}

/// Strength of each layer, 0 where it is off.
struct LayerStrengths: Equatable {
  var basic: Float = 1
  var serious: Float = 1
  var assistance: Float = 1
  var insurance: Float = 1
  var guarantee: Float = 0
}

/// One bill and who pays it; all yuan.
///
/// The parts add up to the bill.
struct BillSplit: Equatable {
  var basic: Float = 0
  var serious: Float = 0
  var assistance: Float = 0
  var insurance: Float = 0
  var guarantee: Float = 0
  /// What the household pays.
  var own: Float = 0
  /// The part of `own` that is for covered items 合规自付: what counts as rigid spending.
  var compliantOwn: Float = 0
}

extension MedicalSettings {
  /// Splits a hospital bill among the layers and updates the patient's ledger.
  ///
  ///     compliant = φ bill
  ///     basic     = min(cap − used, ρ_b (compliant − deductible)₊)
  ///     serious   = ρ_s × the part of this year's own payment above D₂ that is new
  ///     assistance = min(cap − used, ρ_m (rest − start not yet met)₊)
  ///     insurance = κ (own payment − trigger)₊
  ///
  /// Model equations (10.4), (10.5), (10.6).
  func split(
    bill: Float, ledger: inout PatientLedger, standing: PatientStanding, strength: LayerStrengths
  ) -> BillSplit {
    var split = BillSplit()
    let compliant = compliantShare * bill
    split.basic = basicPayment(bill, compliant, ledger, standing, strength.basic)
    let ownAfterBasic = compliant - split.basic
    split.serious = seriousPayment(ownAfterBasic, ledger, standing, strength.serious)
    let ownAfterSerious = ownAfterBasic - split.serious
    split.assistance = assistancePayment(ownAfterSerious, ledger, standing, strength.assistance)
    let compliantLeft = ownAfterSerious - split.assistance
    let own = compliantLeft + (bill - compliant)
    if standing.hasAntiPovertyInsurance {
      let claim = strength.insurance * insuranceRatio * max(0, own - insuranceTrigger)
      split.insurance = min(claim, min(insuranceCap, own))
    }
    split.own = own - split.insurance
    if strength.guarantee > 0 {
      let topUp = max(0, split.own - guaranteeShare * compliant) * min(strength.guarantee, 1)
      split.guarantee = topUp
      split.own -= topUp
    }
    split.compliantOwn = own > 0 ? compliantLeft * (split.own / own) : 0
    ledger.ownPay += ownAfterBasic
    ledger.basicUsed += split.basic
    ledger.assistanceUsed += split.assistance
    return split
  }

  /// Model equation (10.1).
  private func basicPayment(
    _ bill: Float, _ compliant: Float, _ ledger: PatientLedger, _ standing: PatientStanding,
    _ strength: Float
  ) -> Float {
    guard standing.isInsured else { return 0 }
    let level = bill >= cityHospitalFrom ? 2 : bill >= countyHospitalFrom ? 1 : 0
    let paid = strength * ratio[level] * max(0, compliant - deductible[level])
    return min(max(0, basicCap - ledger.basicUsed), min(paid, compliant))
  }

  /// Model equation (10.2).
  private func seriousPayment(
    _ own: Float, _ ledger: PatientLedger, _ standing: PatientStanding, _ strength: Float
  ) -> Float {
    guard standing.isInsured else { return 0 }
    let favoured = standing.hasAllowance || standing.isMonitored
    let start = seriousDeductible * (favoured ? favouredDeductibleFactor : 1)
    let bonus = favoured ? favouredBonus : 0
    let before = cumulated(max(0, ledger.ownPay - start), bonus)
    let after = cumulated(max(0, ledger.ownPay + own - start), bonus)
    // Without a cap for the favoured; for others the cap of the year.
    let limit = favoured ? Float.greatestFiniteMagnitude : seriousCap
    return min(strength * (min(after, limit) - min(before, limit)), own)
  }

  /// Payment of the second layer on own payment above its deductible, in three tiers.
  ///
  /// Model equation (10.2).
  private func cumulated(_ above: Float, _ bonus: Float) -> Float {
    let first = min(above, seriousSecondFrom)
    let second = min(
      max(0, above - seriousSecondFrom), max(0, seriousThirdFrom - seriousSecondFrom))
    let third = max(0, above - max(seriousThirdFrom, seriousSecondFrom))
    return first * min(seriousRatio[0] + bonus, 1) + second * min(seriousRatio[1] + bonus, 1)
      + third * min(seriousRatio[2] + bonus, 1)
  }

  /// Model equation (10.3).
  private func assistancePayment(
    _ own: Float, _ ledger: PatientLedger, _ standing: PatientStanding, _ strength: Float
  ) -> Float {
    guard standing.hasAllowance || standing.isMonitored else { return 0 }
    let rate = standing.hasAllowance ? assistanceRatioAllowance : assistanceRatioMonitored
    let start = standing.hasAllowance ? 0 : max(0, assistanceStart - ledger.ownPay)
    let paid = strength * rate * max(0, own - start)
    return min(max(0, assistanceCap - ledger.assistanceUsed), min(paid, own))
  }
}

/// Step 5: settles one hospital bill of one household.
enum MedicalStack {
  /// Model equation (10.7).
  static func settle(_ b: BlockMonth, row: Int, member: UInt8, bill: Float, channel: Cause) {
    let m = b.county
    let s = m.pointee.settings.medical
    let isLedgerPatient = b.s.patient[row] == member
    var ledger = PatientLedger()
    if isLedgerPatient {
      ledger = PatientLedger(
        ownPay: b.s.patientOwnPay[row], basicUsed: b.s.patientBasicUsed[row],
        assistanceUsed: b.s.patientAssistanceUsed[row])
    }
    let split = s.split(
      bill: bill, ledger: &ledger, standing: standing(b, row, s), strength: strengths(b, row))
    record(split, b, row)
    // The column begins at -1, for nobody.
    b.tell(.patient, row: row, Float(member) + 1)
    countCompliant(split, bill: bill, b, row)
    countKeptAbove(split, b, row)
    keep(ledger, split, member, isLedgerPatient, b, row)
    b.s.householdOutOfPocket[row] += split.own
    b.x.rigid[row] += m.pointee.settings.calendar.weightMedical * split.compliantOwn
    b.x.loss(channel.rawValue)[row] += split.own
    let reimbursed = split.basic + split.serious + split.assistance
    if m.pointee.isDocked {
      b.x.cashOut[row] += split.own
    } else {
      // Without one-stop settlement the household pays first and is reimbursed later.
      b.x.cashOut[row] += split.own + reimbursed
      b.s.reimbursementDue[row] += reimbursed
      b.s.reimbursementMonths[row] = s.delayMonths + 1
    }
  }

  private static func strengths(_ b: BlockMonth, _ row: Int) -> LayerStrengths {
    let m = b.county
    let isGuaranteed = m.pointee.settings.medical.guaranteeScope.covers(
      isFormerlyPoor: b.isFormerlyPoor(row), isMonitored: b.s.monitored[row] != 0)
    return LayerStrengths(
      basic: m.pointee.basicStrength, serious: m.pointee.seriousStrength,
      assistance: m.pointee.assistanceStrength, insurance: m.pointee.insuranceStrength,
      guarantee: isGuaranteed ? m.pointee.guaranteeStrength : 0)
  }

  /// Which layers favour the household today.
  static func standing(_ b: BlockMonth, _ row: Int, _ s: MedicalSettings) -> PatientStanding {
    let isMonitored = b.s.monitored[row] != 0
    let isCovered = b.isFormerlyPoor(row) && b.p.trait(2)[row] < s.insuranceCoverage
    return PatientStanding(
      isInsured: b.b16(b.p.flags[row], HouseholdFlags.basicInsurance.rawValue),
      hasAllowance: b.s.allowance[row] > 0, isMonitored: isMonitored,
      hasAntiPovertyInsurance: b.county.pointee.insuranceStrength > 0 && (isMonitored || isCovered))
  }

  private static func record(_ split: BillSplit, _ b: BlockMonth, _ row: Int) {
    b.pay(split.basic, .basicMedicalInsurance, row: row)
    b.pay(split.serious, .seriousIllnessInsurance, row: row)
    b.pay(split.assistance, .medicalAssistance, row: row)
    b.pay(split.insurance, .antiPovertyInsuranceClaims, row: row)
    b.pay(split.guarantee, .reimbursementGuarantee, row: row)
    b.pay(split.own, .medicalOwnPayment, row: row)
    var reached: UInt16 = 0
    if split.basic > 0 { reached |= Reach.basicMedicalInsurance.bit }
    if split.serious > 0 { reached |= Reach.seriousIllnessInsurance.bit }
    if split.assistance > 0 { reached |= Reach.medicalAssistance.bit }
    if split.insurance > 0 {
      reached |= Reach.antiPovertyInsurance.bit
      b.note(.insuranceClaimCases, row: row)
      b.s.flags[row] |= StateFlags.claimed & b.county.pointee.settings.finding.eventFlags
    }
    if split.guarantee > 0 { reached |= Reach.reimbursementGuarantee.bit }
    b.s.reached[row] |= reached
  }

  /// The effective ratio of the formerly poor: covered cost, and how much of it all layers paid.
  private static func countCompliant(_ split: BillSplit, bill: Float, _ b: BlockMonth, _ row: Int) {
    guard b.isFormerlyPoor(row) else { return }
    let compliant = b.county.pointee.settings.medical.compliantShare * bill
    let paid = compliant - split.compliantOwn
    b.note(.compliantBills, row: row, Int(Elementary.nearest(Double(compliant))))
    b.note(.compliantReimbursed, row: row, Int(Elementary.nearest(Double(paid))))
  }

  /// Persons for whom this claim decides on which side of the return line the twelve months up to the
  /// last, less this bill, end.
  private static func countKeptAbove(_ split: BillSplit, _ b: BlockMonth, _ row: Int) {
    guard split.insurance > 0, split.own > 0, b.isFormerlyPoor(row) else { return }
    let c = b.county.pointee.settings.calendar
    let without = split.compliantOwn * (split.own + split.insurance) / split.own
    let before =
      Float(b.s.income12[row]) * IndicatorPass.incomeUnit
      + Float(b.s.aid12[row]) * IndicatorPass.aidUnit
    func income(after compliantOwn: Float) -> Float {
      let rigid =
        Float(b.s.rigid12[row]) * IndicatorPass.rigidUnit
        + c.weightMedical * compliantOwn * b.x.personsInverse[row]
      return before - max(0, rigid - c.freeRigidSpending)
    }
    guard income(after: split.compliantOwn) >= c.returnLine, income(after: without) < c.returnLine
    else { return }
    b.note(.insuranceKeptAbove, row: row, b.personsAlive(row))
  }

  /// The household keeps the ledger of one member: the one with the largest bills of the year.
  private static func keep(
    _ ledger: PatientLedger, _ split: BillSplit, _ member: UInt8, _ isLedgerPatient: Bool,
    _ b: BlockMonth, _ row: Int
  ) {
    if isLedgerPatient {
      b.s.patientOutOfPocket[row] += split.own
    } else if ledger.ownPay > b.s.patientOwnPay[row] || b.s.patient[row] == 255 {
      b.s.patient[row] = member
      b.s.patientOutOfPocket[row] = split.own
    } else {
      return
    }
    b.s.patientOwnPay[row] = ledger.ownPay
    b.s.patientBasicUsed[row] = ledger.basicUsed
    b.s.patientAssistanceUsed[row] = ledger.assistanceUsed
  }
}
