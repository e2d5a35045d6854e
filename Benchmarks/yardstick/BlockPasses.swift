import Randomness

/// The passes of the yardstick over the columns of one block; each is one loop, or walks a list of
/// the few rows that something rare happens to.
struct BlockPasses {
  let households: Households
  let block: Households.Block
  let columns: BlockColumns
  let key: DrawKey
  let factors: ArraySlice<Float>
  /// One tally a year.
  let tallies: UnsafeMutablePointer<YearTally>

  /// Lives all months of all years.
  func run() {
    begin()
    for year in 0..<Definition.years {
      for pair in 0..<6 {
        let month = 12 * year + 2 * pair
        draw(month: month)
        fallIll(month: month)
        live(month: month, half: 0, &tallies[year])
        live(month: month + 1, half: 1, &tallies[year])
        recover()
      }
      close(&tallies[year])
    }
  }

  /// Brings the households in; the twelve months before the first were at the base income.
  private func begin() {
    let (h, c, first) = (households, columns, block.first)
    for i in 0..<block.count {
      c.id[i] = h.id[first + i]
      c.farm[i] = h.farm[first + i]
      c.migrant[i] = h.migrant[first + i]
      c.other[i] = h.other[first + i]
      c.line[i] = h.line[first + i]
      c.weight[i] = h.weight[first + i]
      c.savings[i] = h.savings[first + i]
      c.lost[i] = 0
    }
    for i in 0..<block.count {
      let net = c.farm[i] + c.migrant[i] + c.other[i]
      c.sum[i] = 12 * net
      for slot in 0..<12 { c.ring(slot)[i] = net }
    }
  }

  /// One block of four words for two months of each household: two trials a month.
  private func draw(month: Int) {
    let (id, events) = (columns.id, columns.events)
    for i in 0..<block.count {
      let w = key.wideHousehold(id[i], month: month, .monthlyEvents)
      let ill0: UInt32 = UInt32(truncatingIfNeeded: w.0) < Definition.illness ? 1 : 0
      let job0: UInt32 = UInt32(truncatingIfNeeded: w.1) < Definition.jobLoss ? 2 : 0
      let ill1: UInt32 = UInt32(truncatingIfNeeded: w.2) < Definition.illness ? 4 : 0
      let job1: UInt32 = UInt32(truncatingIfNeeded: w.3) < Definition.jobLoss ? 8 : 0
      events[i] = UInt8(truncatingIfNeeded: ill0 | job0 | ill1 | job1)
    }
  }

  /// Whoever falls ill in one of the two months draws what it costs.
  private func fallIll(month: Int) {
    forEachRow { row, events in
      let id = columns.id[row]
      for half in 0..<2 where events >> UInt8(2 * half) & 1 != 0 {
        let word = key.household(id, month: month + half, .illnessDetail)[0]
        let z = Elementary.normalQuantile(word.uniform)
        columns.bill(half)[row] = Float(Definition.ownPayment(z) { Elementary.exp($0) })
      }
    }
  }

  /// Nobody is left with a bill.
  private func recover() {
    forEachRow { row, _ in
      columns.bill(0)[row] = 0
      columns.bill(1)[row] = 0
    }
  }

  /// Calls `body` for each row of somebody who falls ill, in ascending order, with the row's events.
  @inline(__always)
  private func forEachRow(_ body: (Int, UInt8) -> Void) {
    let events = UnsafeRawPointer(columns.events)
    let ill: UInt64 = 0x0505_0505_0505_0505
    for first in stride(from: 0, to: block.count, by: 8) {
      var word = events.load(fromByteOffset: first, as: UInt64.self) & ill
      while word != 0 {
        let row = first &+ word.trailingZeroBitCount &>> 3
        if columns.weight[row] != 0 { body(row, columns.events[row]) }
        word &= ~(0xFF &<< UInt64(8 &* (row &- first)))
      }
    }
  }

  /// A month of jobs, income, savings and the rolling year.
  private func live(month: Int, half: Int, _ tally: inout YearTally) {
    let factor = factors[factors.startIndex + month]
    let (farm, migrant, other) = (columns.farm, columns.migrant, columns.other)
    let (line, weight) = (columns.line, columns.weight)
    let (savings, sum, bill) = (columns.savings, columns.sum, columns.bill(half))
    let (ring, lost, events) = (columns.ring(month % 12), columns.lost, columns.events)
    let bit = UInt8(2 * half + 1)
    var entered: UInt32 = 0
    var isOver: UInt32 = 0
    for i in 0..<block.count {
      let history = (lost[i] &<< 1 | events[i] &>> bit & 1) & 15
      lost[i] = history
      // What a branch needs is loaded before it: a conditional load keeps a loop from vectorising.
      let wage = migrant[i]
      let members = weight[i]
      let net = farm[i] * factor + (history == 0 ? wage : 0) + other[i] - bill[i]
      let left = savings[i] + net
      savings[i] = left
      isOver |= left < Definition.debtLimit ? 1 : 0
      let before = sum[i]
      let after = before + (net - ring[i])
      sum[i] = after
      ring[i] = net
      let wasAbove: UInt32 = before < line[i] ? 0 : .max
      let isBelow: UInt32 = after < line[i] ? .max : 0
      entered &+= members & wasAbove & isBelow
    }
    tally.entries &+= Int64(entered &>> 16)
    tally.newPersons &+= Int64(entered & 0xFFFF)
    if isOver != 0 { cut(&tally) }
  }

  /// Beyond the limit of debt, consumption is cut.
  private func cut(_ tally: inout YearTally) {
    for row in 0..<block.count where columns.savings[row] < Definition.debtLimit {
      let missing = Definition.debtLimit - columns.savings[row]
      columns.savings[row] = Definition.debtLimit
      if columns.weight[row] != 0 { tally.cut &+= Int64((Double(missing) * 100).rounded()) }
    }
  }

  /// Who is poor or in debt at the end of the year.
  private func close(_ tally: inout YearTally) {
    let (line, weight) = (columns.line, columns.weight)
    let (savings, sum) = (columns.savings, columns.sum)
    var poor: UInt32 = 0
    var inDebt: UInt32 = 0
    for i in 0..<block.count {
      let isPoor: UInt32 = sum[i] < line[i] ? 0xFFFF : 0
      let owes: UInt32 = savings[i] < 0 ? 0xFFFF : 0
      poor &+= weight[i] & isPoor
      inDebt &+= weight[i] & owes
    }
    tally.poorPersons &+= Int64(poor)
    tally.debtPersons &+= Int64(inDebt)
  }
}
