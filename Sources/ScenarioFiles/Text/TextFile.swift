import Foundation
import Households

/// Reads text files and finds what makes a file unreadable before anything interprets it.
enum TextFile {
  /// The largest scenario or parameter file, bytes; a mistake in size is caught before parsing.
  static let scenarioLimit = 4 << 20

  /// The text of a file with line ends as `\n` and without a byte-order mark.
  ///
  /// - Parameters:
  ///   - path: Path to open.
  ///   - name: Name of the file in messages.
  ///   - asked: Where another file asked for this one; `nil` if the user named it.
  ///   - limit: Largest size in bytes.
  ///   - mistakes: Where it is noted why a file cannot be read.
  /// - Returns: The text, or `nil` if the file cannot be read.
  static func text(
    at path: String, name: String, asked: Place? = nil, limit: Int = scenarioLimit,
    mistakes: MistakeList
  ) -> String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      mistakes.add(
        asked ?? .whole(name), english: "there is no file \(name).", chinese: "找不到文件 \(name)。")
      return nil
    }
    guard !isFolder.boolValue else {
      mistakes.add(
        asked ?? .whole(name), english: "\(name) is a folder, but a file is expected.",
        chinese: "\(name) 是文件夹，这里需要文件。")
      return nil
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    guard size <= limit else {
      mistakes.add(
        .whole(name), english: "the file has \(size) bytes, but at most \(limit) are read.",
        chinese: "文件有 \(size) 字节，最多只读 \(limit) 字节。")
      return nil
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      mistakes.add(
        asked ?? .whole(name), english: "\(name) cannot be opened.", chinese: "无法打开 \(name)。")
      return nil
    }
    return text(of: [UInt8](data), name: name, mistakes: mistakes)
  }

  /// The text of bytes that must be UTF-8.
  static func text(of bytes: [UInt8], name: String, mistakes: MistakeList) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      mistakes.add(
        Place(file: name, line: 1, column: 1),
        english: "the file is written in UTF-16, but UTF-8 is expected.",
        chinese: "文件编码是 UTF-16，应为 UTF-8。", remedy: saveAsUTF8)
      return nil
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      mistakes.add(
        placeOfBadByte(in: content, name: name),
        english: "this byte is not UTF-8 text (the file may be in GBK or GB 18030).",
        chinese: "此处不是 UTF-8 文本（文件可能是 GBK 或 GB 18030 编码）。", remedy: saveAsUTF8)
      return nil
    }
    let unified =
      content.contains(13)
      ? text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
      : text
    return hasControlCharacters(unified, name: name, mistakes: mistakes) ? nil : unified
  }

  private static let saveAsUTF8 = BilingualText(
    chinese: "请在编辑器中另存为 UTF-8。", english: "Save it as UTF-8 in your editor.")

  private static func placeOfBadByte(in bytes: ArraySlice<UInt8>, name: String) -> Place {
    var line = 1
    var column = 1
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    return Place(file: name, line: line, column: column)
  }

  private static func hasControlCharacters(
    _ text: String, name: String, mistakes: MistakeList
  ) -> Bool {
    guard text.utf8.contains(where: { $0 < 32 && $0 != 10 && $0 != 9 || $0 == 127 }) else {
      return false
    }
    var line = 1
    var column = 1
    for scalar in text.unicodeScalars {
      if scalar.value < 32 && scalar != "\n" && scalar != "\t" || scalar.value == 127 {
        let code = "U+" + String(format: "%04X", Int(scalar.value))
        mistakes.add(
          Place(file: name, line: line, column: column),
          english: "the control character \(code) is not text.",
          chinese: "控制字符 \(code) 不是文本。",
          remedy: BilingualText(chinese: "请删除它。", english: "Delete it."))
        return true
      }
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    return false
  }
}
