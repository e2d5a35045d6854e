import Households

/// A draft of a regulation as its authors typed it.
struct RegulationDraft: Sendable {
  /// An article and what it changes.
  struct Article: Sendable {
    let number: Int
    let heading: BilingualText
    let text: String
    /// Its own date in force; `nil` for that of the regulation.
    let inForce: Sourced<Month>?
    /// What it changes; `nil` where a household model cannot express it.
    let settings: ScenarioFile?
    /// Where its number is written.
    let place: Place
    /// Where its settings are written.
    let settingsPlace: Place
  }

  /// File as the adopting scenario named it.
  let file: String
  let title: BilingualText
  let inForce: Sourced<Month>
  let articles: [Article]
}

/// What a scenario adopts of a draft.
struct RegulationChoice: Sendable {
  /// The articles left out.
  var without: [Sourced<Int>] = []
  /// The articles adopted; `nil` for all.
  var only: [Sourced<Int>]?
  /// A date in force other than the draft's.
  var inForce: Sourced<Month>?

  /// Whether an article is adopted.
  func adopts(_ number: Int) -> Bool {
    if let only { return only.contains { $0.value == number } }
    return !without.contains { $0.value == number }
  }
}
