import ArgumentParser
import Experiments
import Households
import Reporting
import ScenarioFiles

/// `fangpin sensitivity`: which uncertain numbers and which shocks move a rate.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: say(
      "哪些不确定的数值、哪些冲击决定返贫率：Morris 筛选、Sobol' 指数、PAWN、龙卷风图和冲击地图。",
      "Which uncertain numbers and which shocks move a rate: Morris screening, Sobol' indices, PAWN, tornado and a map of shocks."
    ),
    discussion: say(
      """
      数值按其先验（或校准集合）的分位数变动。例：
        fangpin sensitivity Scenarios/questions/sensitivity.yaml --quick
      """,
      """
      Numbers move by quantiles of their priors (or of a calibration's ensemble). Example:
        fangpin sensitivity Scenarios/questions/sensitivity.yaml --quick
      """))

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try Failure.said(in: options.messages) {
      let question = try SensitivityQuestionFile.read(at: options.question)
      var design = options.quick ? question.quick : question.whole
      design.study = options.design(question.whole.study, quick: question.quick.study)
      let work = design
      let identity = QuestionIdentity(
        command: "sensitivity", name: question.name, text: question.text + "\n\(work)",
        scenarios: [question.baseline], design: work.study,
        posteriorDigest: question.posterior.map(RunIdentity.digest))
      let futures = Sensitivity.futures(question, work)
      let began = ContinuousClock().now
      try options.ask(identity, futures: futures.points + futures.others) { study, tell in
        tell(try Sensitivity.forecast(question, work, study))
        let answer = try Sensitivity.answer(question, work, study)
        let seconds = began.duration(to: ContinuousClock().now) / .seconds(1)
        return SensitivityPage.content(
          answer, identity: identity,
          work: QuestionWork(
            account: answer.account, seconds: seconds, threads: options.threads,
            posterior: question.posterior?.name, isPaired: false),
          repeatCommand: options.repeatCommand("sensitivity"))
      }
    }
  }
}
