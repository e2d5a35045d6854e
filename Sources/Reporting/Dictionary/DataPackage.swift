import Households

/// A Frictionless data package (version 1 of the specification): what `datapackage.json` says.
///
/// Titles and descriptions stand in one language where the specification puts them, and in both beside it in
/// properties that end in `_zh` and `_en`.
struct DataPackage: Encodable {
  struct Licence: Encodable {
    let name, path, title: String
  }
  struct Source: Encodable {
    let title: String
    let path: String?
  }
  struct Constraints: Encodable {
    let required: Bool?
    let minimum, maximum: Double?
    let `enum`: [String]?
  }
  /// What a value of a column means.
  struct ValueMeaning: Encodable {
    let value: String
    let zh, en: String
  }
  struct Field: Encodable {
    let name, type: String
    let unit: String?
    let description, description_zh, description_en: String
    let constraints: Constraints?
    let trueValues, falseValues: [String]?
    let values: [ValueMeaning]?
  }
  struct ForeignKey: Encodable {
    struct Reference: Encodable {
      let resource: String
      let fields: [String]
    }
    let fields: [String]
    let reference: Reference
  }
  struct Schema: Encodable {
    let fields: [Field]
    let missingValues: [String]
    let primaryKey: [String]
    let foreignKeys: [ForeignKey]?
  }
  struct Resource: Encodable {
    let name, path, profile: String
    let title, title_zh, title_en: String
    let description, description_zh, description_en: String
    let format, mediatype, encoding, hash: String
    let bytes, rows: Int
    let schema: Schema
  }
  /// A scenario of the export, by its digests.
  struct ScenarioEntry: Encodable {
    let name, scenarioDigest, parametersDigest, populationDigest, runDigest, outcomesDigest: String
  }
  /// Which households were followed.
  struct PanelEntry: Encodable {
    let households, replications: Int
    let years, months: [Int]
  }
  /// What made the tables.
  struct Program: Encodable {
    let name, version, exportDigest: String
    let seed: UInt64
    let replications: Int
    let sample: Double
    let households: Int
    let scenarios: [ScenarioEntry]
    let panel: PanelEntry?
  }

  let name, profile: String
  let title, title_zh, title_en: String
  let description, description_zh, description_en: String
  let version: String
  let licenses: [Licence]
  let sources: [Source]
  let keywords: [String]
  let fangpin: Program
  let resources: [Resource]
}

extension DataPackage.Resource {
  /// The entry of a table whose text is known.
  init(_ schema: TableSchema, text: String, digest: String, language: Language) {
    name = schema.name
    path = schema.file
    profile = "tabular-data-resource"
    title = schema.title[language]
    (title_zh, title_en) = (schema.title.chinese, schema.title.english)
    description = schema.about[language]
    (description_zh, description_en) = (schema.about.chinese, schema.about.english)
    (format, mediatype, encoding) = ("csv", "text/csv", "utf-8")
    hash = "sha256:" + digest
    bytes = text.utf8.count
    // No cell of the tables has a line feed.
    rows = text.utf8.count { $0 == UInt8(ascii: "\n") } - 1
    self.schema = DataPackage.Schema(schema, language: language)
  }
}

extension DataPackage.Schema {
  init(_ schema: TableSchema, language: Language) {
    fields = schema.fields.map { DataPackage.Field($0, language: language) }
    missingValues = [""]
    primaryKey = schema.primaryKey
    let keys = schema.references.map { reference in
      DataPackage.ForeignKey(
        fields: [reference.field],
        reference: .init(resource: reference.table, fields: [reference.key]))
    }
    foreignKeys = keys.isEmpty ? nil : keys
  }
}

extension DataPackage.Field {
  init(_ field: TableField, language: Language) {
    name = field.name
    type = field.kind.rawValue
    unit = field.unit
    description = field.meaning[language]
    (description_zh, description_en) = (field.meaning.chinese, field.meaning.english)
    constraints = DataPackage.Constraints(
      required: field.isRequired ? true : nil, minimum: field.minimum, maximum: field.maximum,
      enum: field.values.isEmpty ? nil : field.values.map(\.name))
    let isFlag = field.kind == .boolean
    (trueValues, falseValues) = isFlag ? (["1"], ["0"]) : (nil, nil)
    let known = field.values.compactMap { value in
      value.meaning.map {
        DataPackage.ValueMeaning(value: value.name, zh: $0.chinese, en: $0.english)
      }
    }
    values = known.isEmpty ? nil : known
  }
}
