import Households

/// What is laid over other layers to make a scenario.
enum ScenarioLayer: Sendable {
  /// A scenario file, with what it extends.
  case file(path: String)
  /// Settings written in a question.
  case settings(ScenarioFile)
}

/// A scenario as a question names it, before it is believed.
struct ScenarioText: Sendable {
  let name: String
  /// Its own title; `nil` for that of its file.
  let title: BilingualText?
  let layers: [ScenarioLayer]
  let place: Place
}
