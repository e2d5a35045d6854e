import Foundation
import Households

/// Believes a scenario as typed: checks what goes together and fills in what is not written.
struct ScenarioValidation {
  let file: ScenarioFile
  let adoption: RegulationAdoption.Adopted?
  let root: String
  let reader: ScenarioFileReader
  let table: (String, Place) -> [HouseholdRecord]?
  var mistakes: MistakeList { reader.mistakes }

  init(
    file: ScenarioFile, adoption: RegulationAdoption.Adopted?, root: String,
    reader: ScenarioFileReader,
    table: @escaping (String, Place) -> [HouseholdRecord]?
  ) {
    self.file = file
    self.adoption = adoption
    self.root = root
    self.reader = reader
    self.table = table
  }

  /// The scenario, or `nil` with mistakes noted.
  func scenario() -> Scenario? {
    let title = required(file.title, "title", example: "title: {zh: …, en: …}")
    let period = period()
    let population = population()
    let mechanisms = mechanisms()
    checkReach(period: period, counties: population?.counties, mechanisms)
    let rules = AnnualRuleValidation(
      mistakes: mistakes, name: file.name,
      resultYears: period.map { $0.firstResultYear...$0.end.year },
      mechanisms: mechanisms
    ).rules(file.rules?.value ?? [])
    guard let title, let period, let population, mistakes.isEmpty else { return nil }
    let events = EventValidation(mistakes: mistakes, period: period.start...period.end)
      .events(file.events?.value ?? [])
    return Scenario(
      name: URL(fileURLWithPath: file.name).deletingPathExtension().lastPathComponent,
      title: title.value,
      summary: file.summary?.value ?? BilingualText(chinese: "", english: ""),
      start: period.start, end: period.end, firstResultYear: period.firstResultYear,
      parameters: parameters(start: period.start, end: period.end), mechanisms: mechanisms,
      events: events, geography: reader.geography, counties: population.counties,
      populationSource: population.source, places: places(), rules: rules,
      regulation: regulation())
  }

  private func required<Value>(
    _ value: Sourced<Value>?, _ name: String, example: String
  ) -> Sourced<Value>? {
    if value == nil, mistakes.isEmpty {
      mistakes.add(
        Place(file: file.name, line: 1, column: 1), english: "the scenario has no \(name).",
        chinese: "情景缺少 \(name)。",
        remedy: BilingualText(chinese: "请写 \(example)", english: "Write \(example)"))
    }
    return value
  }

  struct Period {
    let start: Month
    let end: Month
    let firstResultYear: Int
  }

  private func period() -> Period? {
    let example = "period: {start: 2022-01, results_from: 2023, end: 2030}"
    guard let start = required(file.start, "period.start", example: example),
      let year = required(file.resultsFrom, "period.results_from", example: example),
      let end = required(file.end, "period.end", example: example)
    else { return nil }
    guard start.value < end.value else {
      mistakes.add(
        end.place, english: "period.end is \(end.value.year), before period.start \(start.value).",
        chinese: "period.end 是 \(end.value.year)，早于 period.start \(start.value)。")
      return nil
    }
    let january = Month(year: year.value, month: 1)
    guard january >= start.value, january <= end.value else {
      mistakes.add(
        year.place,
        english: "period.results_from is \(year.value), but no whole year \(year.value) lies "
          + "between \(start.value) and \(end.value).",
        chinese: "period.results_from 是 \(year.value)，但 \(start.value) 至 \(end.value) 不含完整的"
          + " \(year.value) 年。")
      return nil
    }
    return Period(start: start.value, end: end.value, firstResultYear: year.value)
  }

  private func population() -> (counties: [Int], source: Scenario.PopulationSource)? {
    let everywhere = Array(reader.geography.counties.indices)
    guard let population = file.population else { return (everywhere, .synthetic) }
    switch population.value {
    case .counties(.all): return (everywhere, .synthetic)
    case .counties(.counties(let counties)): return (counties.sorted(), .synthetic)
    case .file(let path):
      guard let rows = table(path, population.place) else { return nil }
      return (Set(rows.map(\.county)).sorted(), .table(rows))
    }
  }

  private func mechanisms() -> [Mechanism: MechanismSetting] {
    var settings: [Mechanism: MechanismSetting] = [:]
    for mechanism in Mechanism.allCases {
      guard let text = file.mechanisms[mechanism] else { continue }
      let setting = setting(text)
      settings[mechanism] = setting
      guard let from = setting.from, let to = setting.to, from > to,
        let place = (text.to ?? text.from)?.place
      else { continue }
      let key = "\(mechanism.section.rawValue).\(mechanism.rawValue)"
      mistakes.add(
        place,
        english: "\(key) ends in \(to), before it begins in \(from).",
        chinese: "\(key) 在 \(to) 结束，早于开始的 \(from)。")
    }
    return settings
  }

  private func setting(_ text: ScenarioFile.MechanismText) -> MechanismSetting {
    var setting = MechanismSetting()
    if let isEnabled = text.isEnabled { setting.isEnabled = isEnabled.value }
    if let scale = text.scale { setting.scale = scale.value }
    if let from = text.from { setting.from = from.value }
    if let to = text.to { setting.to = to.value }
    if case .counties(let counties) = text.places?.value { setting.counties = counties }
    return setting
  }

  private func parameters(start: Month, end: Month) -> Parameters {
    var overrides: [String: Parameters.Override] = [:]
    for parameter in reader.declared {
      guard let typed = file.parameters[parameter.name] else { continue }
      let path: DatedPath
      switch typed.value {
      case .path(let value):
        if parameter.values.count == 1, value == DatedPath(constant: parameter.values[0]) {
          continue
        }
        path = value
      case .twelve(let values):
        if values == parameter.values { continue }
        path = DatedPath(monthly: values, start: start, end: end)
      }
      overrides[parameter.name] = Parameters.Override(path: path, place: shown(typed))
    }
    return Parameters(declared: reader.declared, overrides: overrides)
  }

  /// A place as the report shows it: the file relative to the scenario folder, and the line.
  private func shown(_ place: Place) -> String {
    let absolute = URL(fileURLWithPath: place.file).standardizedFileURL.path
    let prefix = URL(fileURLWithPath: root).standardizedFileURL.path + "/"
    let file =
      absolute.hasPrefix(prefix)
      ? String(absolute.dropFirst(prefix.count))
      : URL(fileURLWithPath: absolute).lastPathComponent
    return "\(file):\(place.line)"
  }

  /// A value's place, with the article that writes it.
  private func shown<Value>(_ value: Sourced<Value>) -> String {
    shown(value.place) + (value.article.map { ", article \($0)" } ?? "")
  }

  /// The adopted regulation, for readers.
  private func regulation() -> AdoptedRegulation? {
    guard let adoption else { return nil }
    let file = shown(Place(file: adoption.draft.file, line: 1, column: 1)).dropLast(2)
    return AdoptedRegulation(
      title: adoption.draft.title, file: String(file), inForce: adoption.inForce,
      articles: adoption.articles)
  }

  private func places() -> [String: String] {
    var places: [String: String] = [:]
    func note<Value>(_ key: String, _ value: Sourced<Value>?) {
      places[key] = value.map { shown($0) }
    }
    note("title", file.title)
    note("summary", file.summary)
    note("period.start", file.start)
    note("period.results_from", file.resultsFrom)
    note("period.end", file.end)
    note("population", file.population)
    note("events", file.events)
    note("rules", file.rules)
    if case .file(let text)? = file.population?.value, let place = file.population?.place {
      let path = ScenarioChain.path(text, relativeTo: place.file)
      places["population.file"] = URL(fileURLWithPath: path).standardizedFileURL.path
    }
    for mechanism in Mechanism.allCases {
      guard let text = file.mechanisms[mechanism] else { continue }
      let key = "\(mechanism.section.rawValue).\(mechanism.rawValue)"
      note("\(key).enabled", text.isEnabled)
      note("\(key).scale", text.scale)
      note("\(key).from", text.from)
      note("\(key).to", text.to)
      note("\(key).places", text.places)
    }
    for parameter in reader.declared {
      note(parameter.scenarioKey, file.parameters[parameter.name])
    }
    return places
  }
}

extension Parameter {
  /// The dotted key under which scenario files write it: `policies.fund.total`, or
  /// `parameters.income.wage_growth`.
  var scenarioKey: String {
    let section = Mechanism(rawValue: theme)?.section.rawValue ?? "parameters"
    return "\(section).\(name)"
  }
}

extension DatedPath {
  /// Twelve values that repeat every year of a period; one step a month.
  init(monthly values: [Double], start: Month, end: Month) {
    self.init(
      steps: (start.ordinal...end.ordinal).map {
        let month = Month(ordinal: $0)
        return Step(from: month == start ? nil : month, value: values[month.month - 1])
      })
  }
}
