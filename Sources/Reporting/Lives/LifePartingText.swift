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
    let names = LifeDocument.names([one, other])
    let id = String(a.household.id)
    guard let parting = LifeParting(a, b) else {
      return say(.partingSame, ["household": id]) + "\n"
    }
    let title = say(
      .partingTitle,
      [
        "household": id, "one": names[0], "other": names[1], "month": parting.month.description,
        "step": say(stepOf: parting.differences[0].column),
      ])
    var rows = [[say(.partingWhat)] + names + [""]]
    rows += parting.differences.prefix(Self.most).map(row)
    let rest = parting.differences.count - Self.most
    if rest > 0 { rows.append([say(.partingOthers, ["number": String(rest)]), "", "", ""]) }
    rows.append([say(.partingWhole), "", "", ""])
    rows += sums(a, b)
    return title + "\n" + aligned(rows)
  }

  private func say(_ word: Word, _ values: [String: String] = [:]) -> String {
    word.said(in: language, values)
  }

  /// The step of a column, as readers of a life know it.
  private func say(stepOf column: LifeColumn) -> String {
    switch column.step {
    case .events: say(.lifeStepEvents)
    case .coping: say(.lifeStepCoping)
    case .visits: say(.visits)
    case .recognition: say(.lifeStepRecognition)
    case .county: say(.lifeStepGrants)
    default: column.step.text[language]
    }
  }

  private var colon: String { language == .chinese ? "：" : ": " }

  /// A column with both values and, for money, what the second scenario has more or less.
  private func row(_ difference: LifeParting.Difference) -> [String] {
    let column = difference.column
    // Sums of income belong to no step of their own.
    let isSum = [.wage, .business, .other].contains(column)
    let name = (isSum ? "" : say(stepOf: column) + colon) + column.text[language]
    return values(name, column, difference.one, difference.other)
  }

  private func values(
    _ name: String, _ column: LifeColumn, _ one: Double, _ other: Double
  ) -> [String] {
    let pair = [one, other].map { LifeValue.said($0, column, in: language) }
    let amount = other - one
    switch column.unit {
    case .yuan, .yuanPerHead, .months:
      guard pair[0] != pair[1] else { return [name] + pair + [""] }
      let size = LifeValue.said(abs(amount), column, in: language)
      let more = say(amount > 0 ? .partingMore : .partingLess, ["value": size])
      return [name] + pair + [more]
    default: return [name] + pair + [""]
    }
  }

  /// What came of it: sums and final values of both lives.
  private func sums(_ a: HouseholdLife, _ b: HouseholdLife) -> [[String]] {
    func sum(_ columns: LifeColumn...) -> (HouseholdLife) -> Double {
      { life in life.months.reduce(0) { sum, month in columns.reduce(sum) { $0 + month[$1] } } }
    }
    func last(_ columns: LifeColumn...) -> (HouseholdLife) -> Double {
      { life in columns.reduce(0) { $0 + (life.months.last?[$1] ?? 0) } }
    }
    let lines: [(Word, LifeColumn, (HouseholdLife) -> Double)] = [
      (.partingMonthsReturned, .monthsBelow, sum(.returned)),
      (
        .partingMonthsMonitored, .monthsBelow,
        { life in Double(life.months.count { $0.has(.kind) }) }
      ),
      (.partingAid, .aid, sum(.aid)), (.partingOwnBills, .billOwn, sum(.billOwn, .followupOwn)),
      (.partingSavings, .savings, last(.savings)),
      (.partingDebt, .informalDebt, last(.informalDebt, .formalDebt)),
    ]
    return lines.map { values(say($0.0), $0.1, $0.2(a), $0.2(b)) }
  }

  private func aligned(_ rows: [[String]]) -> String {
    let widths = (0..<4).map { column in
      rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.indices.map {
        DisplayWidth.padded(row[$0], to: widths[$0], alignedRight: $0 > 0)
      }
      let line = "  " + cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }
}
