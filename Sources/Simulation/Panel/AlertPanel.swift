import Households

/// What the platform could see of some households on some dates of one possible future, and what became
/// of them: material for tuning alerts, and for export.
///
/// A collection of rows, one a date and household: all households of the first date in the order of the
/// population, then those of the next. A date is the moment in its month when this month's data have
/// arrived and alerted and nobody has been visited yet: the moment at which the designs of the index are
/// compared (`ShadowIndicesPass`).
///
/// A panel holds one possible future at a time and is used again for the next one, so it and its rows may
/// be read only while ``Simulator/alertPanels(replications:seed:threads:dates:households:householdReplications:progress:isCancelled:body:)``
/// hands it over.
public final class AlertPanel: @unchecked Sendable {
  /// Dates on which rows are written down.
  public enum Dates: Sendable {
    /// June and December, in which the designs of the index are compared.
    case halfYears
    /// Every month.
    case months
  }

  /// The dates, burn-in included, ascending.
  public let dates: [Month]
  /// The households, in the order of the population.
  public let households: [PanelHousehold]
  /// First simulated month.
  public let start: Month
  /// Number of simulated months.
  public let monthCount: Int
  /// Months from the start to each date, and to the date after it (or the end).
  let monthOfDate: [Int]
  let endOfDate: [Int]
  /// Number of the date of each month; −1 for none.
  let dateOfMonth: [Int]
  private let lines: [(monitoring: Float, return: Float)]
  private let limits: [SIMD8<Float>]
  /// Rows of each block that are written down, ascending, and the place of the first among `households`.
  let rows: [[Int32]]
  let firstPlaces: [Int]

  // One value a month and household
  private let facts: UnsafeMutablePointer<UInt8>
  private let aid: UnsafeMutablePointer<Float>
  // One value (for scores: one a design) a date and household
  private let scores: UnsafeMutablePointer<Float>
  private let own12: UnsafeMutablePointer<Float>
  private let total12: UnsafeMutablePointer<Float>
  private let alerts: UnsafeMutablePointer<UInt8>
  private let persons: UnsafeMutablePointer<UInt8>

  /// Room for a panel.
  ///
  /// - Parameters:
  ///   - plan: The compiled scenario.
  ///   - population: The households.
  ///   - dates: On which dates.
  ///   - ids: Numbers of the households; `nil` for all.
  init(_ plan: SimulationPlan, _ population: Population, dates: Dates, ids: Set<UInt32>?) {
    let scenario = plan.scenario
    (start, monthCount) = (scenario.start, scenario.monthCount)
    let months = (0..<scenario.monthCount).filter {
      switch dates {
      case .months: true
      case .halfYears: [6, 12].contains(scenario.start.advanced(by: $0).month)
      }
    }
    monthOfDate = months
    endOfDate = months.dropFirst() + [scenario.monthCount]
    self.dates = months.map { scenario.start.advanced(by: $0) }
    var places = [Int](repeating: -1, count: scenario.monthCount)
    for (date, month) in months.enumerated() { places[month] = date }
    dateOfMonth = places
    lines = months.map {
      (plan.months[$0].calendar.monitoringLine, plan.months[$0].calendar.returnLine)
    }
    limits = months.map { VulnerabilityIndex.thresholds(plan.months[$0]) }
    var households: [PanelHousehold] = []
    var (rows, first): ([[Int32]], [Int]) = ([], [])
    for block in population.blocks {
      let kept = (0..<block.count).filter { ids?.contains(block.columns.id[$0]) ?? true }
      first.append(households.count)
      rows.append(kept.map(Int32.init))
      let prefecture = scenario.geography.counties[block.county].prefecture
      for row in kept {
        households.append(PanelHousehold(block, row: row, prefecture: prefecture))
      }
    }
    (self.households, self.rows, firstPlaces) = (households, rows, first)
    let (monthly, dated) = (households.count * monthCount, households.count * months.count)
    facts = .allocate(capacity: monthly)
    aid = .allocate(capacity: monthly)
    scores = .allocate(capacity: dated * IndexDesign.allCases.count)
    own12 = .allocate(capacity: dated)
    total12 = .allocate(capacity: dated)
    alerts = .allocate(capacity: dated)
    persons = .allocate(capacity: dated)
    clear()
  }

  deinit {
    facts.deallocate()
    aid.deallocate()
    scores.deallocate()
    own12.deallocate()
    total12.deallocate()
    alerts.deallocate()
    persons.deallocate()
  }

  /// Bytes that a panel takes, beside its list of households.
  public var byteCount: Int {
    let dated = 4 * (IndexDesign.allCases.count + 2) + 2
    return households.count * (5 * monthCount + dated * dates.count)
  }

  /// Forgets the possible future that was written down last.
  func clear() {
    let (monthly, dated) = (households.count * monthCount, households.count * dates.count)
    facts.update(repeating: 0, count: monthly)
    aid.update(repeating: 0, count: monthly)
    scores.update(repeating: 0, count: dated * IndexDesign.allCases.count)
    own12.update(repeating: 0, count: dated)
    total12.update(repeating: 0, count: dated)
    alerts.update(repeating: 0, count: dated)
    persons.update(repeating: 0, count: dated)
  }

  /// The threshold of a design on a date, on the scale of its scores: a higher score alerts.
  ///
  /// - Parameters:
  ///   - design: The design.
  ///   - date: Number of the date, from 0.
  /// - Returns: The threshold, in the unit of ``AlertPanelRow/score(_:)``.
  public func threshold(_ design: IndexDesign, date: Int) -> Float {
    limits[date][Int(design.rawValue)]
  }

  /// Monitoring line and return line on a date, yuan per head and year.
  ///
  /// - Parameter date: Number of the date, from 0.
  /// - Returns: The lines in force in the month of the date.
  public func lines(date: Int) -> (monitoring: Float, return: Float) { lines[date] }
}

extension AlertPanel: RandomAccessCollection {
  /// Number of the first row.
  public var startIndex: Int { 0 }
  /// Number of rows: dates × households.
  public var endIndex: Int { dates.count * households.count }
  /// The row with a number: number of the date × number of households + place of the household.
  public subscript(number: Int) -> AlertPanelRow {
    AlertPanelRow(
      panel: self, dateNumber: number / households.count, place: number % households.count)
  }
  /// The row of a date and a household, both by their number in ``dates`` and ``households``.
  public subscript(date date: Int, household place: Int) -> AlertPanelRow {
    AlertPanelRow(panel: self, dateNumber: date, place: place)
  }
}

/// What the record writes and the rows read.
extension AlertPanel {
  /// Bits of `PanelFact` of a household in a month.
  @inline(__always)
  func fact(month: Int, _ place: Int) -> UInt8 { facts[month * households.count + place] }
  /// Assistance received in a month, yuan.
  @inline(__always)
  func aid(month: Int, _ place: Int) -> Float { aid[month * households.count + place] }
  @inline(__always)
  func score(_ design: IndexDesign, date: Int, _ place: Int) -> Float {
    let row = date * households.count + place
    return scores[row * IndexDesign.allCases.count + Int(design.rawValue)]
  }
  @inline(__always)
  func alerts(date: Int, _ place: Int) -> UInt8 { alerts[date * households.count + place] }
  @inline(__always)
  func incomes(date: Int, _ place: Int) -> (own: Float, total: Float) {
    let row = date * households.count + place
    return (own12[row], total12[row])
  }
  @inline(__always)
  func persons(date: Int, _ place: Int) -> UInt8 { persons[date * households.count + place] }

  /// Adds bits of `PanelFact` to a household's month.
  @inline(__always)
  func add(_ bits: UInt8, month: Int, _ place: Int) {
    facts[month * households.count + place] |= bits
  }
  @inline(__always)
  func setAid(_ yuan: Float, month: Int, _ place: Int) {
    aid[month * households.count + place] = yuan
  }
  /// Writes down how a household stands on a date.
  @inline(__always)
  func write(
    date: Int, _ place: Int, scores: SIMD8<Float>, alerts: UInt8, own12: Float, total12: Float,
    persons: UInt8
  ) {
    let row = date * households.count + place
    let count = IndexDesign.allCases.count
    for design in 0..<count { self.scores[row * count + design] = scores[design] }
    self.alerts[row] = alerts
    self.own12[row] = own12
    self.total12[row] = total12
    self.persons[row] = persons
  }
}
