import Households
import Randomness

/// Step 8: data arrive, the index and the triggers alert, households report, patrols look.
enum AlertPass {
  /// Once a year: how far the platform misjudges each household, e^noise in 64ths.
  ///
  /// The factor is stored in 64ths, so a table of its 256 quantiles loses nothing that the code keeps.
  ///
  /// Model equation (23.1).
  static func refreshNoise(_ b: BlockMonth) {
    let m = b.county
    let s = m.pointee.settings.finding
    let sigma = m.pointee.isDocked ? s.noiseDocked : s.noiseNotDocked
    let (id, key, month, steps) = (b.p.id, b.key, b.month, b.x.mask)
    for i in 0..<b.count {
      let word = UInt32(truncatingIfNeeded: key.wideHousehold(id[i], month: month, .scoreNoise).0)
      steps[i] = UInt8(truncatingIfNeeded: word &>> 24)
    }
    guard m.pointee.optional.platform == 0 else { return PlatformNoise.refresh(b, sigma: sigma) }
    b.noise.prepare(SIMD4(repeating: sigma))
    for i in 0..<b.count { b.s.scoreNoise[i] = b.noise.code(0, step: steps[i]) }
  }

  /// Opens a case for every household that some channel finds.
  static func run(_ b: BlockMonth) {
    let events = b.county.pointee.settings.finding.eventFlags
    if b.county.pointee.monitoringStrength > 0 {
      mark(b)
      markFlags(b, events)
      let found = b.x.collect(b.count)
      DrawsPass.draw(b, found: found, .finding)
      for place in 0..<found {
        consider(b, Int(b.x.rows[place]), words: b.x.collectedWords(place))
      }
    }
    guard events != 0 else { return }
    let flags = b.s.flags
    for i in 0..<b.count { flags[i] &= ~events }
  }

  /// Adds households whose sign is a flag: an event of the month, or one that waits for the update.
  private static func markFlags(_ b: BlockMonth, _ events: UInt16) {
    let m = b.county
    let triggers = m.pointee.triggerStrength > 0 ? events : 0
    let waiting = m.pointee.optional.platform > 0 ? StateFlags.waitingSign : 0
    let bits = triggers | waiting
    guard bits != 0 else { return }
    let (flags, stage, monitored, cooldown) = (b.s.flags, b.s.stage, b.s.monitored, b.s.cooldown)
    let mask = b.x.mask
    for i in 0..<b.count {
      let isMarked: UInt8 = flags[i] & bits != 0 ? 1 : 0
      let isFree: UInt8 = stage[i] | monitored[i] | cooldown[i] == 0 ? 1 : 0
      mask[i] |= isMarked & isFree
    }
  }

  /// Marks households outside any case whose data or need might lead to one.
  ///
  /// Model equations (23.2), (23.3).
  private static func mark(_ b: BlockMonth) {
    let m = b.county
    let s = m.pointee.settings.finding
    let line = m.pointee.settings.calendar.monitoringLine
    let isByIncome = m.pointee.settings.indices.design == .income
    let soft = line * s.indexFactor / 64 * (m.pointee.indexStrength > 0 && isByIncome ? 1 : 0)
    let rural = m.pointee.settings.calendar.ruralIncomeLastYear
    let triggers: Int32 = m.pointee.triggerStrength > 0 ? 1 : 0
    let poorLimit = s.personMedicalFormerlyPoor * rural
    let otherLimit = s.personMedicalOther * rural
    let (own12, noise, stage, monitored) = (b.x.own12, b.s.scoreNoise, b.s.stage, b.s.monitored)
    let (person, household) = (b.s.patientOutOfPocket, b.s.householdOutOfPocket)
    let (j0, j1, j2) = (b.s.jobless(0), b.s.jobless(1), b.s.jobless(2))
    let (cooldown, workers, flags) = (b.s.cooldown, b.s.workers, b.p.flags)
    let disaster = b.x.loss(Cause.disaster.rawValue)
    let business = b.p.business
    let disasterShare = s.disasterLoss * m.pointee.settings.calendar.businessIndex * 12
    let mask = b.x.mask
    let former = HouseholdFlags.formerlyPoor.rawValue
    let idleMonths = s.joblessMonths &+ 1
    // Flags as numbers and no && or ||: short circuits would keep the loop from vectorising.
    for i in 0..<b.count {
      let limit = flags[i] & former != 0 ? poorLimit : otherLimit
      let medical: Int32 = person[i] > limit ? 1 : 0
      let bills: Int32 = household[i] > s.householdMedical ? 1 : 0
      let hit: Int32 = disaster[i] > max(disasterShare * business[i], 1) ? 1 : 0
      let triggered = (medical | bills | hit) & triggers
      let scored: Int32 = own12[i] < soft * Float(noise[i]) ? 1 : 0
      let alerted = cooldown[i] == 0 ? triggered | scored : 0
      let inNeed: Int32 = own12[i] < line ? 1 : 0
      mask[i] = UInt8(truncatingIfNeeded: alerted | inNeed)
    }
    // A worker counts only while the household has that many; job loss is a trigger once a spell.
    let isTriggering: UInt8 = m.pointee.triggerStrength > 0 ? 1 : 0
    for i in 0..<b.count {
      let w = workers[i]
      let (has0, has1, has2): (UInt8, UInt8, UInt8) = (w > 0 ? 1 : 0, w > 1 ? 1 : 0, w > 2 ? 1 : 0)
      let first: UInt8 = j0[i] == idleMonths ? has0 : 0
      let second: UInt8 = j1[i] == idleMonths ? has1 : 0
      let third: UInt8 = j2[i] == idleMonths ? has2 : 0
      let idle = (first | second | third) & isTriggering
      let isCool: UInt8 = cooldown[i] == 0 ? 1 : 0
      let isFree: UInt8 = stage[i] | monitored[i] == 0 ? 1 : 0
      mask[i] = (mask[i] | (idle & isCool)) & isFree
    }
    if m.pointee.indexStrength > 0, !isByIncome { markByDesign(b) }
  }

  /// Marks households about whom an index other than that of income alerts.
  private static func markByDesign(_ b: BlockMonth) {
    let (stage, monitored, cooldown, mask) = (b.s.stage, b.s.monitored, b.s.cooldown, b.x.mask)
    for row in 0..<b.count where mask[row] | stage[row] | monitored[row] | cooldown[row] == 0 {
      if VulnerabilityIndex.alerts(b, row) { mask[row] = 1 }
    }
  }

  /// Tries the channels for one marked household, in a fixed order.
  ///
  /// Model equation (23.4).
  private static func consider(_ b: BlockMonth, _ row: Int, words: SIMD4<UInt32>) {
    let m = b.county
    let s = m.pointee.settings.finding
    let isInNeed = b.x.own12[row] < m.pointee.settings.calendar.monitoringLine
    if b.s.cooldown[row] == 0 {
      var signs = triggers(b, row)
      if m.pointee.indexStrength > 0, VulnerabilityIndex.alerts(b, row) { signs |= Sign.income }
      if m.pointee.optional.platform > 0 { signs = PlatformPass.seen(b, row, signs) }
      if signs != 0 {
        let isSudden = signs & ~Sign.income != 0
        let excess = b.staff.excess(township: Int(b.p.township[row]))
        let miss = m.pointee.settings.errors.miss(isSudden: isSudden, excess: excess)
        if m.pointee.errorStrength > 0, words[0].uniform < miss {
          b.note(isSudden ? .missedSuddenSigns : .missedOtherSigns, row: row)
          b.s.cooldown[row] = m.pointee.settings.response.cooldownMonths &+ 1
          b.s.flags[row] &= ~StateFlags.waitingSign
        } else {
          let lag =
            m.pointee.isDocked
            ? m.pointee.settings.response.dataLagDocked
            : m.pointee.settings.response.dataLagNotDocked
          let byIndex = signs & Sign.income != 0
          open(b, row, byIndex ? .alertsFromIndex : .alertsFromTriggers, words[3], lag: lag)
          return
        }
      }
    }
    guard isInNeed else { return }
    let (awareness, limit) = (b.p.trait(1)[row], Publicity.limit(m))
    let usesApp = Double(awareness) < s.appShare * Double(limit)
    let chance = usesApp ? s.appChance : s.ownReportChance
    if m.pointee.ownReportStrength > 0, awareness < limit, words[1].uniform < chance {
      open(b, row, .alertsFromOwnReports, words[3], lag: 0)
    } else if m.pointee.patrolStrength > 0,
      (Int(b.p.township[row]) + b.month) % s.patrolInterval == 0,
      words[2].uniform < s.patrolChance
    {
      open(b, row, .alertsFromPatrols, words[3], lag: 0)
    }
  }

  /// The hard triggers, as `mark` sees them, in bits of `Sign`.
  ///
  /// Model equation (23.3).
  private static func triggers(_ b: BlockMonth, _ row: Int) -> UInt8 {
    let m = b.county
    guard m.pointee.triggerStrength > 0 else { return 0 }
    var signs: UInt8 = 0
    let s = m.pointee.settings.finding
    let rural = m.pointee.settings.calendar.ruralIncomeLastYear
    let share = b.isFormerlyPoor(row) ? s.personMedicalFormerlyPoor : s.personMedicalOther
    let isBilled =
      b.s.patientOutOfPocket[row] > share * rural
      || b.s.householdOutOfPocket[row] > s.householdMedical
    let events = b.s.flags[row] & s.eventFlags
    if isBilled || events & StateFlags.claimed != 0 { signs |= Sign.medical }
    if events & StateFlags.leftSchool != 0 { signs |= Sign.education }
    for worker in 0..<Int(b.s.workers[row])
    where b.s.jobless(worker)[row] == s.joblessMonths &+ 1 && !WorkerPlaces.isDead(b, row, worker) {
      signs |= Sign.job
    }
    let loss = b.x.loss(Cause.disaster.rawValue)[row]
    let yearly = b.p.business[row] * m.pointee.settings.calendar.businessIndex * 12
    return loss > max(s.disasterLoss * yearly, 1) ? signs | Sign.disaster : signs
  }

  /// Day of a sign of this month, from a uniform day within it.
  static func signDay(_ b: BlockMonth, _ row: Int) -> UInt16 {
    let u = b.key.household(b.p.id[row], month: b.month, .finding)[3].uniform
    return UInt16(min(Double(b.firstDay) + 30 * u, 65_000))
  }

  /// Opens a case: the alert travels for the data lag, from a day within the month.
  ///
  /// Model equation (23.5).
  private static func open(
    _ b: BlockMonth, _ row: Int, _ channel: FindingQuantity, _ word: UInt32, lag: Double
  ) {
    let m = b.county
    let day = Double(b.firstDay) + 30 * word.uniform
    let delay = m.pointee.delayStrength > 0 ? lag * Double(m.pointee.delayStrength) : 0
    // A sign that waited for the platform's update keeps its own day.
    if b.s.flags[row] & StateFlags.waitingSign == 0 || m.pointee.optional.platform == 0 {
      b.s.shockDay[row] = UInt16(min(day, 65_000))
    }
    b.s.dueDay[row] = UInt16(min(day + delay, 65_000))
    b.s.stage[row] = CaseStage.travelling
    b.s.flags[row] &= ~(StateFlags.firstMoneyCounted | StateFlags.waitingSign)
    if let column = LifeColumn(channel: channel) { b.tell(column, row: row) }
    b.tellPanel(PanelFact.alert, row: row)
    if m.pointee.isRecorded { b.count(channel, row: row) }
  }
}
