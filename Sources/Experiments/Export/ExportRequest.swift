import Households

/// What is exported beside the estimates of runs.
public struct ExportRequest: Sendable, Hashable {
  /// Down to which places the values of single futures are written.
  public enum Places: String, Sendable, CaseIterable {
    /// All simulated counties together.
    case province
    /// And each prefecture.
    case prefecture
    /// And each county.
    case county
  }

  /// Which households are followed month by month.
  public struct Panel: Sendable, Hashable {
    /// Number of households; those whose hashed numbers are the lowest.
    public var households: Int
    /// In the first so many futures; `nil` for ``usualReplications``, or all if there are fewer.
    public var replications: Int?
    /// In these years; `nil` for all with results.
    public var years: ClosedRange<Int>?
    /// In these months of the year, 1 to 12, ascending.
    public var months: [Int]

    /// A panel.
    public init(
      households: Int, replications: Int? = nil, years: ClosedRange<Int>? = nil,
      months: [Int] = Array(1...12)
    ) {
      self.households = households
      self.replications = replications
      self.years = years
      self.months = months
    }

    /// Futures of a panel unless its author asks for another number.
    public static let usualReplications = 32
  }

  /// Places of the values of single futures.
  public var places: Places
  /// The panel, if there is to be one.
  public var panel: Panel?

  /// A request.
  public init(places: Places = .prefecture, panel: Panel? = nil) {
    self.places = places
    self.panel = panel
  }
}
