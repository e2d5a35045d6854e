/// A shock placed by the author of a scenario, on top of what chance brings.
public struct StressEvent: Sendable, Hashable {
  /// What happens.
  public enum Kind: Sendable, Hashable {
    /// Drought: share of the crop lost in the months of the event, before crop sensitivity.
    case drought(severity: Double)
    /// Flood: share of households hit in the first month.
    case flood(footprint: Double)
    /// Price of a product moves by a share (−0.30 is a fall of 30 %) while the event lasts.
    case price(product: Product, change: Double)
    /// Share of workers away from home who lose their job and come home in the first month.
    case returnOfMigrants(share: Double)
    /// Epidemic: multiple of hospital admissions and share of sales lost to closed markets while it
    /// lasts, and share of workers away from home who come home in its first month.
    case epidemic(admissions: Double, returnShare: Double, marketClosure: Double)
  }

  /// What happens.
  public let kind: Kind
  /// First month.
  public let from: Month
  /// Last month.
  public let to: Month
  /// County indices; `nil` for the whole province.
  public let counties: Set<Int>?
  /// The author's words for it.
  public let title: String

  /// An event.
  public init(kind: Kind, from: Month, to: Month, counties: Set<Int>?, title: String) {
    self.kind = kind
    self.from = from
    self.to = to
    self.counties = counties
    self.title = title
  }

  /// Whether it is in force in a month and county.
  public func covers(_ month: Month, county: Int) -> Bool {
    from <= month && month <= to && (counties?.contains(county) ?? true)
  }
}
