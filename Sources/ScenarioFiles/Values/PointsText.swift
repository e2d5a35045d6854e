/// A difference of shares as an author wrote it: `0.02pp`, `0.02 points`, `0.02 个百分点`.
///
/// The unit is needed: a bare 0.02 may mean two points or two hundredths of a point.
public enum PointsText {
  private static let units = ["pp", "points", "point", "percentage points", "个百分点", "百分点"]

  /// The difference as a share, such as 0.0002 for `0.02pp`; `nil` if the text is something else.
  public static func share(of text: String) -> Double? {
    guard let number = NumberText(text), units.contains(number.unit.lowercased()),
      number.value.isFinite
    else { return nil }
    return number.value / 100
  }
}
