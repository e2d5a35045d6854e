import Randomness
import Testing

@testable import Simulation

struct RequestListTests {
  @Test func `Requests come out by urgency and then by household number, whatever the order`() {
    let list = RequestList(capacity: 1000)
    var expected: [(Float, UInt32)] = []
    for number in 0..<1000 {
      let id = UInt32(number * 613 % 1000)
      let urgency = Float(id * 37 % 50)
      expected.append((urgency, id))
      list.append(
        Request(rank: RequestList.rank(urgency: urgency, id: id), row: UInt16(id)))
    }
    list.sort()
    expected.sort { $0.0 != $1.0 ? $0.0 > $1.0 : $0.1 < $1.1 }
    #expect((0..<list.count).map { list.items[$0].row } == expected.map { UInt16($0.1) })
  }

  /// Ranks that differ in some of their bytes only, as urgencies, days and kinds make them.
  private func ranks(_ count: Int, _ mask: UInt64) -> [UInt64] {
    (0..<count).map { place in
      let words = DrawKey(seed: 3, shockYear: 0, householdReplication: 0)
        .household(UInt32(place), month: 0, .measures)
      return (UInt64(words[0]) << 32 | UInt64(words[1])) & mask
    }
  }

  @Test(
    arguments: [0, 1, 2, 24, 25, 300, 5000],
    [
      UInt64.max, 0xFFFF_0000_00FF, 0xFF, 0xFF00_0000_0000_0000, 0x7000_0000_0000,
    ])
  func `Requests are ranked, and equal ones stay in the order of entry`(count: Int, mask: UInt64) {
    let list = RequestList(capacity: count)
    let ranks = ranks(count, mask)
    for (place, rank) in ranks.enumerated() {
      list.append(Request(rank: rank, fen: Int64(place), row: UInt16(place % 2048)))
    }
    list.sort()
    let sorted = ranks.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
    #expect((0..<list.count).map { list.items[$0].rank } == sorted.map(\.element))
    #expect((0..<list.count).map { list.items[$0].fen } == sorted.map { Int64($0.offset) })
  }

  @Test func `A list that was cleared ranks what comes next alone`() {
    let list = RequestList(capacity: 100)
    for round in 0..<3 {
      list.clear()
      for rank in ranks(40 + 20 * round, .max) { list.append(Request(rank: rank, row: 0)) }
      list.sort()
      let held = (0..<list.count).map { list.items[$0].rank }
      #expect(held == ranks(40 + 20 * round, .max).sorted())
    }
  }
}
