import Households
import Randomness

/// H4 illness 大病: hospital bills with a heavy tail, lost work, care and follow-up.
struct IllnessSettings: Sendable {
  /// Admissions a person and year by age class.
  let admission: SIMD4<Float>
  let ordinaryLogMedian: Double
  let ordinarySigma: Double
  let majorShare: Double
  let majorMinimum: Double
  let majorAlpha: Double
  let billCap: Double
  let monthsLostLogMedian: Double
  let monthsLostSigma: Double
  let ordinaryMonthsLost: Double
  let carerShare: Float
  let disabilityChance: Double
  let disabilityWage: Float
  let followupMonths: Double
  let followupCost: Float
  let followupHazard: Float
  /// Prices of medical care; 1 is the mean of 2022.
  let priceIndex: Float

  init(_ p: ParameterReader, after previous: IllnessSettings? = nil) {
    admission = SIMD4(
      p.float("illness.admission_children"), p.float("illness.admission_young"),
      p.float("illness.admission_middle"), p.float("illness.admission_old"))
    ordinaryLogMedian = Elementary.log(p["illness.ordinary_median"])
    ordinarySigma = p["illness.ordinary_sigma"]
    majorShare = p["illness.major_share"]
    majorMinimum = p["illness.major_minimum"]
    majorAlpha = p["illness.major_alpha"]
    billCap = p["illness.bill_cap"]
    monthsLostLogMedian = Elementary.log(p["illness.months_lost_median"])
    monthsLostSigma = p["illness.months_lost_sigma"]
    ordinaryMonthsLost = p["illness.ordinary_months_lost"]
    carerShare = p.float("illness.carer_share")
    disabilityChance = p["illness.disability_chance"]
    disabilityWage = p.float("illness.disability_wage")
    followupMonths = p["illness.followup_months"]
    followupCost = p.float("illness.followup_cost")
    followupHazard = p.float("illness.followup_hazard")
    priceIndex = GrowthIndex.monthly(
      p["illness.medical_inflation"], at: p.month, after: previous?.priceIndex)
  }

  /// A bill in yuan at the prices of 2022: lognormal, or for a major illness Pareto with a cap.
  ///
  /// Model equation (9.4).
  func bill(isMajor: Bool, _ u: Double) -> Double {
    if isMajor {
      return min(majorMinimum * Elementary.exp(-Elementary.log(u) / majorAlpha), billCap)
    }
    let z = Elementary.normalQuantile(u)
    return min(Elementary.exp(ordinaryLogMedian + ordinarySigma * z), billCap)
  }
}

/// One member of a household, found by chance in proportion to hazards.
struct Member {
  /// Age class times 16 plus the position in it: unique within the household.
  let code: UInt8
  /// Wage earner's number, or −1.
  let worker: Int

  /// Finds the member at a place in the cumulated hazards of the household.
  ///
  /// Model equation (9.2).
  static func find(_ s: StateColumns, row: Int, hazards: SIMD4<Float>, _ u: Double) -> Member {
    var total: Float = 0
    for age in 0..<4 { total += Float(count(s, row, age)) * hazards[age] }
    var left = Float(u) * total
    var workingBefore = 0
    for age in 0..<4 {
      let members = count(s, row, age)
      let mass = Float(members) * hazards[age]
      if left < mass || age == 3 {
        let place = hazards[age] > 0 ? Int(min(left / hazards[age], 15)) : 0
        let position = min(place, max(members - 1, 0))
        let isWorkingAge = age == 1 || age == 2
        let rank = workingBefore + position
        let isWorker = isWorkingAge && rank < Int(s.workers[row])
        return Member(code: UInt8(age * 16 + min(position, 15)), worker: isWorker ? rank : -1)
      }
      left -= mass
      if age == 1 || age == 2 { workingBefore += members }
    }
    return Member(code: 255, worker: -1)
  }

  /// The member with a code.
  ///
  /// Model equation (9.2).
  static func known(_ code: UInt8, _ s: StateColumns, row: Int) -> Member {
    let age = Int(code >> 4)
    let position = Int(code & 15)
    let rank = age == 2 ? count(s, row, 1) + position : position
    let isWorker = (age == 1 || age == 2) && rank < Int(s.workers[row])
    return Member(code: code, worker: isWorker ? rank : -1)
  }

  private static func count(_ s: StateColumns, _ row: Int, _ age: Int) -> Int {
    Int(s.members(age)[row]) + Int(s.members(age + 4)[row])
  }
}

/// Step 3, illness: what an admission does to a household.
enum IllnessEvent {
  /// Draws the details and the ordinary bills of all rows that were collected.
  ///
  /// Model equation (9.4).
  static func prepare(_ b: BlockMonth, found: Int) {
    DrawsPass.draw(b, found: found, .illnessDetail)
    let s = b.county.pointee.settings.illness
    let (median, sigma, cap) = (s.ordinaryLogMedian, s.ordinarySigma, s.billCap)
    let price = Double(s.priceIndex)
    let (words, bills) = (b.x.collectedWord(2), b.x.collectedBill)
    for place in 0..<found {
      let z = Elementary.centralNormalQuantile(words[place].uniform)
      bills[place] = Float(min(Elementary.exp(median + sigma * z), cap) * price)
    }
  }

  /// The bill of a collected row: the one prepared, unless it is of a major illness or in a tail.
  private static func bill(_ b: BlockMonth, _ place: Int, isMajor: Bool, _ u: Double) -> Float {
    if !isMajor, Elementary.centre.contains(u) { return b.x.collectedBill[place] }
    let s = b.county.pointee.settings.illness
    return Float(s.bill(isMajor: isMajor, u) * Double(s.priceIndex))
  }

  /// Model equations (9.4), (9.5).
  static func happen(_ b: BlockMonth, row: Int, place: Int) {
    let m = b.county
    let s = m.pointee.settings.illness
    let detail = b.x.collectedWords(place)
    let member = patient(b, row, s, detail[0].uniform)
    let isMajor = detail[1].uniform < s.majorShare
    let bill = bill(b, place, isMajor: isMajor, detail[2].uniform)
    MedicalStack.settle(b, row: row, member: member.code, bill: bill, channel: .illness)
    if isMajor {
      b.tell(.majorIllness, row: row)
      let z = Elementary.normalQuantile(detail[3].uniform)
      let months = Elementary.exp(s.monthsLostLogMedian + s.monthsLostSigma * z)
      fallIll(b, row, member, months)
      let consequence = b.key.household(b.p.id[row], month: b.month, .illnessConsequence)
      if member.worker >= 0, consequence[0].uniform < s.disabilityChance {
        b.s.disability[row] |= 1 << UInt8(member.worker) | 1 << 6
        b.s.disabilityAge[row] = 0
      }
      b.s.chronic[row] = member.code
    } else if member.worker >= 0, detail[3].uniform < s.ordinaryMonthsLost {
      loseWork(b, row, member, months: 1)
    }
  }

  /// Months of lost work and of follow-up after a major illness, less what the health service saves.
  ///
  /// Model equation (9.5).
  private static func fallIll(_ b: BlockMonth, _ row: Int, _ member: Member, _ months: Double) {
    let saving = HealthService.saving(b, row)
    let followup = b.county.pointee.settings.illness.followupMonths * (1 - saving)
    b.s.followup[row] = UInt8(followup.rounded())
    let lost = UInt8(max(1, min((months * (1 - saving)).rounded(), 60)))
    loseWork(b, row, member, months: lost)
    guard saving > 0 else { return }
    let before = UInt8(max(1, min(months.rounded(), 60)))
    HealthService.record(
      b, row, before: member.worker >= 0 ? before : 0, after: lost, followup: b.s.followup[row])
  }

  /// Who is admitted: any member by hazard, or the chronically ill one for the hazard in excess.
  ///
  /// Model equation (9.3).
  private static func patient(
    _ b: BlockMonth, _ row: Int, _ s: IllnessSettings, _ u: Double
  ) -> Member {
    guard b.s.followup[row] > 0 else {
      return Member.find(b.s, row: row, hazards: s.admission, u)
    }
    let chronic = b.s.chronic[row]
    let excess = Double((s.followupHazard - 1) * s.admission[Int(chronic >> 4) & 3])
    let total = Double(b.s.admissionHazard[row]) + excess
    if u * total < excess { return Member.known(chronic, b.s, row: row) }
    return Member.find(
      b.s, row: row, hazards: s.admission, min(1, (u * total - excess) / max(total - excess, 1e-9)))
  }

  /// A patient who earns a wage stops; for any other patient a carer gives up part of a wage.
  ///
  /// Model equation (9.6).
  static func loseWork(_ b: BlockMonth, _ row: Int, _ member: Member, months: UInt8) {
    b.s.careDelayed[row] = 0
    if member.worker >= 0 {
      let sick = b.s.sick(member.worker)
      sick[row] = max(sick[row], months)
    } else {
      b.s.carer[row] = max(b.s.carer[row], months)
    }
  }
}
