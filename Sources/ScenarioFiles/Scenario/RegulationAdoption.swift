import Households

/// Lays the files of a scenario over one another, with the regulation that they adopt between.
///
/// What holds where several write the same: an extended file, then the regulation, then the file
/// that adopts it and those that extend it. The outermost `regulation` replaces the inner ones.
struct RegulationAdoption {
  /// What was adopted.
  struct Adopted: Sendable {
    let draft: RegulationDraft
    let inForce: Month
    let articles: [AdoptedRegulation.Article]
  }

  /// The files, the innermost first.
  let files: [ScenarioFile]
  let declared: [String: Parameter]
  let mistakes: MistakeList

  /// Everything the files write together, or `nil` without files.
  func layered() -> (file: ScenarioFile, adoption: Adopted?)? {
    guard var merged = files.first else { return nil }
    guard let place = files.lastIndex(where: { $0.regulation != nil }),
      case .adopted(let draft, let choice)? = files[place].regulation?.value
    else { return (files.dropFirst().reduce(merged) { $0.extended(by: $1) }, nil) }
    merged = files.prefix(place).reduce(ScenarioFile(name: merged.name)) { $0.extended(by: $1) }
    // The period may be written by the adopting file itself, or by one that extends it.
    let whole = files.dropFirst().reduce(files[0]) { $0.extended(by: $1) }
    var adopted: Adopted?
    if let start = whole.start?.value, let end = whole.end?.value, start < end {
      let layer = RegulationLayer(
        under: merged, draft: draft, choice: choice, period: start...end, declared: declared,
        asked: files[place].regulation?.place,
        isOutermost: place == files.count - 1, mistakes: mistakes)
      (merged, adopted) = layer.applied()
    }
    return (files.suffix(from: place).reduce(merged) { $0.extended(by: $1) }, adopted)
  }
}

/// Applies the articles of a draft to what the files below the regulation write.
struct RegulationLayer {
  let under: ScenarioFile
  let draft: RegulationDraft
  let choice: RegulationChoice
  let period: ClosedRange<Month>
  let declared: [String: Parameter]
  let asked: Place?
  /// Whether the adopting file is the scenario itself; only then are dates held against the period.
  let isOutermost: Bool
  let mistakes: MistakeList

  /// What is written with the articles, and what was adopted.
  func applied() -> (file: ScenarioFile, adopted: RegulationAdoption.Adopted) {
    var file = under
    // An article with a mistake may lack what it was meant to change.
    let isSound = mistakes.isEmpty
    let inForce = choice.inForce ?? draft.inForce
    if isOutermost, !period.contains(inForce.value) {
      reportDate(inForce.value, of: ("the regulation", "条例"), at: inForce.place)
    }
    let shift = inForce.value.ordinal - draft.inForce.value.ordinal
    var articles: [AdoptedRegulation.Article] = []
    for article in draft.articles where choice.adopts(article.number) {
      let date = article.inForce.map { $0.value.advanced(by: shift) } ?? inForce.value
      if isOutermost, let own = article.inForce, period.contains(inForce.value),
        !period.contains(date)
      {
        let name = ("article \(article.number)", "第 \(article.number) 条")
        reportDate(date, of: name, at: own.place)
      }
      if !apply(article, from: date, to: &file), isSound { reportNoEffect(article) }
      articles.append(
        AdoptedRegulation.Article(
          number: article.number, heading: article.heading, text: article.text, inForce: date,
          keys: article.settings?.written(at: article.settingsPlace).map(\.key) ?? []))
    }
    return (
      file, RegulationAdoption.Adopted(draft: draft, inForce: inForce.value, articles: articles)
    )
  }

  private func reportDate(_ date: Month, of name: (String, String), at place: Place) {
    mistakes.add(
      place,
      english: "\(name.0) comes into force in \(date), outside the period "
        + "\(period.lowerBound) – \(period.upperBound).",
      chinese: "\(name.1)于 \(date) 施行，不在模拟期 \(period.lowerBound) – \(period.upperBound) 内。")
  }

  /// Writes what an article sets; whether that changes anything, or nothing was meant to change.
  private func apply(
    _ article: RegulationDraft.Article, from date: Month, to file: inout ScenarioFile
  ) -> Bool {
    guard let settings = article.settings else { return true }
    var changes = false
    for (name, typed) in settings.parameters {
      guard let parameter = declared[name] else { continue }
      guard case .path(let later) = typed.value else {
        reportTwelve(name, at: typed.place)
        changes = true
        continue
      }
      let before = path(of: parameter)
      let path = before.followed(by: later, from: date)
      changes = changes || path != before.joined
      file.parameters[name] = Sourced(
        value: .path(path), place: typed.place, article: article.number)
    }
    for (mechanism, text) in settings.mechanisms {
      let change = change(mechanism, text, article, from: date)
      if let result = change { file.mechanisms[mechanism] = result }
      changes = changes || change != nil
    }
    return changes
  }

  private func reportNoEffect(_ article: RegulationDraft.Article) {
    mistakes.add(
      article.settingsPlace,
      english: "article \(article.number) has no effect: it changes nothing of the scenario that "
        + "adopts it.",
      chinese: "第 \(article.number) 条没有效果：对采用它的情景没有任何改变。",
      remedy: BilingualText(
        chinese: "请写 settings: none，或在采用它的情景中用 without: [\(article.number)] 略去。",
        english: "Write settings: none, or leave it out with without: [\(article.number)]."))
  }

  private func reportTwelve(_ name: String, at place: Place) {
    mistakes.add(
      place, english: "an article cannot set twelve values of \(name), only one number or steps.",
      chinese: "条文不能为 \(name) 写十二个值，只能写一个数或分时段的值。")
  }

  /// The values that a parameter has below the regulation.
  private func path(of parameter: Parameter) -> DatedPath {
    let twelve: [Double]
    switch under.parameters[parameter.name]?.value {
    case .path(let path): return path
    case .twelve(let values): twelve = values
    case nil:
      if parameter.values.count == 1 { return DatedPath(constant: parameter.values[0]) }
      twelve = parameter.values
    }
    return DatedPath(monthly: twelve, start: period.lowerBound, end: period.upperBound)
  }

  /// The mechanism with what an article changes of it; `nil` if that is nothing.
  private func change(
    _ mechanism: Mechanism, _ text: ScenarioFile.MechanismText,
    _ article: RegulationDraft.Article, from date: Month
  ) -> ScenarioFile.MechanismText? {
    let before = under.mechanisms[mechanism]
    let wasOn = before.map { $0.isEnabled?.value ?? true } ?? mechanism.isOnByDefault
    let isOn = (text.isEnabled ?? before?.isEnabled)?.value ?? true
    let place = text.isEnabled?.place ?? article.settingsPlace
    var result = before ?? ScenarioFile.MechanismText()
    var changes = wasOn != isOn
    if !wasOn, isOn {
      result.isEnabled = Sourced(value: true, place: place, article: article.number)
      result.from = Sourced(value: date, place: place, article: article.number)
      result.places = text.places ?? result.places
    } else if wasOn, !isOn {
      let isNever = date <= (before?.from?.value ?? period.lowerBound)
      if isNever {
        result.isEnabled = Sourced(value: false, place: place, article: article.number)
      } else {
        result.to = Sourced(value: date.advanced(by: -1), place: place, article: article.number)
      }
    }
    if wasOn, let places = text.places { reportPlaces(mechanism, at: places.place) }
    if let scale = text.scale {
      let old = before?.scale?.value ?? DatedPath(constant: 1)
      let path = old.followed(by: scale.value, from: date)
      changes = changes || path != old.joined
      result.scale = Sourced(value: path, place: scale.place, article: article.number)
    }
    return changes ? result : nil
  }

  private func reportPlaces(_ mechanism: Mechanism, at place: Place) {
    mistakes.add(
      place,
      english:
        "an article cannot set places of \(mechanism.rawValue), which is in force before it: "
        + "places do not change over time.",
      chinese: "\(mechanism.rawValue) 在条文施行前已经有效，条文不能设定它的 places：地点不随时间变化。")
  }
}
