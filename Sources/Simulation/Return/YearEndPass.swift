import Households

/// Step 11, each December: the stock, the need and the depths.
enum YearEndPass {
  static func run(_ b: BlockMonth) {
    let m = b.county
    let line = m.pointee.settings.calendar.returnLine
    let monitoringLine = m.pointee.settings.calendar.monitoringLine
    let aware = Publicity.limit(m)
    Publicity.charge(b)
    for row in 0..<b.count {
      let weight = Int64(b.p.weight[row])
      let isMonitored = b.s.monitored[row] != 0
      if isMonitored {
        b.count(.monitoredHouseholds, row: row)
        b.count(.monitoredPersons, row: row, times: b.personsAlive(row))
      } else if b.x.own12[row] < monitoringLine {
        b.count(.missed, row: row)
      }
      if b.x.own12[row] < monitoringLine, b.p.trait(1)[row] >= aware {
        b.note(.unawareHouseholds, row: row)
      }
      if b.s.stage[row] == CaseStage.waiting { b.count(.waitingForVisit, row: row) }
      guard b.isFormerlyPoor(row) else { continue }
      let persons = Int64(b.personsAlive(row)) * weight
      add(b, row, persons, .formerlyPoor)
      if isMonitored { add(b, row, persons, .monitored) }
      if b.x.own12[row] < line { add(b, row, persons, .need) }
      if b.x.total12[row] < line { depth(b, row, persons, line) }
      let flags = b.s.flags[row]
      if flags & StateFlags.returned != 0 {
        b.s.flags[row] |= StateFlags.everReturned
        add(b, row, persons, .stock)
      }
      if b.s.flags[row] & StateFlags.everReturned != 0 { add(b, row, persons, .ever) }
    }
  }

  /// Poverty gap and severity (Foster, Greer and Thorbecke 1984) in millionths; a negative income
  /// counts as a gap of one.
  ///
  /// Model equation (30.1).
  private static func depth(_ b: BlockMonth, _ row: Int, _ persons: Int64, _ line: Float) {
    let gap = Double(min(1, (line - b.x.total12[row]) / line))
    add(b, row, persons &* Int64((gap * 1e6).rounded()), .gap)
    add(b, row, persons &* Int64((gap * gap * 1e6).rounded()), .severity)
  }

  @inline(__always)
  private static func add(_ b: BlockMonth, _ row: Int, _ amount: Int64, _ measure: PersonMeasure) {
    b.tally.add(amount, measure, sampleGroup: b.p.sampleGroup[row])
    ReturnPass.addToGroups(b, row, amount, measure)
  }
}
