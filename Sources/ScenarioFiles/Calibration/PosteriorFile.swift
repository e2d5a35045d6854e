import Foundation
import Households

/// Reads the ensemble of a calibration: a table with a column `weight` and one a parameter.
public enum PosteriorFile {
  /// Reads an ensemble for the declarations of a library.
  ///
  /// - Parameters:
  ///   - path: The table.
  ///   - declared: All declared numbers.
  /// - Returns: The ensemble.
  /// - Throws: Every mistake at once, in order of place.
  public static func read(
    at path: String, declared: [Parameter]
  ) throws(ScenarioFileErrors) -> PosteriorEnsemble {
    let mistakes = MistakeList()
    guard let text = TextFile.text(at: path, name: path, mistakes: mistakes) else {
      throw ScenarioFileErrors(mistakes: mistakes.mistakes)
    }
    var table = CSVTable(text, file: path)
    guard let header = table.next() else {
      mistakes.add(
        Place(file: path, line: 1, column: 1), english: "the file is empty.", chinese: "文件是空的。")
      throw ScenarioFileErrors(mistakes: mistakes.mistakes)
    }
    let columns = columns(header, table, declared, mistakes)
    var members: [[Double]] = []
    var weights: [Double] = []
    while let row = table.next() {
      guard row.fields.count == header.fields.count else {
        mistakes.add(
          table.place(row, 0),
          english:
            "the row has \(row.fields.count) fields, but the header has \(header.fields.count).",
          chinese: "此行有 \(row.fields.count) 个字段，表头有 \(header.fields.count) 个。")
        continue
      }
      let numbers = row.fields.indices.map { place in
        number(row, place, columns[place], table, mistakes)
      }
      guard numbers.allSatisfy({ $0 != nil }) else { continue }
      weights.append(numbers[0] ?? 0)
      members.append(numbers.dropFirst().map { $0 ?? .nan })
    }
    if mistakes.isEmpty, weights.reduce(0, +) <= 0 {
      mistakes.add(
        .whole(path), english: "the file has no member with a positive weight.",
        chinese: "文件中没有权重为正的成员。")
    }
    try mistakes.throwIfAny()
    return PosteriorEnsemble(
      name: URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent,
      parameters: Array(header.fields.dropFirst()), members: members, weights: weights)
  }

  /// The parameter of each column; `nil` for the weight and for what is not known.
  private static func columns(
    _ header: CSVTable.Row, _ table: CSVTable, _ declared: [Parameter], _ mistakes: MistakeList
  ) -> [Parameter?] {
    if header.fields[0] != "weight" {
      mistakes.add(
        table.place(header, 0),
        english:
          "the first column is \(SourceNode.clipped(header.fields[0])), but it must be weight.",
        chinese: "第一列是 \(SourceNode.clipped(header.fields[0]))，应为 weight。",
        remedy: BilingualText(
          chinese: "请使用 fangpin calibrate 写出的 posterior-*.csv。",
          english: "Take a posterior-*.csv that fangpin calibrate wrote."))
    }
    var seen: Set<String> = []
    return header.fields.indices.map { place -> Parameter? in
      guard place > 0 else { return nil }
      let name = header.fields[place]
      let parameter = declared.first { $0.name == name }
      if parameter == nil {
        mistakes.add(
          table.place(header, place),
          english: "\(SourceNode.clipped(name)) is no declared parameter.",
          chinese: "\(SourceNode.clipped(name)) 不是已声明的参数。",
          remedy: Spelling.remedy(for: name, among: declared.map(\.name)))
      } else if parameter?.prior == .fixed || parameter?.values.count != 1 {
        mistakes.add(
          table.place(header, place), english: "\(name) has no prior, so it is never drawn.",
          chinese: "\(name) 没有先验分布，不会被抽样。",
          remedy: BilingualText(
            chinese: "请用现在的参数文件重新校准。",
            english: "Calibrate anew with the parameter files as they are."))
      } else if !seen.insert(name).inserted {
        mistakes.add(
          table.place(header, place), english: "\(name) has two columns.", chinese: "\(name) 有两列。")
      }
      return parameter
    }
  }

  private static func number(
    _ row: CSVTable.Row, _ place: Int, _ parameter: Parameter?, _ table: CSVTable,
    _ mistakes: MistakeList
  ) -> Double? {
    let text = row.fields[place]
    let name = parameter?.name ?? "weight"
    guard let value = Double(text), value.isFinite else {
      mistakes.add(
        table.place(row, place),
        english: "\(name) is “\(SourceNode.clipped(text))”, but it must be a number.",
        chinese: "\(name) 是“\(SourceNode.clipped(text))”，应为一个数。")
      return nil
    }
    let valid = place == 0 ? 0...Double.greatestFiniteMagnitude : parameter?.valid
    guard let valid else { return value }
    guard valid.contains(value) else {
      let (low, high) = (
        NumberWords.digits(valid.lowerBound), NumberWords.digits(valid.upperBound)
      )
      let limit =
        place == 0
        ? ("not negative", "不为负") : ("between \(low) and \(high)", "在 \(low) 与 \(high) 之间")
      mistakes.add(
        table.place(row, place), english: "\(name) is \(text), but it must be \(limit.0).",
        chinese: "\(name) 是 \(text)，应\(limit.1)。")
      return nil
    }
    return value
  }
}
