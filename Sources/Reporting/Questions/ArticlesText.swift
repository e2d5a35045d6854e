import Estimation
import Experiments
import Households

/// The words and digits of an answer about articles, in one language.
struct ArticlesText: Sendable {
  let answer: CompletedArticles
  let language: Language

  private var question: ArticlesQuestion { answer.question }

  private func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  // MARK: Names

  /// `第6条` or `Article 6`.
  func number(_ article: Int) -> String { say("第\(article)条", "Article \(article)") }

  /// `第6条 预警响应时限` or `6 Time limit of the response`.
  func name(_ article: Int) -> String {
    let heading = question.article(article)?.heading[language] ?? ""
    return say("第\(article)条 \(heading)", "\(article) \(heading)")
  }

  /// The rate of the question in words.
  var rate: String { Self.rate(question.rate)[language] }

  /// A rate in words, with its year.
  static func rate(_ rate: HeadlineRate) -> BilingualText {
    switch rate.measure {
    case .stock:
      BilingualText(
        chinese: "\(rate.year)年末返贫率",
        english: "rate of return to poverty at the end of \(rate.year)")
    case .flow:
      BilingualText(chinese: "\(rate.year)年新增返贫率", english: "rate of new returns in \(rate.year)")
    case .recognised:
      BilingualText(
        chinese: "\(rate.year)年已识别新增返贫率", english: "rate of recognised returns in \(rate.year)")
    case .need:
      BilingualText(
        chinese: "\(rate.year)年末无帮扶返贫率",
        english: "rate without assistance at the end of \(rate.year)")
    }
  }

  /// The years over which sums are taken.
  var years: String {
    let (first, last) = (question.years.lowerBound, question.years.upperBound)
    return first == last
      ? say("\(first)年", "\(first)") : say("\(first)—\(last)年", "\(first)–\(last)")
  }

  /// A place in words.
  func place(_ prefecture: Int?) -> String {
    guard let prefecture else { return say("全省", "Province") }
    let one = question.baseline.scenario.geography.prefectures[prefecture]
    return say(one.name, one.latinName)
  }

  /// A verdict in words.
  func verdict(_ verdict: ArticleVerdict) -> String {
    switch verdict {
    case .lowers: say("降低", "lowers it")
    case .raises: say("升高", "raises it")
    case .nothing: say("无作用", "does nothing")
    case .undecided: say("未定", "undecided")
    }
  }

  // MARK: Figures

  /// Name of a quantity with its unit.
  func title(_ quantity: ArticleQuantity) -> String {
    switch quantity {
    case .rate: say("返贫率（百分点）", "Rate (percentage points)")
    case .personYears: say("免于返贫（人年）", "Kept out of poverty (person-years)")
    case .publicCost: say("财政支出（万元）", "Public spending (million yuan)")
    case .visits: say("入户核查（次）", "Visits")
    }
  }

  /// Whether fewer of it is told as more: person-years in poverty as person-years kept out of it.
  private func isReversed(_ quantity: ArticleQuantity) -> Bool { quantity == .personYears }

  /// A change in digits, in the unit of `title`.
  func digits(_ value: Double, _ quantity: ArticleQuantity) -> String {
    let value = isReversed(quantity) ? -value : value
    switch quantity {
    case .rate: return NumberText.points(value)
    case .personYears, .visits: return signed(value, decimals: 0)
    case .publicCost:
      return language == .chinese
        ? signed(value / 10_000, decimals: 0) : signed(value / 1_000_000, decimals: 1)
    }
  }

  private func signed(_ value: Double, decimals: Int) -> String {
    let text = NumberText.fixed(value, decimals: decimals, grouped: true)
    let isZero = !text.contains { ("1"..."9").contains($0) }
    return value > 0 && !isZero ? "+" + text : text
  }

  /// An interval in digits, in the unit of `title`.
  func interval(_ estimate: Estimate, _ quantity: ArticleQuantity) -> String {
    guard estimate.lower95.isFinite, estimate.upper95.isFinite else { return NumberText.missing }
    let ends =
      isReversed(quantity)
      ? (estimate.upper95, estimate.lower95) : (estimate.lower95, estimate.upper95)
    return "[\(digits(ends.0, quantity)), \(digits(ends.1, quantity))]"
  }

  /// A change with its interval.
  func figure(_ estimate: Estimate, _ quantity: ArticleQuantity) -> String {
    "\(digits(estimate.mean, quantity)) \(interval(estimate, quantity))"
  }

  /// Worker-months of visits, with their interval.
  func workerMonths(_ visits: Estimate) -> String {
    let unit = answer.visitsPerWorkerMonth
    guard unit > 0, visits.lower95.isFinite else { return NumberText.missing }
    let digits = { (value: Double) in self.signed(value / unit, decimals: 0) }
    return "\(digits(visits.mean)) [\(digits(visits.lower95)), \(digits(visits.upper95))]"
  }

  // MARK: What articles change

  /// What an article changes, such as `每名网格员每月入户核查次数 6 → 8`.
  func changes(_ article: Int) -> String {
    let own = answer.changes.filter { $0.article == article }.map(change)
    return own.isEmpty ? NumberText.missing : own.joined(separator: say("；", "; "))
  }

  private func change(_ change: ArticleChange) -> String {
    switch change.subject {
    case .enabled(let mechanism):
      return mechanism.name[language]
        + say(change.after == 1 ? "：启用" : "：停用", change.after == 1 ? ": on" : ": off")
    case .scale(let mechanism):
      let strength = say("力度 ", " × ")
      return mechanism.name[language] + strength + arrow(change, NumberText.plain)
    case .parameter(let parameter):
      return parameter.meaning[language] + " "
        + arrow(change) { parameter.text($0, language: language) }
    }
  }

  private func arrow(_ change: ArticleChange, _ text: (Double) -> String) -> String {
    "\(text(change.before)) → \(text(change.after))"
  }
}
