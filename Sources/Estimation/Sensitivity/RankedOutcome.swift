/// Points in the ascending order of an outcome, for comparing distribution functions of parts of them.
struct RankedOutcome {
  /// Points in ascending order of the outcome; shape `[N]`.
  private let order: [Int]
  /// Whether the point at each place of the order has the outcome of the next; shape `[N]`.
  private let isTied: [Bool]

  /// Points ranked by an outcome; shape `[N]`, finite.
  init(_ outcome: [Double]) {
    let order = outcome.indices.sorted { (outcome[$0], $0) < (outcome[$1], $1) }
    self.order = order
    isTied = order.indices.map {
      $0 + 1 < order.count && outcome[order[$0]] == outcome[order[$0 + 1]]
    }
  }

  /// Largest distance between the distribution functions of a slice and of all points, by slice.
  ///
  /// While the function of a slice stands still that of all points rises, so the largest distance is found
  /// just before or just after a point of the slice: one pass for all slices.
  ///
  /// - Parameters:
  ///   - slice: Number of the slice of each point; shape `[N]`.
  ///   - slices: Number of slices.
  ///   - counts: How often each point counts; shape `[N]`.
  /// - Returns: The distances; shape `[slices]` without those that no point counts for.
  func distances(_ slice: [Int], slices: Int, counts: [Int]) -> [Double] {
    var sizes = [Int](repeating: 0, count: slices)
    for (own, count) in zip(slice, counts) { sizes[own] += count }
    let total = Double(sizes.reduce(0, +))
    var largest = [Double](repeating: 0, count: slices)
    var seen = [Int](repeating: 0, count: slices)
    var all = 0
    var place = 0
    func compare(_ own: Int) {
      let distance = Double(seen[own]) / Double(sizes[own]) - Double(all) / total
      largest[own] = max(largest[own], distance.magnitude)
    }
    while place < order.count {
      // Points with the same outcome count together.
      var end = place
      while isTied[end] { end += 1 }
      let points = order[place...end].filter { counts[$0] > 0 }
      for point in points { compare(slice[point]) }
      for point in points {
        seen[slice[point]] += counts[point]
        all += counts[point]
      }
      for point in points { compare(slice[point]) }
      place = end + 1
    }
    return (0..<slices).filter { sizes[$0] > 0 }.map { largest[$0] }
  }
}
