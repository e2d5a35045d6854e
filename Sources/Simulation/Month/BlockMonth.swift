import Households
import Randomness

/// One block in one month of one possible future: everything a pass may read or write.
///
/// `CountyRun` owns the objects; counting references to them at every request would cost more than most
/// passes.
struct BlockMonth {
  let p: PopulationColumns
  let s: StateColumns
  let x: ScratchColumns
  /// Rows in use.
  let count: Int
  /// Months since the start of the run.
  let month: Int
  let key: DrawKey
  let county: UnsafePointer<CountyMonth>
  /// What the month adds to the county's tallies.
  let tally: CountyTally
  /// Requests for money that wait for the end of the month.
  unowned(unsafe) let requests: RequestList
  /// Block number, to find the row again when money has been shared out.
  let block: Int
  /// Staff of the county's townships, and the county's money.
  unowned(unsafe) let staff: TownshipStaff
  unowned(unsafe) let fund: CountyFund
  /// Tables of the platform's noise.
  unowned(unsafe) let noise: NoiseCodes
  /// Loans and goods that the county can still hand out.
  unowned(unsafe) let quotas: CountyQuotas
  /// Where the time goes, if somebody asked.
  unowned(unsafe) let profile: StepProfile?
  /// Takes examples for the fitted indices; `nil` in every future of a run.
  unowned(unsafe) var training: IndexTrainingRecord? = nil
  /// Writes down the lives of some households; `nil` in every future of a run.
  var lives: Unmanaged<LifeRecord>? = nil
  /// Writes down what the platform could see and what became of it; `nil` in every future of a run.
  var panel: Unmanaged<AlertPanelRecord>? = nil

  /// A step has run: books the time since the last mark to it and lets the record of lives look, if
  /// somebody asked.
  @inline(__always)
  func mark(_ step: ModelStep) {
    profile?.mark(step)
    look(after: step)
  }

  /// Column of the month in the rolling year, and in the memory of losses.
  var slot: Int { month % StateColumns.ringMonths }
  var lossSlot: Int { month % StateColumns.lossMonths }
  /// First day of the month and of the next, in days since the start (30 a month).
  var firstDay: Int { month * 30 }
  var nextDay: Int { month * 30 + 30 }

  /// Adds money to a programme of the county, rounded to fen, for all households a row stands for.
  @inline(__always)
  func pay(_ yuan: Float, _ programme: Programme, row: Int) {
    tally.money[programme.rawValue] &+=
      Elementary.nearestInteger(Double(yuan) * 100) &* Int64(p.weight[row])
    tell(programme, row: row, yuan)
  }

  /// Adds households to a quantity of finding.
  @inline(__always)
  func count(_ quantity: FindingQuantity, row: Int, times: Int = 1) {
    tally.finding[quantity.rawValue] &+= Int64(times) &* Int64(p.weight[row])
  }

  /// Adds to a quantity of a system, for all households a row stands for, in recorded months.
  ///
  /// Yuan are whole yuan here; the tallies of programmes hold money to the fen.
  @inline(__always)
  func note(_ quantity: SystemQuantity, row: Int, _ amount: Int = 1) {
    tell(quantity, row: row, amount)
    guard county.pointee.isRecorded else { return }
    tally.systems[quantity.rawValue] &+= Int64(amount) &* Int64(p.weight[row])
  }

  /// Adds a sum over households, weights included, to a quantity of a system, in recorded months.
  @inline(__always)
  func add(_ quantity: SystemQuantity, _ sum: Int64) {
    guard county.pointee.isRecorded else { return }
    tally.systems[quantity.rawValue] &+= sum
  }

  /// Pays money to a household as assistance this month: rounded to fen, into the month's aid and the
  /// programme's account alike, so that receipts and payments agree.
  @inline(__always)
  func grant(_ yuan: Float, _ programme: Programme, row: Int) {
    let fen = Elementary.nearest(Double(yuan) * 100)
    x.aid[row] += Float(fen / 100)
    tally.money[programme.rawValue] &+= Int64(fen) &* Int64(p.weight[row])
  }

  /// Whether a household is below its place in a roll-out that has reached a share of households.
  @inline(__always)
  func takesPart(_ row: Int, in rollout: Rollout, limit: UInt32) -> Bool {
    UInt32(p.place(in: rollout)[row]) < limit
  }

  /// Persons alive in a row.
  @inline(__always)
  func personsAlive(_ row: Int) -> Int { Int(s.persons[row]) - Int(s.deaths[row]) }

  /// Members from 15 to 59, the dead of the last year among them.
  @inline(__always)
  func membersOfWorkingAge(_ row: Int) -> Int {
    Int(s.members(1)[row]) + Int(s.members(2)[row]) + Int(s.members(5)[row])
      + Int(s.members(6)[row])
  }

  /// Whether nobody in a row can work: as drawn or, while the household calendar runs, when nobody of
  /// working age is left and until somebody takes up work.
  @inline(__always)
  func isNoLabour(_ row: Int) -> Bool {
    let drawn = b16(p.flags[row], HouseholdFlags.noLabour.rawValue)
    guard county.pointee.optional.householdCalendar > 0 else { return drawn }
    if s.workers[row] > 0 { return false }
    let ofAge = s.members(1)[row] | s.members(2)[row] | s.members(5)[row] | s.members(6)[row]
    return drawn || ofAge == 0
  }

  /// `isNoLabour` of all rows at once, in the mask: not 0 for yes.
  @inline(__always)
  func markNoLabour() -> UnsafeMutablePointer<UInt8> {
    let (mask, flags, drawn) = (x.mask, p.flags, HouseholdFlags.noLabour.rawValue)
    for i in 0..<count { mask[i] = flags[i] & drawn != 0 ? 1 : 0 }
    guard county.pointee.optional.householdCalendar > 0 else { return mask }
    let (workers, m1, m2) = (s.workers, s.members(1), s.members(2))
    let (m5, m6) = (s.members(5), s.members(6))
    for i in 0..<count {
      let isNobodyLeft: UInt8 = m1[i] | m2[i] | m5[i] | m6[i] == 0 ? 1 : 0
      mask[i] = workers[i] > 0 ? 0 : mask[i] | isNobodyLeft
    }
    return mask
  }

  /// Whether a row is formerly poor.
  @inline(__always)
  func isFormerlyPoor(_ row: Int) -> Bool {
    b16(p.flags[row], HouseholdFlags.formerlyPoor.rawValue)
  }

  /// Twelve-month income per head after rigid spending, without assistance, from the rings.
  ///
  /// Model equation (18.3).
  @inline(__always)
  func ownIncome(_ row: Int) -> Float {
    let free = county.pointee.settings.calendar.freeRigidSpending
    return Float(s.income12[row]) * IndicatorPass.incomeUnit
      - max(0, Float(s.rigid12[row]) * IndicatorPass.rigidUnit - free)
  }

  @inline(__always)
  func b16(_ value: UInt16, _ bit: UInt16) -> Bool { value & bit != 0 }
}

/// One county in one month of one possible future: what its households share.
struct CountyMonth {
  /// The numbers of the month, in the table of the future's environment.
  let numbers: UnsafePointer<MonthSettings>
  var settings: MonthSettings { @inline(__always) unsafeAddress { numbers } }
  /// Month of the year, 1 to 12.
  let monthOfYear: Int
  let market: LabourMarket
  /// Whether departments' data reach the platform at once.
  let isDocked: Bool
  /// Bits of `IndicatorGroup` that the county does not share with the platform.
  let gaps: UInt8
  /// Whether the platform is updated this month.
  let isPlatformUpdated: Bool
  /// Bits of `Sign` whose department is connected to the platform.
  let connectedKinds: UInt8
  /// Prefectures with which the county's has cross-region agreements, one bit each.
  let agreementPartners: UInt32

  // Drought, flood and prices
  /// Strength of a severe or extreme drought, 0 for none: what local wages feel.
  let severeDrought: Float
  /// Whether a new weather season begins.
  let seasonBegins: Bool
  let floodFootprint: Float
  let floodTable: BetaTable
  /// Twelve-month share, price loss and drought loss by product, relative to an average month.
  let productSeason: SIMD8<Float>
  let productPriceLoss: SIMD8<Float>
  let productDroughtLoss: SIMD8<Float>
  /// Drought loss by product of the weather alone, without irrigation: what an index contract sees.
  let productWeatherLoss: SIMD8<Float>
  /// Price loss by product whatever the season.
  let productCheapness: SIMD8<Float>
  let productFloodLoss: SIMD8<Float>

  /// Admissions and markets in an epidemic.
  let epidemic: EpidemicMonth
  /// What a change of policy does to this year's money of the county.
  let policyYear: PolicyChange.CountyYear

  // Strengths, 0 where a mechanism is off
  let illnessStrength: Float
  let jobsStrength: Float
  let schoolingStrength: Float
  let accidentStrength: Float
  let basicStrength: Float
  let seriousStrength: Float
  let assistanceStrength: Float
  let insuranceStrength: Float
  let guaranteeStrength: Float
  let allowanceStrength: Float
  let reliefStrength: Float
  let industryStrength: Float
  let fundStrength: Float
  let monitoringStrength: Float
  let indexStrength: Float
  let triggerStrength: Float
  let ownReportStrength: Float
  let patrolStrength: Float
  let visitStrength: Float
  let delayStrength: Float
  let errorStrength: Float
  let copingStrength: Float
  let assetStrength: Float
  /// Strengths of the mechanisms that a scenario must switch on.
  let optional: OptionalStrengths

  /// Running contracts of farm insurance.
  var farmContracts: FarmContracts

  /// Share of migrants sent home this month by a stress event or a pandemic.
  let returnShare: Double
  /// Whether this month counts in the results.
  let isRecorded: Bool
  /// Result year counted from 0; meaningful when `isRecorded`.
  let year: Int
  /// Hazard of a house fire in this prefecture, per household and month.
  let fireHazard: Float
}
