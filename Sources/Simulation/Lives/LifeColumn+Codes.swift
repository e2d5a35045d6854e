extension LifeColumn {
  /// Name in tables of a coded value: a cause, a kind of monitored household, or the stage of a case.
  ///
  /// - Returns: `nil` for columns that hold numbers; empty for none.
  public func word(of value: Double) -> String? {
    switch unit {
    case .cause: Cause(rawValue: Int(value))?.name ?? ""
    case .kind: Self.word(UInt8(value), Self.kinds)
    case .stage: Self.word(UInt8(value), Self.stages)
    default: nil
    }
  }

  private static func word(_ code: UInt8, _ words: [(code: UInt8, word: String)]) -> String {
    words.first { $0.code == code }?.word ?? ""
  }

  private static let kinds = [
    (MonitoredKind.unstable, "unstable"), (MonitoredKind.marginal, "marginal"),
    (MonitoredKind.sudden, "sudden"),
  ]
  private static let stages = [
    (CaseStage.travelling, "travelling"), (CaseStage.waiting, "waiting"),
    (CaseStage.accepted, "accepted"),
  ]
}
