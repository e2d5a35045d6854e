import Households

/// A scenario as its authors typed it, with places; what is not written is `nil`.
///
/// Single values are checked, but whether they go together is not yet known.
struct ScenarioFile: Sendable {
  /// Which households are simulated.
  enum PopulationText: Sendable {
    case counties(PlaceNames.Match)
    case file(String)
  }

  /// How a mechanism is set; its numbers are among the parameters.
  struct MechanismText: Sendable {
    var isEnabled: Sourced<Bool>?
    var scale: Sourced<DatedPath>?
    var from: Sourced<Month?>?
    var to: Sourced<Month?>?
    var places: Sourced<PlaceNames.Match>?
  }

  /// The value of a parameter.
  enum ParameterText: Sendable {
    case path(DatedPath)
    /// One value a calendar month, January first.
    case twelve([Double])
  }

  /// An event; `to` is `nil` for the default of its kind.
  struct EventText: Sendable {
    let kind: StressEvent.Kind
    let from: Month
    let to: Month?
    let counties: PlaceNames.Match
    let title: String
    let place: Place
  }

  /// The regulation that a scenario adopts.
  enum RegulationText: Sendable {
    /// None, although the extended file may adopt one.
    case none
    case adopted(RegulationDraft, RegulationChoice)
  }

  /// A rule and where it and its mechanism are written.
  struct RuleText: Sendable {
    let rule: AnnualRule
    let place: Place
    let mechanismPlace: Place
  }

  /// File as the user named it.
  var name: String
  var extends: Sourced<String>?
  var title: Sourced<BilingualText>?
  var summary: Sourced<BilingualText>?
  var start: Sourced<Month>?
  var resultsFrom: Sourced<Int>?
  var end: Sourced<Month>?
  var population: Sourced<PopulationText>?
  var mechanisms: [Mechanism: MechanismText] = [:]
  var parameters: [String: Sourced<ParameterText>] = [:]
  var events: Sourced<[EventText]>?
  var regulation: Sourced<RegulationText>?
  var rules: Sourced<[RuleText]>?

  init(name: String) { self.name = name }

  /// This file with everything that another one, which extends it, writes differently.
  ///
  /// Mechanisms are joined key by key; lists (events, rules, places, steps) are replaced as a whole.
  func extended(by child: ScenarioFile) -> ScenarioFile {
    var result = child
    result.title = child.title ?? title
    result.summary = child.summary ?? summary
    result.start = child.start ?? start
    result.resultsFrom = child.resultsFrom ?? resultsFrom
    result.end = child.end ?? end
    result.population = child.population ?? population
    result.events = child.events ?? events
    result.regulation = child.regulation ?? regulation
    result.rules = child.rules ?? rules
    result.parameters = parameters.merging(child.parameters) { $1 }
    result.mechanisms = mechanisms.merging(child.mechanisms) { $0.overridden(by: $1) }
    return result
  }
}

extension ScenarioFile.MechanismText {
  fileprivate func overridden(by child: Self) -> Self {
    var result = child
    result.isEnabled = child.isEnabled ?? isEnabled
    result.scale = child.scale ?? scale
    result.from = child.from ?? from
    result.to = child.to ?? to
    result.places = child.places ?? places
    return result
  }
}
