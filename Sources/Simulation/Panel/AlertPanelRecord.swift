import Households

/// Writes the part of a panel that belongs to a county.
///
/// It reads columns and changes none, and counties write to places of their own, so a future is the same
/// bytes whether anybody looks or not.
final class AlertPanelRecord {
  private let panel: AlertPanel
  /// Number of the county's first block in the population.
  private let firstBlock: Int

  init(panel: AlertPanel, firstBlock: Int) {
    self.panel = panel
    self.firstBlock = firstBlock
  }

  /// Whether a block of the county holds a household of the panel.
  func follows(block: Int) -> Bool { !panel.rows[firstBlock + block].isEmpty }

  /// Writes down the month of a block, and the rows of a date.
  func observe(_ b: BlockMonth) {
    let block = firstBlock + b.block
    let first = panel.firstPlaces[block]
    panel.rows[block].withUnsafeBufferPointer { rows in
      writeMonth(b, rows, first)
      let date = panel.dateOfMonth[b.month]
      if date >= 0 { writeDate(b, rows, first, date) }
    }
  }

  private func writeMonth(_ b: BlockMonth, _ rows: UnsafeBufferPointer<Int32>, _ first: Int) {
    let line = b.county.pointee.settings.calendar.returnLine
    for place in rows.indices {
      let row = Int(rows[place])
      var facts = VisitPass.isInNeed(b, row) ? PanelFact.need : 0
      if b.x.total12[row] < line { facts |= PanelFact.below }
      if b.s.flags[row] & StateFlags.returned != 0 { facts |= PanelFact.returned }
      if b.s.monitored[row] != 0 { facts |= PanelFact.monitored }
      panel.add(facts, month: b.month, first + place)
      panel.setAid(b.x.aid[row], month: b.month, first + place)
    }
  }

  private func writeDate(
    _ b: BlockMonth, _ rows: UnsafeBufferPointer<Int32>, _ first: Int, _ date: Int
  ) {
    let shared = LedgerView.shared(b.county)
    for place in rows.indices {
      let row = Int(rows[place])
      let (alerts, scores) = VulnerabilityIndex.allScores(b, row, shared: shared)
      panel.write(
        date: date, first + place, scores: scores, alerts: alerts, own12: b.x.own12[row],
        total12: b.x.total12[row], persons: UInt8(b.personsAlive(row)))
    }
  }

  /// Writes down that the monitoring system did something about a household, if the panel holds it.
  func add(_ fact: UInt8, _ b: BlockMonth, row: Int) {
    let block = firstBlock + b.block
    let rows = panel.rows[block]
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < Int32(row) { low = middle + 1 } else { high = middle }
    }
    guard low < rows.count, rows[low] == Int32(row) else { return }
    panel.add(fact, month: b.month, panel.firstPlaces[block] + low)
  }
}

/// What a panel is told, if somebody keeps one: a test for nobody, and everything else out of line.
extension BlockMonth {
  /// Lets the panel look at the rows of the block.
  @inline(__always)
  func writePanel() {
    if let panel { Self.observe(panel, self) }
  }

  /// Tells the panel what the monitoring system does about a household.
  @inline(__always)
  func tellPanel(_ fact: UInt8, row: Int) {
    if let panel { Self.add(panel, self, fact, row) }
  }

  @inline(never)
  private static func observe(_ panel: Unmanaged<AlertPanelRecord>, _ b: BlockMonth) {
    panel._withUnsafeGuaranteedRef { $0.observe(b) }
  }

  @inline(never)
  private static func add(
    _ panel: Unmanaged<AlertPanelRecord>, _ b: BlockMonth, _ fact: UInt8, _ row: Int
  ) {
    panel._withUnsafeGuaranteedRef { $0.add(fact, b, row: row) }
  }
}
