import Households

/// Finds counties and prefectures by code, full name, short name or group.
struct PlaceNames: Sendable {
  /// A set of counties; `all` where the whole province is meant.
  enum Match: Sendable, Equatable {
    case all
    case counties(Set<Int>)
  }

  /// The peoples in official names of autonomous units, which are left out in everyday speech.
  private static let peoples = [
    "布依族", "苗族", "侗族", "彝族", "回族", "仡佬族", "水族", "土家族", "自治",
  ]
  private let geography: Geography
  private var counties: [String: Int] = [:]
  private var prefectures: [String: Int] = [:]

  init(_ geography: Geography) {
    self.geography = geography
    for (index, county) in geography.counties.enumerated() {
      for name in Self.names(county.name, code: county.code) { counties[name] = index }
    }
    for (index, prefecture) in geography.prefectures.enumerated() {
      for name in Self.names(prefecture.name, code: prefecture.code) { prefectures[name] = index }
      prefectures[prefecture.latinName.lowercased()] = index
    }
  }

  /// Names that mean groups of counties.
  static let groups = ["all", "formerly_poor", "key_counties"]

  /// The counties that a text names, or `nil` if it names none.
  func match(_ text: String) -> Match? {
    let word = text.trimmed
    switch word.lowercased() {
    case "all", "全省", "贵州省", "\(Geography.provinceCode)": return .all
    case "formerly_poor", "脱贫县": return .counties(indices { $0.isFormerlyPoor })
    case "key_counties", "重点帮扶县": return .counties(indices { $0.isKeyCounty })
    default: break
    }
    if let county = county(word) { return .counties([county]) }
    if let prefecture = prefecture(word) {
      return .counties(indices { $0.prefecture == prefecture })
    }
    return nil
  }

  /// The index of a county.
  func county(_ text: String) -> Int? { counties[text] ?? counties[Self.short(text)] }

  /// The index of a prefecture.
  func prefecture(_ text: String) -> Int? {
    prefectures[text] ?? prefectures[Self.short(text)] ?? prefectures[text.lowercased()]
  }

  /// The remedy for a name that is unknown.
  func remedy(for text: String) -> BilingualText? {
    let isCode = text.allSatisfy(\.isASCIIDigit)
    var names = isCode ? [] : Self.groups
    names += geography.prefectures.map { isCode ? "\($0.code)" : $0.name }
    names += geography.counties.map { isCode ? "\($0.code)" : $0.name }
    if let nearest = Spelling.nearest(to: text, among: names) {
      return BilingualText(chinese: "您是不是想写 \(nearest)？", english: "Did you mean \(nearest)?")
    }
    return BilingualText(
      chinese: "可写贵州县级单位或市州的名称或代码，或 all、formerly_poor、key_counties。",
      english: "Write a county or prefecture of Guizhou by name or code, or all, formerly_poor, "
        + "key_counties.")
  }

  private func indices(where belongs: (County) -> Bool) -> Set<Int> {
    Set(geography.counties.indices.filter { belongs(geography.counties[$0]) })
  }

  private static func names(_ name: String, code: Int) -> [String] {
    let everyday = short(name)
    var names = [name, everyday, "\(code)"]
    for suffix in ["特区", "市", "县", "区", "州"] where everyday.hasSuffix(suffix) {
      let stem = String(everyday.dropLast(suffix.count))
      if stem.count >= 2 { names.append(stem) }
      break
    }
    return names
  }

  /// 威宁县 for 威宁彝族回族苗族自治县.
  private static func short(_ name: String) -> String {
    guard name.contains("自治") else { return name }
    var result = name
    for people in peoples { result = result.replacing(people, with: "") }
    return result
  }
}
