import Households

/// Writes a scenario out in full: every value that holds, with the place it came from.
public enum ResolvedScenario {
  /// A scenario file that extends nothing and gives an equal scenario when it is loaded again.
  ///
  /// Every value has its origin as a comment: file and line of the scenario, or parameter file.
  /// The order is fixed, so equal scenarios give equal texts.
  public static func yaml(_ scenario: Scenario) -> String {
    ResolvedWriter(scenario: scenario, hasComments: true).text(withTitles: true)
  }

  /// What decides the results, without titles, comments or paths: the text to digest and compare.
  ///
  /// Household tables enter as a fingerprint of their rows.
  public static func content(_ scenario: Scenario) -> String {
    ResolvedWriter(scenario: scenario, hasComments: false).text(withTitles: false)
  }
}

struct ResolvedWriter {
  let scenario: Scenario
  let hasComments: Bool
  /// The declared numbers by the first part of their names.
  private let byTheme: [String: [Parameter]]

  init(scenario: Scenario, hasComments: Bool) {
    self.scenario = scenario
    self.hasComments = hasComments
    byTheme = Dictionary(grouping: scenario.parameters.declared, by: \.theme)
  }

  func text(withTitles: Bool) -> String {
    var lines: [String] = []
    if withTitles {
      lines.append(line("title", bilingual(scenario.title), from: "title"))
      if !scenario.summary.chinese.isEmpty || !scenario.summary.english.isEmpty {
        lines.append(line("summary", bilingual(scenario.summary), from: "summary"))
      }
    }
    lines += regulation()
    lines.append("period:")
    lines.append(line("  start", "\(scenario.start)", from: "period.start"))
    lines.append(line("  results_from", "\(scenario.firstResultYear)", from: "period.results_from"))
    lines.append(line("  end", "\(scenario.end.year)", from: "period.end"))
    lines += population()
    for section in Mechanism.Section.allCases { lines += mechanisms(of: section) }
    let others = scenario.parameters.declared.filter { Mechanism(rawValue: $0.theme) == nil }
    lines += ["parameters:"] + others.map { parameter($0, key: $0.name, indent: "  ") }
    if others.isEmpty { lines[lines.count - 1] = "parameters: {}" }
    return (lines + events() + rules()).joined(separator: "\n") + "\n"
  }

  private func line(_ key: String, _ value: String, from place: String) -> String {
    "\(key): \(value)" + comment(scenario.places[place])
  }

  func comment(_ text: String?) -> String {
    guard hasComments, let text else { return "" }
    return "  # \(text)"
  }

  func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  func bilingual(_ text: BilingualText) -> String {
    "{zh: \(quoted(text.chinese)), en: \(quoted(text.english))}"
  }

  private func population() -> [String] {
    if case .table(let rows) = scenario.populationSource {
      guard hasComments else { return ["population: {table: \(fingerprint(rows))}"] }
      let path = scenario.places["population.file"] ?? "households.csv"
      return ["population:", line("  file", quoted(path), from: "population")]
    }
    let codes = scenario.counties.map { scenario.geography.counties[$0].code }
    let isAll = codes.count == scenario.geography.counties.count
    return ["population:", line("  counties", isAll ? "all" : "\(codes)", from: "population")]
  }

  /// FNV-1a over everything a row says; equal rows give equal fingerprints on every machine.
  private func fingerprint(_ rows: [HouseholdRecord]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ word: UInt64) { hash = (hash ^ word) &* 0x100_0000_01B3 }
    for row in rows {
      mix(UInt64(row.id))
      mix(UInt64(scenario.geography.counties[row.county].code))
      for number in [
        row.township, row.workers, Int(row.livelihood.rawValue), Int(row.destination.rawValue),
        row.residence, Int(row.flags.rawValue), row.weight,
      ] { mix(UInt64(number)) }
      for index in 0..<8 { mix(UInt64(row.members[index])) }
      for index in 0..<3 { mix(UInt64(row.students[index])) }
      for number in [row.permanentIncome, row.savings, row.assets, row.debt] {
        mix(number.bitPattern)
      }
      for index in 0..<4 { mix(row.sourceShares[index].bitPattern) }
      for index in 0..<8 { mix(row.productShares[index].bitPattern) }
    }
    return "\(rows.count)-" + String(hash, radix: 16)
  }

  private func mechanisms(of section: Mechanism.Section) -> [String] {
    var lines = ["\(section.rawValue):"]
    for mechanism in Mechanism.allCases where mechanism.section == section {
      let setting = scenario.setting(of: mechanism)
      let key = "\(section.rawValue).\(mechanism.rawValue)"
      lines.append("  \(mechanism.rawValue):")
      lines.append(line("    enabled", "\(setting.isEnabled)", from: "\(key).enabled"))
      lines.append(line("    scale", path(setting.scale), from: "\(key).scale"))
      lines.append(line("    from", setting.from?.description ?? "start", from: "\(key).from"))
      lines.append(line("    to", setting.to?.description ?? "end", from: "\(key).to"))
      lines.append(line("    places", places(setting.counties), from: "\(key).places"))
      for own in byTheme[mechanism.rawValue] ?? [] {
        let quantity = String(own.name.dropFirst(mechanism.rawValue.count + 1))
        lines.append(parameter(own, key: quantity, indent: "    "))
      }
    }
    return lines
  }

  private func places(_ counties: Set<Int>?) -> String {
    guard let counties else { return "all" }
    return "\(counties.sorted().map { scenario.geography.counties[$0].code })"
  }

  private func path(_ path: DatedPath) -> String {
    if path.steps.count == 1 { return NumberWords.digits(path.steps[0].value) }
    let steps = path.steps.map {
      "{from: \($0.from?.description ?? "start"), value: \(NumberWords.digits($0.value))}"
    }
    return "[\(steps.joined(separator: ", "))]"
  }

  private func parameter(_ parameter: Parameter, key: String, indent: String) -> String {
    if let override = scenario.parameters.overrides[parameter.name] {
      return "\(indent)\(key): \(value(of: override.path))" + comment(override.place)
    }
    let numbers = parameter.values.map(NumberWords.digits)
    let value = numbers.count == 1 ? numbers[0] : "[\(numbers.joined(separator: ", "))]"
    return "\(indent)\(key): \(value)" + comment("\(parameter.file) (\(parameter.origin.rawValue))")
  }

  /// Twelve numbers where a path repeats every year, as written; otherwise its steps.
  private func value(of path: DatedPath) -> String {
    guard path.steps.count > 12, scenario.monthCount >= 12 else { return self.path(path) }
    var months = [Double](repeating: 0, count: 12)
    for offset in 0..<12 {
      let month = scenario.start.advanced(by: offset)
      months[month.month - 1] = path.value(at: month)
    }
    let repeated = DatedPath(monthly: months, start: scenario.start, end: scenario.end)
    guard repeated == path else { return self.path(path) }
    return "[\(months.map(NumberWords.digits).joined(separator: ", "))]"
  }

  private func events() -> [String] {
    guard !scenario.events.isEmpty else {
      return ["events: []" + comment(scenario.places["events"])]
    }
    return ["events:" + comment(scenario.places["events"])]
      + scenario.events.map { event in
        let own =
          switch event.kind {
          case .drought(let severity): ("drought", "severity: \(NumberWords.digits(severity))")
          case .flood(let footprint): ("flood", "footprint: \(NumberWords.digits(footprint))")
          case .price(let product, let change):
            ("price", "product: \(product.rawValue), change: \(NumberWords.digits(change))")
          case .returnOfMigrants(let share):
            ("return_of_migrants", "share: \(NumberWords.digits(share))")
          case .epidemic(let admissions, let returning, let closure):
            (
              "epidemic",
              "admissions: \(NumberWords.digits(admissions)), "
                + "return_share: \(NumberWords.digits(returning)), "
                + "market_closure: \(NumberWords.digits(closure))"
            )
          }
        let title = hasComments ? ", title: \(quoted(event.title))" : ""
        return "  - {\(own.0): {\(own.1), from: \(event.from), to: \(event.to), "
          + "places: \(places(event.counties))\(title)}}"
      }
  }
}
