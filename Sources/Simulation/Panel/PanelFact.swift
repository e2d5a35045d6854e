/// Yes-or-no facts of a household's month in a panel.
enum PanelFact {
  /// In need, as a visit would find it.
  static var need: UInt8 { 1 << 0 }
  /// Twelve-month income with assistance below the return line.
  static var below: UInt8 { 1 << 1 }
  /// In return to poverty.
  static var returned: UInt8 { 1 << 2 }
  /// On the list of the monitored before this month's visits.
  static var monitored: UInt8 { 1 << 3 }
  /// Some channel opened a case, staff visited, the household was recognised: this month.
  static var alert: UInt8 { 1 << 4 }
  static var visit: UInt8 { 1 << 5 }
  static var recognition: UInt8 { 1 << 6 }
}
