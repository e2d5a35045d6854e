/// A recorded figure that the model should reproduce, and how closely.
public struct Moment: Sendable, Hashable {
  /// What the moment is for.
  public enum Role: String, Sendable, CaseIterable {
    /// Parameters are fitted to it.
    case fit
    /// Nothing is fitted to it; it shows how the fitted model does where it was not told.
    case heldOut = "held_out"
  }

  /// Short name in tables.
  public var id: String
  /// Title for readers.
  public var title: BilingualText
  /// What is measured.
  public var quantity: MomentQuantity
  /// Years over which the measured figure is the mean; empty for what is computed without a run.
  public var years: [Int]
  /// Least number of counties of a footprint.
  public var counties: Int?
  /// Weather index: below it a county is hit, or the index of a known drought.
  public var index: Double?
  /// Position of a county in the geography.
  public var county: Int?
  /// Product of a price.
  public var product: Product?
  /// The recorded figure, in the unit of the quantity.
  public var target: Double
  /// Standard deviation around the target within which the model does well: error of the record, one
  /// year's luck, and what the model leaves out, together.
  public var tolerance: Double
  /// Whether it is fitted or held out.
  public var role: Role
  /// Where the figure comes from.
  public var source: String

  /// A moment.
  public init(
    id: String, title: BilingualText, quantity: MomentQuantity, years: [Int] = [],
    counties: Int? = nil, index: Double? = nil, county: Int? = nil, product: Product? = nil,
    target: Double, tolerance: Double, role: Role, source: String
  ) {
    self.id = id
    self.title = title
    self.quantity = quantity
    self.years = years
    self.counties = counties
    self.index = index
    self.county = county
    self.product = product
    self.target = target
    self.tolerance = tolerance
    self.role = role
    self.source = source
  }
}
