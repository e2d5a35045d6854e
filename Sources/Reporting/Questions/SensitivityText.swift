import Estimation
import Experiments
import Households
import Simulation

/// What a report of a sensitivity analysis says, in one language.
struct SensitivityText: Sendable {
  let answer: SensitivityAnswer
  let language: Language

  /// A text of this page in both languages, of which one is taken.
  func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  /// What a number means.
  func meaning(_ place: Int) -> String { answer.numbers.declared[place].meaning[language] }

  /// What a number means, short enough for the side of a chart.
  func label(_ place: Int) -> String { Self.clipped(meaning(place)) }

  static func clipped(_ text: String, columns: Int = 46) -> String {
    guard DisplayWidth.columns(of: text) > columns else { return text }
    var short = ""
    for character in text {
      if DisplayWidth.columns(of: short) + 2 >= columns { break }
      short.append(character)
    }
    return short + "…"
  }

  /// Name of a row of the screening: of a theme, or what the number means.
  func name(_ row: ScreeningRow, isTheme: Bool) -> String {
    isTheme ? SettingText.theme(row.name, language) : meaning(row.places[0])
  }

  /// Name of the rate, such as `2030年年末返贫率`.
  var rate: String { SweepQuestion.Outcome.rate(answer.question.rate).phrase(language) }

  /// A share of the variance with its interval, such as `45 % [38, 52]`.
  func share(_ interval: PercentileInterval) -> String {
    "\(NumberText.percentDigits(interval.value, decimals: 0))\(NumberText.space)% "
      + "[\(NumberText.percentDigits(interval.lower95, decimals: 0)), \(NumberText.percentDigits(interval.upper95, decimals: 0))]"
  }

  /// A change in percentage points with its interval.
  func points(_ estimate: Estimate) -> String {
    "\(NumberText.points(estimate.mean)) [\(NumberText.points(estimate.lower95)), \(NumberText.points(estimate.upper95))]"
  }

  /// An effect in percentage points with its interval.
  func points(_ interval: PercentileInterval) -> String {
    let digits = { NumberText.percentDigits($0, decimals: 3) }
    return "\(digits(interval.value)) [\(digits(interval.lower95)), \(digits(interval.upper95))]"
  }

  // MARK: Sentences

  /// What was found, the most important first.
  var sentences: [String] {
    [drivers, others, futures, shocks, nothing].compactMap(\.self)
  }

  /// Leading numbers by their total index, the largest first.
  var ranked: [IndexRow] {
    (answer.indices?.rows ?? []).filter { $0.place != nil }.sorted {
      ($1.index.total.value, $0.place ?? 0) < ($0.index.total.value, $1.place ?? 0)
    }
  }

  private var drivers: String {
    let separator = say("；", "; ")
    guard !ranked.isEmpty else {
      let list = answer.screened.prefix(5).map {
        "\(name($0, isTheme: false)) \(points($0.effect.meanSize))"
      }
      return say(
        "使\(rate)改变最大的\(list.count)个数值（Morris μ*，百分点）：\(list.joined(separator: separator))。",
        "The \(list.count) numbers that move the \(lowered(rate)) most (Morris's μ*, percentage points): \(list.joined(separator: separator))."
      )
    }
    let list = ranked.prefix(5).map { row in
      "\(meaning(row.place ?? 0)) \(share(row.index.total))"
    }
    return say(
      "\(rate)的不确定性主要来自以下\(list.count)个数值（所涉方差的份额，含交互，95 %区间）：\(list.joined(separator: separator))。",
      "The uncertainty of the \(lowered(rate)) hangs mostly on \(list.count) numbers (share of its variance in which they have a part, with 95 % intervals): \(list.joined(separator: separator))."
    )
  }

  func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

  private var others: String? {
    guard let indices = answer.indices, let rest = indices.rows.first(where: { $0.place == nil })
    else { return nil }
    let deviation = NumberText.percentDigits(indices.variance.value.squareRoot(), decimals: 2)
    let count = answer.numbers.declared.count - ranked.count
    return say(
      "其余\(count)个数值合在一起所涉份额为\(share(rest.index.total))。数值的不确定性使期望值的标准差达\(deviation)个百分点。",
      "All \(count) other numbers together have a part in \(share(rest.index.total)). What is not known of the numbers gives the expected rate a standard deviation of \(deviation) percentage points."
    )
  }

  private var futures: String? {
    guard let parts = answer.indices?.variances else { return nil }
    let sum = parts.numbers + parts.futures + parts.together
    guard sum > 0 else { return nil }
    let text = { (value: Double) in NumberText.percent(value / sum, decimals: 0) }
    return say(
      "单个未来的返贫率的方差中，\(text(parts.numbers))来自数值，\(text(parts.futures))来自各种未来共同的运气，\(text(parts.together))来自二者的交互与样本农户的运气。",
      "Of the variance of the rate in one future, \(text(parts.numbers)) come from the numbers, \(text(parts.futures)) from the luck of futures, and \(text(parts.together)) from how the two act together and from the luck of the sampled households."
    )
  }

  /// Effects of the shocks in the province, the strongest first.
  var provinceShocks: [ShockRow] {
    answer.shocks.filter { $0.place == .province }.sorted {
      $0.difference.estimate.mean < $1.difference.estimate.mean
    }
  }

  private var shocks: String? {
    guard let first = provinceShocks.first else { return nil }
    let next = provinceShocks.dropFirst().prefix(2).map {
      "\($0.mechanism.name[language]) \(points($0.difference.estimate))"
    }
    return say(
      "冲击中，去掉“\(first.mechanism.name.chinese)”使\(rate)改变\(points(first.difference.estimate))个百分点，最多；其次为\(next.joined(separator: "、"))。",
      "Of the shocks, \(lowered(first.mechanism.name.english)) matters most: without it the \(lowered(rate)) changes by \(points(first.difference.estimate)) percentage points; next are \(next.joined(separator: ", "))."
    )
  }

  /// Numbers that changed no future at all.
  var idle: Int {
    let themes = answer.themes.filter(\.isNothing).reduce(0) { $0 + $1.places.count }
    let opened = Set(answer.themes.filter(\.isNothing).map(\.name))
    let single = answer.screened.filter { row in
      row.isNothing && !opened.contains(String(row.name.prefix { $0 != "." }))
    }
    return themes + single.count
  }

  private var nothing: String? {
    guard idle > 0 else { return nil }
    return say(
      "\(answer.numbers.declared.count)个不确定的数值中，至少有\(idle)个在本情景中对此完全没有影响（多半因为相应机制未实施）。",
      "Of \(answer.numbers.declared.count) uncertain numbers at least \(idle) do nothing at all here, mostly because their mechanism is off in this scenario."
    )
  }

  // MARK: Warnings and limits

  /// What a reader must know before using the figures.
  var warnings: [String] {
    var texts: [String] = []
    let wide = answer.indices?.rows.filter(\.index.isWide).count ?? 0
    if wide > 0 {
      texts.append(
        say(
          "\(wide)个指数的区间宽于0.1：名次相邻的数值分不出先后，需要更多的行（rows）。",
          "\(wide) indices have intervals wider than 0.1: numbers next to each other cannot be told apart; more rows are needed."
        ))
    }
    if answer.unscreened > 0 {
      texts.append(
        say(
          "只逐一变动了领先主题的\(answer.screened.count)个数值；其余有作用的主题中还有\(answer.unscreened)个数值没有逐一变动。",
          "Only the \(answer.screened.count) numbers of the leading themes were moved one by one; \(answer.unscreened) numbers of other themes that do something were not."
        ))
    }
    if answer.question.rate.measure == .stock || answer.question.rate.measure == .need {
      let lines = answer.themes.first
      if let lines, lines.name == "lines" {
        texts.append(
          say(
            "领先的是贫困线本身的数值：它们的不确定性是口径之争，不是措施能改变的。",
            "The numbers of the line itself lead: their uncertainty is one of definition, which no measure can change."
          ))
      }
    }
    return texts
  }

  /// Limits of use.
  var cautions: [String] {
    let calibrated = answer.numbers.declared.indices.count { answer.numbers.isCalibrated($0) }
    let ranges =
      calibrated > 0
      ? say(
        "\(calibrated)个数值按校准集合各自的分位数变动（集合中数值间的相关不计），其余按先验。",
        "\(calibrated) numbers move by the quantiles that each has in the calibration's ensemble (how they hang together there is not kept), all others by their priors."
      )
      : say(
        "数值按各自的先验分位数独立变动；先验多为建模判断，份额随先验的宽窄而变。",
        "Numbers move by quantiles of their priors, independently; most priors are judgements, and shares change with their width."
      )
    return [
      ranges,
      say(
        "筛选和指数的各点经历相同的\(answer.design.futures)个未来；指数已去掉由此而来的噪声，区间只覆盖设计的行，不覆盖未来的选择。",
        "All points of screening and indices meet the same \(answer.design.futures) futures; the noise that so few leave is taken out of the indices, and their intervals cover the rows of the design, not the choice of the futures."
      ),
      say(
        "龙卷风图和冲击表的区间覆盖\(answer.design.study.replications)个未来和农户抽样；其他数值保持声明值。",
        "Intervals of tornado and shocks cover \(answer.design.study.replications) futures and the sample of households; all other numbers are as declared."
      ),
      say(
        "去掉一种冲击也去掉了与它相互加重的部分，各冲击的效应不能相加。",
        "Without a shock, what it makes worse in others is gone too; effects of shocks do not add up."
      ),
    ]
  }
}
