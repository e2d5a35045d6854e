import Households
import Simulation

/// Futures as bytes, for the store.
///
/// Tallies are small and mostly zero, so each is written in as few bytes as it needs: zigzag, seven bits
/// a byte, least significant first; a run of zeros is a zero byte and its length.
enum FutureCoding {
  /// The bytes of some futures; the axes are not among them, because the scenario says them.
  static func bytes(of futures: StudyFutures) -> [UInt8] {
    var writer = TallyWriter()
    writer.write([Int64(bitPattern: futures.sampleFraction.bitPattern)])
    for one in futures.replications {
      for tallies in [
        one.persons, one.groups, one.money, one.finding, one.systems, one.ledger,
      ] {
        writer.write(tallies)
      }
    }
    writer.write(futures.sample)
    return writer.bytes
  }

  /// The futures that bytes say, or `nil` if they say something else.
  static func futures(
    _ bytes: some RandomAccessCollection<UInt8>, layout: OutcomeLayout, detail: StudyDetail,
    first: Int, count: Int
  ) -> StudyFutures? {
    var reader = TallyReader(bytes: Array(bytes))
    guard let fraction = reader.read(1)?[0] else { return nil }
    var replications: [ReplicationOutcome] = []
    for _ in 0..<count {
      guard let persons = reader.read(layout.personCount),
        let groups = reader.read(layout.groupCount), let money = reader.read(layout.moneyCount),
        let finding = reader.read(layout.findingCount),
        let systems = reader.read(layout.systemCount),
        let ledger = reader.read(detail == .whole ? layout.ledgerCount : 0)
      else { return nil }
      replications.append(
        ReplicationOutcome(
          persons: persons, groups: groups, money: money, finding: finding, systems: systems,
          ledger: ledger))
    }
    guard let sample = reader.read(StudyFutures.sampleCount(layout, detail)),
      reader.isAtEnd
    else {
      return nil
    }
    return StudyFutures(
      layout: layout, detail: detail, first: first, replications: replications, sample: sample,
      sampleFraction: Double(bitPattern: UInt64(bitPattern: fraction)))
  }
}

/// Writes tallies in as few bytes as they need.
struct TallyWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ tallies: [Int64]) {
    var zeros: UInt64 = 0
    for tally in tallies {
      if tally == 0 {
        zeros += 1
        continue
      }
      flush(&zeros)
      write(UInt64(bitPattern: (tally << 1) ^ (tally >> 63)))
    }
    flush(&zeros)
  }

  private mutating func flush(_ zeros: inout UInt64) {
    guard zeros > 0 else { return }
    bytes.append(0)
    write(zeros)
    zeros = 0
  }

  private mutating func write(_ number: UInt64) {
    var rest = number
    while rest >= 128 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}

/// Reads what a `TallyWriter` wrote.
struct TallyReader {
  let bytes: [UInt8]
  private var place = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  /// The next tallies, or `nil` if the bytes end or hold another number of them.
  mutating func read(_ count: Int) -> [Int64]? {
    var tallies: [Int64] = []
    tallies.reserveCapacity(count)
    while tallies.count < count {
      guard let number = number() else { return nil }
      if number == 0 {
        guard let zeros = self.number(), zeros <= UInt64(count - tallies.count) else { return nil }
        tallies.append(contentsOf: repeatElement(0, count: Int(zeros)))
      } else {
        tallies.append(Int64(bitPattern: (number >> 1) ^ (0 &- (number & 1))))
      }
    }
    return tallies
  }

  private mutating func number() -> UInt64? {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt64(byte & 127) << shift
      if byte < 128 { return number }
      shift += 7
    }
    return nil
  }
}
