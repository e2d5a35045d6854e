import Households

/// Step 9: what monitored households ask for from the county's pots.
enum RequestPass {
  /// Repeats the open requests at the ends of quarters, so that what an empty pot refused is carried on.
  static func run(_ b: BlockMonth) {
    let s = b.county.pointee.settings
    guard (b.month + 1) % s.finding.reviewInterval == 0 else { return }
    let (monitored, mask) = (b.s.monitored, b.x.mask)
    for i in 0..<b.count { mask[i] = monitored[i] }
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      // Who was recognised this month has asked already.
      guard b.s.monitoredMonths[row] > 0 else { continue }
      renewRelief(b, row)
      // An empty pot refuses without being asked.
      if b.s.wanted[row] & b.requests.payable != 0 { ask(b, row) }
    }
  }

  /// A monitored household that is below the return line a year after its last help asks again.
  private static func renewRelief(_ b: BlockMonth, _ row: Int) {
    let m = b.county
    let daysSince = b.firstDay - Int(b.s.paymentDay[row])
    guard m.pointee.reliefStrength > 0, b.s.pending[row] == 0, daysSince >= 360,
      b.x.total12[row] < m.pointee.settings.calendar.returnLine
    else { return }
    b.s.wanted[row] |= Measures.relief
  }

  /// The household's place in the queue for money, by the scenario's rule.
  private static func rank(_ b: BlockMonth, _ row: Int) -> UInt64 {
    let m = b.county
    let id = b.p.id[row]
    let gap = max(0, m.pointee.settings.calendar.monitoringLine - b.x.own12[row])
    switch m.pointee.settings.fund.rationing {
    case .byGap: return RequestList.rank(urgency: gap, id: id)
    case .firstCome: return RequestList.rank(day: b.s.dueDay[row], id: id)
    case .byKind:
      let kind = b.s.monitored[row]
      let place: UInt64 =
        kind == MonitoredKind.sudden ? 0 : kind == MonitoredKind.unstable ? 1 : 2
      return RequestList.rank(kind: place, urgency: gap, id: id)
    }
  }

  /// Puts the household's open wishes on the county's list.
  static func ask(_ b: BlockMonth, _ row: Int) {
    let wanted = b.s.wanted[row]
    guard wanted != 0 else { return }
    let m = b.county
    var request = Request(rank: rank(b, row), block: UInt32(b.block), row: UInt16(row))
    if wanted & Measures.relief != 0 {
      request.fen = Int64((Double(Relief.amount(b, row)) * 100).rounded())
      request.measure = Measures.relief
      b.requests.append(request)
    }
    if wanted & Measures.industry != 0 {
      request.fen = Int64((m.pointee.settings.industry.cost * 100).rounded())
      request.measure = Measures.industry
      b.requests.append(request)
    }
  }
}
