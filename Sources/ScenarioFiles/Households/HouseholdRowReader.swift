import Households

/// Turns a row of a household table into a household, or notes what is wrong with it.
struct HouseholdRowReader {
  private let file: String
  private let titles: [String]
  private let positions: [String: (index: Int, column: HouseholdColumns.Column)]
  private let geography: Geography
  private let places: PlaceNames
  private let mistakes: MistakeList
  private let values: ValueReader

  init(
    header: CSVTable.Row, file: String, columns: [Int: HouseholdColumns.Column],
    geography: Geography,
    places: PlaceNames, mistakes: MistakeList
  ) {
    self.file = file
    titles = header.fields.map(HouseholdHeader.withoutUnit)
    positions = Dictionary(
      uniqueKeysWithValues: columns.map { ($0.value.english, (index: $0.key, column: $0.value)) })
    self.geography = geography
    self.places = places
    self.mistakes = mistakes
    values = ValueReader(mistakes: mistakes)
  }

  /// The household of a row, or `nil` if a field is wrong.
  func record(_ row: CSVTable.Row) -> HouseholdRecord? {
    let before = mistakes.mistakes.count
    var record = HouseholdRecord()
    record.id = UInt32(integer(row, "id") ?? 0)
    record.county = county(row) ?? 0
    record.township = integer(row, "township") ?? 0
    for (index, column) in Self.memberColumns.enumerated() {
      record.members[index] = UInt8(integer(row, column) ?? 0)
    }
    record.workers = integer(row, "workers") ?? 0
    for (stage, name) in ["senior", "vocational", "college"].enumerated() {
      record.students[stage] = UInt8(integer(row, "students_\(name)") ?? 0)
    }
    guard let livelihood = Livelihood(rawValue: UInt8(word(row, "livelihood") ?? 0)),
      let destination = WorkDestination(rawValue: UInt8(word(row, "destination") ?? 0))
    else { preconditionFailure("a column of words has one word for each kind, in order") }
    record.livelihood = livelihood
    record.destination = destination
    record.residence =
      prefecture(row)
      ?? (geography.counties.isEmpty ? 0 : geography.counties[record.county].prefecture)
    record.flags = flags(row, record)
    readMoney(row, into: &record)
    guard mistakes.mistakes.count == before else { return nil }
    checkMembers(record, row)
    record.sourceShares = sourceShares(row)
    record.productShares = productShares(row, record)
    for number in 0..<4 {
      record.traits[number] = SampleHash.uniform(of: record.id ^ Self.traitMasks[number])
    }
    return mistakes.mistakes.count == before ? record : nil
  }

  private static let memberColumns = HouseholdColumns.all.map(\.english).filter {
    $0.hasPrefix("males_") || $0.hasPrefix("females_")
  }
  /// Tell the fixed uniform numbers of a household apart; arbitrary, but never to be changed.
  private static let traitMasks: [UInt32] = [0xA511_E9B3, 0xB5297A4D, 0xC2B2_AE35, 0xD1B5_4A32]

  private func node(_ row: CSVTable.Row, _ name: String) -> SourceNode? {
    guard let position = positions[name] else { return nil }
    let place = Place(file: file, line: row.line, column: row.columns[position.index])
    let text = row.fields[position.index]
    let node = SourceNode(place: place, content: .text(text, isQuoted: false))
    return node.isEmpty && !position.column.isRequired ? nil : node
  }

  private func integer(_ row: CSVTable.Row, _ name: String) -> Int? {
    guard let position = positions[name], let node = node(row, name),
      case .integer(let valid) = position.column.kind
    else { return nil }
    let text = row.fields[position.index]
    if let value = Int(text), valid.contains(value) { return value }
    return values.integer(node, key: title(name), valid: valid)
  }

  private func number(_ row: CSVTable.Row, _ name: String) -> Double? {
    guard let position = positions[name], let node = node(row, name),
      case .number(let valid, let unit) = position.column.kind
    else { return nil }
    let rule = ValueReader.NumberRule(valid: valid, unit: unit, isShare: false)
    return values.number(node, key: title(name), rule: rule)
  }

  private func boolean(_ row: CSVTable.Row, _ name: String, otherwise: Bool) -> Bool {
    guard let node = node(row, name) else { return otherwise }
    if node.text == "1" { return true }
    if node.text == "0" { return false }
    if let value = node.text.flatMap(ValueReader.boolean) { return value }
    values.expected(node, key: title(name), english: "yes or no (or 1 or 0)", chinese: "是或否（或 1、0）")
    return otherwise
  }

  private func word(_ row: CSVTable.Row, _ name: String) -> Int? {
    guard let position = positions[name], let node = node(row, name),
      case .word(let words) = position.column.kind
    else { return nil }
    let text = node.text ?? ""
    if let index = words.firstIndex(where: { $0.english == text || $0.chinese == text }) {
      return index
    }
    let list = words.map { "\($0.chinese) (\($0.english))" }.joined(separator: ", ")
    values.expected(
      node, key: title(name), english: "one of \(list)",
      chinese: "以下之一：" + words.map(\.chinese).joined(separator: "、"))
    return nil
  }

  /// The column as the table's author named it, in the language of the header.
  private func title(_ name: String) -> String { positions[name].map { titles[$0.index] } ?? name }

  private func county(_ row: CSVTable.Row) -> Int? {
    guard let node = node(row, "county_code") else { return nil }
    if let index = places.county(node.text ?? "") { return index }
    values.add(
      node,
      "\(title("county_code")) is \(node.description.english), which is no county of the geography.",
      "县代码 \(node.description.chinese) 不在地理表中。", remedy: places.remedy(for: node.text ?? ""))
    return nil
  }

  private func prefecture(_ row: CSVTable.Row) -> Int? {
    guard let node = node(row, "residence") else { return nil }
    if let index = places.prefecture(node.text ?? "") { return index }
    values.add(
      node,
      "\(title("residence")) is \(node.description.english), which is no prefecture of the geography.",
      "居住市州 \(node.description.chinese) 不在地理表中。")
    return nil
  }

  private func flags(_ row: CSVTable.Row, _ record: HouseholdRecord) -> HouseholdFlags {
    var flags: HouseholdFlags = record.livelihood == .noLabour ? [.noLabour] : []
    if boolean(row, "formerly_poor", otherwise: false) { flags.insert(.formerlyPoor) }
    if boolean(row, "relocated", otherwise: false) { flags.insert(.relocated) }
    if boolean(row, "insured", otherwise: true) { flags.insert(.basicInsurance) }
    if boolean(row, "lives_elsewhere", otherwise: false) { flags.insert(.livesElsewhere) }
    if boolean(row, "older_worker", otherwise: false) { flags.insert(.olderWorker) }
    return flags
  }

  private func readMoney(_ row: CSVTable.Row, into record: inout HouseholdRecord) {
    record.permanentIncome = number(row, "permanent_income") ?? 0
    record.savings = number(row, "savings") ?? 0
    record.assets = number(row, "assets") ?? 0
    record.debt = number(row, "debt") ?? 0
    record.weight = integer(row, "weight") ?? 1
    for name in Self.sources + Self.products { _ = number(row, name) }
  }

  private func checkMembers(_ record: HouseholdRecord, _ row: CSVTable.Row) {
    let first = node(row, Self.memberColumns[0])
    let adults = record.persons - record.persons(ageClass: 0)
    if record.persons == 0, let first {
      values.add(first, "the household has no members.", "此户没有成员。")
    } else if record.workers > adults, let node = node(row, "workers") {
      values.add(
        node,
        "\(title("workers")) is \(record.workers), but the household has \(adults) members over 14.",
        "务工人数是 \(record.workers)，而 15 岁及以上成员只有 \(adults) 人。")
    }
  }

  private static let sources = ["wage", "business", "transfer", "property"].map { "\($0)_income" }
  private static let products = Product.allCases.map { "product_\($0.rawValue)" }

  private func sourceShares(_ row: CSVTable.Row) -> SIMD4<Double> {
    var parts = SIMD4<Double>()
    for (index, name) in Self.sources.enumerated() { parts[index] = number(row, name) ?? 0 }
    guard parts.sum() > 0 else {
      if let node = node(row, Self.sources[0]) {
        values.add(
          node, "the four sources of income are all zero.", "四项收入来源都为零。",
          remedy: BilingualText(
            chinese: "请写金额或占比，例如 0.6、0.2、0.2、0。",
            english: "Write amounts or shares, such as 0.6, 0.2, 0.2, 0."))
      }
      return parts
    }
    return parts / parts.sum()
  }

  private func productShares(_ row: CSVTable.Row, _ record: HouseholdRecord) -> SIMD8<Double> {
    var parts = SIMD8<Double>()
    for (index, name) in Self.products.enumerated() { parts[index] = number(row, name) ?? 0 }
    if parts.sum() == 0 {
      for index in 0..<Product.count {
        parts[index] = geography.counties[record.county].productTilt[index]
      }
    }
    return parts.sum() > 0 ? parts / parts.sum() : parts
  }
}
