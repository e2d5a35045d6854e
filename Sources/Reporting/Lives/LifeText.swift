import Experiments
import Households
import Simulation

/// Lives of households for readers: a line a month, and below it what happened.
public struct LifeText {
  private let lives: ScenarioLives
  private let options: RunOptions
  private let language: Language

  /// An account of lives under one scenario.
  ///
  /// - Parameters:
  ///   - lives: The lives.
  ///   - options: Sample and seed of the run they are from.
  ///   - language: Language of the account.
  public init(_ lives: ScenarioLives, options: RunOptions, language: Language) {
    self.lives = lives
    self.options = options
    self.language = language
  }

  /// The whole life of one of the households, from a month on.
  ///
  /// - Parameters:
  ///   - number: Place of the household among the lives.
  ///   - first: Place of the first month that is told.
  /// - Returns: Lines that each end in a line feed.
  public func text(household number: Int, from first: Int = 0) -> String {
    let life = lives.lives[number]
    var lines = heading(life.household)
    lines.append(say(.lifeLegend))
    if first > 0 { lines.append(say(.lifeAsBefore)) }
    let rows = life.months.map(row)
    let widths = columns.indices.map { column in
      max(
        DisplayWidth.columns(of: columns[column]),
        rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0)
    }
    lines.append(line(columns, widths))
    for place in life.months.indices.dropFirst(first) {
      lines.append(line(rows[place], widths) + marks(life.months[place]))
      lines += block(life, place)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func say(_ word: Word, _ values: [String: String] = [:]) -> String {
    word.said(in: language, values)
  }

  private var separator: String { language == .chinese ? "，" : ", " }
  private var divider: String { language == .chinese ? "；" : "; " }
  private var colon: String { language == .chinese ? "：" : ": " }

  private func heading(_ household: HouseholdRecord) -> [String] {
    let county = lives.scenario.geography.counties[household.county]
    return [
      say(
        .lifeTitle,
        [
          "household": String(household.id), "county": county.name, "code": String(county.code),
          "township": String(household.township + 1),
        ]),
      say(
        .lifeRun,
        [
          "scenario": lives.scenario.title[language], "replication": String(lives.replication),
          "seed": String(options.seed), "sample": NumberText.plain(options.sample),
        ]),
      say(
        .lifeDrawn,
        [
          "persons": String(household.persons), "workers": String(household.workers),
          "destination": destination(household),
          "students": String(household.students.wrappedSum()),
          "livelihood": say(Word(household.livelihood)),
          "facts": facts(household.flags).map { say($0) }.joined(separator: separator),
        ]),
      say(
        .lifeWealth,
        [
          "income": NumberText.whole(household.permanentIncome),
          "savings": NumberText.whole(household.savings),
          "assets": NumberText.whole(household.assets), "debt": NumberText.whole(household.debt),
          "weight": String(household.weight),
        ]),
    ]
  }

  private func destination(_ household: HouseholdRecord) -> String {
    guard household.workers > 0 else { return "" }
    return (language == .chinese ? "" : " ")
      + say(.lifeDestination, ["place": say(Word(household.destination))])
  }

  private func facts(_ flags: HouseholdFlags) -> [Word] {
    var facts: [Word] = [flags.contains(.formerlyPoor) ? .factFormerlyPoor : .factNotPoor]
    if flags.contains(.relocated) { facts.append(.factRelocated) }
    if !flags.contains(.basicInsurance) { facts.append(.factUninsured) }
    if flags.contains(.livesElsewhere) { facts.append(.factElsewhere) }
    return facts
  }

  private var columns: [String] {
    [
      Word.lifeMonth, .lifeIncome, .lifeAid, .lifeBills, .lifeConsumption, .lifeSavings,
      .lifeDebt, .lifeOwn, .lifeTotal,
    ].map { say($0) }
  }

  private func row(_ month: LifeMonth) -> [String] {
    [
      month[.wage] + month[.business] + month[.other], month[.aid], month[.cashOut],
      month[.consumption], month[.savings],
      month[.informalDebt] + month[.formalDebt] + month[.loan], month[.own12], month[.total12],
    ].reduce(into: [month.month.description]) { $0.append(NumberText.whole($1)) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    cells.indices.map { DisplayWidth.padded(cells[$0], to: widths[$0], alignedRight: $0 > 0) }
      .joined(separator: "  ")
  }

  private func marks(_ month: LifeMonth) -> String {
    var marks: [Word] = []
    if month.has(.kind) { marks.append(.lifeMonitored) }
    if month.has(.returned) { marks.append(.lifeReturned) }
    return marks.isEmpty ? "" : "  " + marks.map { say($0) }.joined(separator: separator)
  }

  /// What happened in a month: one line a theme, none where nothing happened.
  private func block(_ life: HouseholdLife, _ place: Int) -> [String] {
    LifeTheme.allCases.compactMap { theme in
      let items = items(theme, life, place)
      guard !items.isEmpty else { return nil }
      return "  " + say(theme.word) + colon + items.joined(separator: divider)
    }
  }

  private func items(_ theme: LifeTheme, _ life: HouseholdLife, _ place: Int) -> [String] {
    let month = life.months[place]
    let before = place > 0 ? life.months[place - 1] : nil
    var items: [String] = []
    if theme == .coping, month[.left] < 0 {
      items.append(
        say(.lifeShort, ["value": LifeValue.said(-month[.left], .left, in: language)]))
    }
    // The household as it was drawn stands in the heading.
    let columns = theme == .family && before == nil ? [] : theme.columns
    for (column, notice) in columns where notice.isDue(month[column], after: before?[column]) {
      guard notice == .ifChanged, let before else {
        items.append(LifeValue.item(month[column], column, in: language))
        continue
      }
      items += change(column, from: before[column], to: month[column])
    }
    if month.has(.returnEntered), theme == .state { items += reasons(life, place) }
    return items
  }

  /// A column with its value of the month before; nothing where both read the same.
  private func change(_ column: LifeColumn, from before: Double, to now: Double) -> [String] {
    let earlier = LifeValue.said(before, column, in: language)
    guard LifeValue.said(now, column, in: language) != earlier else { return [] }
    return [
      LifeValue.item(now, column, in: language) + (language == .chinese ? "" : " ")
        + say(.lifeBefore, ["value": earlier])
    ]
  }

  private static let losses: [(column: LifeColumn, cause: Cause)] = [
    (.lossIllness, .illness), (.lossDisaster, .disaster), (.lossPrices, .prices),
    (.lossJobs, .jobs), (.lossSchooling, .schooling), (.lossAccidents, .accidents),
    (.lossPolicyLapse, .policyLapse),
  ]

  /// Main cause of an entry, and the losses among which it is the largest.
  private func reasons(_ life: HouseholdLife, _ place: Int) -> [String] {
    let half = life.months[max(0, place - 5)...place]
    let losses = Self.losses.compactMap { entry -> String? in
      let yuan = half.reduce(0) { $0 + $1[entry.column] }
      guard yuan >= 1 else { return nil }
      return LifeValue.said(entry.cause, in: language) + " "
        + LifeValue.said(yuan, entry.column, in: language)
    }
    let cause = LifeValue.item(life.months[place][.cause], .cause, in: language)
    guard !losses.isEmpty else { return [cause] }
    return [cause, say(.lifeLosses, ["losses": losses.joined(separator: separator)])]
  }
}
