import ArgumentParser
import Estimation
import Experiments
import Households
import Reporting
import ScenarioFiles

/// `fangpin compare`: simulates a baseline and reforms with the same draws, and tells which is the best.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: say(
      "在相同的冲击下比较基准情景与任意多个方案：差异、最优方案、成本效果。",
      "Compare reforms with a baseline under the same shocks: differences, the best, cost-effectiveness."
    ),
    discussion: say(
      """
      例：
        fangpin compare Scenarios/guizhou.yaml Scenarios/packages/targets-2025.yaml
        fangpin compare Scenarios/questions/compare.yaml --quick
      """,
      """
      Examples:
        fangpin compare Scenarios/guizhou.yaml Scenarios/packages/targets-2025.yaml
        fangpin compare Scenarios/questions/compare.yaml --quick
      """))

  @Argument(
    help: help(
      "基准情景文件；或单独一个问题文件，例如 Scenarios/questions/compare.yaml。",
      "Scenario file of the baseline; or a question file alone, such as Scenarios/questions/compare.yaml."
    ))
  var baseline: String

  @Argument(help: help("方案情景文件，可以有多个。", "Scenario files of the reforms."))
  var reforms: [String] = []

  @OptionGroup var options: SimulationOptions

  @Flag(help: help("按问题文件的 quick 部分快速回答。", "Answer quickly, as `quick` of the question file says."))
  var quick = false

  @Option(
    help: help(
      "模拟到各差异的 95 % 区间半宽不超过此值为止（先看 200 次，以后每次加倍），如 0.02pp。",
      "Simulate until the 95 % interval of every difference is no wider than this on either side (first look after 200 futures, then doubling), such as 0.02pp.",
      valueName: "PP"))
  var precision: Points?

  @Option(
    name: .customLong("at-most"),
    help: help(
      "与 --precision 同用：最多模拟多少次未来。默认 6400。",
      "With --precision: most futures to simulate. Default: 6400.", valueName: "N"))
  var atMost = 6400

  @Option(
    name: .customLong("smallest-difference"),
    help: help(
      "选优时有意义的最小差异，如 0.05pp（默认）。",
      "Smallest difference that matters when the best is selected, such as 0.05pp (the default).",
      valueName: "PP"))
  var smallestDifference: Points?

  private static let usualDifference = 0.0005

  func validate() throws {
    guard atMost >= 200 else {
      throw ValidationError(
        say("--at-most 至少为 200（写成了 \(atMost)）。", "--at-most is at least 200 (was \(atMost))."))
    }
    guard precision == nil || !options.store.isOff else {
      throw ValidationError(
        say(
          "--precision 需要保存已模拟的未来，不能与 --no-store 同用。",
          "--precision keeps futures between looks and cannot go with --no-store."))
    }
    guard precision == nil || options.draws == 1 else {
      throw ValidationError(
        say(
          "--precision 不能与 --draws 同用：更多的未来不能减少参数的不确定性。",
          "--precision cannot go with --draws: more futures do not lessen what is not known of parameters."
        ))
    }
  }

  func run() throws {
    try Failure.said(in: options.messages) {
      let asked = try scenarios()
      Interruption.listen()
      let prepared = try Comparison.prepare(
        baseline: asked.baseline, reforms: asked.reforms, options: try runOptions(asked),
        store: options.store.store)
      let precision = self.precision?.share ?? asked.precision
      let identities = prepared.runs.map(\.identity)
      let place = options.output ?? CompareFolder.defaultPath(for: identities)
      if precision == nil {
        let existing = CompareFolder.existing(for: identities, at: place)
        guard try options.mayWrite(to: place, over: existing) else { return }
      } else if !options.replace, CompareFolder.existing(for: identities, at: place) != .none {
        throw FolderError.exists(path: place)
      }
      try forecast(prepared, asked, precision)
      let answer = try answer(prepared, asked, precision)
      let written = try CompareFolder.write(
        answer, to: place, language: options.report, replace: options.replace)
      if !options.quiet { tell(answer) }
      options.tellReport(in: written)
    }
  }

  private func scenarios() throws -> ComparedScenarios {
    guard reforms.isEmpty else {
      return try ComparedScenarios.files(
        baseline, reforms,
        smallestDifference: smallestDifference?.share ?? Self.usualDifference)
    }
    return try ComparedScenarios.question(at: baseline, isQuick: quick)
  }

  /// Options of the command line, and what they leave open as the question asks.
  private func runOptions(_ asked: ComparedScenarios) throws -> RunOptions {
    var result = try options.runOptions(for: asked.baseline.scenario)
    guard let design = asked.design else { return result }
    if options.chosenReplications == nil { result.replications = design.replications }
    if options.households.chosenSample == nil { result.sample = design.sample }
    if options.households.chosenSeed == nil { result.seed = design.seed }
    return result
  }

  private func forecast(
    _ prepared: PreparedComparison, _ asked: ComparedScenarios, _ precision: Double?
  ) throws {
    guard !options.quiet, let store = options.store.store else { return }
    let rule = precision.map { PrecisionRule(halfWidth: $0, largest: atMost) }
    let forecast = try prepared.forecast(
      asked.choice, store: store, until: rule, information: asked.information,
      isCancelled: { Interruption.isRequested })
    guard let forecast else { return }
    print(ForecastText.sentence(forecast, options.messages))
  }

  private func answer(
    _ prepared: PreparedComparison, _ asked: ComparedScenarios, _ precision: Double?
  ) throws -> ComparisonAnswer {
    let progress = ProgressLine(
      householdMonths: prepared.runs.reduce(0) { $0 + $1.householdMonths },
      language: options.messages, isQuiet: options.quiet)
    defer { progress.finish() }
    var reached: ComparisonPrecision?
    let completed: CompletedComparison
    if let precision, let store = options.store.store {
      let rule = PrecisionRule(halfWidth: precision, largest: atMost)
      (completed, reached) = try prepared.simulate(
        until: rule, asked.choice, store: store, progress: progress.update,
        isCancelled: { Interruption.isRequested })
    } else {
      completed = try prepared.simulate(
        store: options.store.store, progress: progress.update,
        isCancelled: { Interruption.isRequested })
    }
    return ComparisonAnswer(
      comparison: completed, decision: completed.decision(asked.choice), precision: reached,
      information: try information(completed, asked),
      question: asked.question.map {
        ComparisonAnswer.Question(
          name: $0.name, title: $0.title, sentence: $0.sentence, text: $0.text)
      })
  }

  /// The value of information, from the draws of the comparison itself or from those that a question asks for.
  private func information(
    _ completed: CompletedComparison, _ asked: ComparedScenarios
  ) throws -> ValueOfInformation? {
    if let own = completed.information(asked.choice) { return own }
    guard let design = asked.information else { return nil }
    let study = Study(
      sample: design.sample, seed: design.seed, threads: options.households.threads,
      store: options.store.store, isCancelled: { Interruption.isRequested })
    let line = FuturesLine(
      futures: design.draws * design.replications * (asked.reforms.count + 1),
      language: options.messages, isQuiet: options.quiet)
    defer { line.finish() }
    study.afterBatch = line.add
    let posterior = try options.runOptions(for: asked.baseline.scenario).posterior
    return try ValueOfInformation.simulated(
      [asked.baseline.scenario] + asked.reforms.map(\.scenario), design: design,
      posterior: posterior, choice: asked.choice, study: study)
  }

  private func tell(_ answer: ComparisonAnswer) {
    let completed = answer.comparison
    var cautions = Cautions(language: options.messages)
    for run in [completed.baseline] + completed.reforms.map(\.run) {
      if answer.question == nil {
        print(HeadlineTable.text(run.tables, scenario: run.scenario, language: options.messages))
      }
      cautions.add(run.tables, title: run.scenario.title[options.messages])
    }
    for reform in completed.reforms { cautions.add(reform.tables) }
    let text = DecisionText(answer.decision, language: options.messages)
    let rows = text.table
    print(
      TerminalTable(rows: rows, alignedRight: rows[0].indices.map { $0 > 0 }).text
        + text.footnote)
    for sentence in answer.sentences(in: options.messages) { print(sentence) }
    if !cautions.sentences.isEmpty { print(cautions.text) }
  }
}
