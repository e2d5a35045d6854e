/// What each draw of the parameters was, and what came of it: `draws.csv`.
public struct DrawTable: Sendable {
  /// Names of the uncertain numbers.
  public let names: [String]
  /// Values by draw, in the order of the names; shape `[D][names]`.
  public let values: [[Double]]
  /// Years with results.
  public let years: [Int]
  /// Expected stock of the province by draw and year, as a share; shape `[D][years]`.
  public let stocks: [[Double]]

  /// The draws of a completed run; `nil` if it drew no parameters.
  init?(_ draws: ParameterDraws, _ count: Int, _ tables: [Int: [Double]]) {
    guard count > 1 else { return nil }
    names = draws.names
    values = (0..<count).map(draws.values)
    years = tables.keys.sorted()
    stocks = (0..<count).map { draw in
      tables.keys.sorted().map { tables[$0]?[draw] ?? .nan }
    }
  }
}
