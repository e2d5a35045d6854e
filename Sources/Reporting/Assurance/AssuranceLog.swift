import Experiments
import Households

/// `assurance.md`: what a run rests on, in Chinese and then in English, for those who must answer for
/// its figures.
///
/// After the log of the AQuA Book (HM Treasury, *The Aqua Book: guidance on producing quality analysis
/// for government*, 2015): purpose, data, assumptions, decisions, checks, limits of use.
struct AssuranceLog {
  private let page: Page
  private var content: ReportContent { page.content }
  private var language: Language { page.language }

  private init(_ content: ReportContent, _ language: Language) {
    page = Page(content, language: language)
  }

  /// The log in both languages.
  static func text(_ content: ReportContent) -> String {
    [Language.chinese, .english].map { AssuranceLog(content, $0).text }
      .joined(separator: "\n---\n\n")
  }

  private var text: String {
    let title = content.scenario.title[language]
    return """
      # \(page.say(.assuranceTitle, ["title": title]))

      \(content.scenario.summary[language])

      \(page.say(.assuranceUse))

      \(section(.assuranceData, data))
      \(section(.assuranceAssumptions, assumptions))
      \(section(.assuranceDecisions, decisions))
      \(section(.assuranceChecks, checks))
      \(section(.limitsHeading, page.limits.map { page.say($0) }))
      """
  }

  private func section(_ heading: Word, _ items: [String]) -> String {
    "## \(page.say(heading))\n\n" + items.map { "* \($0)\n" }.joined()
  }

  private var data: [String] {
    [page.say(.assuranceSynthetic)]
      + page.runFacts.map { "\(page.say($0)): \($1)" }
      + page.digests.map { "\(page.say($0)): `\($1)`" }
      + [page.say(.assuranceRepeat, ["command": "`\(page.repeatCommand)`"])]
  }

  /// Numbers by origin, and how much of the variance rests on each, where parameters were drawn.
  private var assumptions: [String] {
    let declared = content.scenario.parameters.declared
    let counts = Origin.allCases.map { origin in
      let numbers = declared.filter { $0.origin == origin }
      return page.say(
        .assuranceOrigin,
        [
          "origin": page.say(Word(origin)), "count": String(numbers.count),
          "uncertain": String(numbers.count { $0.prior != .fixed }),
        ])
    }
    guard let draws = content.draws else { return counts + [page.say(.assuranceNoShares)] }
    let shares = AssumptionShares(draws, declared: declared).shares.map { share in
      page.say(
        .assuranceShare,
        [
          "origin": page.say(Word(share.origin)), "count": String(share.numbers),
          "share": NumberText.percent(share.share, decimals: 0),
          "reach": NumberText.percent(share.reach, decimals: 0),
        ])
    }
    return counts + [page.say(.assuranceShares, ["draws": String(draws.values.count)])] + shares
  }

  /// What the author of the scenario decided.
  private var decisions: [String] {
    let scenario = content.scenario
    let overrides = scenario.parameters.overrides.sorted { $0.key < $1.key }.map {
      "`\($0.key)` (\($0.value.place))"
    }
    let mechanisms = Mechanism.allCases.filter {
      scenario.setting(of: $0).isEnabled != $0.isOnByDefault
    }.map { mechanism in
      let word: Word = mechanism.isOnByDefault ? .switchedOff : .switchedOn
      return "\(mechanism.name[language]): \(page.say(word))"
    }
    let all = overrides + mechanisms + scenario.events.map { $0.title }
    return all.isEmpty ? [page.say(.assuranceNoDecisions)] : all
  }

  /// What this run itself has checked; a run that fails one of these leaves no folder.
  private var checks: [String] {
    let isRough = Cautions.areFew(content.record.replications * (content.record.draws ?? 1))
    return [
      page.say(.assuranceChecked), page.say(.assuranceBooks),
      page.say(isRough ? .assuranceFew : .assuranceEnough),
      page.say(content.record.sample < 0.02 ? .assuranceCoarse : .assuranceSample),
    ]
  }
}
