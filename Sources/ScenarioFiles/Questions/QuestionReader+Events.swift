import Households

/// Questions in which every package meets every event.
extension QuestionReader {
  /// The baseline as it is written, then the packages; a package may not have the baseline's name.
  func packages(after baseline: ScenarioText?) -> [ScenarioText] {
    guard let baseline else { return scenarioTexts("packages", over: nil) }
    let packages = scenarioTexts("packages", over: baseline)
    for text in packages where text.name == baseline.name {
      mistakes.add(
        text.place, english: "a package is called \(text.name), as the baseline is.",
        chinese: "有一个方案包与基准同名：\(text.name)。",
        remedy: BilingualText(
          chinese: "基准已包括在内；请删除，或另写 name。",
          english: "The baseline is included already: take it out, or write another name."))
    }
    return [baseline] + packages
  }

  /// Every package under every event, none first; `nil` with mistakes noted.
  func scenarios(_ packages: [ScenarioText], under events: [ScenarioText]) -> [[Scenario]]? {
    var rows: [[Scenario]] = []
    for package in packages {
      let row = ([[package]] + events.map { [package, $0] }).compactMap { scenario($0)?.scenario }
      guard row.count == events.count + 1 else { return nil }
      if let first = rows.first?.first,
        row.contains(where: {
          $0.resultYears != first.resultYears || $0.counties != first.counties
        })
      {
        mistakes.add(
          package.place,
          english: "\(package.name) has other years or counties than the baseline.",
          chinese: "\(package.name) 的年份或县与基准不同。")
        return nil
      }
      rows.append(row)
    }
    return rows
  }
}
