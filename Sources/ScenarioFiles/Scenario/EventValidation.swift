import Households

/// Checks events against the period and against one another.
struct EventValidation {
  let mistakes: MistakeList
  let period: ClosedRange<Month>

  /// The events as the model takes them.
  func events(_ texts: [ScenarioFile.EventText]) -> [StressEvent] {
    let events = texts.map(event)
    for (index, text) in texts.enumerated() {
      checkPeriod(events[index], at: text.place)
      for earlier in 0..<index where overlap(events[earlier], events[index]) {
        reportOverlap(events[index], at: text.place, earlier: texts[earlier])
      }
    }
    return events
  }

  private func event(_ text: ScenarioFile.EventText) -> StressEvent {
    var counties: Set<Int>?
    if case .counties(let set) = text.counties { counties = set }
    return StressEvent(
      kind: text.kind, from: text.from, to: max(text.from, text.to ?? period.upperBound),
      counties: counties, title: text.title)
  }

  private func checkPeriod(_ event: StressEvent, at place: Place) {
    guard !period.contains(event.from) || !period.contains(event.to) else { return }
    let months = event.from == event.to ? "\(event.from)" : "\(event.from) – \(event.to)"
    mistakes.add(
      place,
      english: "the event “\(event.title)” (\(months)) lies outside the period "
        + "\(period.lowerBound) – \(period.upperBound).",
      chinese: "事件“\(event.title)”（\(months)）超出模拟期 \(period.lowerBound) – \(period.upperBound)。")
  }

  private func overlap(_ a: StressEvent, _ b: StressEvent) -> Bool {
    guard a.from <= b.to, b.from <= a.to else { return false }
    if let first = a.counties, let second = b.counties, first.isDisjoint(with: second) {
      return false
    }
    switch (a.kind, b.kind) {
    case (.drought, .drought), (.flood, .flood), (.returnOfMigrants, .returnOfMigrants),
      (.epidemic, .epidemic):
      return true
    case (.price(let first, _), .price(let second, _)): return first == second
    default: return false
    }
  }

  private func reportOverlap(
    _ event: StressEvent, at place: Place, earlier: ScenarioFile.EventText
  ) {
    mistakes.add(
      place,
      english: "the event “\(event.title)” overlaps “\(earlier.title)” of line "
        + "\(earlier.place.line) in time and place.",
      chinese: "事件“\(event.title)”与第 \(earlier.place.line) 行的“\(earlier.title)”在时间和地点上重叠。",
      remedy: BilingualText(
        chinese: "请合并为一个事件，或改变月份或地点。",
        english: "Make one event of them, or change the months or the places."))
  }
}
