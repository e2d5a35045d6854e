import ArgumentParser
import Experiments
import Households
import Reporting
import ScenarioFiles

/// `fangpin robust`: which package holds up over uncertain numbers and events.
struct RobustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "robust",
    abstract: say(
      "在参数不确定和冲击事件之下，哪个方案包最稳健，什么情况下会失败。",
      "Which package holds up over uncertain numbers and events, and when packages fail."),
    discussion: say(
      """
      每个方案包都遇到相同的参数抽样、事件和未来。例：
        fangpin robust Scenarios/questions/robust.yaml --quick
      """,
      """
      All packages meet the same draws of the uncertain numbers, the same events and futures. Example:
        fangpin robust Scenarios/questions/robust.yaml --quick
      """))

  @OptionGroup var options: QuestionOptions

  @Option(
    name: .customLong("draws"),
    help: help(
      "不确定参数的抽样次数；默认按问题文件。", "Draws of the uncertain numbers. Default: as the question says.",
      valueName: "D"))
  var chosenDraws: Int?

  func validate() throws {
    guard (4...10_000).contains(chosenDraws ?? 4) else {
      throw ValidationError(
        say(
          "--draws 应为 4 至 10000 的整数（写成了 \(chosenDraws ?? 0)）。",
          "--draws must be between 4 and 10000 (was \(chosenDraws ?? 0))."))
    }
  }

  func run() throws {
    try Failure.said(in: options.messages) {
      let question = try RobustQuestionFile.read(at: options.question)
      var work = options.design(question.design, quick: question.quick)
      if let draws = chosenDraws { work.draws = draws }
      let identity = identity(question, work)
      let futures =
        question.packages.count * question.events.count * work.draws * work.replications
      let command =
        options.repeatCommand("robust") + (chosenDraws.map { " --draws \($0)" } ?? "")
      let began = ContinuousClock().now
      try options.ask(identity, futures: futures) { study, tell in
        let asked = RobustStudy(question, work: work, study: study)
        tell(try asked.forecast())
        let answer = try asked.answer()
        let seconds = began.duration(to: ContinuousClock().now) / .seconds(1)
        return RobustPage.content(
          answer, identity: identity,
          work: QuestionWork(
            account: answer.account, seconds: seconds, threads: options.threads,
            posterior: question.posterior?.name), repeatCommand: command)
      }
    }
  }

  /// Every package under every event, and the ensemble.
  private func identity(_ question: RobustQuestion, _ work: StudyDesign) -> QuestionIdentity {
    let scenarios = zip(question.packages, question.scenarios).flatMap { package, row in
      zip(question.events, row).map { event, scenario in
        QuestionScenario(
          name: "\(package.name)+\(event.name)", title: package.title, scenario: scenario)
      }
    }
    return QuestionIdentity(
      command: "robust", name: question.name, text: question.text, scenarios: scenarios,
      design: work, posteriorDigest: question.posterior.map(RunIdentity.digest))
  }
}
