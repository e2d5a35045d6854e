import Households

/// The scenarios in which a baseline adopts some articles of a draft, made without reading a file again.
public final class ArticleScenarios {
  private let chain: ScenarioChain
  private let mistakes: MistakeList
  private let files: [ScenarioFile]
  private let draft: RegulationDraft
  private let inForce: Sourced<Month>?
  private let asked: Place
  private let baseline: Scenario

  init(
    chain: ScenarioChain, mistakes: MistakeList, files: [ScenarioFile], draft: RegulationDraft,
    inForce: Sourced<Month>?, asked: Place, baseline: Scenario
  ) {
    self.chain = chain
    self.mistakes = mistakes
    self.files = files
    self.draft = draft
    self.inForce = inForce
    self.asked = asked
    self.baseline = baseline
  }

  /// The baseline with some articles of the draft.
  ///
  /// - Parameter numbers: Numbers of articles; without any it is the baseline itself.
  /// - Returns: The scenario.
  /// - Throws: Every mistake, if these articles do not go together.
  public func scenario(adopting numbers: [Int]) throws(ScenarioFileErrors) -> Scenario {
    guard !numbers.isEmpty else { return baseline }
    let scenario = noted(numbers)
    try mistakes.throwIfAny()
    guard let scenario else { fatalError("a scenario without value and without mistake") }
    return scenario
  }

  /// The same, with mistakes noted instead of thrown.
  func noted(_ numbers: [Int]) -> Scenario? {
    var choice = RegulationChoice()
    choice.only = numbers.map { Sourced(value: $0, place: asked) }
    choice.inForce = inForce
    var file = ScenarioFile(name: asked.file)
    file.regulation = Sourced(value: .adopted(draft, choice), place: asked)
    return chain.believed(files + [file])
  }
}
