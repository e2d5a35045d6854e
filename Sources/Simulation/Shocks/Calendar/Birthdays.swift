import Households
import Randomness

/// January: deaths, birthdays, births and marriages of one household.
enum Birthdays {
  /// What happens to members, each with its own uniform number.
  ///
  /// So one chance changed moves nothing else. Deaths by class of age and sex come first.
  private enum Happening {
    static var turnSixty: Int { 8 }
    static var turnFortyFive: Int { 10 }
    static var birth: Int { 12 }
    static var marryOut: Int { 13 }
    static var marryIn: Int { 14 }
    static var retire: Int { 15 }
  }

  /// The uniform numbers of a household's year.
  ///
  /// The upper halves of what happens are in two blocks of random words, which alone decide of most
  /// things that they do not happen; the lower halves and what follows are drawn when they are needed.
  private struct Luck {
    private let key: DrawKey
    private let id: UInt32
    private let month: Int
    private let upper: SIMD8<UInt32>

    init(_ b: BlockMonth, _ row: Int) {
      (key, id, month) = (b.key, b.p.id[row], b.month)
      upper = SIMD8(
        lowHalf: key.household(id, month: month, .birthdays),
        highHalf: key.household(id, month: month, .birthdays, draw: 1))
    }

    private func block(_ draw: Int) -> SIMD4<UInt32> {
      key.household(id, month: month, .birthdays, draw: UInt32(draw))
    }

    /// To how many of some members something happens.
    func happening(_ number: Int, to members: Int, chance: Double) -> Int {
      let half = Halves.half(upper[number >> 1], number)
      guard Halves.mayHappen(half, members, chance) else { return 0 }
      let low = block(2 + number >> 3)[number >> 1 & 3]
      return Binomial.number(
        of: members, chance: chance, Halves.uniform(half, Halves.half(low, number)))
    }

    /// What follows.
    func detail(_ number: Int) -> Double { block(4 + number >> 2)[number & 3].uniform }
  }

  /// Marks the rows to which something may happen: all to which it does, and hardly any other.
  static func mark(_ b: BlockMonth, _ s: HouseholdCalendarSettings) {
    let (id, key, month, mask) = (b.p.id, b.key, b.month, b.x.mask)
    let (m0, m1, m2, m3) = (b.s.members(0), b.s.members(1), b.s.members(2), b.s.members(3))
    let (m4, m5, m6, m7) = (b.s.members(4), b.s.members(5), b.s.members(6), b.s.members(7))
    let (s0, s1, s2) = (b.s.students(0), b.s.students(1), b.s.students(2))
    let (deaths, age, workers) = (b.s.deaths, b.s.disabilityAge, b.s.workers)
    let d = SIMD8<Float>(s.mortality)
    let (middle, young) = (Float(s.leaveMiddle), Float(s.leaveYoung))
    let (birth, out, into) = (Float(s.births), Float(s.marriageOut), Float(s.marriageIn))
    let retire = Float(s.stopAfterSixty)
    for i in 0..<b.count {
      let x = key.household(id[i], month: month, .birthdays)
      let y = key.household(id[i], month: month, .birthdays, draw: 1)
      let dying =
        Halves.first(x[0], m0[i], d[0]) | Halves.second(x[0], m1[i], d[1])
        | Halves.first(x[1], m2[i], d[2]) | Halves.second(x[1], m3[i], d[3])
        | Halves.first(x[2], m4[i], d[4]) | Halves.second(x[2], m5[i], d[5])
        | Halves.first(x[3], m6[i], d[6]) | Halves.second(x[3], m7[i], d[7])
      let ageing =
        Halves.first(y[0], m2[i], middle) | Halves.second(y[0], m6[i], middle)
        | Halves.first(y[1], m1[i], young) | Halves.second(y[1], m5[i], young)
      let moving =
        Halves.first(y[2], m5[i], birth) | Halves.second(y[2], m5[i], out)
        | Halves.first(y[3], m1[i], into)
      let ofAge = m1[i] &+ m2[i] &+ m5[i] &+ m6[i]
      let free = Int32(ofAge) - Int32(s0[i] &+ s1[i] &+ s2[i])
      let elders = UInt8(truncatingIfNeeded: max(0, Int32(workers[i]) - free))
      let burial: UInt8 = age[i] >= 12 ? deaths[i] : 0
      mask[i] = dying | ageing | moving | Halves.second(y[3], elders, retire) | burial
    }
  }

  static func pass(_ b: BlockMonth, _ row: Int, _ s: HouseholdCalendarSettings) {
    if b.s.deaths[row] > 0, b.s.disabilityAge[row] >= 12 { bury(b, row) }
    let luck = Luck(b, row)
    var members = HouseholdMembers(b, row)
    die(&members, b, row, s, luck)
    growOlder(&members, b, row, s, luck)
    bear(&members, b, row, s, luck)
    marry(&members, b, row, s, luck)
    members.fitStudents()
    members.write(b, row)
  }

  /// Wage earners dead for a year are no longer members; the number of the living stays.
  private static func bury(_ b: BlockMonth, _ row: Int) {
    for place in stride(from: WorkerPlaces.most - 1, through: 0, by: -1)
    where place < Int(b.s.workers[row]) && WorkerPlaces.isDead(b, row, place) {
      guard b.s.deaths[row] > 0 else { return }
      for kind in HouseholdMembers.earnerKinds(b, row) where b.s.members(kind)[row] > 0 {
        b.s.members(kind)[row] -= 1
        b.s.persons[row] -= 1
        b.s.deaths[row] -= 1
        WorkerPlaces.clear(b, row, place)
        break
      }
    }
  }

  /// Natural deaths; wage earners die by the accidents' own rate, and somebody stays.
  private static func die(
    _ members: inout HouseholdMembers, _ b: BlockMonth, _ row: Int,
    _ s: HouseholdCalendarSettings, _ luck: Luck
  ) {
    let before = members.persons
    let ofAge = members.ofWorkingAge
    let idleShare = ofAge > 0 ? max(0, 1 - Double(members.earnersOfAge) / Double(ofAge)) : 0
    for kind in 0..<8 where members.living[kind] > 0 {
      let isOfAge = kind & 3 == 1 || kind & 3 == 2
      let chance = s.mortality[kind] * (isOfAge ? idleShare : 1)
      var dead = luck.happening(
        kind, to: Int(members.living[kind]), chance: chance)
      if isOfAge { dead = max(0, min(dead, members.ofWorkingAge - members.earnersOfAge)) }
      members.living[kind] -= Int32(min(dead, members.persons - 1))
    }
    members.fitStudents()
    let old = Int(members.living[3] &+ members.living[7])
    members.retire(b, row, members.elders - old, luck.detail(1))
    if members.persons < before { b.note(.naturalDeaths, row: row, before - members.persons) }
  }

  /// Members pass into the next class; a wage earner who turns 60 stops earning, unless nobody else
  /// in the household could earn.
  private static func growOlder(
    _ members: inout HouseholdMembers, _ b: BlockMonth, _ row: Int,
    _ s: HouseholdCalendarSettings, _ luck: Luck
  ) {
    let retiring = luck.happening(Happening.retire, to: members.elders, chance: s.stopAfterSixty)
    members.retire(b, row, retiring, luck.detail(1))
    let share = members.workerShare
    var turned = 0
    for sex in 0..<2 {
      let kind = 2 + 4 * sex
      let older = luck.happening(
        Happening.turnSixty + sex, to: Int(members.living[kind]), chance: s.leaveMiddle)
      members.move(older, from: kind, to: kind + 1)
      turned += older
    }
    if turned > 0 {
      let stopping = Binomial.number(of: turned, chance: share, luck.detail(0))
      members.stopWorking(
        b, row, stopping, goesOn: true, takeOver: s.takeOver,
        SIMD2(luck.detail(1), luck.detail(2)))
    }
    for sex in 0..<2 {
      let kind = 1 + 4 * sex
      let older = luck.happening(
        Happening.turnFortyFive + sex, to: Int(members.living[kind]), chance: s.leaveYoung)
      let free = max(0, members.young - members.enrolled)
      members.move(min(older, free), from: kind, to: kind + 1)
    }
  }

  private static func bear(
    _ members: inout HouseholdMembers, _ b: BlockMonth, _ row: Int,
    _ s: HouseholdCalendarSettings, _ luck: Luck
  ) {
    let births = luck.happening(Happening.birth, to: Int(members.living[5]), chance: s.births)
    guard births > 0 else { return }
    let boys = Binomial.number(of: births, chance: s.boysShare, luck.detail(3))
    members.living[0] += Int32(boys)
    members.living[4] += Int32(births - boys)
    b.note(.births, row: row, births)
  }

  /// Women marry out, and into households with men; both by the members before either, and from and
  /// into households with two adults or more: sons and daughters marry, not their parents.
  private static func marry(
    _ members: inout HouseholdMembers, _ b: BlockMonth, _ row: Int,
    _ s: HouseholdCalendarSettings, _ luck: Luck
  ) {
    let adults = members.outOfSchool
    guard members.young > 0, adults > 1 else { return }
    let free = max(0, members.young - members.enrolled)
    let freeShare = Double(free) / Double(members.young)
    let arriving = luck.happening(
      Happening.marryIn, to: Int(members.living[1]), chance: s.marriageIn * freeShare)
    var leaving = luck.happening(
      Happening.marryOut, to: Int(members.living[5]), chance: s.marriageOut * freeShare)
    leaving = min(leaving, min(free, adults - 1))
    if leaving > 0 {
      let stopping = Binomial.number(
        of: leaving, chance: members.workerShare, luck.detail(4))
      members.living[5] -= Int32(leaving)
      members.stopWorking(
        b, row, stopping, goesOn: false, takeOver: s.takeOver,
        SIMD2(luck.detail(5), luck.detail(6)))
      b.note(.movedByMarriage, row: row, leaving)
    }
    if arriving > 0 {
      members.living[5] += Int32(arriving)
      members.takeUpWork(
        b, row, arriving, participation: s.participation, luck.detail(7))
      b.note(.movedInByMarriage, row: row, arriving)
    }
  }
}
