import Households
import Randomness

/// Step 11: what the targets of the plan need beside the rates, counted in every run.
enum ScoreboardPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.isRecorded else { return }
    consumption(b)
    losses(b)
    if b.county.pointee.monthOfYear == 12 { yearEnd(b) }
  }

  /// Sum of whole yuan over rows and their weights; integers, so that the order does not matter.
  @inline(__always)
  private static func sum(_ b: BlockMonth, _ yuan: UnsafeMutablePointer<Float>) -> Int64 {
    let weight = b.p.weight
    var sum: Int64 = 0
    for i in 0..<b.count {
      let whole = Single.nearest(max(0, min(yuan[i], 4_000_000)))
      sum &+= Int64(whole &* Int32(weight[i]))
    }
    return sum
  }

  private static func add(_ b: BlockMonth, _ quantity: SystemQuantity, _ amount: Int64) {
    b.tally.systems[quantity.rawValue] &+= amount
  }

  private static func consumption(_ b: BlockMonth) {
    add(b, .consumptionRural, sum(b, b.x.consumption))
  }

  private static let channels: [(Cause, SystemQuantity)] = [
    (.illness, .lossIllness), (.disaster, .lossDisaster), (.prices, .lossPrices),
    (.jobs, .lossJobs), (.schooling, .lossSchooling), (.accidents, .lossAccidents),
  ]

  private static func losses(_ b: BlockMonth) {
    for (cause, quantity) in channels { add(b, quantity, sum(b, b.x.loss(cause.rawValue))) }
  }

  private static func yearEnd(_ b: BlockMonth) {
    incomes(b)
    households(b)
    members(b)
    AllowanceCoverage.count(b)
  }

  /// Twelve-month income with assistance, of all and of the formerly poor.
  private static func incomes(_ b: BlockMonth) {
    let (income12, aid12) = (b.s.income12, b.s.aid12)
    let (persons, deaths, weight, flags) = (b.s.persons, b.s.deaths, b.p.weight, b.p.flags)
    let former = HouseholdFlags.formerlyPoor.rawValue
    var (rural, formerlyPoor): (Int64, Int64) = (0, 0)
    for i in 0..<b.count {
      let perHead =
        Float(income12[i]) * IndicatorPass.incomeUnit + Float(aid12[i]) * IndicatorPass.aidUnit
      let alive = Double(Int32(persons[i]) &- Int32(deaths[i]))
      let income = Elementary.nearestInteger(Double(perHead) * alive) &* Int64(weight[i])
      let isFormer: Int64 = flags[i] & former != 0 ? -1 : 0
      rural &+= income
      formerlyPoor &+= income & isFormer
    }
    add(b, .incomeRural, rural)
    add(b, .incomeFormerlyPoor, formerlyPoor)
  }

  /// Households and persons, those in need, the insured and unsafe houses.
  ///
  /// A block's persons times their weights fit into 32 bits.
  private static func households(_ b: BlockMonth) {
    let c = b.county.pointee.settings.calendar
    let (line, safe) = (c.monitoringLine, c.returnLine)
    let (persons, deaths, weight, flags) = (b.s.persons, b.s.deaths, b.p.weight, b.p.flags)
    let (own12, damage) = (b.x.own12, b.s.damage)
    let former = HouseholdFlags.formerlyPoor.rawValue
    let insurance = HouseholdFlags.basicInsurance.rawValue
    var (all, allPersons, inNeed): (Int32, Int32, Int32) = (0, 0, 0)
    var (own, ownPersons, insured, unsafe): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    for i in 0..<b.count {
      let households = Int32(weight[i])
      let alive = (Int32(persons[i]) &- Int32(deaths[i])) &* households
      let isFormer: Int32 = flags[i] & former != 0 ? -1 : 0
      let isInNeed: Int32 = own12[i] < line ? -1 : 0
      let isInsured: Int32 = flags[i] & insurance != 0 ? isFormer : 0
      let isUnsafe: Int32 = damage[i] >= safe ? isFormer : 0
      all &+= households
      allPersons &+= alive
      inNeed &+= households & isInNeed
      own &+= households & isFormer
      ownPersons &+= alive & isFormer
      insured &+= alive & isInsured
      unsafe &+= households & isUnsafe
    }
    add(b, .householdsRural, Int64(all))
    add(b, .personsRural, Int64(allPersons))
    add(b, .inNeed, Int64(inNeed))
    add(b, .householdsFormerlyPoor, Int64(own))
    add(b, .personsFormerlyPoor, Int64(ownPersons))
    add(b, .insuredPersons, Int64(insured))
    add(b, .unsafeHouses, Int64(unsafe))
  }

  /// Of the formerly poor: who could work and who does, which the household calendar must keep in
  /// balance; students; who is in a recognised spell, and who takes part in an industry.
  private static func members(_ b: BlockMonth) {
    let (persons, deaths, weight, flags) = (b.s.persons, b.s.deaths, b.p.weight, b.p.flags)
    let (m1, m2, m5, m6) = (b.s.members(1), b.s.members(2), b.s.members(5), b.s.members(6))
    let (workers, disability) = (b.s.workers, b.s.disability)
    let (s0, s1, s2) = (b.s.students(0), b.s.students(1), b.s.students(2))
    let (withdrawn, spells, industry) = (b.s.withdrawn, b.s.flags, b.s.industryMonths)
    let former = HouseholdFlags.formerlyPoor.rawValue
    var (ofAge, earners): (Int32, Int32) = (0, 0)
    var (students, out, recognised, inIndustry): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    for i in 0..<b.count {
      let households = Int32(weight[i])
      let own = flags[i] & former != 0 ? households : 0
      let dead = Int32(deaths[i])
      let alive = (Int32(persons[i]) &- dead) &* own
      let adults = Int32(m1[i]) &+ Int32(m2[i]) &+ Int32(m5[i]) &+ Int32(m6[i])
      let (n, bits) = (workers[i], disability[i])
      let first: Int32 = n > 0 ? (bits & 8 == 0 ? 1 : 0) : 0
      let second: Int32 = n > 1 ? (bits & 16 == 0 ? 1 : 0) : 0
      let third: Int32 = n > 2 ? (bits & 32 == 0 ? 1 : 0) : 0
      let atSchool = Int32(s0[i]) &+ Int32(s1[i]) &+ Int32(s2[i])
      let left = min(atSchool, Int32(withdrawn[i]))
      let isRecognised: Int32 = spells[i] & StateFlags.recognisedSpell != 0 ? -1 : 0
      let takesPart: Int32 = industry[i] > 0 ? -1 : 0
      ofAge &+= (adults &- dead) &* own
      earners &+= (first &+ second &+ third) &* own
      students &+= atSchool &* own
      out &+= left &* own
      recognised &+= alive & isRecognised
      inIndustry &+= alive & takesPart
    }
    add(b, .workingAge, Int64(ofAge))
    add(b, .wageEarners, Int64(earners))
    add(b, .students, Int64(students))
    add(b, .withdrawnStudents, Int64(out))
    add(b, .recognisedStock, Int64(recognised))
    add(b, .personsInIndustry, Int64(inIndustry))
  }
}
