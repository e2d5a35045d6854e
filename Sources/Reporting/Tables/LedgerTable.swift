import Households
import Simulation

/// F4: the fund's books of every replication, as `ledger.csv`.
///
/// Fen of the simulated households, whole numbers, so that every row balances exactly; divided by the
/// run's sample they are fen of the population.
public struct LedgerTable: Sendable {
  private let layout: OutcomeLayout
  /// The ledger of each replication.
  private let replications: [[Int64]]
  /// Code of each place whose books are kept, where any county of it is simulated.
  private let regions: [(place: Int, code: Int)]
  /// Pots that any replication uses.
  private let pots: [FundPot]

  /// The books of a simulation.
  public init(_ outcomes: Outcomes, _ geography: Geography) {
    layout = outcomes.layout
    replications = outcomes.replications.map(\.ledger)
    switch layout.ledgerPlaces {
    case .county:
      regions = outcomes.layout.counties.enumerated().map {
        ($0.offset, geography.counties[$0.element].code)
      }
    case .prefecture:
      regions = Set(layout.prefectures).sorted().map { ($0, geography.prefectures[$0].code) }
    }
    let axes = layout
    let hasSocialCapital = replications.contains { ledger in
      (0..<axes.ledgerPlaceCount * axes.years.count).contains { book in
        ledger[axes.ledger(year: 0, place: book, .social, .socialCapital)] != 0
      }
    }
    pots = FundPot.allCases.filter { $0 != .social || hasSocialCapital }
  }

  private static let header =
    ["replication", "year", "region", "pot", LedgerEntry.opening.name]
    + LedgerEntry.sources.map(\.name) + ["in"] + LedgerEntry.uses.map(\.name)
    + ["out", LedgerEntry.closing.name, "balance"]

  /// The whole table: a row for each replication, year, place and pot.
  ///
  /// Written byte by byte into one buffer: by county there are hundreds of thousands of rows.
  public var text: String {
    var buffer = TextBuffer(
      capacity: replications.count * layout.years.count * regions.count * pots.count * 160)
    buffer.append(Self.header.joined(separator: ","))
    buffer.endRow()
    for (number, ledger) in replications.enumerated() {
      for year in layout.years {
        for region in regions {
          for pot in pots {
            let first = layout.ledger(
              year: year - layout.years.lowerBound, place: region.place, pot, .opening)
            buffer.append(number)
            buffer.append(year)
            buffer.append(region.code)
            buffer.append(pot.name)
            write(ledger[first..<(first + LedgerEntry.allCases.count)], to: &buffer)
          }
        }
      }
    }
    return buffer.text
  }

  /// The sums are of the cells beside them, so that a reader can check them with a spreadsheet.
  private func write(_ lines: ArraySlice<Int64>, to buffer: inout TextBuffer) {
    func line(_ entry: LedgerEntry) -> Int { Int(lines[lines.startIndex + entry.rawValue]) }
    buffer.append(line(.opening))
    var balance = line(.opening)
    for (entries, sign) in [(LedgerEntry.sources, 1), (LedgerEntry.uses, -1)] {
      var sum = 0
      for entry in entries {
        buffer.append(line(entry))
        sum += line(entry)
      }
      buffer.append(sum)
      balance += sign * sum
    }
    buffer.append(line(.closing))
    buffer.append(balance - line(.closing))
    buffer.endRow()
  }
}

/// Comma-separated whole numbers and plain words, in memory that grows seldom.
private struct TextBuffer {
  private var bytes: [UInt8] = []
  private var isAtStart = true

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func append(_ number: Int) {
    separate()
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// A word that needs no quotation marks, or several with their commas.
  mutating func append(_ word: String) {
    separate()
    bytes += word.utf8
  }

  mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    isAtStart = true
  }

  private mutating func separate() {
    if !isAtStart { bytes.append(UInt8(ascii: ",")) }
    isAtStart = false
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
