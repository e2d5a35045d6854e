import Households

/// Guesses what an author meant by a word that does not exist.
enum Spelling {
  /// The candidate nearest to a word, if it is near enough to be a slip of the pen.
  ///
  /// Near enough is one edit for every three letters, and at least two edits for four letters.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let typed = Array(word.lowercased().unicodeScalars)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased().unicodeScalars)
      let length = max(typed.count, letters.count)
      let limit = length < 4 ? 1 : max(2, length / 3)
      guard abs(typed.count - letters.count) <= limit else { continue }
      let distance = editDistance(typed, letters)
      if distance <= limit, distance < length, distance < best?.distance ?? .max {
        best = (distance, candidate)
      }
    }
    return best?.candidate
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two words
  /// (optimal string alignment).
  static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in 0..<b.count {
        row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }

  /// "Did you mean …?", or the whole list if it is short enough to read.
  static func remedy(for word: String, among candidates: [String]) -> BilingualText? {
    if let nearest = nearest(to: word, among: candidates) {
      return BilingualText(chinese: "您是不是想写 \(nearest)？", english: "Did you mean \(nearest)?")
    }
    guard !candidates.isEmpty, candidates.count <= 24 else { return nil }
    let list = candidates.joined(separator: ", ")
    return BilingualText(chinese: "可以写：\(list)。", english: "Possible: \(list).")
  }
}
