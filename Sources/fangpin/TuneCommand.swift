import ArgumentParser
import Experiments
import Households
import Reporting
import ScenarioFiles

/// `fangpin tune`: which index should alert from which score on, and what it misses.
struct TuneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tune",
    abstract: say(
      "用哪种指数、从多少分起预警，会漏掉谁，能避免多少返贫。",
      "Which index should alert from which score on, whom it misses, and what poverty it avoids."),
    discussion: say(
      """
      一次模拟比较全部指数和阈值；在一部分未来上选定，在另一部分上报告，最后放回情景中重新模拟。例：
        fangpin tune Scenarios/questions/tune.yaml --quick
      """,
      """
      One pass compares all indices and thresholds; they are chosen on some futures, reported on others, and
      the choice is simulated again as a scenario. Example:
        fangpin tune Scenarios/questions/tune.yaml --quick
      """))

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try Failure.said(in: options.messages) {
      let question = try TuneQuestionFile.read(at: options.question)
      let work = options.design(question.design, quick: question.quick)
      let identity = QuestionIdentity(
        command: "tune", name: question.name, text: question.text,
        scenarios: [question.baseline, question.helpOff, question.helpOn], design: work)
      // Refuses what the futures cannot answer before a folder is looked at.
      let plan = try TuningStudy(
        question, work: work,
        study: Study(sample: work.sample, seed: work.seed, threads: options.threads))
      let began = ContinuousClock().now
      try options.ask(identity, futures: plan.futuresInAll) { study, tell in
        let asked = try TuningStudy(question, work: work, study: study)
        tell(try asked.forecast())
        let answer = try asked.answer()
        let seconds = began.duration(to: ContinuousClock().now) / .seconds(1)
        return TunePage.content(
          answer, identity: identity,
          work: QuestionWork(
            account: answer.account, seconds: seconds, threads: options.threads),
          repeatCommand: options.repeatCommand("tune"))
      }
    }
  }
}
