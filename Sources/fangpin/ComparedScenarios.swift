import ArgumentParser
import Experiments
import Households
import ScenarioFiles

/// What `compare` was asked: scenario files, or a question file.
struct ComparedScenarios {
  let baseline: AccountedScenario
  let reforms: [AccountedScenario]
  let choice: CompareQuestion.Choice
  /// Half-width at which no more futures are simulated.
  let precision: Double?
  /// The work that the question file asks for; `nil` for scenario files.
  let design: StudyDesign?
  /// Draws for the value of information.
  let information: StudyDesign?
  /// Name and text of the question file.
  let question: (name: String, title: BilingualText, sentence: BilingualText, text: String)?

  /// Values of a person-year that are looked at unless a question names others, yuan.
  private static let values = stride(from: 0.0, through: 300_000, by: 20_000).map { $0 }

  /// Reads scenario files: the baseline and the reforms.
  static func files(
    _ baseline: String, _ reforms: [String], smallestDifference: Double
  ) throws -> ComparedScenarios {
    let first = try AccountedScenario.read(baseline)
    let others = try reforms.map { try AccountedScenario.read($0) }
    for (path, reform) in zip(reforms, others) where reform.content == first.content {
      // A reform that changes nothing is a slip, such as a misspelt file name.
      throw ValidationError(
        say("\(path) 与基准情景没有任何区别。", "\(path) changes nothing of the baseline."))
    }
    let years = first.scenario.resultYears
    let rated = [Limits.firstYear, years.upperBound].filter(years.contains)
    return ComparedScenarios(
      baseline: first, reforms: others,
      choice: CompareQuestion.Choice(
        rates: Array(Set(rated)).sorted().map { HeadlineRate(measure: .stock, year: $0) },
        smallestDifference: smallestDifference, error: 0.05, values: values),
      precision: nil, design: nil, information: nil, question: nil)
  }

  /// Reads a question file.
  static func question(at path: String, isQuick: Bool) throws -> ComparedScenarios {
    let (asked, text) = try CompareQuestionFile.read(at: path)
    var choice = asked.choice
    if choice.values.isEmpty { choice.values = values }
    return ComparedScenarios(
      baseline: account(asked.baseline), reforms: asked.packages.map(account), choice: choice,
      precision: isQuick ? nil : asked.precision, design: isQuick ? asked.quick : asked.design,
      information: isQuick ? asked.quickInformation : asked.information,
      question: (asked.name, asked.title, asked.question, text))
  }

  private static func account(_ asked: QuestionScenario) -> AccountedScenario {
    var scenario = asked.scenario
    scenario.name = asked.name
    return AccountedScenario(
      scenario: scenario, yaml: ResolvedScenario.yaml(scenario),
      content: ResolvedScenario.content(scenario))
  }
}
