import Experiments
import Households
import Simulation

/// Where a household's lives under two scenarios part, and what came of it, for readers.
public struct LifePartingText {
  private let one: ScenarioLives
  private let other: ScenarioLives
  private let language: Language
  /// Differences of the month that are written out; what follows from them is in the lives.
  private static let most = 6

  /// The same households under two scenarios.
  public init(_ one: ScenarioLives, _ other: ScenarioLives, language: Language) {
    self.one = one
    self.other = other
    self.language = language
  }

  /// One household's parting.
  ///
  /// - Parameter number: Place of the household among the lives.
  /// - Returns: Lines that each end in a line feed.
  public func text(household number: Int) -> String {
    let (a, b) = (one.lives[number], other.lives[number])
    let id = String(a.household.id)
    guard let parting = LifeParting(a, b) else {
      return say(.partingSame, ["household": id]) + "\n"
    }
    var lines = [
      say(
        .partingTitle,
        [
          "household": id, "one": names[0], "other": names[1],
          "month": parting.month.description, "step": parting.step.text[language],
        ])
    ]
    lines += parting.differences.prefix(Self.most).map { "  " + difference($0) }
    let rest = parting.differences.count - Self.most
    if rest > 0 { lines.append("  " + say(.partingOthers, ["number": String(rest)])) }
    lines.append(say(.partingWhole) + colon)
    lines += sums(a, b).map { "  " + $0 }
    return lines.map { $0 + "\n" }.joined()
  }

  private func say(_ word: Word, _ values: [String: String] = [:]) -> String {
    word.said(in: language, values)
  }

  private var colon: String { language == .chinese ? "：" : ": " }
  private var separator: String { language == .chinese ? "，" : ", " }
  private var names: [String] { LifeDocument.names([one, other]) }

  private func under(_ place: Int, _ value: String) -> String {
    say(.partingColumn, ["scenario": names[place]]) + " " + value
  }

  /// A column with both values and, for amounts, what the second scenario has more or less.
  private func difference(_ difference: LifeParting.Difference) -> String {
    let column = difference.column
    let parts =
      [(0, difference.one), (1, difference.other)].map {
        under($0.0, LifeValue.said($0.1, column, in: language))
      } + more(difference.other - difference.one, column)
    return column.step.text[language] + colon + column.text[language] + colon
      + parts.joined(separator: separator)
  }

  private func more(_ amount: Double, _ column: LifeColumn) -> [String] {
    switch column.unit {
    case .yuan, .yuanPerHead:
      let value = LifeValue.said(abs(amount), column, in: language)
      return [say(amount > 0 ? .partingMore : .partingLess, ["value": value])]
    default: return []
    }
  }

  /// What came of it: sums and final values of both lives.
  private func sums(_ a: HouseholdLife, _ b: HouseholdLife) -> [String] {
    func line(_ word: Word, _ column: LifeColumn, _ value: (HouseholdLife) -> Double) -> String {
      say(word) + colon
        + [(0, a), (1, b)].map { under($0.0, LifeValue.said(value($0.1), column, in: language)) }
        .joined(separator: separator)
    }
    func sum(_ column: LifeColumn) -> (HouseholdLife) -> Double {
      { life in life.months.reduce(0) { $0 + $1[column] } }
    }
    func last(_ column: LifeColumn) -> (HouseholdLife) -> Double {
      { $0.months.last?[column] ?? 0 }
    }
    return [
      line(.partingMonthsReturned, .monthsBelow, sum(.returned)),
      line(.partingMonthsMonitored, .monthsBelow) { life in
        Double(life.months.count { $0.has(.kind) })
      },
      line(.partingAid, .aid, sum(.aid)),
      line(.partingOwnBills, .billOwn) { sum(.billOwn)($0) + sum(.followupOwn)($0) },
      line(.partingSavings, .savings, last(.savings)),
      line(.partingDebt, .informalDebt) { last(.informalDebt)($0) + last(.formalDebt)($0) },
    ]
  }
}
