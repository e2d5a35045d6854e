import Households
import Randomness

/// M2, G6: the grid staff and officers of a county's townships in one possible future.
final class TownshipStaff {
  private let county: Int
  private let townships: Int

  init(county: Int, townships: Int) {
    self.county = county
    self.townships = townships
  }

  /// The staff as they are before a possible future begins.
  func begin() {}

  /// Who leaves and who is trained in a month.
  func advance(month: Int, key: DrawKey, _ m: UnsafePointer<CountyMonth>) {}
}
