import Households

extension QuestionReader {
  /// A first and a last year: `[2025, 2030]`.
  func span(_ node: SourceNode, key: String, valid: ClosedRange<Int>) -> ClosedRange<Int>? {
    guard case .list(let items) = node.content, items.count == 2 else {
      values.expected(
        node, key: key, english: "the first and the last year, such as [2025, 2030]",
        chinese: "起止年份，例如 [2025, 2030]")
      return nil
    }
    let years = items.compactMap { values.integer($0, key: key, valid: valid) }
    guard years.count == 2 else { return nil }
    guard years[0] <= years[1] else {
      values.add(
        node, "\(key) ends in \(years[1]), before it begins in \(years[0]).",
        "\(key) 止于 \(years[1])，早于起始的 \(years[0])。")
      return nil
    }
    return years[0]...years[1]
  }
}
