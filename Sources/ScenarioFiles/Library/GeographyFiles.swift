import Households

/// Reads `prefectures.csv` and `counties.csv`.
struct GeographyFiles {
  private let mistakes: MistakeList
  private let values: ValueReader
  private let rows: NamedRows

  init(mistakes: MistakeList) {
    self.mistakes = mistakes
    values = ValueReader(mistakes: mistakes)
    rows = NamedRows(mistakes: mistakes)
  }

  /// The units in a folder, each list in order of code.
  func geography(folder: String, name: String) -> Geography {
    let prefectureRows = rows.read(folder, name, "prefectures.csv", Self.prefectureHeader)
    let prefectures = prefectureRows.compactMap(prefecture).sorted { $0.code < $1.code }
    let countyRows = rows.read(folder, name, "counties.csv", Self.countyHeader)
    let counties = countyRows.compactMap { county($0, prefectures) }.sorted { $0.code < $1.code }
    for (rows, codes) in [
      (prefectureRows, prefectures.map(\.code)), (countyRows, counties.map(\.code)),
    ] {
      let repeated = Set(zip(codes, codes.dropFirst()).filter { $0 == $1 }.map(\.0))
      for row in rows where repeated.contains(Int(row["code"].text ?? "") ?? 0) {
        values.add(row["code"], "this code is written twice.", "此代码重复。")
      }
    }
    return Geography(prefectures: prefectures, counties: counties)
  }

  private static let prefectureHeader = [
    "code", "name", "latin_name", "income_index", "formerly_poor_share",
  ]
  private static let countyHeader =
    [
      "code", "name", "prefecture_code", "formerly_poor", "delisted_year", "key_county",
      "rural_population", "share_elderly", "share_children", "share_farming", "schooling_years",
      "drought_exposure", "latitude", "longitude",
    ] + Product.allCases.map { "tilt_\($0.rawValue)" }

  private func number(
    _ row: NamedRow, _ name: String, _ valid: ClosedRange<Double>
  ) -> Double? {
    let isShare = name.contains("share")
    return values.number(
      row[name], key: name,
      rule: .init(valid: valid, unit: isShare ? "share" : "number", isShare: isShare))
  }

  private func prefecture(_ row: NamedRow) -> Prefecture? {
    guard let code = values.integer(row["code"], key: "code", valid: 520_000...529_999),
      let name = values.text(row["name"], key: "name"),
      let latinName = values.text(row["latin_name"], key: "latin_name"),
      let income = number(row, "income_index", 0.1...10),
      let share = number(row, "formerly_poor_share", 0...1)
    else { return nil }
    return Prefecture(
      code: code, name: name, latinName: latinName, incomeIndex: income, formerlyPoorShare: share)
  }

  private func county(_ row: NamedRow, _ prefectures: [Prefecture]) -> County? {
    let year = row["delisted_year"]
    guard let code = values.integer(row["code"], key: "code", valid: 520_000...529_999),
      let name = values.text(row["name"], key: "name"),
      let prefecture = prefecture(row["prefecture_code"], among: prefectures),
      let isFormerlyPoor = flag(row, "formerly_poor"), let isKeyCounty = flag(row, "key_county"),
      let population = number(row, "rural_population", 0...1e7),
      let elderly = number(row, "share_elderly", 0...1),
      let children = number(row, "share_children", 0...1),
      let farming = number(row, "share_farming", 0...1),
      let schooling = number(row, "schooling_years", 0...20),
      let exposure = number(row, "drought_exposure", 0...10),
      let latitude = number(row, "latitude", 24...30),
      let longitude = number(row, "longitude", 103...110)
    else { return nil }
    let tilt = Product.allCases.compactMap { number(row, "tilt_\($0.rawValue)", 0...1000) }
    guard tilt.count == Product.count else { return nil }
    let delisted =
      year.isEmpty ? nil : values.integer(year, key: "delisted_year", valid: MonthText.years)
    return County(
      code: code, name: name, prefecture: prefecture, isFormerlyPoor: isFormerlyPoor,
      delistedYear: delisted, isKeyCounty: isKeyCounty, ruralPopulation: population,
      shareElderly: elderly, shareChildren: children, shareFarming: farming,
      schoolingYears: schooling, droughtExposure: exposure, latitude: latitude,
      longitude: longitude, productTilt: tilt)
  }

  private func prefecture(_ node: SourceNode, among prefectures: [Prefecture]) -> Int? {
    if let index = prefectures.firstIndex(where: { "\($0.code)" == node.text }) { return index }
    values.add(
      node, "\(node.text ?? "") is no prefecture of prefectures.csv.",
      "\(node.text ?? "") 不是 prefectures.csv 中的市州。")
    return nil
  }

  private func flag(_ row: NamedRow, _ name: String) -> Bool? {
    switch row[name].text {
    case "1": true
    case "0": false
    default: values.boolean(row[name], key: name)
    }
  }
}
