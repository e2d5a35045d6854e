import Estimation
import Experiments
import Households

/// What the report on the articles of a draft is written from.
public struct ArticlesPage: Sendable {
  let answer: CompletedArticles
  let chinese: ArticlesText
  let english: ArticlesText
  var question: ArticlesQuestion { answer.question }

  private init(_ answer: CompletedArticles) {
    self.answer = answer
    chinese = ArticlesText(answer: answer, language: .chinese)
    english = ArticlesText(answer: answer, language: .english)
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
    _ answer: CompletedArticles, identity: QuestionIdentity, work: QuestionWork,
    repeatCommand: String
  ) -> QuestionContent {
    let page = ArticlesPage(answer)
    var content = QuestionContent(
      identity: identity, title: answer.question.title,
      subtitle: BilingualText(chinese: "条例逐条分析", english: "Articles of a draft regulation"),
      question: answer.question.question ?? page.defaultQuestion, answers: page.answers,
      warnings: page.warnings, sections: page.sections, limits: page.limits,
      tables: answer.tables, questionText: answer.question.text, repeatCommand: repeatCommand,
      work: work)
    content.documents = [
      QuestionDocument(
        name: "memorandum.zh.md",
        text: ArticlesMemorandum.markdown(answer, language: .chinese)),
      QuestionDocument(
        name: "memorandum.en.md",
        text: ArticlesMemorandum.markdown(answer, language: .english)),
    ]
    return content
  }

  func text(_ language: Language) -> ArticlesText {
    language == .chinese ? chinese : english
  }

  func both(_ words: (ArticlesText) -> String) -> BilingualText {
    BilingualText(chinese: words(chinese), english: words(english))
  }

  private var defaultQuestion: BilingualText {
    BilingualText(
      chinese: "\(question.draft.title.chinese)的每一条改变什么？",
      english: "What does each article of the \(question.draft.title.english) change?")
  }

  // MARK: Answer

  private var answers: [BilingualText] {
    [wholeAnswer, largestAnswer, nothingAnswer, costAnswer, interactionAnswer].compactMap(\.self)
  }

  private func names(_ numbers: [Int], _ text: ArticlesText) -> String {
    numbers.map(text.name).joined(separator: text.language == .chinese ? "、" : "; ")
  }

  private var wholeAnswer: BilingualText? {
    guard let rate = answer.effect(.rate), let years = answer.effect(.personYears),
      let cost = answer.effect(.publicCost), let visits = answer.effect(.visits)
    else { return nil }
    let percent = { (estimate: Estimate) in
      NumberText.percent(estimate.mean) + " "
        + NumberText.percentInterval(estimate.lower95, estimate.upper95)
    }
    return BilingualText(
      chinese:
        "采用草案中可以模拟的全部 \(question.examined.count) 条，\(chinese.rate)由 \(percent(rate.baseline)) 变为 "
        + "\(percent(rate.draft))，变化 \(chinese.figure(rate.change, .rate)) 个百分点；\(chinese.years)"
        + "免于返贫 \(chinese.figure(years.change, .personYears)) 人年，财政支出变化 "
        + "\(chinese.figure(cost.change, .publicCost)) 万元，入户核查变化 "
        + "\(chinese.figure(visits.change, .visits)) 次。",
      english:
        "Adopting all \(question.examined.count) articles that can be simulated takes the \(english.rate) from "
        + "\(percent(rate.baseline)) to \(percent(rate.draft)), a change of "
        + "\(english.figure(rate.change, .rate)) percentage points; over \(english.years) "
        + "\(english.figure(years.change, .personYears)) person-years are kept out of poverty, public "
        + "spending changes by \(english.figure(cost.change, .publicCost)) million yuan and visits by "
        + "\(english.figure(visits.change, .visits)).")
  }

  private var largestAnswer: BilingualText {
    let three = Array(answer.ranked.prefix(3))
    func list(_ text: ArticlesText) -> String {
      three.compactMap { number in
        answer.contribution(number, .rate).map {
          "\(text.name(number)) \(text.figure($0.shapley, .rate))"
        }
      }.joined(separator: text.language == .chinese ? "；" : "; ")
    }
    return BilingualText(
      chinese: "对返贫率贡献最大的 \(three.count) 条（百分点）：\(list(chinese))。",
      english:
        "The \(three.count) articles that contribute most to the rate (percentage points): \(list(english))."
    )
  }

  private func numbers(_ verdict: ArticleVerdict) -> [Int] {
    question.examined.filter { answer.verdict($0) == verdict }
  }

  private var smallest: String {
    NumberText.fixed(question.smallestDifference * 100, decimals: 3)
  }

  private var nothingAnswer: BilingualText {
    let (nothing, undecided) = (numbers(.nothing), numbers(.undecided))
    var (chinese, english) = (
      nothing.isEmpty
        ? "没有一条可以断定对返贫率无作用（±\(smallest) 个百分点以内）。"
        : "对返贫率无作用的条文（区间都在 ±\(smallest) 个百分点以内）：\(names(nothing, chinese))。",
      nothing.isEmpty
        ? "Of no article can it be said that it does nothing for the rate (within ±\(smallest) percentage points)."
        : "Articles that do nothing for the rate (intervals within ±\(smallest) percentage points): "
          + "\(names(nothing, english))."
    )
    if !undecided.isEmpty {
      chinese += "现有模拟量不足以判断的：\(names(undecided, self.chinese))。"
      english += " So many futures do not tell about: \(names(undecided, self.english))."
    }
    return BilingualText(chinese: chinese, english: english)
  }

  private var costAnswer: BilingualText? {
    let costs = answer.contributions.filter {
      $0.quantity == .publicCost && $0.prefecture == nil
        && ($0.shapley.lower95 > 0 || $0.shapley.upper95 < 0)
    }.sorted { $0.shapley.mean.magnitude > $1.shapley.mean.magnitude }.prefix(3)
    guard !costs.isEmpty else { return nil }
    func list(_ text: ArticlesText) -> String {
      costs.map { "\(text.name($0.article)) \(text.figure($0.shapley, .publicCost))" }
        .joined(separator: text.language == .chinese ? "；" : "; ")
    }
    return BilingualText(
      chinese: "改变财政支出最多的条文（\(chinese.years)，万元）：\(list(chinese))。",
      english:
        "Articles that change public spending most (\(english.years), million yuan): \(list(english))."
    )
  }

  private var interactionAnswer: BilingualText? {
    let above = answer.interactions.filter(\.isAboveNoise)
      .sorted { $0.index.mean.magnitude > $1.index.mean.magnitude }
    guard !answer.interactions.isEmpty else { return nil }
    guard !above.isEmpty else {
      return BilingualText(
        chinese: "所查的 \(answer.interactions.count) 对条文中没有发现高出噪声的相互作用。",
        english:
          "Among the \(answer.interactions.count) pairs of articles examined no interaction stands out "
          + "from noise.")
    }
    func list(_ text: ArticlesText) -> String {
      above.prefix(3).map { pair in
        let isRedundant = pair.index.mean > 0
        let kind =
          text.language == .chinese
          ? (isRedundant ? "部分重复" : "相互加强") : (isRedundant ? "overlap" : "reinforce each other")
        return "\(text.number(pair.first)) + \(text.number(pair.second)) \(kind) "
          + text.figure(pair.index, .rate)
      }.joined(separator: text.language == .chinese ? "；" : "; ")
    }
    return BilingualText(
      chinese: "高出噪声的相互作用（百分点）：\(list(chinese))。",
      english: "Interactions above noise (percentage points): \(list(english)).")
  }

  private var warnings: [BilingualText] {
    var warnings: [BilingualText] = []
    if numbers(.undecided).count > question.examined.count / 2 {
      warnings.append(
        BilingualText(
          chinese: "模拟量太小，多数条文的作用未定；请用问题文件规定的完整规模，或增加 replications、sample。",
          english:
            "Too little was simulated: most articles are undecided. Use the full design of the question, "
            + "or more replications or a larger sample."))
    }
    let far = question.examined.filter { number in
      guard let one = answer.contribution(number, .rate) else { return false }
      return one.dropOne.lower95 > one.addOne.upper95 || one.dropOne.upper95 < one.addOne.lower95
    }
    if !far.isEmpty {
      warnings.append(
        BilingualText(
          chinese: "下列条文单独采用与从全文中删去的作用明显不同，平均贡献不能代替任何一个：\(names(far, chinese))。",
          english:
            "Alone and within the draft these articles do clearly different things; their average stands "
            + "for neither: \(names(far, english))."))
    }
    return warnings
  }

  private var limits: [BilingualText] {
    let none = question.draft.articles.filter { !$0.isExpressible }.map(\.number)
    return [
      BilingualText(
        chinese: "条文的内容是问题作者对条例文字的数量化理解；换一种理解，贡献会不同。未能表达的 \(none.count) 条不等于没有作用。",
        english:
          "What articles set is their author's reading of the words in numbers; another reading contributes "
          + "otherwise. The \(none.count) articles that could not be expressed are not thereby useless."
      ),
      BilingualText(
        chinese: "贡献是模型中的因果作用，不含执行不力、相互推诿等模型以外的情况。",
        english:
          "Contributions are effects within the model; they know nothing of evasion or poor execution beyond it."
      ),
    ]
  }
}
