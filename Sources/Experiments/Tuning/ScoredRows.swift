import Households
import Simulation

/// The scored rows of one possible future's panel, until it is known what becomes of them with and without
/// help.
struct ScoredRows {
  /// Numbers of the rows in the panel.
  private(set) var rows: [Int32] = []
  /// Bins of all designs, row by row; shape `[rows][designs]`.
  private(set) var bins: [UInt8] = []
  /// Persons that a row stands for: members × weight.
  private(set) var persons: [Int32] = []
  /// Sums of the panel.
  private(set) var fold: TuningFold
  /// Months below the line and assistance without help, row by row.
  private var without: (months: [UInt8], aid: [Double]) = ([], [])

  /// Whose rows are scored.
  struct Rule: Sendable {
    let designs: [IndexDesign]
    let years: ClosedRange<Int>
    /// Months within which need makes a case.
    let horizon: Int
    /// Months in which poverty counts that help avoids.
    let helpMonths: Int
    /// Whether a household that is in need on the date is a case; otherwise it is left out.
    let countsPresentNeed: Bool

    func isScored(_ row: AlertPanelRow) -> Bool {
      !row.isMonitored && (countsPresentNeed || !row.isInNeed)
    }

    /// Numbers of the dates of a panel on which rows are scored.
    func dates(_ panel: AlertPanel) -> [Int] {
      panel.dates.indices.filter { years.contains(panel.dates[$0].year) }
    }

    /// Months to the first need, 0 on the date, −1 for no case.
    func lead(_ row: AlertPanelRow) -> Int {
      if row.isInNeed { return 0 }
      let first = row.outcome(months: horizon).firstNeed
      return first > 0 ? first : -1
    }
  }

  /// Sums that are complete; of their rows nothing is kept.
  init(_ fold: TuningFold) { self.fold = fold }

  /// The scored rows of the baseline.
  init(_ panel: AlertPanel, _ rule: Rule, edges: TuningEdges, layout: TuningFold.Layout) {
    fold = TuningFold(layout: layout)
    let count = rule.designs.count
    for date in rule.dates(panel) {
      for place in panel.households.indices {
        let row = panel[date: date, household: place]
        guard rule.isScored(row) else { continue }
        let household = row.household
        let start = bins.count
        for (number, design) in rule.designs.enumerated() {
          bins.append(edges.bin(number, row.score(design)))
        }
        let weight = Int32(household.weight)
        rows.append(Int32(date * panel.households.count + place))
        persons.append(Int32(row.persons) * weight)
        fold.add(
          bins: bins[start..<start + count], type: TuningFold.type(household),
          county: household.county, weight: weight, lead: rule.lead(row))
      }
    }
  }

  /// What becomes of the rows without help.
  mutating func addWithout(_ panel: AlertPanel, _ rule: Rule) {
    for row in rows {
      let outcome = panel[Int(row)].outcome(months: rule.helpMonths)
      without.months.append(UInt8(outcome.monthsBelow))
      without.aid.append(outcome.aid)
    }
  }

  /// What becomes of them with help; then the sums are complete and the rows are forgotten.
  func completed(_ panel: AlertPanel, _ rule: Rule) -> TuningFold {
    var fold = fold
    let count = rule.designs.count
    for (number, row) in rows.enumerated() {
      let own = panel[Int(row)]
      let outcome = own.outcome(months: rule.helpMonths)
      let fen = (outcome.aid - without.aid[number]) * 100 * Double(own.household.weight)
      let persons = Int64(persons[number])
      fold.add(
        bins: bins[number * count..<(number + 1) * count],
        without: persons * Int64(without.months[number]),
        with: persons * Int64(outcome.monthsBelow), aid: Int64(fen.rounded()))
    }
    return fold
  }
}

extension TuningFold {
  /// Number of a household's type: livelihood, then whether it was poor.
  static func type(_ household: PanelHousehold) -> Int {
    Int(household.livelihood.rawValue) + (household.isFormerlyPoor ? 4 : 0)
  }
}
