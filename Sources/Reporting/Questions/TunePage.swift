import Estimation
import Experiments
import Households

/// What the report on alerts is written from.
public struct TunePage: Sendable {
  let answer: CompletedTuning
  let chinese: TuneText
  let english: TuneText
  var question: TuneQuestion { answer.question }

  private init(_ answer: CompletedTuning) {
    self.answer = answer
    chinese = TuneText(answer: answer, language: .chinese)
    english = TuneText(answer: answer, language: .english)
  }

  /// The content of the report.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - identity: Which question it answers.
  ///   - work: How it was computed.
  ///   - repeatCommand: The command that gives the same tables.
  /// - Returns: The content of the report.
  public static func content(
    _ answer: CompletedTuning, identity: QuestionIdentity, work: QuestionWork,
    repeatCommand: String
  ) -> QuestionContent {
    let page = TunePage(answer)
    return QuestionContent(
      identity: identity, title: answer.question.title,
      subtitle: BilingualText(chinese: "预警阈值", english: "Alert thresholds"),
      question: answer.question.question ?? page.defaultQuestion, answers: page.answers,
      warnings: page.warnings, sections: page.sections, limits: page.limits,
      tables: answer.tables, questionText: answer.question.text, repeatCommand: repeatCommand,
      work: work)
  }

  func text(_ language: Language) -> TuneText { language == .chinese ? chinese : english }

  func both(_ words: (TuneText) -> String) -> BilingualText {
    BilingualText(chinese: words(chinese), english: words(english))
  }

  private var defaultQuestion: BilingualText {
    BilingualText(
      chinese: "用哪种指数、从多少分起预警，会漏掉谁？",
      english: "Which index should alert from which score on, and whom does it miss?")
  }

  // MARK: Answer

  private var answers: [BilingualText] {
    [choiceAnswer, missesAnswer, presentAnswer, valueAnswer, effectAnswer, groupAnswer]
      .compactMap(\.self)
  }

  private var choiceAnswer: BilingualText {
    let best = answer.best
    let capacity = NumberText.whole(answer.capacity)
    return both { text in
      let from = text.threshold(answer.threshold)
      let found = text.share(best.atCapacity.sensitivity)
      let alerts = text.households(best.atCapacity.alerts)
      let today = answer.measuredCapacity == nil ? "" : text.say("现有的", "today's ")
      return text.say(
        "按\(today)走访能力（每半年 \(capacity) 户），找到困难户最多的是“\(text.name(best.design))”，预警阈值取 \(from)：每半年预警 \(alerts) 户，能找到当时或 \(question.horizon) 个月内陷入困难而尚未纳入监测的农户中的 \(found)。",
        "At \(today)capacity of \(capacity) visits per half-year, “\(text.name(best.design))” finds most, with the alert threshold at \(from): it alerts \(alerts) households per half-year and finds \(found) of the unmonitored households that are in need now or within \(question.horizon) months."
      )
    }
  }

  private var missesAnswer: BilingualText {
    let cut = answer.best.atCapacity
    let types = answer.misses.filter { if case .type = $0.part { true } else { false } }
    let most = types.max { $0.missed.mean < $1.missed.mean }
    return both { text in
      var chinese =
        "它每半年漏掉 \(text.households(cut.missed)) 户，预警中 \(text.share(cut.precision.complement)) 是虚警"
      var english =
        "It misses \(text.households(cut.missed)) households per half-year, and \(text.share(cut.precision.complement)) of its alerts are in vain"
      if let most {
        chinese += "；漏得最多的是“\(text.name(most.part))”，漏掉其中的 \(text.share(most.missedShare))"
        english +=
          "; most of the missed are “\(text.name(most.part))”, of whom it misses \(text.share(most.missedShare))"
      }
      return text.say(chinese + "。", english + ".")
    }
  }

  private var presentAnswer: BilingualText? {
    guard let place = answer.decided else { return nil }
    let design = answer.designs[place]
    let cut = design.cuts[design.inForce]
    return both { text in
      let gap = text.points(answer.gaps[place])
      let same = place == answer.recommended
      let more =
        same
        ? ""
        : text.say(
          "；同样的走访能力下，推荐的指数比它多找到 \(gap) 个百分点",
          "; at the same capacity the recommended index finds \(gap) percentage points more")
      return text.say(
        "现行的“\(text.name(design.design))”（阈值 \(text.threshold(answer.decidedThreshold))）每半年预警 \(text.households(cut.alerts)) 户，找到 \(text.share(cut.sensitivity))\(more)。",
        "The index in force, “\(text.name(design.design))” at \(text.threshold(answer.decidedThreshold)), alerts \(text.households(cut.alerts)) households per half-year and finds \(text.share(cut.sensitivity))\(more)."
      )
    }
  }

  private var valueAnswer: BilingualText {
    let help = answer.best.atCapacity.help
    return both { text in
      let visit = text.ratio(help.perVisit, decimals: 3)
      let yuan = text.ratio(help.perYuan, times: 10_000, decimals: 2)
      return text.say(
        "若这些农户都得到帮扶，每走访一户在此后一年平均避免 \(visit) 人·月低于返贫线，每万元避免 \(yuan) 人·月，为帮扶全部农户所能避免的 \(text.share(help.share))。",
        "If all of them were helped, a visit would avoid \(visit) person-months below the return line in the following year, and 10,000 yuan \(yuan); that is \(text.share(help.share)) of what helping everybody avoids."
      )
    }
  }

  private var effectAnswer: BilingualText? {
    guard let rate = answer.effects.first,
      let visits = answer.effects.first(where: { $0.name == "visits" }),
      let missed = answer.effects.first(where: { $0.name == "missed" }),
      let cost = answer.effects.first(where: { $0.name == "public_cost" })
    else { return nil }
    let change = rate.difference.estimate
    let isClear = change.lower95 > 0 || change.upper95 < 0
    return both { text in
      let unit = text.say("亿元", "billion yuan")
      let doubt = isClear ? "" : text.say("（与没有变化分不开）", " (not to be told from no change)")
      return text.say(
        "把它从 \(question.years.lowerBound) 年起放进情景重新模拟（走访人手和资金照旧），\(text.rate)变化 \(text.effect(rate).2) 个百分点\(doubt)，年末未识别的困难户变化 \(text.effect(missed).2) 户，走访变化 \(text.effect(visits).2) 户，财政支出变化 \(text.effect(cost).2) \(unit)（后三项为 \(question.years.lowerBound)—\(question.rate.year) 年合计）。",
        "Put in force from \(question.years.lowerBound) with staff and fund as they are and simulated again, it changes the \(text.rate) by \(text.effect(rate).2) percentage points\(doubt), households in need and not found on 31 December by \(text.effect(missed).2), visits by \(text.effect(visits).2) and public spending by \(text.effect(cost).2) \(unit), the last three summed over \(question.years.lowerBound)–\(question.rate.year)."
      )
    }
  }

  private var groupAnswer: BilingualText? {
    let own = answer.groups.compactMap { group -> (TunedGroup.Counties, Double)? in
      guard case .prefecture = group.counties else { return nil }
      return group.capacityParameter.map { (group.counties, $0) }
    }.sorted { $0.1 < $1.1 }
    guard own.count > 1, let low = own.first, let high = own.last else { return nil }
    return both { text in
      let range = text.range(answer.best.byCapacity, of: answer.best)
      return text.say(
        "重抽选定阈值所用的未来，阈值的 95 % 落在 \(range)；若各市州按同一比例走访，阈值从\(text.name(low.0))的 \(text.threshold(low.1)) 到\(text.name(high.0))的 \(text.threshold(high.1))。",
        "Resampling the futures on which it was chosen puts 95 % of the thresholds in \(range); with the same share visited everywhere, thresholds range from \(text.threshold(low.1)) in \(text.name(low.0)) to \(text.threshold(high.1)) in \(text.name(high.0))."
      )
    }
  }

  // MARK: Cautions

  private var warnings: [BilingualText] {
    var warnings: [BilingualText] = []
    let rest = answer.gaps.enumerated().filter { place, gap in
      place != answer.recommended && (gap.interval?.lowerBound ?? -1) <= 0
    }
    if !rest.isEmpty {
      warnings.append(
        both { text in
          let names = rest.map { text.name(answer.designs[$0.offset].design) }
          return text.say(
            "在报告的未来上，推荐的指数并不明显优于：\(names.joined(separator: "、"))（配对差的区间含 0）。",
            "On the futures that report, the recommended index is not clearly better than: \(names.joined(separator: "; ")) (intervals of the paired difference hold 0)."
          )
        })
    }
    let few = min(answer.tuning.count, answer.reporting.count)
    if few < 16 {
      warnings.append(
        BilingualText(
          chinese: "每部分只有 \(few) 次未来，区间偏窄；下结论前请用 16 次以上。",
          english:
            "A block has only \(few) futures, so intervals are too narrow. Use 16 or more before deciding."
        ))
    }
    if answer.work.sample < 1 {
      let share = NumberText.percent(answer.work.sample, decimals: 1)
      warnings.append(
        BilingualText(
          chinese: "只模拟了 \(share) 的住户；区间不含住户抽样的误差，而这一误差可能大于区间本身。下结论前请换一个抽样比例重算，比较两次的差别。",
          english:
            "Only \(share) of the households are simulated; intervals leave out the error of that sample, which can be larger than they are. Before deciding, answer again with another --sample and look at the difference."
        ))
    }
    if answer.capacityShare >= 1 {
      warnings.append(
        BilingualText(
          chinese: "走访能力超过被打分的农户总数，阈值不受能力约束。",
          english:
            "More households can be visited than are scored, so that capacity limits nothing."))
    }
    return warnings
  }

  private var limits: [BilingualText] {
    [
      BilingualText(
        chinese: "区间只含未来的偶然性：以未来为单位；不含参数不确定性，也不含住户抽样的误差（重新模拟的返贫率除外）。",
        english:
          "Intervals cover the chance of futures, which are the unit; not what is uncertain about the parameters, and not the sample of households (except in the rates that are simulated again)."
      ),
      BilingualText(
        chinese: "分数取自每年 6 月和 12 月尚未纳入监测的农户；实际预警逐月发生，并有自主申报、排查等其他渠道。走访能力是全部渠道的走访，只有重新模拟才反映它们的相互影响。",
        english:
          "Scores are those of June and December, of households not monitored; real alerts come every month, and households are found in other ways too. Capacity counts visits of all channels; only the simulation of the choice shows how they meet."
      ),
      BilingualText(
        chinese: "帮扶的作用来自两个对照：自期初起一直无人因识别受助，与自期初起人人即时受助；因此含有打分之前的帮扶。各次打分之后的一年相互重叠，不能加总。",
        english:
          "What help changes comes from two runs, nobody helped and everybody helped at once since the start, so that it holds help from before the score too. Years after successive scores overlap and must not be added up."
      ),
      both { text in
        let costs = question.costs
        return text.say(
          "费用由问题规定：走访 \(NumberText.plain(costs.visit)) 元、帮扶 \(NumberText.plain(costs.help)) 元、漏掉一户损失 \(NumberText.plain(costs.missed)) 元（\(costs.source[.chinese])）。",
          "Costs are the question's: a visit \(NumberText.plain(costs.visit)) yuan, help \(NumberText.plain(costs.help)) yuan, a missed household \(NumberText.plain(costs.missed)) yuan (\(costs.source[.english]))."
        )
      },
      BilingualText(
        chinese: "“二十变量”和“预期贫困脆弱性”的系数由同一模型的模拟数据拟合，在真实数据上不会这样准。",
        english:
          "“Twenty variables” and “Expected poverty” are fitted to data simulated by the same model; on real data they would do less well."
      ),
    ]
  }
}
