import Households

/// Step 9: what monitored households ask for from the county's pots.
enum RequestPass {
  /// Repeats the open requests at the ends of quarters, so that what an empty pot refused is carried on.
  static func run(_ b: BlockMonth) {
    let m = b.county
    guard (b.month + 1) % m.pointee.settings.finding.reviewInterval == 0 else { return }
    renewRelief(b)
    let (months, wanted, mask) = (b.s.monitoredMonths, b.s.wanted, b.x.mask)
    let monitored = b.s.monitored
    // An empty pot refuses without being asked, and who was recognised this month has asked already.
    let payable = b.requests.payable
    for i in 0..<b.count {
      let asks: UInt8 = monitored[i] != 0 ? wanted[i] & payable : 0
      mask[i] = months[i] > 0 ? asks : 0
    }
    let found = b.x.collect(b.count)
    for place in 0..<found { ask(b, Int(b.x.rows[place])) }
  }

  /// Monitored households that are below the return line a year after their last help ask again.
  ///
  /// Model equation (27.2).
  private static func renewRelief(_ b: BlockMonth) {
    let m = b.county
    guard m.pointee.reliefStrength > 0 else { return }
    let line = m.pointee.settings.calendar.returnLine
    let yearAgo = Int32(b.firstDay) - 360
    let (monitored, months, pending) = (b.s.monitored, b.s.monitoredMonths, b.s.pending)
    let (paymentDay, total12, wanted) = (b.s.paymentDay, b.x.total12, b.s.wanted)
    for i in 0..<b.count {
      let isKnown: UInt8 = monitored[i] != 0 ? Measures.relief : 0
      let isOld: UInt8 = months[i] > 0 ? isKnown : 0
      let isFree: UInt8 = pending[i] == 0 ? isOld : 0
      let isYear: UInt8 = Int32(paymentDay[i]) <= yearAgo ? isFree : 0
      let asks: UInt8 = total12[i] < line ? isYear : 0
      wanted[i] |= asks
    }
  }

  /// The household's place in the queue for money, by the scenario's rule.
  ///
  /// Model equation (27.4).
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
  ///
  /// Model equation (27.3).
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
