/// One figure of the past that a back-test holds the model against.
public struct HistoricalRecord: Sendable, Hashable {
  /// What was recorded; rates and shares are fractions.
  public enum Quantity: Sendable, Hashable {
    /// Formerly-poor persons who entered return to poverty in the year ÷ all.
    case flow
    /// Those of them that the monitoring system had found ÷ all.
    case recognised
    /// Formerly-poor persons in return to poverty at the end of the year ÷ all.
    case stock
    /// Change of the market price over the calendar year, a share.
    case priceChange(Product)
    /// Years, out of so many, in which at least `counties` have a weather index below `below`.
    case wideDroughtYears(of: Int, counties: Int, below: Double)
    /// Monitored households whose income of the year is lower than a year before by this share.
    case incomeFalls(by: Double)
    /// Share of the households in need after a disaster of this loss, in yuan, that no alert, report
    /// or patrol had found by the end of the month after it.
    case notAlerted(loss: Double)
  }

  /// What a figure is worth as a test.
  public enum Standing: String, Sendable, CaseIterable {
    /// Recorded independently of the model.
    case record
    /// A figure of the plan that nobody else confirms.
    case claim
    /// A number of the model was set to it before, so that it tests only the setting.
    case fitted
  }

  /// Short name, unique in its file.
  public let name: String
  /// File of the scenario that lives through the time, relative to the folder of the records.
  public let scenario: String
  /// What was recorded.
  public let quantity: Quantity
  /// Code of the province or of a county.
  public let place: Int
  /// Calendar year; the last year of a series.
  public let year: Int
  /// What was recorded, and the range that the source leaves open, in the unit of the quantity.
  public let value: Double
  /// Range that the source leaves open; a point if it leaves none.
  public let range: ClosedRange<Double>
  /// What it is worth as a test.
  public let standing: Standing
  /// Words for readers.
  public let title: BilingualText
  /// Who recorded it.
  public let source: String

  /// A record.
  public init(
    name: String, scenario: String, quantity: Quantity, place: Int, year: Int, value: Double,
    range: ClosedRange<Double>, standing: Standing, title: BilingualText, source: String
  ) {
    self.name = name
    self.scenario = scenario
    self.quantity = quantity
    self.place = place
    self.year = year
    self.value = value
    self.range = range
    self.standing = standing
    self.title = title
    self.source = source
  }
}
