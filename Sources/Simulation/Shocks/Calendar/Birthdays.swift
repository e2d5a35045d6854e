import Households
import Randomness

/// January: deaths, birthdays, births and marriages of one household.
enum Birthdays {
  /// The uniform numbers of a household's year, each with its own use, so that one chance changed
  /// moves nothing else.
  private struct Luck {
    private var words = SIMD32<UInt32>()

    init(_ b: BlockMonth, _ row: Int) {
      for draw in 0..<6 {
        let four = b.key.household(b.p.id[row], month: b.month, .birthdays, draw: UInt32(draw))
        for k in 0..<4 { words[draw * 4 + k] = four[k] }
      }
    }

    subscript(place: Int) -> Double { words[place].uniform }
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
      for kind in HouseholdMembers.earnerKinds where b.s.members(kind)[row] > 0 {
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
    let idleShare = ofAge > 0 ? 1 - Double(members.workers) / Double(ofAge) : 0
    for kind in 0..<8 {
      let isOfAge = kind & 3 == 1 || kind & 3 == 2
      let chance = s.mortality[kind] * (isOfAge ? idleShare : 1)
      var dead = Binomial.number(of: Int(members.living[kind]), chance: chance, luck[kind])
      if isOfAge { dead = min(dead, members.ofWorkingAge - members.workers) }
      members.living[kind] -= Int32(min(dead, members.persons - 1))
    }
    members.fitStudents()
    if members.persons < before { b.note(.naturalDeaths, row: row, before - members.persons) }
  }

  /// Members pass into the next class; a wage earner who turns 60 stops earning.
  private static func growOlder(
    _ members: inout HouseholdMembers, _ b: BlockMonth, _ row: Int,
    _ s: HouseholdCalendarSettings, _ luck: Luck
  ) {
    let share = members.workerShare
    var turned = 0
    for sex in 0..<2 {
      let kind = 2 + 4 * sex
      let older = Binomial.number(
        of: Int(members.living[kind]), chance: s.leaveMiddle, luck[8 + sex])
      members.move(older, from: kind, to: kind + 1)
      turned += older
    }
    let stopping = Binomial.number(of: turned, chance: share, luck[16])
    members.handOver(b, row, stopping, chance: s.takeOver, SIMD2(luck[19], luck[20]))
    for sex in 0..<2 {
      let kind = 1 + 4 * sex
      let older = Binomial.number(
        of: Int(members.living[kind]), chance: s.leaveYoung, luck[10 + sex])
      members.move(min(older, members.young - members.enrolled), from: kind, to: kind + 1)
    }
  }

  private static func bear(
    _ members: inout HouseholdMembers, _ b: BlockMonth, _ row: Int,
    _ s: HouseholdCalendarSettings, _ luck: Luck
  ) {
    let births = Binomial.number(of: Int(members.living[5]), chance: s.births, luck[12])
    guard births > 0 else { return }
    let boys = Binomial.number(of: births, chance: s.boysShare, luck[13])
    members.living[0] += Int32(boys)
    members.living[4] += Int32(births - boys)
    b.note(.births, row: row, births)
  }

  /// Women marry out, and into households with men; both by the members before either.
  private static func marry(
    _ members: inout HouseholdMembers, _ b: BlockMonth, _ row: Int,
    _ s: HouseholdCalendarSettings, _ luck: Luck
  ) {
    guard members.young > 0 else { return }
    let free = members.young - members.enrolled
    let freeShare = Double(free) / Double(members.young)
    let arriving = Binomial.number(
      of: Int(members.living[1]), chance: s.marriageIn * freeShare, luck[15])
    var leaving = Binomial.number(
      of: Int(members.living[5]), chance: s.marriageOut * freeShare, luck[14])
    leaving = min(leaving, min(free, members.persons - 1))
    if leaving > 0 {
      let stopping = Binomial.number(of: leaving, chance: members.workerShare, luck[17])
      members.living[5] -= Int32(leaving)
      members.handOver(b, row, stopping, chance: s.takeOver, SIMD2(luck[21], luck[22]))
      b.note(.movedByMarriage, row: row, leaving)
    }
    if arriving > 0 {
      members.living[5] += Int32(arriving)
      let starting = Binomial.number(of: arriving, chance: s.workAfterMarriage, luck[18])
      members.startWorking(b, row, starting)
      b.note(.movedInByMarriage, row: row, arriving)
    }
  }
}
