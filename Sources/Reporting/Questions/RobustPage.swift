import Estimation
import Experiments
import Households

/// What the report on robustness is written from.
public struct RobustPage: Sendable {
  let answer: CompletedRobust
  let chinese: RobustText
  let english: RobustText
  var question: RobustQuestion { answer.question }

  private init(_ answer: CompletedRobust) {
    self.answer = answer
    chinese = RobustText(answer: answer, language: .chinese)
    english = RobustText(answer: answer, language: .english)
  }

  /// The content of the report.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - identity: Which question it answers.
  ///   - work: How it was computed.
  ///   - repeatCommand: The command that gives the same tables.
  /// - Returns: Everything that the folder is written from.
  public static func content(
    _ answer: CompletedRobust, identity: QuestionIdentity, work: QuestionWork,
    repeatCommand: String
  ) -> QuestionContent {
    let page = RobustPage(answer)
    return QuestionContent(
      identity: identity, title: answer.question.title,
      subtitle: BilingualText(chinese: "稳健性", english: "Robustness"),
      question: answer.question.question ?? page.defaultQuestion, answers: page.answers,
      warnings: page.warnings, sections: page.sections, limits: page.limits,
      tables: answer.tables, questionText: answer.question.text, repeatCommand: repeatCommand,
      work: work)
  }

  func text(_ language: Language) -> RobustText { language == .chinese ? chinese : english }

  func both(_ words: (RobustText) -> String) -> BilingualText {
    BilingualText(chinese: words(chinese), english: words(english))
  }

  private var defaultQuestion: BilingualText {
    BilingualText(
      chinese: "哪个方案包最经得起不确定性？", english: "Which package stands uncertainty best?")
  }

  // MARK: Answer

  private var answers: [BilingualText] {
    [meanAnswer, regretAnswer, satisficingAnswer, paretoAnswer, boxAnswer].compactMap(\.self)
  }

  private func share(_ share: Double) -> String { NumberText.probability(share) }

  private var meanAnswer: BilingualText? {
    guard let mean = answer.figure(.mean)?.ranking else { return nil }
    let best = mean.best
    return both { text in
      let figure = text.rate(mean.figures[best])
      return text.say(
        "在 \(answer.states.count) 种状态（\(answer.work.draws) 组参数 × \(question.events.count) 种事件）上平均，\(text.rate)最低的是“\(text.package(best))”：\(figure)；重抽参数后仍最低的比例为 \(share(mean.bestShares[best]))。",
        "Averaged over \(answer.states.count) states (\(answer.work.draws) draws of the numbers × \(question.events.count) events), the \(text.rate) is lowest with “\(text.package(best))”: \(figure); it is the lowest in \(share(mean.bestShares[best])) of resamples of the draws."
      )
    }
  }

  private var regretAnswer: BilingualText? {
    guard let regret = answer.figure(.worstRegret)?.ranking else { return nil }
    let best = regret.best
    let figure = regret.figures[best]
    let points = { (share: Double) in NumberText.fixed(share * 100, decimals: 3) }
    let digits = "\(points(figure.value)) [\(points(figure.lower95)), \(points(figure.upper95))]"
    return both { text in
      text.say(
        "最大后悔值（比该状态下最好的方案包差多少）最小的是“\(text.package(best))”：\(digits) 个百分点；重抽参数后仍最小的比例为 \(share(regret.bestShares[best]))。",
        "The largest regret (how much worse than the best package of the same state) is smallest with “\(text.package(best))”: \(digits) percentage points; it is the smallest in \(share(regret.bestShares[best])) of resamples."
      )
    }
  }

  private var satisficingAnswer: BilingualText {
    let ranking = answer.satisficing
    let best = ranking.best
    return both { text in
      let kept = text.share(ranking.figures[best])
      let budget =
        question.budget.map {
          text.say(
            "且支出不超过 \(text.cost($0)) \(text.costUnit)",
            " and at most \(text.cost($0)) \(text.costUnit)")
        } ?? ""
      return text.say(
        "失败指\(text.failure)。不失败\(budget)的状态最多的是“\(text.package(best))”：\(kept) 的状态。",
        "A failure is \(text.failure). “\(text.package(best))” does not fail\(budget) in most states: \(kept) of them."
      )
    }
  }

  private var paretoAnswer: BilingualText {
    let members = answer.pareto.members
    return both { text in
      let names = members.map {
        "\(text.package($0)) (\(share(answer.paretoShares[$0])))"
      }
      return text.say(
        "按平均返贫率和平均支出，没有哪个方案包胜过的有（括号内为重抽参数后仍在其中的比例）：\(text.list(names))。",
        "By mean rate and mean cost no package is preferable to (in brackets: share of resamples in which that holds): \(text.list(names))."
      )
    }
  }

  private var boxAnswer: BilingualText? {
    guard let boxes = answer.boxes.first else { return nil }
    guard let box = boxes.box else {
      return BilingualText(
        chinese: boxes.failures == 0 || boxes.failures == boxes.states
          ? "没有可找的失败条件：\(boxes.states) 种情形中失败 \(boxes.failures) 种。" : "所列因素说明不了何时失败。",
        english: boxes.failures == 0 || boxes.failures == boxes.states
          ? "There are no conditions to look for: \(boxes.failures) of \(boxes.states) cases are failures."
          : "The listed factors do not tell when packages fail.")
    }
    return both { text in
      let words = text.conditions(box, of: boxes)
      return text.say(
        "失败的条件：\(words)——占全部失败的 \(share(box.coverage))，其中 \(share(box.density)) 会失败（不加条件时 \(share(base(boxes)))）。",
        "When packages fail: \(words) — \(share(box.coverage)) of all failures, of which \(share(box.density)) fail (\(share(base(boxes))) without conditions)."
      )
    }
  }

  private func base(_ boxes: FailureBoxes) -> Double {
    Double(boxes.failures) / Double(max(boxes.states, 1))
  }

  private var warnings: [BilingualText] {
    var warnings: [BilingualText] = []
    let noise =
      answer.rates.joined().reduce(0) { $0 + $1.standardError }
      / Double(answer.rates.joined().count)
    let differences = answer.figure(.mean)?.ranking.figures.map(\.value) ?? []
    let range = (differences.max() ?? 0) - (differences.min() ?? 0)
    if noise.isFinite, noise > range / 2 {
      warnings.append(
        BilingualText(
          chinese:
            "每种状态只模拟 \(answer.work.replications) 个未来，单个状态的标准误平均为 \(NumberText.fixed(noise * 100, decimals: 3)) 个百分点：最坏状态和后悔值的极值因此偏大。",
          english:
            "Each state has only \(answer.work.replications) futures; the standard error of a state is \(NumberText.fixed(noise * 100, decimals: 3)) percentage points on average, which makes worst states and largest regrets look larger than they are."
        ))
    }
    if answer.boxes.contains(where: { $0.box != nil }), answer.work.draws < 100,
      !question.factors.isEmpty
    {
      warnings.append(
        BilingualText(
          chinese: "失败条件只由 \(answer.work.draws) 组参数找出；请看“再现”一栏，很少再现的条件不可信。",
          english:
            "Conditions of failure rest on \(answer.work.draws) draws of the numbers; look at the column “again”: a condition that hardly comes back cannot be trusted."
        ))
    }
    return warnings
  }

  private var limits: [BilingualText] {
    [
      BilingualText(
        chinese: "各种状态不是等可能的：平均、百分位和份额把每种事件看得一样重，只用于比较方案包，不是概率。",
        english:
          "States are not equally likely: means, quantiles and shares weigh every event alike; they compare packages and are no probabilities."
      ),
      BilingualText(
        chinese: "区间由重抽参数（同一组参数下的各种事件一起）得到，不含每种状态未来数有限的误差；最大值的区间只有一侧，偏短。",
        english:
          "Intervals come from resampling draws, with all events of a draw together; they leave out that each state has few futures, and those of largest values are one-sided and too short."
      ),
      BilingualText(
        chinese: "失败条件是在同样的状态中找出的描述，准 p 值不是检验。",
        english:
          "Conditions of failure describe the states in which they were found; the quasi-p is no test."
      ),
    ]
  }
}
