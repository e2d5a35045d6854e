/// Parts of a sample that are alike in one factor.
public struct ConditioningSlices: Sendable, Hashable {
  /// Number of the slice of each point, from 0; shape `[N]`.
  public let slice: [Int]
  /// Number of points by slice, none of them 0; shape `[slices]`.
  public let sizes: [Int]

  /// Number of slices.
  public var count: Int { sizes.count }
  /// Number of points *N*.
  public var points: Int { slice.count }

  /// Slices that hold equally many points, in ascending order of the factor; equal values are never parted.
  ///
  /// The largest value belongs to the last slice. A factor with no more different values than slices has a
  /// slice for each of them.
  ///
  /// - Parameters:
  ///   - values: The factor at each point; shape `[N]`, finite, at least one.
  ///   - slices: Number of slices, at least 1 and at most *N*.
  public init(values: [Double], slices: Int = 10) {
    precondition(slices > 0 && slices <= values.count, "no point for a slice")
    precondition(values.allSatisfy(\.isFinite), "a factor has a value at every point")
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var distinct = 1
    for (before, after) in zip(order, order.dropFirst()) where values[before] != values[after] {
      distinct += 1
    }
    var own = [Int](repeating: 0, count: values.count)
    var place = 0
    var (number, last) = (-1, -1)
    while place < order.count {
      var end = place + 1
      while end < order.count, values[order[end]] == values[order[place]] { end += 1 }
      // Equal values go where the first of them belongs.
      let wanted = distinct <= slices ? number + 1 : place * slices / order.count
      if wanted != last { (number, last) = (number + 1, wanted) }
      for point in order[place..<end] { own[point] = number }
      place = end
    }
    self.init(own, count: number + 1)
  }

  /// A slice for each category.
  ///
  /// - Parameter categories: The category of each point, any numbers; shape `[N]`, at least one. Slices are
  ///   in their ascending order.
  public init(categories: [Int]) {
    precondition(!categories.isEmpty, "there must be a point")
    let names = Set(categories).sorted()
    self.init(
      categories.map { category in names.partition { $0 >= category } }, count: names.count)
  }

  private init(_ slice: [Int], count: Int) {
    var sizes = [Int](repeating: 0, count: count)
    for own in slice { sizes[own] += 1 }
    (self.slice, self.sizes) = (slice, sizes)
  }
}
