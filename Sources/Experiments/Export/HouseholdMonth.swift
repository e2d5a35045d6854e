import Households
import Simulation

/// A household in a month of one possible future: what the platform saw, what the system did, how it truly
/// stands, and how it would stand with no help and with full help under the same shocks.
public struct HouseholdMonth: Sendable, Hashable {
  /// Number of the future, from 0.
  public let replication: Int32
  /// Number of the household.
  public let household: UInt32
  /// The month: its data have arrived and alerted, and nobody has been visited yet.
  public let month: Month
  /// Whether it is on the list of the monitored.
  public let isMonitored: Bool
  /// Twelve-month income that the platform sees, its error included, yuan per head.
  public let seenIncome: Float
  /// Score of each design; higher is more at risk.
  private let scores: SIMD8<Float>
  private let alertBits: UInt8
  /// What the monitoring system of the scenario did in the month.
  public let events: PanelEvents
  /// The scenario itself.
  public let state: HouseholdState
  /// Nobody found is helped.
  public internal(set) var withoutHelp: HouseholdState?
  /// Everybody in need is found and helped at once.
  public internal(set) var withFullHelp: HouseholdState?

  init(_ row: AlertPanelRow, replication: Int, monitoringLine: Float) {
    self.replication = Int32(replication)
    household = row.household.number
    month = row.date
    isMonitored = row.isMonitored
    var scores = SIMD8<Float>()
    var bits: UInt8 = 0
    for design in IndexDesign.allCases {
      scores[Int(design.rawValue)] = row.score(design)
      if row.alerts(design) { bits |= 1 << design.rawValue }
    }
    (self.scores, alertBits) = (scores, bits)
    // The income design's score is minus what is seen over the line.
    seenIncome = -row.score(.income) * monitoringLine
    events = row.events
    state = HouseholdState(row)
  }

  /// What a design compares with its threshold; −∞ before a fitted design has data.
  public func score(_ design: IndexDesign) -> Float { scores[Int(design.rawValue)] }
  /// Whether a design alerts at the threshold in force.
  public func alerts(_ design: IndexDesign) -> Bool { alertBits & (1 << design.rawValue) != 0 }
}

/// What is the same for all households in a month of a panel.
public struct PanelMonth: Sendable, Hashable {
  /// The month.
  public let month: Month
  /// Monitoring line and return line, yuan per head and year.
  public let lines: SIMD2<Float>
  /// Threshold of each design on the scale of its scores, in the order of their numbers.
  public let thresholds: [Float]

  init(_ panel: AlertPanel, date: Int) {
    month = panel.dates[date]
    let (monitoring, `return`) = panel.lines(date: date)
    lines = SIMD2(monitoring, `return`)
    thresholds = IndexDesign.allCases.map { panel.threshold($0, date: date) }
  }
}
