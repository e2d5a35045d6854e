/// What the monitoring system of the scenario did about a household in some months.
public struct PanelEvents: OptionSet, Sendable, Hashable {
  /// Bit pattern.
  public let rawValue: UInt8
  /// Events from their bit pattern.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Some channel (index, triggers, own report, patrol) opened a case.
  public static let alert = PanelEvents(rawValue: 1 << 0)
  /// Staff visited.
  public static let visit = PanelEvents(rawValue: 1 << 1)
  /// The household was put on the list of the monitored.
  public static let recognition = PanelEvents(rawValue: 1 << 2)

  /// Events from bits of `PanelFact`.
  init(facts: UInt8) {
    self = []
    if facts & PanelFact.alert != 0 { insert(.alert) }
    if facts & PanelFact.visit != 0 { insert(.visit) }
    if facts & PanelFact.recognition != 0 { insert(.recognition) }
  }
}
