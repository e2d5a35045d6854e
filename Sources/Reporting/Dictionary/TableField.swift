import Households

/// A column of a table: its name, what it holds, and what it may hold.
///
/// Tables take their headers from here and the data dictionary its entries, so the two cannot part.
struct TableField: Sendable {
  /// Types of Frictionless' Table Schema that the tables use.
  enum Kind: String, Sendable {
    case integer, number, string, boolean, yearmonth
  }

  /// A value that a column may hold, with what it means.
  struct Value: Sendable {
    let name: String
    let meaning: BilingualText?
  }

  let name: String
  let kind: Kind
  let unit: String?
  let meaning: BilingualText
  /// Whether no cell is empty.
  var isRequired: Bool
  var minimum: Double?
  var maximum: Double?
  /// Values that may occur; empty for any.
  var values: [Value] = []

  init(
    _ name: String, _ kind: Kind, unit: String? = nil, _ chinese: String, _ english: String,
    isRequired: Bool = true, _ range: (Double?, Double?) = (nil, nil), values: [Value] = []
  ) {
    self.name = name
    self.kind = kind
    self.unit = unit
    meaning = BilingualText(chinese: chinese, english: english)
    self.isRequired = isRequired
    (minimum, maximum) = range
    self.values = values
  }

  /// A figure, whose cell is empty where there is none.
  static func figure(
    _ name: String, unit: String?, _ chinese: String, _ english: String,
    _ range: (Double?, Double?) = (nil, nil)
  ) -> TableField {
    TableField(name, .number, unit: unit, chinese, english, isRequired: false, range)
  }

  /// A whole number that is always there.
  static func count(
    _ name: String, unit: String?, _ chinese: String, _ english: String,
    _ range: (Double?, Double?) = (0, nil)
  ) -> TableField {
    TableField(name, .integer, unit: unit, chinese, english, range)
  }

  /// Yes or no, written 1 or 0.
  static func flag(_ name: String, _ chinese: String, _ english: String) -> TableField {
    TableField(name, .boolean, chinese, english)
  }

  /// A word of a list.
  static func word(
    _ name: String, _ chinese: String, _ english: String, _ values: [Value],
    isRequired: Bool = true
  ) -> TableField {
    TableField(name, .string, chinese, english, isRequired: isRequired, values: values)
  }
}

extension TableField.Value {
  /// A value and its meaning.
  init(_ name: String, _ chinese: String, _ english: String) {
    self.init(name: name, meaning: BilingualText(chinese: chinese, english: english))
  }

  /// A value that means what a word of the reports says.
  init(_ name: String, _ word: Word) {
    self.init(name, word.said(in: .chinese), word.said(in: .english))
  }
}
