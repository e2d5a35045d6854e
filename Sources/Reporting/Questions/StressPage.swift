import Estimation
import Experiments
import Households

/// What the report on stress is written from.
public struct StressPage: Sendable {
  let answer: CompletedStress
  let chinese: StressText
  let english: StressText
  var question: StressQuestion { answer.question }

  private init(_ answer: CompletedStress) {
    self.answer = answer
    chinese = StressText(answer: answer, language: .chinese)
    english = StressText(answer: answer, language: .english)
  }

  /// The content of the report.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - identity: Which question it answers.
  ///   - work: How it was computed.
  ///   - repeatCommand: The command that gives the same tables.
  /// - Returns: Everything that the report and its tables are written from.
  public static func content(
    _ answer: CompletedStress, identity: QuestionIdentity, work: QuestionWork,
    repeatCommand: String
  ) -> QuestionContent {
    let page = StressPage(answer)
    return QuestionContent(
      identity: identity, title: answer.question.title,
      subtitle: BilingualText(chinese: "压力测试", english: "Stress test"),
      question: answer.question.question ?? page.defaultQuestion, answers: page.answers,
      warnings: page.warnings, sections: page.sections, limits: page.limits,
      tables: answer.tables, questionText: answer.question.text, repeatCommand: repeatCommand,
      work: work)
  }

  func text(_ language: Language) -> StressText { language == .chinese ? chinese : english }

  func both(_ words: (StressText) -> String) -> BilingualText {
    BilingualText(chinese: words(chinese), english: words(english))
  }

  private var defaultQuestion: BilingualText {
    BilingualText(
      chinese: "遇到冲击时，各方案包能否守住上限？", english: "Do packages keep the limit when something happens?")
  }

  // MARK: Answer

  private var answers: [BilingualText] {
    [baseAnswer, eventAnswer, packageAnswer, keptAnswer, holdAnswer, levelAnswer, massAnswer]
      .compactMap(\.self)
  }

  private var baseAnswer: BilingualText {
    let cell = answer.cells[0][0]
    return both { text in
      text.say(
        "“\(text.package(0))”在无专设事件时，\(text.rate)预期为 \(text.share(cell.rate))；超过\(text.limit)的概率为 \(text.chance(cell.breaking))。",
        "With “\(text.package(0))” and no special event the \(text.rate) is expected to be \(text.share(cell.rate)); the chance that it exceeds \(text.limit) is \(text.chance(cell.breaking))."
      )
    }
  }

  private var eventAnswer: BilingualText {
    let worst = answer.worstEvent
    guard worst > 0 else {
      return BilingualText(
        chinese: "所列事件都没有使基准的返贫率升高。", english: "None of the events raises the rate of the baseline."
      )
    }
    let cell = answer.cells[0][worst]
    return both { text in
      text.say(
        "最不利的事件是“\(text.event(worst))”：使“\(text.package(0))”变化 \(text.points(cell.fromNoEvent)) 个百分点，达到 \(text.share(cell.rate))。",
        "The worst event is “\(text.event(worst))”: it changes “\(text.package(0))” by \(text.points(cell.fromNoEvent)) percentage points, to \(text.share(cell.rate))."
      )
    }
  }

  private var packageAnswer: BilingualText? {
    guard answer.cells.count > 1 else { return nil }
    let worst = answer.worstEvent
    let best = answer.lowestPackage(under: worst)
    let cell = answer.cells[best][worst]
    let others = question.events.indices.filter { answer.lowestPackage(under: $0) != best }
    return both { text in
      let change =
        best == 0
        ? ""
        : text.say(
          "，比基准变化 \(text.points(cell.fromBaseline)) 个百分点",
          ", \(text.points(cell.fromBaseline)) percentage points from the baseline")
      let elsewhere =
        others.isEmpty
        ? text.say("在其他事件下它也最低。", " It is the lowest under all other events too.")
        : text.say(
          "在下列事件下另有更低的：\(text.list(others.map(text.event)))。",
          " Another is lower under: \(text.list(others.map(text.event))).")
      return text.say(
        "在“\(text.event(worst))”下返贫率最低的是“\(text.package(best))”：\(text.share(cell.rate))\(change)。",
        "Under “\(text.event(worst))” the rate is lowest with “\(text.package(best))”: \(text.share(cell.rate))\(change)."
      ) + elsewhere
    }
  }

  private var keptAnswer: BilingualText {
    let worst = answer.worstEvent
    let best = answer.lowestPackage(under: worst)
    let base = answer.cells[0][0].keptLimit
    let package = answer.cells[best][worst].keptLimit
    return both { text in
      text.say(
        "能以 \(text.probability) 的概率守住的最低上限：“\(text.package(0))”无专设事件时为 \(text.level(base))；\(text.cell(best, worst))时为 \(text.level(package))。",
        "The lowest limit that is kept with a chance of \(text.probability) is \(text.level(base)) for “\(text.package(0))” without a special event, and \(text.level(package)) for \(text.cell(best, worst))."
      )
    }
  }

  private var holdAnswer: BilingualText? {
    guard let factor = question.hold?.factor, let first = answer.holds.first else { return nil }
    let failing = answer.holds.filter { $0.root.crossing == .beyondLargest }
    if failing.count == answer.holds.count {
      let best = failing.max {
        ($0.trials.last?.keeping.probability ?? 0) < ($1.trials.last?.keeping.probability ?? 0)
      }
      return both { text in
        let amount = text.setting(first.root.bracket.upperBound, factor)
        let chance = best?.trials.last.map { text.chance($0.keeping) } ?? NumberText.missing
        let cell = best.map { text.cell($0.package, $0.event) } ?? ""
        return text.say(
          "所试 \(answer.holds.count) 种组合中，把“\(text.name(factor))”加到 \(amount)也都不能以 \(text.probability) 的概率守住\(text.limit)：那时守住的概率最高的是\(cell)，为 \(chance)。",
          "In none of the \(answer.holds.count) combinations that were tried does raising “\(text.name(factor))” to \(amount) keep \(text.limit) with a chance of \(text.probability): the highest chance there is \(chance), of \(cell)."
        )
      }
    }
    return both { text in
      let items = answer.holds.map { hold in
        "\(text.cell(hold.package, hold.event))\(text.say("：", ": "))\(text.needed(hold, factor))"
      }
      return text.say(
        "以 \(text.probability) 的概率守住\(text.limit)所需的“\(text.name(factor))”：\(items.joined(separator: "；"))。",
        "What “\(text.name(factor))” must be to keep \(text.limit) with a chance of \(text.probability): \(items.joined(separator: "; "))."
      )
    }
  }

  private var levelAnswer: BilingualText? {
    let cell = answer.cells[0][0]
    guard let level = cell.levels.last(where: { !$0.isRough }) else { return nil }
    let period = NumberText.plain(level.period)
    return both { text in
      let tail = NumberText.percent(level.tailMean, decimals: 3)
      let ends = NumberText.percentInterval(
        level.tailMeanLower95, level.tailMeanUpper95, decimals: 3)
      return text.say(
        "“\(text.package(0))”无专设事件时，每 \(period) 个未来中有一个的\(text.rate)达到 \(text.level(level))，这些最坏未来的平均为 \(tail) \(ends)。",
        "With “\(text.package(0))” and no special event one future in \(period) reaches a \(text.rate) of \(text.level(level)); the mean of these worst futures is \(tail) \(ends)."
      )
    }
  }

  private var massAnswer: BilingualText {
    let worst = answer.worstEvent
    let none = answer.cells[0][0].massReturn
    let returns = answer.cells[0][worst].massReturn
    let highest = highestCounties(returns, count: 1).first
    return both { text in
      let share = NumberText.percent(question.massReturn.county, decimals: 1)
      let under =
        worst == 0
        ? ""
        : text.say(
          "；遇“\(text.event(worst))”时为 \(text.chance(returns.anyCounty))",
          " and \(text.chance(returns.anyCounty)) under “\(text.event(worst))”")
      let county =
        highest.map { county in
          text.say(
            "；概率最高的是\(name(county))（\(text.chance(county.chance))）",
            "; the most likely is \(name(county)) (\(text.chance(county.chance)))")
        } ?? ""
      return text.say(
        "规模性返贫（县内脱贫人口返贫率超过 \(share)）：“\(text.package(0))”无专设事件时，至少一县发生的概率为 \(text.chance(none.anyCounty))\(under)\(county)。",
        "A return on a large scale (above \(share) of a county's formerly-poor persons): with “\(text.package(0))” the chance that any county has one is \(text.chance(none.anyCounty)) without a special event\(under)\(county)."
      )
    }
  }

  /// Name of a county, which has no Latin one.
  func name(_ county: MassReturns.CountyReturn) -> String { geography.counties[county.county].name }

  var geography: Geography { question.packages[0].scenario.geography }

  /// Counties in order of chance, then of stock.
  func highestCounties(_ returns: MassReturns, count: Int) -> [MassReturns.CountyReturn] {
    Array(
      returns.counties.sorted {
        ($1.chance.probability, $1.stock.mean, $0.county)
          < ($0.chance.probability, $0.stock.mean, $1.county)
      }.prefix(count))
  }

  // MARK: Warnings and limits

  private var warnings: [BilingualText] {
    var warnings: [BilingualText] = []
    let rough = answer.cells[0][0].levels.filter(\.isRough).map { NumberText.plain($0.period) }
    if !rough.isEmpty {
      warnings.append(
        BilingualText(
          chinese:
            "\(answer.work.replications) 个未来中，重现期 \(rough.joined(separator: "、")) 年的水平只由不到十个未来决定，是粗略的（表中标 *）。",
          english:
            "With \(answer.work.replications) futures the levels at return periods of \(rough.joined(separator: ", ")) years rest on fewer than ten futures and are rough (marked * in tables)."
        ))
    }
    if answer.luckShare > 0.1 {
      let share = NumberText.percent(answer.luckShare, decimals: 0)
      let sample = NumberText.percent(answer.work.sample, decimals: 1)
      warnings.append(
        BilingualText(
          chinese: "只模拟了 \(sample) 的农户：全省返贫率在各未来间的方差约有 \(share) 是抽样农户的偶然，使极端水平略偏高；县的概率已扣除这一部分。",
          english:
            "Only \(sample) of the households are simulated: about \(share) of the variance of the province's rate over futures is the luck of these households, so extreme levels are somewhat too high. Chances of counties are without that part."
        ))
    }
    if answer.cells.joined().contains(where: {
      $0.rate.effectiveEvents < Double(Estimate.fewestEvents)
    }) {
      warnings.append(
        BilingualText(
          chinese: "有的返贫率主要来自不到 \(Estimate.fewestEvents) 次罕见事件，其区间是粗略的。",
          english:
            "Some rates rest on fewer than \(Estimate.fewestEvents) rare events; their intervals are rough."
        ))
    }
    if answer.holds.contains(where: { !$0.root.isMonotone }) {
      warnings.append(
        BilingualText(
          chinese: "守住上限的概率并不总随设定增大而升高，所求的数只是其中一个交点。",
          english:
            "The chance of keeping the limit does not always rise with the setting; the crossing is one of several."
        ))
    }
    return warnings
  }

  private var limits: [BilingualText] {
    [
      BilingualText(
        chinese: "区间只含天气、价格、疾病等偶然（对返贫率还含农户抽样），不含参数的不确定；参数不确定时请用 fangpin robust。",
        english:
          "Intervals cover the luck of weather, prices and illness over futures, and for rates the sample of households; they do not cover uncertain parameters, for which fangpin robust is there."
      ),
      BilingualText(
        chinese: "事件是给定的，不问其发生的可能；“重现期”以所列未来为准，即给定事件之下的年份。",
        english:
          "Events are given, and how likely they are is not asked; a return period is one over futures in which the event happens."
      ),
      BilingualText(
        chinese: "“规模性返贫”没有官方的数值标准，所用比例由问题规定。",
        english:
          "No official figure says what a return on a large scale is; the shares are the question's."
      ),
      BilingualText(
        chinese:
          "县的概率已扣除抽样农户的影响：各未来间的偶然和抽到哪些农户造成的县间差别，都按方差比例收拢（在半个样本上测量，各县合并）；其区间不含这一扣除的误差，样本越大越可靠。",
        english:
          "Chances of counties are without the luck of the sample by a ratio of variances, which is measured on half of the sample and pooled over counties; their intervals do not cover the error of that. A larger sample is better."
      ),
    ]
  }
}
