extension RandomAccessCollection where Index == Int {
  /// Where something begins to hold that holds of all elements after the first of which it holds.
  ///
  /// - Returns: The place of that first element, counted from 0; the number of elements if there is none.
  func partition(_ holds: (Element) throws -> Bool) rethrows -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if try holds(self[startIndex + middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
