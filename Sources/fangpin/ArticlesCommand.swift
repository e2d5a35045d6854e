import ArgumentParser
import Experiments
import Households
import Reporting
import ScenarioFiles

/// `fangpin articles`: what each article of a draft regulation contributes.
struct ArticlesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: say(
      "条例草案的每一条对返贫率、支出和工作量各贡献多少。",
      "What each article of a draft regulation contributes to the rate, to spending and to workload."
    ),
    discussion: say(
      """
      每种条文组合都在相同的未来中模拟；十条以内逐一枚举，更多时抽样采用次序。例：
        fangpin articles Scenarios/questions/articles.yaml --quick
      """,
      """
      Combinations of articles meet the same futures: all of them up to ten articles, sampled orders of adoption beyond. Example:
        fangpin articles Scenarios/questions/articles.yaml --quick
      """))

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try Failure.said(in: options.messages) {
      let (question, scenarios) = try ArticlesQuestionFile.read(at: options.question)
      let work = options.design(question.design, quick: question.quick)
      let identity = try identity(question, scenarios, work)
      let design = ArticleDesign(
        players: question.examined.count, pairs: question.orders, seed: work.seed)
      let began = ContinuousClock().now
      try options.ask(identity, futures: design.combinations.count * work.replications) {
        study, tell in
        let asked = ArticlesStudy(question, work: work, study: study) {
          try scenarios.scenario(adopting: question.numbers($0))
        }
        tell(try asked.forecast())
        let answer = try asked.answer()
        let seconds = began.duration(to: ContinuousClock().now) / .seconds(1)
        return ArticlesPage.content(
          answer, identity: identity,
          work: QuestionWork(
            account: answer.account, seconds: seconds, threads: options.threads),
          repeatCommand: options.repeatCommand("articles"))
      }
    }
  }

  /// The baseline, and what each article makes of it: with them the draft's own text counts.
  private func identity(
    _ question: ArticlesQuestion, _ scenarios: ArticleScenarios, _ work: StudyDesign
  ) throws -> QuestionIdentity {
    let single = try question.examined.map { number in
      QuestionScenario(
        name: "article-\(number)", title: question.article(number)?.heading ?? question.title,
        scenario: try scenarios.scenario(adopting: [number]))
    }
    return QuestionIdentity(
      command: "articles", name: question.name, text: question.text,
      scenarios: [question.baseline] + single, design: work)
  }
}
