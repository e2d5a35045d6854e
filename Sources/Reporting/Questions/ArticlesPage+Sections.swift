import Estimation
import Experiments
import Households

extension ArticlesPage {
  /// Contributions, interactions, places, and the articles themselves.
  var sections: [QuestionSection] {
    [contributionSection, workloadSection, interactionSection, placesSection, articlesSection]
      .compactMap(\.self)
  }

  // MARK: Contributions

  private var way: BilingualText {
    guard let pairs = answer.design.pairs else {
      return BilingualText(
        chinese: "模拟了全部 \(answer.design.combinations.count) 种条文组合，夏普利值是精确的枚举，只含模拟误差。",
        english:
          "All \(answer.design.combinations.count) combinations of articles were simulated: Shapley values "
          + "are enumerated exactly and hold the error of simulation only.")
    }
    return BilingualText(
      chinese: "\(question.examined.count) 条的组合太多（超过十条），夏普利值由 \(pairs) 对随机次序（每对含一个次序及其反序）抽样估计，"
        + "区间含次序抽样的误差；共模拟 \(answer.combinations) 种组合。单独采用和删去一条是精确的配对差。",
      english:
        "\(question.examined.count) articles have too many combinations (more than ten articles): Shapley "
        + "values are sampled from \(pairs) pairs of random orders, each with its reverse, and intervals hold the "
        + "error of orders; \(answer.combinations) combinations were simulated. Alone and left out are exact paired "
        + "differences.")
  }

  private var contributionSection: QuestionSection {
    QuestionSection(
      id: "contributions",
      heading: BilingualText(
        chinese: "各条对返贫率的贡献", english: "What each article contributes to the rate"),
      pieces: [
        .figure(
          caption: both { text in
            text.language == .chinese
              ? "各条对\(text.rate)的平均贡献（夏普利值），横线为 95 % 区间；虚线之间为无关紧要的差别"
              : "Average contribution of each article to the \(text.rate) (Shapley value) with 95 % interval; between the dashed lines differences do not matter"
          }, { self.bars($0) }),
        .table { self.contributionTable($0) },
        .note(way),
        .note(
          BilingualText(
            chinese: "平均贡献：按各种采用次序平均，该条加入时使返贫率改变多少；各条相加等于全部采用。单独采用：只有这一条。删去：全文与缺这一条之差。负数表示降低返贫率。",
            english:
              "Average: what the article adds when it is adopted, over the orders of adoption; all add up to "
              + "the whole draft. Alone: this article only. Left out: the whole draft less the draft without it. "
              + "Negative figures lower the rate.")),
      ])
  }

  private var listed: [ArticleContribution] {
    answer.ranked.compactMap { answer.contribution($0, .rate) }
  }

  private func bars(_ language: Language) -> Markup {
    let text = text(language)
    let scaled = { (estimate: Estimate) in
      ChartValue(
        estimate.mean * 100, lower: estimate.lower95 * 100, upper: estimate.upper95 * 100)
    }
    let smallest = question.smallestDifference * 100
    let chart = GroupedBars(
      categories: listed.map {
        GroupedBars.Category(
          label: text.name($0.article), figures: [scaled($0.shapley)],
          texts: [text.figure($0.shapley, .rate)])
      }, series: [text.title(.rate)], axis: ChartAxis(title: text.title(.rate)),
      marks: [ChartMark(value: -smallest, label: ""), ChartMark(value: smallest, label: "")],
      labelWidth: 250)
    return chart.markup(label: text.title(.rate))
  }

  private func contributionTable(_ language: Language) -> ReportTable {
    let text = text(language)
    let isChinese = language == .chinese
    func cell(_ estimate: Estimate?) -> Markup {
      guard let estimate else { return "\(NumberText.missing)" }
      let interval = text.interval(estimate, .rate)
      return
        "<b>\(text.digits(estimate.mean, .rate))</b> <span class=\"interval\">\(interval)</span>"
    }
    let rows: [[Markup]] = question.examined.map { number in
      let one = answer.contribution(number, .rate)
      return [
        "\(text.name(number))", cell(one?.shapley), cell(one?.addOne), cell(one?.dropOne),
        "\(text.verdict(answer.verdict(number)))",
      ]
    }
    let total: [Markup] = [
      "<b>\(isChinese ? "全部采用" : "All of them")</b>", cell(answer.effect(.rate)?.change), "", "",
      "",
    ]
    return ReportTable(
      caption: isChinese
        ? "\(text.rate)的变化（百分点）[95 % 区间]"
        : "Change of the \(text.rate), percentage points [95 % interval]",
      header: isChinese
        ? ["条文", "平均贡献", "单独采用", "删去", "判断"]
        : ["Article", "Average", "Alone", "Left out", "Verdict"],
      rows: rows + [total])
  }

  // MARK: Money and work

  private var workloadSection: QuestionSection {
    QuestionSection(
      id: "workload",
      heading: BilingualText(
        chinese: "返贫人年、支出和工作量", english: "Person-years, spending and workload"),
      pieces: [
        .table { self.workloadTable($0) },
        .note(
          both { text in
            text.language == .chinese
              ? "平均贡献（夏普利值），\(text.years)合计；人月按每名网格员每月 \(NumberText.plain(answer.visitsPerWorkerMonth)) 次入户折算。这几项的区间不含住户抽样误差。"
              : "Average contributions (Shapley values) summed over \(text.years); worker-months count \(NumberText.plain(answer.visitsPerWorkerMonth)) visits of a grid worker a month. Intervals of these figures leave out the error of the household sample."
          }),
      ])
  }

  private func workloadTable(_ language: Language) -> ReportTable {
    let text = text(language)
    let isChinese = language == .chinese
    let quantities: [ArticleQuantity] = [.personYears, .publicCost, .visits]
    func cells(_ estimate: (ArticleQuantity) -> Estimate?) -> [Markup] {
      let own: [Markup] = quantities.map { quantity in
        guard let one = estimate(quantity) else { return "\(NumberText.missing)" }
        let interval = text.interval(one, quantity)
        return
          "<b>\(text.digits(one.mean, quantity))</b> <span class=\"interval\">\(interval)</span>"
      }
      return own + ["\(estimate(.visits).map(text.workerMonths) ?? NumberText.missing)"]
    }
    let rows: [[Markup]] = question.examined.map { number in
      ["\(text.name(number))"] + cells { answer.contribution(number, $0)?.shapley }
    }
    let total: [Markup] =
      ["<b>\(isChinese ? "全部采用" : "All of them")</b>"] + cells { answer.effect($0)?.change }
    return ReportTable(
      caption: isChinese
        ? "各条的平均贡献 [95 % 区间]" : "Average contribution of each article [95 % interval]",
      header: [isChinese ? "条文" : "Article"] + quantities.map(text.title)
        + [isChinese ? "核查（人月）" : "Visits (worker-months)"],
      rows: rows + [total])
  }

  // MARK: Interactions

  private var interactionSection: QuestionSection? {
    guard !answer.interactions.isEmpty else { return nil }
    let count = answer.interactions.count
    let kind = BilingualText(
      chinese: answer.design.isExact
        ? "数字是夏普利相互作用指数。" : "数字是“单独两条”与“全文之中”两端相互作用的平均，只查贡献最大的几条。",
      english: answer.design.isExact
        ? "Figures are Shapley interaction indices."
        : "Figures are the mean of the interaction with nothing else and with everything else adopted, among the articles with the largest contributions only."
    )
    return QuestionSection(
      id: "interactions",
      heading: BilingualText(chinese: "条文之间的相互作用", english: "Interactions between articles"),
      pieces: [
        .figure(
          caption: both { text in
            text.language == .chinese
              ? "两条一起与分别之和的差（\(text.rate)，百分点）；* 为高出噪声"
              : "Both together less the sum of each (\(text.rate), percentage points); * is above noise"
          }, { self.interactionMap($0) }),
        .note(
          BilingualText(
            chinese: kind.chinese + "正数：两条部分做同样的事，合起来不如相加；负数：互相加强。判断噪声时对 \(count) 对作了邦费罗尼校正。",
            english: kind.english
              + " Positive: the two do in part the same, together less than their sum; negative: "
              + "they reinforce each other. Noise is judged with Bonferroni's correction for \(count) pairs."
          )),
      ])
  }

  private func interactionMap(_ language: Language) -> Markup {
    let text = text(language)
    let numbers = question.examined.filter { number in
      answer.interactions.contains { $0.first == number || $0.second == number }
    }
    func pair(_ one: Int, _ other: Int) -> ArticleInteraction? {
      answer.interactions.first { $0.first == min(one, other) && $0.second == max(one, other) }
    }
    let cells = numbers.map { row in
      numbers.map { column -> HeatMap.Cell in
        guard row != column, let pair = pair(row, column) else {
          return HeatMap.Cell(figure: ChartValue(.nan), text: "", tooltip: text.name(row))
        }
        return HeatMap.Cell(
          figure: ChartValue(pair.index.mean * 100),
          text: text.digits(pair.index.mean, .rate) + (pair.isAboveNoise ? "*" : ""),
          tooltip:
            "\(text.number(row)) + \(text.number(column)): \(text.figure(pair.index, .rate))")
      }
    }
    let map = HeatMap(
      acrossTitle: "", acrossLabels: numbers.map(text.number), upTitle: "",
      upLabels: numbers.map(text.name), cells: cells,
      unit: language == .chinese ? "百分点" : "percentage points",
      shadeText: { NumberText.fixed($0, decimals: 3) })
    return map.markup(label: language == .chinese ? "相互作用" : "Interactions")
  }

  // MARK: Places

  private var placesSection: QuestionSection? {
    guard answer.prefectures.count > 1 else { return nil }
    return QuestionSection(
      id: "places", heading: BilingualText(chinese: "分市州", english: "By prefecture"),
      pieces: [
        .table { self.placesTable($0, .rate) }, .table { self.placesTable($0, .personYears) },
        .note(
          BilingualText(
            chinese: "平均贡献 [95 % 区间]。市州的区间比全省宽；支出和核查见 contributions.csv。",
            english:
              "Average contribution [95 % interval]. Intervals of prefectures are wider than the province's; "
              + "spending and visits are in contributions.csv.")),
      ])
  }

  /// Prefectures by row; a column for each article would be too wide, so only the largest six have one.
  private func placesTable(_ language: Language, _ quantity: ArticleQuantity) -> ReportTable {
    let text = text(language)
    let shown = answer.ranked.prefix(5).sorted()
    let rows: [[Markup]] = answer.prefectures.map { prefecture in
      let whole = answer.effect(quantity, prefecture: prefecture)?.change
      let cells: [Markup] =
        ([whole]
        + shown.map { answer.contribution($0, quantity, prefecture: prefecture)?.shapley }).map {
          guard let one = $0 else { return "\(NumberText.missing)" }
          let interval = text.interval(one, quantity)
          return
            "<b>\(text.digits(one.mean, quantity))</b> <span class=\"interval\">\(interval)</span>"
        }
      return ["\(text.place(prefecture))"] + cells
    }
    let all = language == .chinese ? "全部采用" : "All articles"
    let caption =
      language == .chinese
      ? "\(text.title(quantity))：全部条文，以及对返贫率贡献最大的 \(shown.count) 条"
      : "\(text.title(quantity)): all articles, and the \(shown.count) that contribute most to the rate"
    return ReportTable(
      caption: caption,
      header: [language == .chinese ? "市州" : "Prefecture", all] + shown.map(text.number),
      rows: rows, style: "small")
  }

  // MARK: The articles

  private var articlesSection: QuestionSection {
    QuestionSection(
      id: "articles",
      heading: BilingualText(chinese: "条文与其改变的内容", english: "The articles and what they change"),
      pieces: [
        .table { self.articlesTable($0) },
        .note(
          BilingualText(
            chinese: "可直接粘贴到说明材料的表格见 memorandum.zh.md（英文为 memorandum.en.md）。",
            english:
              "A table to paste into an explanatory memorandum is in memorandum.en.md (memorandum.zh.md in Chinese)."
          )),
      ])
  }

  /// A month that does not break across lines.
  private func month(_ month: Month) -> String {
    "\(month)".split(separator: "-").joined(separator: "\u{2011}")
  }

  private func articlesTable(_ language: Language) -> ReportTable {
    let text = text(language)
    let isChinese = language == .chinese
    let rows: [[Markup]] = question.draft.articles.map { article in
      let what =
        !article.isExpressible
        ? (isChinese ? "无法用住户模型表达" : "cannot be expressed in a model of households")
        : !question.examined.contains(article.number)
          ? (isChinese ? "未列入问题" : "not examined") : text.changes(article.number)
      return [
        "\(text.name(article.number))", "\(what)",
        "\(article.isExpressible ? month(article.inForce) : "")",
      ]
    }
    return ReportTable(
      caption: question.draft.title[language],
      header: isChinese ? ["条文", "改变什么", "施行"] : ["Article", "What it changes", "In force"],
      rows: rows, wordColumns: 2)
  }
}
