/// Widths of text in terminal columns, where a Chinese character takes two.
public enum DisplayWidth {
  /// Ranges of wide characters (East Asian Width W and F of Unicode Standard Annex 11).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
  ]

  /// Number of terminal columns of a text.
  public static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      sum + (wide.contains { $0.contains(scalar.value) } ? 2 : 1)
    }
  }

  /// A text filled with spaces up to a width; on the left side if it is to stand on the right.
  public static func padded(_ text: String, to width: Int, alignedRight: Bool) -> String {
    let filling = String(repeating: " ", count: max(0, width - columns(of: text)))
    return alignedRight ? filling + text : text + filling
  }
}
