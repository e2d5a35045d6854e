import ArgumentParser
import Experiments
import Households
import Reporting
import ScenarioFiles

/// `fangpin sweep`: a scenario at many values of some of its numbers.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: say(
      "让若干设置或参数取不同的值（网格、列表、拉丁超立方或 Sobol' 点），看结果怎样变化。",
      "Move some settings or numbers (grid, list, Latin hypercube or Sobol' points) and see what changes."
    ),
    discussion: say(
      """
      所有的点与基准经历相同的未来。例：
        fangpin sweep Scenarios/questions/sweep.yaml --quick
      """,
      """
      All points and the baseline meet the same futures. Example:
        fangpin sweep Scenarios/questions/sweep.yaml --quick
      """))

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try Failure.said(in: options.messages) {
      let question = try SweepQuestionFile.read(at: options.question)
      var design = options.quick ? question.quick : question.whole
      design.study = options.design(question.whole.study, quick: question.quick.study)
      let work = design
      let identity = QuestionIdentity(
        command: "sweep", name: question.name, text: question.text + "\npoints=\(work.points)",
        scenarios: [question.baseline], design: work.study)
      let began = ContinuousClock().now
      try options.ask(identity, futures: Sweep.futures(question, work)) { study, tell in
        tell(try Sweep.forecast(question, work, study))
        let answer = try Sweep.answer(question, work, study)
        let seconds = began.duration(to: ContinuousClock().now) / .seconds(1)
        return SweepPage.content(
          answer, identity: identity,
          work: QuestionWork(
            account: answer.account, seconds: seconds, threads: options.threads),
          repeatCommand: options.repeatCommand("sweep"))
      }
    }
  }
}
