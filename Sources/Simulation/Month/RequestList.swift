/// A claim on something scarce: a visit or money from the county's pot.
struct Request {
  /// Rank: smaller is served first; ties are impossible because the household's number is in it.
  var rank: UInt64
  /// Fen asked for; 0 for visits.
  var fen: Int64 = 0
  var block: UInt32 = 0
  var row: UInt16
  /// Bit of `Measures` asked for; 0 for visits.
  var measure: UInt8 = 0
}

/// A list of requests in memory that is allocated once.
///
/// Ranking by bytes: no allocation, and the same order of ranks whatever the order of entry.
final class RequestList: @unchecked Sendable {
  private(set) var items: UnsafeMutablePointer<Request>
  private(set) var count = 0
  /// Bits of `Measures` that the county could pay for at least once this month.
  var payable: UInt8 = 0
  private let capacity: Int
  /// Room for a pass of the ranking, and where the requests of each value of a byte go.
  private var spare: UnsafeMutablePointer<Request>
  private let places: UnsafeMutablePointer<Int32>

  init(capacity: Int) {
    self.capacity = max(capacity, 1)
    items = .allocate(capacity: self.capacity)
    spare = .allocate(capacity: self.capacity)
    places = .allocate(capacity: 256)
  }

  deinit {
    items.deallocate()
    spare.deallocate()
    places.deallocate()
  }

  func clear() { count = 0 }

  func append(_ request: Request) {
    precondition(count < capacity, "more requests than households")
    (items + count).initialize(to: request)
    count += 1
  }

  /// A rank: larger urgency first, then the smaller household number.
  ///
  /// Model equation (24.3).
  static func rank(urgency: Float, id: UInt32) -> UInt64 {
    let scaled = UInt64(min(max(urgency, 0), 4_000_000) * 1000)
    return (0xFFFF_FFFF - min(scaled, 0xFFFF_FFFF)) << 32 | UInt64(id)
  }

  /// A rank by day, then by the smaller household number.
  ///
  /// Model equation (27.4).
  static func rank(day: UInt16, id: UInt32) -> UInt64 { UInt64(day) << 32 | UInt64(id) }

  /// A rank by place of the household's kind (0 to 3), then as by urgency, to four thousandths of it.
  ///
  /// Model equation (27.4).
  static func rank(kind: UInt64, urgency: Float, id: UInt32) -> UInt64 {
    let byUrgency = rank(urgency: urgency, id: id) >> 32
    return kind << 62 | (byUrgency >> 2) << 32 | UInt64(id)
  }

  /// Ranks the requests, smallest first.
  func sort() {
    if count > Self.few { sortByBytes() } else { insert() }
  }

  /// Up to so many, insertion is faster.
  private static var few: Int { 24 }

  private func insert() {
    var end = 1
    while end < count {
      let request = items[end]
      var place = end
      while place > 0, items[place - 1].rank > request.rank {
        items[place] = items[place - 1]
        place -= 1
      }
      items[place] = request
      end += 1
    }
  }

  /// A stable pass over each byte in which ranks differ, the lowest first.
  private func sortByBytes() {
    var differing: UInt64 = 0
    for place in 1..<count { differing |= items[place].rank ^ items[0].rank }
    for byte in 0..<8 where differing &>> UInt64(8 * byte) & 0xFF != 0 { sort(byByte: byte) }
  }

  private func sort(byByte byte: Int) {
    let shift = UInt64(8 * byte)
    places.update(repeating: 0, count: 256)
    for place in 0..<count { places[Int(items[place].rank &>> shift & 0xFF)] += 1 }
    var before: Int32 = 0
    for value in 0..<256 {
      let number = places[value]
      places[value] = before
      before += number
    }
    for place in 0..<count {
      let value = Int(items[place].rank &>> shift & 0xFF)
      (spare + Int(places[value])).initialize(to: items[place])
      places[value] += 1
    }
    swap(&items, &spare)
  }
}
