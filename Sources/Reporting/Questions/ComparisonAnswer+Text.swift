import Estimation
import Experiments
import Households

extension ComparisonAnswer {
  /// The answer in sentences: the best by each rate, how precise, and what more knowledge would be worth.
  public func sentences(in language: Language) -> [String] {
    let text = DecisionText(decision, language: language)
    var sentences = text.choices
    if let precision { sentences.append(precision.sentence(in: language)) }
    if let information { sentences += information.sentences(in: language) }
    return sentences + text.limits
  }
}

extension ComparisonPrecision {
  /// How many futures it took, or how many would do.
  func sentence(in language: Language) -> String {
    let asked = NumberText.fixed(asked * 100, decimals: 3)
    let reached = NumberText.fixed(reached * 100, decimals: 3)
    if isReached {
      return BilingualText(
        chinese: "所求精度 ±\(asked) 个百分点已达到（±\(reached)），用了 \(replications) 次未来。",
        english:
          "The precision of ±\(asked) points is reached (±\(reached)) with \(replications) futures."
      )[
        language]
    }
    let needed = needed.map(String.init) ?? ""
    return BilingualText(
      chinese:
        "\(replications) 次未来后精度为 ±\(reached) 个百分点，未达到所求的 ±\(asked)；约需 \(needed) 次（--at-most）。",
      english:
        "After \(replications) futures the precision is ±\(reached) points and not ±\(asked) as asked; "
        + "about \(needed) would do (--at-most).")[language]
  }
}

extension ValueOfInformation {
  /// Who is the best at which value of a person-year, and what is worth knowing.
  func sentences(in language: Language) -> [String] {
    guard let first = curve.first, let last = curve.last else { return [] }
    let point = curve.first { $0.willingness == valueOfPersonYear } ?? last
    func title(_ policy: Int) -> String { titles[policy][language] }
    func share(_ point: CostEffectiveness.Point) -> String {
      NumberText.percent(point.bestAcceptability, decimals: 0)
    }
    func yuan(_ value: Double) -> String { NumberText.whole(value) }
    let million = NumberText.whole(point.perfectInformation / 1e6)
    let hundredMillion = NumberText.fixed(
      point.perfectInformation / 1e8, decimals: 1, grouped: true)
    var sentences = [
      BilingualText(
        chinese: "计入参数的不确定性（\(draws) 次抽样，各 \(futures) 次未来）：每人·年值 \(yuan(first.willingness)) 元时"
          + "“\(title(first.best))”的期望净效益最大（在 \(share(first)) 的抽样中最优），值 \(yuan(last.willingness)) 元时为"
          + "“\(title(last.best))”（\(share(last))）。",
        english:
          "With what is not known of the parameters (\(draws) draws of \(futures) futures): at "
          + "\(yuan(first.willingness)) yuan a person-year “\(title(first.best))” has the largest expected net "
          + "benefit (the best in \(share(first)) of draws), at \(yuan(last.willingness)) yuan "
          + "“\(title(last.best))” (\(share(last)))."),
      BilingualText(
        chinese: "若每人·年值 \(yuan(point.willingness)) 元，事先知道全部参数至多值 \(hundredMillion) 亿元（八年合计）。",
        english:
          "At \(yuan(point.willingness)) yuan a person-year, knowing all parameters beforehand would be "
          + "worth at most \(million) million yuan over the result years."),
    ]
    let clear = numbers.filter { $0.value.value > 2 * $0.value.standardError }
    if let number = clear.first {
      let worth = NumberText.whole(number.value.value / 1e6)
      sentences.append(
        BilingualText(
          chinese: "最值得先弄清的数是 \(number.name)（约 \(worth) 百万元）。",
          english: "The number most worth knowing is \(number.name) (about \(worth) million yuan).")
      )
    }
    if noiseShare > 0.2 {
      let noise = NumberText.percent(noiseShare, decimals: 0)
      sentences.append(
        BilingualText(
          chinese: "各抽样之间净效益差异的方差约有 \(noise) 只是未来次数太少的噪声，上述价值因此偏高。",
          english:
            "About \(noise) of the variance of net benefits between draws is noise of few futures, so "
            + "these values are too high."))
    }
    return sentences.map { $0[language] }
  }
}
