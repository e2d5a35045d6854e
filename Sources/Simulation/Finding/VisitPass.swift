import Households
import Randomness

/// Step 9: visits within what the grid staff of a township can do, and what a visit decides.
enum VisitPass {
  /// Moves cases whose alert has arrived into the township's queue, lets those lapse that nobody
  /// followed for too long (new data may raise them again), and visits the most urgent.
  ///
  /// Model equation (24.2).
  ///
  /// - Parameters:
  ///   - b: The block and its month.
  ///   - queue: Room for the urgent cases; what it held is overwritten.
  ///   - credit: Visits that each township can still make, by township number.
  static func run(_ b: BlockMonth, queue: RequestList, credit: UnsafeMutablePointer<Float>) {
    let (stage, due, mask) = (b.s.stage, b.s.dueDay, b.x.mask)
    let nextDay = UInt16(min(b.nextDay, 65_000))
    let limit = b.county.pointee.settings.finding.waitingLimitDays
    let lapsed = UInt16(min(max(b.firstDay - limit, 0), 65_000))
    for i in 0..<b.count {
      let arrived: UInt8 = due[i] < nextDay ? CaseStage.waiting : CaseStage.travelling
      let waits: UInt8 = due[i] < lapsed ? CaseStage.none : CaseStage.waiting
      let moved = stage[i] == CaseStage.travelling ? arrived : stage[i]
      let now = stage[i] == CaseStage.waiting ? waits : moved
      stage[i] = now
      mask[i] = now == CaseStage.waiting ? 1 : 0
    }
    let found = b.x.collect(b.count)
    guard found > 0 else { return }
    rankUrgent(b, queue, found)
    let credits = b.county.pointee.visitStrength > 0 ? credit : nil
    for place in 0..<queue.count { serve(b, Int(queue.items[place].row), credits) }
    // The others have no gap, so only their number ranks them, and rows stand in that order.
    for place in 0..<found where stage[Int(b.x.rows[place])] == CaseStage.waiting {
      serve(b, Int(b.x.rows[place]), credits)
    }
  }

  /// Ranks the waiting households with an income gap, largest gap first.
  ///
  /// Model equation (24.3).
  private static func rankUrgent(_ b: BlockMonth, _ queue: RequestList, _ found: Int) {
    queue.clear()
    let line = b.county.pointee.settings.calendar.monitoringLine
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      let gap = line - b.x.own12[row]
      guard gap > 0 else { continue }
      let rank = RequestList.rank(urgency: gap, id: b.p.id[row])
      queue.append(Request(rank: rank, row: UInt16(row)))
    }
    queue.sort()
  }

  /// Visits a household if its township has a visit left; `nil` credits are without limit.
  private static func serve(_ b: BlockMonth, _ row: Int, _ credit: UnsafeMutablePointer<Float>?) {
    if let credit, !Agreements.isVisitedAtResidence(b, row) {
      let township = Int(b.p.township[row])
      guard credit[township] > 0 else { return }
      credit[township] -= Float(b.p.weight[row])
    }
    visit(b, row)
  }

  /// One visit: verification with its errors, then the clock of the decision.
  ///
  /// Model equations (24.4), (24.5).
  private static func visit(_ b: BlockMonth, _ row: Int) {
    let m = b.county
    let (errors, response) = (m.pointee.settings.errors, m.pointee.settings.response)
    let words = b.key.household(b.p.id[row], month: b.month, .verification)
    countVisit(b, row)
    b.tell(.visited, row: row)
    b.tellPanel(PanelFact.visit, row: row)
    let isInNeed = isInNeed(b, row)
    let hasErrors = m.pointee.errorStrength > 0
    let excess = b.staff.excess(township: Int(b.p.township[row]))
    let chance = errors.acceptance(isInNeed: isInNeed, excess: excess)
    let isAccepted = hasErrors ? words[0].uniform < chance : isInNeed
    if isAccepted {
      let delays =
        m.pointee.delayStrength > 0
        ? (response.visitDays + response.decisionDays) * Double(m.pointee.delayStrength) : 0
      let day = Double(max(Int(b.s.dueDay[row]), b.firstDay)) + delays
      b.s.dueDay[row] = UInt16(min(day, 65_000))
      b.s.stage[row] = CaseStage.accepted
      return
    }
    b.s.stage[row] = CaseStage.none
    b.s.cooldown[row] = response.cooldownMonths &+ 1
    guard isInNeed else { return }
    if m.pointee.isRecorded {
      b.count(.wrongExclusions, row: row)
      b.note(.wrongExclusions(of: RecognitionPass.kind(b, row)), row: row)
    }
    if words[1].uniform < errors.appealChance { b.s.cooldown[row] = 2 }
  }

  /// Counts a visit, with the days from the sign to the data and to the visit.
  private static func countVisit(_ b: BlockMonth, _ row: Int) {
    let m = b.county
    guard m.pointee.isRecorded else { return }
    b.count(.visits, row: row)
    let (due, sign) = (Int(b.s.dueDay[row]), Int(b.s.shockDay[row]))
    b.note(.daysToData, row: row, max(0, due - sign))
    let strength = Double(m.pointee.delayStrength)
    let visit = Double(max(due, b.firstDay)) + m.pointee.settings.response.visitDays * strength
    b.note(.daysToVisit, row: row, max(0, Int(visit) - sign))
  }

  /// What a perfect visit would find: income after rigid spending below the monitoring line, or a
  /// household that has had to cut consumption or leave bills unpaid.
  static func isInNeed(_ b: BlockMonth, _ row: Int) -> Bool {
    b.x.own12[row] < b.county.pointee.settings.calendar.monitoringLine || b.s.hardship[row] > 1
  }
}
