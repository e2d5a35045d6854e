/// A group of farm products with its own price and season.
///
/// The raw value is the name in files; the order is the order of the population's product columns.
public enum Product: String, Sendable, CaseIterable, Hashable {
  case grain, vegetables
  case pigs, cattle, tea, chili, fruit, herbs

  /// Position among the products.
  public var index: Int {
    guard let index = Self.allCases.firstIndex(of: self) else {
      preconditionFailure("a product is one of all products")
    }
    return index
  }
  /// Number of product groups.
  public static let count = 8
}
