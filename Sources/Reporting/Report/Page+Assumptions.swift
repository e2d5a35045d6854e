import Households

extension Page {
  /// What the figures rest on: overridden numbers, changed mechanisms, events, weak numbers.
  var assumptionsSection: Markup {
    section(
      .assumptionsHeading, id: "assumptions",
      [settings, weakNumbers])
  }

  /// What the author set: overridden numbers, changed mechanisms, events.
  var settings: Markup { Markup([overrides, mechanisms, events]) }

  /// Every number that is an assumption or recalled, and how many they are.
  var weakNumbers: Markup { Markup([weakCount, weakTable]) }

  private var parameters: Parameters { content.scenario.parameters }

  private var overrides: Markup {
    let changed = parameters.overrides.sorted { $0.key < $1.key }
    guard !changed.isEmpty else { return "<p>\(say(.noOverrides))</p>\n" }
    return ReportTable(
      caption: say(.overridesCaption),
      header: [
        say(.name), say(.meaning), say(.value), say(.declaredValue), say(.unit), say(.place),
      ],
      rows: changed.map { name, override in
        let declared = parameters.declaration(of: name)
        return [
          "<code>\(name)</code>", "\(declared?.meaning[language] ?? "")",
          "<b>\(text(of: override.path))</b>", "\(declared.map(valueText) ?? "")",
          "\(declared?.unit ?? "")", "<code>\(override.place)</code>",
        ]
      }, wordColumns: 6, style: "dense numbers"
    ).markup
  }

  /// A value over time, such as `0.5; from 2026-01: 0.6`.
  private func text(of path: DatedPath) -> String {
    path.steps.map { step in
      guard let from = step.from else { return NumberText.plain(step.value) }
      return say(
        .fromMonth, ["month": from.description, "value": NumberText.plain(step.value)])
    }.joined(separator: "; ")
  }

  private func valueText(_ parameter: Parameter) -> String {
    let values = parameter.values.map(NumberText.brief).joined(separator: " / ")
    return parameter.values.count == 12 ? values + " " + say(.valuesOfMonths) : values
  }

  private var mechanisms: Markup {
    let items: [Markup] = Mechanism.allCases.compactMap { mechanism in
      let changes = changes(of: mechanism, content.scenario.setting(of: mechanism))
      guard !changes.isEmpty else { return nil }
      let text = changes.joined(separator: "; ")
      return """
        <li>\(mechanism.name[language]): \(text) \(places(of: mechanism))</li>

        """
    }
    let list: Markup =
      items.isEmpty ? "<p>\(say(.allMechanismsOn))</p>\n" : "<ul>\n\(items)</ul>\n"
    return "<h3>\(say(.mechanismsHeading))</h3>\n\(list)"
  }

  /// Where the author wrote the setting of a mechanism.
  private func places(of mechanism: Mechanism) -> Markup {
    let key = "\(mechanism.section.rawValue).\(mechanism.rawValue)"
    let places = content.scenario.places.filter { $0.key == key || $0.key.hasPrefix(key + ".") }
    guard !places.isEmpty else { return "" }
    return "<code>\(Set(places.values).sorted().joined(separator: ", "))</code>"
  }

  private func changes(of mechanism: Mechanism, _ setting: MechanismSetting) -> [String] {
    guard setting.isEnabled else { return mechanism.isOnByDefault ? [say(.switchedOff)] : [] }
    var changes = mechanism.isOnByDefault ? [] : [say(.switchedOn)]
    if setting.scale != DatedPath(constant: 1) {
      changes.append(say(.scaled, ["value": text(of: setting.scale)]))
    }
    if setting.from != nil || setting.to != nil {
      changes.append(period(from: setting.from, to: setting.to))
    }
    if let counties = setting.counties {
      changes.append(say(.limitedTo, ["count": String(counties.count)]))
    }
    return changes
  }

  private func period(from: Month?, to: Month?) -> String {
    say(
      .fromTo,
      [
        "from": from?.description ?? say(.runStart), "to": to?.description ?? say(.runEnd),
      ])
  }

  private var events: Markup {
    guard !content.scenario.events.isEmpty else { return "" }
    let items: [Markup] = content.scenario.events.map { event in
      let place =
        event.counties.map { say(.limitedTo, ["count": String($0.count)]) } ?? say(.everywhere)
      return "<li>\(event.title): \(period(from: event.from, to: event.to)), \(place)</li>\n"
    }
    return "<h3>\(say(.eventsHeading))</h3>\n<ul>\n\(items)</ul>\n"
  }

  private var weak: [Parameter] {
    parameters.declared.filter { $0.origin == .assumption || $0.origin == .recalled }
  }

  private var weakCount: Markup {
    let (all, count) = (parameters.declared.count, weak.count)
    let share = all > 0 ? Double(count) / Double(all) : .nan
    return """
      <p>\(say(.assumptionsCount, [
        "all": String(all), "weak": String(count),
        "share": NumberText.percent(share, decimals: 0),
      ]))</p>

      """
  }

  private var weakTable: Markup {
    guard !weak.isEmpty else { return "" }
    return ReportTable(
      caption: say(.assumptionsCaption),
      header: [say(.meaning), say(.value), say(.sourceOfNumber)],
      rows: weak.map { parameter in
        [
          "\(parameter.meaning[language]) <code>\(parameter.name)</code>",
          "\(valueText(parameter)) \(parameter.unit)", "\(parameter.source)",
        ]
      }, wordColumns: 3, style: "dense weak"
    ).markup
  }
}
