import Estimation
import Experiments
import Households

/// A table of the effects of a draft's articles, to be pasted into an explanatory memorandum (说明材料).
struct ArticlesMemorandum {
  private let text: ArticlesText
  private var answer: CompletedArticles { text.answer }
  private var question: ArticlesQuestion { answer.question }
  private var language: Language { text.language }

  private init(_ answer: CompletedArticles, _ language: Language) {
    text = ArticlesText(answer: answer, language: language)
  }

  /// The memorandum as Markdown.
  static func markdown(_ answer: CompletedArticles, language: Language) -> String {
    ArticlesMemorandum(answer, language).markdown
  }

  private func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  private var markdown: String {
    let draft = question.draft.title[language]
    return """
      # \(say("\(draft)各条影响测算表", "Effects of the articles: \(draft)"))

      \(basis)

      \(row(header))
      \(row(header.map { _ in "---" }))
      \(question.examined.map { row(cells($0)) }.joined(separator: "\n"))
      \(row(wholeCells))

      \(notes.map { "- \($0)" }.joined(separator: "\n"))

      ## \(say("无法用住户模型表达的条文", "Articles that a model of households cannot express"))

      \(unexpressed)

      """
  }

  private var basis: String {
    let work = answer.work
    let sample = NumberText.percent(work.sample, decimals: 1)
    let way =
      answer.design.pairs.map { pairs in
        say(
          "\(2 * pairs) 种随机的采用次序（\(pairs) 对正反次序）",
          "\(2 * pairs) random orders of adoption (\(pairs) and their reverses)")
      }
      ?? say(
        "全部 \(answer.combinations) 种条文组合", "all \(answer.combinations) combinations of articles")
    return say(
      "以“\(question.baseline.title.chinese)”为基准，模拟\(way)，每种组合 \(work.replications) 个相同的可能未来"
        + "（住户样本 \(sample)）。每条的数字是该条在各种采用次序下的平均贡献（夏普利值），各条相加等于整部条例的影响；"
        + "方括号为 95 % 区间。返贫率指\(text.rate)，其余各项为\(text.years)合计。",
      "Measured against the scenario “\(question.baseline.title.english)” by simulating \(way), each in the "
        + "same \(work.replications) possible futures (a sample of \(sample) of the households). Each figure is "
        + "what the article adds on average over the orders in which articles may be adopted (its Shapley "
        + "value); together they make up the effect of the whole draft. Brackets hold 95 % intervals. The "
        + "rate is the \(text.rate); everything else is summed over \(text.years).")
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacingBars }.joined(separator: " | ") + " |"
  }

  private var header: [String] {
    [say("条次", "Article"), say("条标", "Heading"), say("改变什么", "What it changes")]
      + ArticleQuantity.allCases.map(text.title)
      + [say("核查工作量（人月）", "Work of visits (worker-months)"), say("对返贫率", "For the rate")]
  }

  private func cells(_ number: Int) -> [String] {
    let shares = ArticleQuantity.allCases.map { quantity in
      answer.contribution(number, quantity).map { text.figure($0.shapley, quantity) } ?? ""
    }
    let visits = answer.contribution(number, .visits)?.shapley
    return [
      text.number(number), question.article(number)?.heading[language] ?? "", text.changes(number),
    ] + shares
      + [visits.map(text.workerMonths) ?? "", text.verdict(answer.verdict(number))]
  }

  private var wholeCells: [String] {
    let changes = ArticleQuantity.allCases.map { quantity in
      answer.effect(quantity).map { text.figure($0.change, quantity) } ?? ""
    }
    let visits = answer.effect(.visits)?.change
    return [say("合计", "Total"), say("采用以上全部条文", "All of these articles"), ""] + changes
      + [visits.map(text.workerMonths) ?? "", ""]
  }

  private var notes: [String] {
    let smallest = NumberText.fixed(question.smallestDifference * 100, decimals: 3)
    return [
      say(
        "返贫率为负表示降低；免于返贫为正表示减少返贫人年；“无作用”指平均贡献、单独采用和从全文中删去三者的区间都在 ±\(smallest) 个百分点以内；“未定”指现有模拟量不足以判断。",
        "A negative change of the rate lowers it. “Does nothing” means that the intervals of the contribution, of the article alone and of leaving it out of the draft all lie within ±\(smallest) percentage points; “undecided” that so many futures do not tell."
      ),
      say(
        "核查工作量按每名网格员每月 \(NumberText.plain(answer.visitsPerWorkerMonth)) 次入户折算。",
        "Work of visits counts \(NumberText.plain(answer.visitsPerWorkerMonth)) visits of a grid worker a month."
      ),
      say(
        "区间只含可能未来的运气"
          + (answer.work.sample < 1 ? "、住户抽样（仅返贫率）" : "")
          + (answer.design.isExact ? "" : "和采用次序抽样") + "的误差，不含参数本身的不确定性。",
        "Intervals hold the luck of possible futures"
          + (answer.work.sample < 1 ? ", the sample of households (for rates only)" : "")
          + (answer.design.isExact ? "" : " and the sample of orders")
          + "; they do not hold what is uncertain about the model's numbers."),
      say(
        "数字为四舍五入后的值，各条相加与合计可能差末位。", "Figures are rounded; the last digit of a sum may differ."),
    ]
  }

  private var unexpressed: String {
    let numbers = question.draft.articles.filter { !$0.isExpressible }
    let left = question.draft.articles.filter {
      $0.isExpressible && !question.examined.contains($0.number)
    }
    func list(_ articles: [ArticlesQuestion.Article]) -> String {
      articles.isEmpty
        ? say("无。", "None.")
        : articles.map { text.name($0.number) }.joined(separator: say("、", "; "))
          + say("。", ".")
    }
    let rest =
      left.isEmpty
      ? ""
      : "\n\n" + say("问题未列入、没有采用的条文：", "Expressible, but not examined and not adopted: ")
        + list(left)
    return list(numbers) + rest
  }
}

extension String {
  /// A bar would end a cell of a Markdown table.
  fileprivate var replacingBars: String { split(separator: "|").joined(separator: "／") }
}
