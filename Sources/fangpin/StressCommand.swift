import ArgumentParser
import Experiments
import Households
import Reporting
import ScenarioFiles

/// `fangpin stress`: what events do to packages, and what money would keep a limit.
struct StressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stress",
    abstract: say(
      "遇到冲击事件时各方案包的返贫率、突破上限的概率和守住上限所需的资金。",
      "What events do to packages: rates, chance of breaking a limit, money that would keep it."),
    discussion: say(
      """
      所有方案包和事件遇到相同的未来。另给出超越概率曲线和各县规模性返贫的概率。例：
        fangpin stress Scenarios/questions/stress.yaml --quick
      """,
      """
      All packages and events meet the same futures. Exceedance curves and the chance of a return
      on a large scale by county come with it. Example:
        fangpin stress Scenarios/questions/stress.yaml --quick
      """))

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try Failure.said(in: options.messages) {
      let question = try StressQuestionFile.read(at: options.question)
      let work = options.design(question.design, quick: question.quick)
      let identity = identity(question, work)
      // Refuses what the futures cannot answer before a folder is looked at.
      let plan = try StressStudy(
        question, work: work,
        study: Study(sample: work.sample, seed: work.seed, threads: options.threads))
      let began = ContinuousClock().now
      try options.ask(identity, futures: plan.futuresInAll) { study, tell in
        let asked = try StressStudy(question, work: work, study: study)
        tell(try asked.forecast())
        let answer = try asked.answer()
        let seconds = began.duration(to: ContinuousClock().now) / .seconds(1)
        return StressPage.content(
          answer, identity: identity,
          work: QuestionWork(
            account: answer.account, seconds: seconds, threads: options.threads),
          repeatCommand: options.repeatCommand("stress"))
      }
    }
  }

  /// Every package under every event.
  private func identity(_ question: StressQuestion, _ work: StudyDesign) -> QuestionIdentity {
    let scenarios = zip(question.packages, question.scenarios).flatMap { package, row in
      zip(question.events, row).map { event, scenario in
        QuestionScenario(
          name: "\(package.name)+\(event.name)", title: package.title, scenario: scenario)
      }
    }
    return QuestionIdentity(
      command: "stress", name: question.name, text: question.text, scenarios: scenarios,
      design: work)
  }
}
