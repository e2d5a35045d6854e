/// What changes for up to 2,048 households in one possible future, one column per quantity.
///
/// Laid out like `PopulationColumns`: one slab, constant distances. 255 bytes a household.
struct StateColumns: @unchecked Sendable {
  static var capacity: Int { 2048 }
  private static var halves: Int { 21 * 4 }
  private static var narrows: Int { halves + 41 * 2 }
  static var bytesPerHousehold: Int { narrows + 89 }
  /// Months of the rolling year, and of the memory of losses.
  static var ringMonths: Int { 12 }
  static var lossMonths: Int { 6 }

  let base: UnsafeMutableRawPointer

  @inline(__always)
  private func wide<T>(_ column: Int) -> UnsafeMutablePointer<T> {
    (base + column * 4 * Self.capacity).assumingMemoryBound(to: T.self)
  }
  @inline(__always)
  private func half<T>(_ column: Int) -> UnsafeMutablePointer<T> {
    (base + (Self.halves + column * 2) * Self.capacity).assumingMemoryBound(to: T.self)
  }
  @inline(__always)
  private func narrow(_ column: Int) -> UnsafeMutablePointer<UInt8> {
    (base + (Self.narrows + column) * Self.capacity).assumingMemoryBound(to: UInt8.self)
  }

  /// Sets all columns to 0 in the first rows: a sample uses few of a block's.
  func clear(rows: Int) {
    func clear(_ columns: Range<Int>, from start: Int, width: Int) {
      for column in columns {
        let place = base + (start + column * width) * Self.capacity
        place.initializeMemory(as: UInt8.self, repeating: 0, count: rows * width)
      }
    }
    clear(0..<(Self.halves / 4), from: 0, width: 4)
    clear(0..<((Self.narrows - Self.halves) / 2), from: Self.halves, width: 2)
    clear(0..<(Self.bytesPerHousehold - Self.narrows), from: Self.narrows, width: 1)
  }

  // Balance sheet, yuan
  var savings: UnsafeMutablePointer<Float> { wide(0) }
  var informalDebt: UnsafeMutablePointer<Float> { wide(1) }
  var formalDebt: UnsafeMutablePointer<Float> { wide(2) }
  var assets: UnsafeMutablePointer<Float> { wide(3) }
  /// Damage to the house not yet repaired, yuan.
  var damage: UnsafeMutablePointer<Float> { wide(4) }

  // Medical ledger of the calendar year, yuan: the member with the largest bills, and the household
  var patientOwnPay: UnsafeMutablePointer<Float> { wide(5) }
  var patientBasicUsed: UnsafeMutablePointer<Float> { wide(6) }
  var patientAssistanceUsed: UnsafeMutablePointer<Float> { wide(7) }
  var patientOutOfPocket: UnsafeMutablePointer<Float> { wide(8) }
  var householdOutOfPocket: UnsafeMutablePointer<Float> { wide(9) }
  var reimbursementDue: UnsafeMutablePointer<Float> { wide(10) }

  // Assistance, yuan
  var reliefDue: UnsafeMutablePointer<Float> { wide(11) }
  /// Minimum living allowance in payment, yuan per household and month, whole fen.
  var allowance: UnsafeMutablePointer<Float> { wide(12) }
  /// Full monthly gain of an industry package, at the prices of its start.
  var industryGain: UnsafeMutablePointer<Float> { wide(13) }
  /// Income of extra work that arrives next month.
  var extraWork: UnsafeMutablePointer<Float> { wide(14) }

  // Sums of the last twelve months, in the units of the rings
  var income12: UnsafeMutablePointer<Int32> { wide(15) }
  var rigid12: UnsafeMutablePointer<Int32> { wide(16) }
  var aid12: UnsafeMutablePointer<Int32> { wide(17) }

  // Facts of the population that the household calendar moves
  /// Expected wage income, yuan a month at the level of 2022.
  var wage: UnsafeMutablePointer<Float> { wide(18) }
  /// Hospital admissions of all members, expected number a year at the hazards of the
  /// first month.
  var admissionHazard: UnsafeMutablePointer<Float> { wide(19) }

  /// Balance of a loan for production, yuan.
  var loan: UnsafeMutablePointer<Float> { wide(20) }

  // Rings, one column a calendar month
  /// Net income before assistance, quarter yuan per head.
  func incomeRing(_ slot: Int) -> UnsafeMutablePointer<Int16> { half(slot) }
  /// Rigid spending, two-yuan units per head.
  func rigidRing(_ slot: Int) -> UnsafeMutablePointer<UInt16> { half(12 + slot) }
  /// Assistance, half yuan per head.
  func aidRing(_ slot: Int) -> UnsafeMutablePointer<UInt16> { half(24 + slot) }
  /// Bits of `StateFlags`.
  var flags: UnsafeMutablePointer<UInt16> { half(36) }
  /// Day (since the start, 30 a month) on which the next step of a case is due.
  var dueDay: UnsafeMutablePointer<UInt16> { half(37) }
  /// Day of the sign that opened a case: when a channel first saw the household.
  var shockDay: UnsafeMutablePointer<UInt16> { half(38) }
  /// Day on which granted measures are delivered.
  var paymentDay: UnsafeMutablePointer<UInt16> { half(39) }
  /// Bits of `Reach`: policies that ever paid this household.
  var reached: UnsafeMutablePointer<UInt16> { half(40) }

  /// Months without a job of worker 0, 1 or 2; 0 for employed.
  func jobless(_ worker: Int) -> UnsafeMutablePointer<UInt8> { narrow(worker) }
  /// Months of work still lost to illness by worker 0, 1 or 2.
  func sick(_ worker: Int) -> UnsafeMutablePointer<UInt8> { narrow(3 + worker) }
  /// Months for which a worker still cares for a patient.
  var carer: UnsafeMutablePointer<UInt8> { narrow(6) }
  /// Bits 0–2: worker disabled; 3–5: worker dead; 6: the cause was illness, not an accident.
  var disability: UnsafeMutablePointer<UInt8> { narrow(7) }
  /// Months since the last disability or death of a worker, up to 255.
  var disabilityAge: UnsafeMutablePointer<UInt8> { narrow(8) }
  /// Months of follow-up after a major illness still to come.
  var followup: UnsafeMutablePointer<UInt8> { narrow(9) }
  /// Member with the largest bills of the year; 255 for nobody.
  var patient: UnsafeMutablePointer<UInt8> { narrow(10) }
  var reimbursementMonths: UnsafeMutablePointer<UInt8> { narrow(11) }
  /// Bits of `Measures` granted and not yet delivered.
  var pending: UnsafeMutablePointer<UInt8> { narrow(12) }
  /// Months since an industry package began, 0 for none.
  var industryMonths: UnsafeMutablePointer<UInt8> { narrow(13) }
  /// Months for which a smaller new allowance does not yet replace the old one.
  var allowanceFade: UnsafeMutablePointer<UInt8> { narrow(14) }
  /// 0 not monitored, else `MonitoredKind`.
  var monitored: UnsafeMutablePointer<UInt8> { narrow(15) }
  var monitoredMonths: UnsafeMutablePointer<UInt8> { narrow(16) }
  /// Measures delivered since recognition.
  var measures: UnsafeMutablePointer<UInt8> { narrow(17) }
  /// `CaseStage` of the search for this household.
  var stage: UnsafeMutablePointer<UInt8> { narrow(18) }
  /// Months in which data alerts about this household are not followed.
  var cooldown: UnsafeMutablePointer<UInt8> { narrow(19) }
  /// Consecutive months below the return line, and above the exit line.
  var below: UnsafeMutablePointer<UInt8> { narrow(20) }
  var above: UnsafeMutablePointer<UInt8> { narrow(21) }
  /// Members who died, and students taken out of school, since the start.
  var deaths: UnsafeMutablePointer<UInt8> { narrow(22) }
  var withdrawn: UnsafeMutablePointer<UInt8> { narrow(23) }
  /// Own share of the county's drought loss this season, in 127.5ths.
  var droughtLuck: UnsafeMutablePointer<UInt8> { narrow(24) }
  /// Factor by which the platform misjudges the line against this household this year, in 64ths.
  var scoreNoise: UnsafeMutablePointer<UInt8> { narrow(25) }
  /// Months in a row with consumption cut or bills unpaid.
  var hardship: UnsafeMutablePointer<UInt8> { narrow(26) }
  /// 1 if the present illness has been prolonged because care was put off.
  var careDelayed: UnsafeMutablePointer<UInt8> { narrow(27) }
  /// Member (code of `Member`) in follow-up after a major illness; meaningful while `followup` > 0.
  var chronic: UnsafeMutablePointer<UInt8> { narrow(28) }
  /// Bits of `Measures` asked for and not yet granted.
  var wanted: UnsafeMutablePointer<UInt8> { narrow(29) }
  /// Loss of a channel in one of the last six months, coded by `LossCode`.
  func loss(_ channel: Int, slot: Int) -> UnsafeMutablePointer<UInt8> {
    narrow(30 + channel * Self.lossMonths + slot)
  }

  /// Persons of an age class and sex, wage earners, students by stage, and all persons, as in
  /// `PopulationColumns`; the household calendar moves them.
  func members(_ kind: Int) -> UnsafeMutablePointer<UInt8> { narrow(72 + kind) }
  var workers: UnsafeMutablePointer<UInt8> { narrow(80) }
  func students(_ stage: Int) -> UnsafeMutablePointer<UInt8> { narrow(81 + stage) }
  var persons: UnsafeMutablePointer<UInt8> { narrow(84) }
  /// Months since the loan was paid out, 0 for none.
  var loanMonths: UnsafeMutablePointer<UInt8> { narrow(85) }
  /// Months of a public post still to come.
  var postMonths: UnsafeMutablePointer<UInt8> { narrow(86) }
  /// Bits of `IndexDesign` that alerted when the designs were last scored.
  var shadowAlerts: UnsafeMutablePointer<UInt8> { narrow(87) }
  /// 1 if the household was in need at some time since the designs were last scored.
  var shadowNeed: UnsafeMutablePointer<UInt8> { narrow(88) }
}

/// Yes-or-no facts that change.
enum StateFlags {
  /// In return to poverty.
  static var returned: UInt16 { 1 << 0 }
  /// Was in return to poverty at some time since the first result year.
  static var everReturned: UInt16 { 1 << 1 }
  /// This spell was counted as recognised.
  static var recognisedSpell: UInt16 { 1 << 2 }
  /// Receives, or may receive, the allowance after an application.
  static var onAllowance: UInt16 { 1 << 3 }
  /// First money of this case has been counted.
  static var firstMoneyCounted: UInt16 { 1 << 4 }
  /// The house was found unsafe and no repair grant has been paid, or one has.
  static var repairDue: UInt16 { 1 << 5 }
  static var repairGranted: UInt16 { 1 << 6 }
  /// Goods from the emergency stock arrive next month, or have arrived this year.
  static var goodsDue: UInt16 { 1 << 7 }
  static var goodsThisYear: UInt16 { 1 << 8 }
  /// Has joined a specialty industry by participation, once or more.
  static var joinedIndustry: UInt16 { 1 << 9 }
  /// Has been trained beyond the coverage of 2023, and has mastered the skill.
  static var trained: UInt16 { 1 << 10 }
  static var skilled: UInt16 { 1 << 11 }
  /// A sign in the data waits for the platform's next update.
  static var waitingSign: UInt16 { 1 << 12 }
  /// The anti-poverty insurance paid a claim this month.
  static var claimed: UInt16 { 1 << 13 }
  /// A student was taken out of school this month.
  static var leftSchool: UInt16 { 1 << 14 }
}

/// Policies that reached a household at least once, for `fangpin check`.
public enum Reach: Int, Sendable, CaseIterable {
  case basicMedicalInsurance, seriousIllnessInsurance, medicalAssistance, antiPovertyInsurance
  case reimbursementGuarantee, minimumLivingAllowance, emergencyRelief, industrySupport, monitoring

  /// Bit in the state's column.
  var bit: UInt16 { 1 << UInt16(rawValue) }
}

/// Measures that wait for delivery.
enum Measures {
  static var relief: UInt8 { 1 }
  static var allowance: UInt8 { 2 }
  static var industry: UInt8 { 4 }
  /// Work that a county shares out each month (`CountyJobs`); never waits for delivery.
  static var publicPost: UInt8 { 64 }
  static var workshopJob: UInt8 { 128 }
}

/// The three kinds of monitored household 三类监测对象.
enum MonitoredKind {
  static var unstable: UInt8 { 1 }
  static var marginal: UInt8 { 2 }
  static var sudden: UInt8 { 3 }
}

/// How far the search for a household has come.
enum CaseStage {
  static var none: UInt8 { 0 }
  /// An alert is on its way from the department's data to the platform.
  static var travelling: UInt8 { 1 }
  /// Waits for a visit.
  static var waiting: UInt8 { 2 }
  /// Visited and accepted; recognised on the due day.
  static var accepted: UInt8 { 3 }
}
