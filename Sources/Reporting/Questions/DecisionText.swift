import Estimation
import Experiments
import Households

/// The choice among policies in sentences, for a terminal and the top of a report.
public struct DecisionText {
  let decision: PolicyDecision
  let language: Language

  /// Sentences about a decision.
  public init(_ decision: PolicyDecision, language: Language) {
    self.decision = decision
    self.language = language
  }

  private func say(_ chinese: String, _ english: String) -> String {
    BilingualText(chinese: chinese, english: english)[language]
  }

  private func title(_ policy: Int) -> String { decision.titles[policy][language] }

  /// A rate in words, such as “stock at the end of 2030”.
  static func name(of rate: HeadlineRate, _ language: Language) -> String {
    let text =
      switch rate.measure {
      case .stock: ("\(rate.year) 年年末存量", "the stock at the end of \(rate.year)")
      case .flow: ("\(rate.year) 年新增返贫", "the flow of \(rate.year)")
      case .recognised: ("\(rate.year) 年发现的返贫", "the recognised flow of \(rate.year)")
      case .need: ("\(rate.year) 年年末未计帮扶的需要", "the need at the end of \(rate.year)")
      }
    return BilingualText(chinese: text.0, english: text.1)[language]
  }

  /// One sentence a rate: which policy is the best and how sure that is, or who is still in the race.
  public var choices: [String] { decision.races.map(choice) }

  private func choice(_ race: PolicyDecision.Race) -> String {
    let name = Self.name(of: race.rate, language)
    let delta = NumberText.points(decision.choice.smallestDifference).drop { $0 == "+" }
    let sure = NumberText.percent(1 - decision.choice.error, decimals: 0)
    let selection = race.selection
    if let best = selection.best {
      return say(
        "按\(name)，\(decision.names.count) 个方案（含基准）中“\(title(best))”最好；若它比其他方案至少好 \(delta) 个百分点，"
          + "选对的把握不低于 \(sure)（第 \(selection.replications) 次未来后已定，共 \(decision.futures) 次）。",
        "By \(name), “\(title(best))” is the best of \(decision.names.count) policies (baseline "
          + "included): if it is better than the others by \(delta) points or more, the choice is right "
          + "with a chance of at least \(sure) (decided after \(selection.replications) of "
          + "\(decision.futures) futures).")
    }
    let racing = selection.survivors.map(title)
    let list = racing.joined(separator: say("”“", "”, “"))
    let more = selection.mostReplications
    let enough =
      more.map { $0 < 1_000_000 ? say("至多约 \($0) 次可定", "at most about \($0) settle it") : "" } ?? ""
    return say(
      "按\(name)，\(decision.futures) 次未来还不能选出最好的方案：“\(list)”仍在比较之中，领先的是"
        + "“\(title(selection.leader))”\(enough.isEmpty ? "" : "；\(enough)")。",
      "By \(name), \(decision.futures) futures do not settle which policy is the best: “\(list)” are still "
        + "in the race, “\(title(selection.leader))” leads\(enough.isEmpty ? "" : "; \(enough)").")
  }

  /// What the choice does not know: the sample of households.
  public var limits: [String] {
    guard decision.sampleFraction < 1 else { return [] }
    let share = NumberText.percent(decision.sampleFraction, decimals: 1)
    return [
      say(
        "选优只计未来之间的差异，对象是抽取的 \(share) 住户；差值的区间另含抽样误差。",
        "The selection knows the spread of futures for the \(share) of households that were drawn; "
          + "intervals of differences also hold the error of that sample.")
    ]
  }

  /// Lines of a table for a terminal: what each reform changes, keeps and costs.
  public var table: [[String]] {
    var rows = [
      [say("方案", "Reform")]
        + decision.races.map { race in
          "\(race.rate.name) " + say("（百分点）", "(points)")
        } + [say("少返贫（人·年）", "Kept (person-years)"), say("元/人·年", "Yuan each")]
    ]
    for reform in decision.worths.indices {
      let worth = decision.worths[reform]
      var row = [title(reform + 1)]
      row += decision.races.map { race in
        let estimate = race.differences[reform].estimate
        let mark = race.comparisons.isClaimed[reform] ? " *" : "  "
        return "\(NumberText.points(estimate.mean)) [\(NumberText.points(estimate.lower95)), "
          + "\(NumberText.points(estimate.upper95))]\(mark)"
      }
      row.append(NumberText.whole(worth.kept.estimate.mean))
      row.append(costText(worth))
      rows.append(row)
    }
    return rows
  }

  private func costText(_ worth: PolicyDecision.Worth) -> String {
    if worth.cost.estimate.mean < 0 { return say("省钱", "saves money") }
    guard worth.costPerPersonYear.interval != nil else { return NumberText.missing }
    return NumberText.whole(worth.costPerPersonYear.ratio)
  }

  /// What the asterisk means.
  public var footnote: String {
    let level = NumberText.percent(decision.choice.error, decimals: 0)
    return say(
      "* 与基准的差异经 Holm 校正后 p ≤ \(level)。",
      "* differs from the baseline with p ≤ \(level) after Holm's correction.")
  }
}
