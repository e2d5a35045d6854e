import Households
import Simulation

/// The plan's limits of the return-to-poverty rate, by reading and year.
///
/// The plan contradicts itself (0.5 % in section 3.1, 0.3 % in section 3.3), so there are two
/// readings. `hard` falls in a line from 2025 to 2030; `stretch` holds its first limit until the
/// year before the last. There is no limit before 2025; after 2030 the last one stays.
public struct Limits: Sendable {
  /// First year with a limit.
  public static let firstYear = 2025
  /// Year from which the last limit holds.
  public static let lastYear = 2030
  /// Readings that limit the rate.
  public static let readings: [Reading] = [.hard, .stretch]

  /// Rows of the plan's table of figures that state the limits of a reading.
  static func planRows(_ reading: Reading) -> String {
    reading == .hard ? "S067, S301, S341" : "S091, S094"
  }

  private let hard: (first: Double, last: Double)
  private let stretch: (first: Double, last: Double)

  /// Limits from the parameters `targets.hard_2025`, `hard_2030`, `stretch_2025`, `stretch_2030`.
  ///
  /// - Throws: ``SimulationError/missingParameters(_:)`` with the names that no file declares.
  public init(_ parameters: Parameters) throws(SimulationError) {
    let first = ParameterReader(parameters, at: Month(year: Self.firstYear, month: 12))
    let last = ParameterReader(parameters, at: Month(year: Self.lastYear, month: 12))
    hard = (first["targets.hard_2025"], last["targets.hard_2030"])
    stretch = (first["targets.stretch_2025"], last["targets.stretch_2030"])
    let missing = (first.missing + last.missing).sorted()
    if !missing.isEmpty { throw .missingParameters(missing) }
  }

  /// The limit of a year as a share of formerly-poor persons; `nil` where there is none.
  public func limit(_ reading: Reading, year: Int) -> Double? {
    guard year >= Self.firstYear else { return nil }
    switch reading {
    case .hard:
      guard year < Self.lastYear else { return hard.last }
      let done = Double(year - Self.firstYear) / Double(Self.lastYear - Self.firstYear)
      return hard.first + done * (hard.last - hard.first)
    case .stretch: return year < Self.lastYear ? stretch.first : stretch.last
    case .early, .late: return nil
    }
  }
}
