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
}
