import Estimation
import Households
import Simulation

/// Simulates packages under events and looks for the money that keeps a limit.
public struct StressStudy {
  private let question: StressQuestion
  private let work: StudyDesign
  private let study: Study
  /// The limit, a share.
  public let limit: Double
  private let figures: StressFigures
  /// Half of the sample of households, in which its luck is measured; `nil` for the whole population.
  private let half: Study?
  private var futures: Range<Int> { 0..<work.replications }

  /// A study of a question.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - work: How much of it.
  ///   - study: Where it is simulated; with the sample and seed of the work.
  /// - Throws: ``StressError`` if the futures cannot answer, or `SimulationError` for missing parameters.
  public init(_ question: StressQuestion, work: StudyDesign, study: Study) throws {
    self.question = question
    self.work = work
    self.study = study
    for period in question.returnPeriods + [Self.period(of: question.probability)]
    where period > Double(work.replications) {
      throw StressError.returnPeriod(
        .beyondSample(period: period.rounded(.up), replications: work.replications))
    }
    let needed = Self.futuresNeeded(question.probability)
    if question.hold != nil, work.replications < needed {
      throw StressError.tooFewFutures(
        probability: question.probability, replications: work.replications, needed: needed)
    }
    let year = question.rate.year
    switch question.limit {
    case .rate(let share): limit = share
    case .hard, .stretch:
      let reading: Reading = question.limit == .hard ? .hard : .stretch
      let limits = try Limits(question.packages[0].scenario.parameters)
      guard let share = limits.limit(reading, year: year) else {
        throw StressError.noLimit(year: year)
      }
      limit = share
    }
    figures = StressFigures(question)
    half =
      study.sample < 1
      ? Study(
        sample: study.sample / 2, seed: study.seed, threads: study.threads, store: study.store,
        detail: study.detail, isCancelled: study.isCancelled) : nil
  }

  /// Years between two in which a limit that is kept with a probability is broken.
  static func period(of probability: Double) -> Double {
    // 1 / (1 − 0.9) is a hair above ten, which ten futures would not be enough for.
    (1e9 / (1 - probability)).rounded() / 1e9
  }

  /// Futures from which on a limit that is kept in all of them is kept with a probability, beyond the luck of
  /// the draws: the lower end of Wilson's interval of n of n is n / (n + z²).
  static func futuresNeeded(_ probability: Double) -> Int {
    var count = 1
    while WilsonInterval(successes: count, trials: count).lower95 < probability { count += 1 }
    return count
  }

  private var holdCells: [(package: Int, event: Int)] {
    guard let hold = question.hold else { return [] }
    return hold.packages.flatMap { package in hold.events.map { (package, $0) } }
  }

  /// Futures of all packages and events, and of the settings that are tried in any case.
  public var futuresInAll: Int {
    let cells = question.packages.count * question.events.count
    let settings = holdCells.reduce(0) { $0 + certain($1.package, $1.event).count }
    return (cells + settings) * work.replications + luckFutures.count
  }

  /// What the question will take at least; a search for a setting that has an answer takes more.
  ///
  /// Simulates the first futures of the baseline and of the last package, which are kept.
  public func forecast() throws -> StudyForecast {
    var missing = 0
    for scenario in question.scenarios.joined() {
      missing += study.missing(of: scenario, replications: futures)
    }
    if let hold = question.hold {
      for (package, event) in holdCells {
        for setting in certain(package, event) {
          let scenario = hold.factor.applied(setting, to: question.scenarios[package][event])
          missing += study.missing(of: scenario, replications: futures)
        }
      }
    }
    missing += half?.missing(of: question.scenarios[0][0], replications: luckFutures) ?? 0
    let figure = StudyFigure(question.rate)
    let last = question.scenarios[question.scenarios.count - 1][question.events.count - 1]
    _ = try study.table([figure], of: last, replications: 0..<min(Study.batch, futures.count))
    return try study.forecast(
      of: question.scenarios[0][0], figure, replications: work.replications, missing: missing,
      stored: futuresInAll - missing)
  }

  /// Simulates and answers.
  public func answer() throws -> CompletedStress {
    let tables = try question.scenarios.map { row in
      try row.map { try study.table(figures.all, of: $0, replications: futures) }
    }
    let luck = try luck(tables[0][0])
    let cells = try tables.indices.map { package in
      try tables[package].indices.map { event in
        try cell(package, event, tables, luck)
      }
    }
    let holds = try holdCells.map { try hold($0.package, $0.event, tables[$0.package][$0.event]) }
    let rates = tables[0][0][figures.rate]
    return CompletedStress(
      question: question, work: work, limit: limit, cells: cells, holds: holds, luck: luck,
      luckShare: luck.share(of: rates, persons: persons(tables[0][0]).reduce(0, +)),
      account: account)
  }

  // MARK: Luck of the sample

  /// Futures of the half sample: enough, because the counties are pooled.
  private var luckFutures: Range<Int> {
    study.sample < 1 ? 0..<min(8 * Study.batch, work.replications) : 0..<0
  }

  private func luck(_ table: FigureTable) throws -> HouseholdLuck {
    guard let half else {
      return HouseholdLuck(personsPerChance: 0, personsPerDraw: 0, sampleFraction: 1)
    }
    half.afterBatch = study.afterBatch
    let halves = try half.table(
      figures.counties, of: question.scenarios[0][0], replications: luckFutures)
    return HouseholdLuck(
      half: figures.counties.map { halves[$0] }, whole: figures.counties.map { table[$0] },
      persons: persons(table), sampleFraction: study.sample)
  }

  /// Formerly-poor persons simulated in each county, mean over futures.
  private func persons(_ table: FigureTable) -> [Double] {
    figures.persons.map { Moments(table[$0]).mean * study.sample }
  }

  private var account: StudyAccount {
    var sum = study.account
    if let own = half?.account { sum.add(own) }
    return sum
  }

  // MARK: Cells

  private func cell(
    _ package: Int, _ event: Int, _ tables: [[FigureTable]], _ luck: HouseholdLuck
  ) throws -> StressCell {
    let table = tables[package][event]
    let rates = table[figures.rate]
    let worst = futures.map { future in
      figures.worstYears.map { table[$0][future] }.max() ?? .nan
    }
    let (curve, worstCurve) = (ExceedanceCurve(rates), ExceedanceCurve(worst))
    return StressCell(
      package: package, event: event, rate: table.estimate(figures.rate),
      fromNoEvent: event == 0
        ? nil : table.difference(figures.rate, minus: tables[package][0]),
      fromBaseline: package == 0
        ? nil : table.difference(figures.rate, minus: tables[0][event]),
      cost: table.estimate(figures.cost), breaking: chance(rates) { $0 > limit }, curve: curve,
      worstCurve: worstCurve,
      keptLimit: try curve.level(period: Self.period(of: question.probability)),
      levels: try question.returnPeriods.map { try curve.level(period: $0) },
      worstLevels: try question.returnPeriods.map { try worstCurve.level(period: $0) },
      massReturn: massReturns(table, luck))
  }

  private func chance(_ values: [Double], _ happens: (Double) -> Bool) -> WilsonInterval {
    WilsonInterval(successes: values.count(where: happens), trials: values.count)
  }

  private func massReturns(_ table: FigureTable, _ luck: HouseholdLuck) -> MassReturns {
    let share = question.massReturn.county
    let persons = persons(table)
    let means = figures.counties.map { Moments(table[$0]).mean }
    let steadied = luck.steadied(means, persons: persons)
    var above = [Int](repeating: 0, count: futures.count)
    let counties = figures.counties.indices.map { position in
      let rates = table[figures.counties[position]]
      let shift = steadied[position] - means[position]
      let own = luck.removed(from: rates, persons: persons[position]).map { $0 + shift }
      for (future, rate) in own.enumerated() where rate > share { above[future] += 1 }
      return MassReturns.CountyReturn(
        county: question.packages[0].scenario.counties[position],
        stock: table.estimate(figures.counties[position]), chance: chance(own) { $0 > share },
        asSimulated: chance(rates) { $0 > share },
        luckShare: luck.share(of: rates, persons: persons[position]))
    }
    return MassReturns(
      counties: counties,
      anyCounty: WilsonInterval(successes: above.count { $0 > 0 }, trials: above.count),
      countiesAbove: Estimator(replications: above.count).estimate(
        above.map(Double.init), isNonNegative: true),
      province: chance(table[figures.stock]) { $0 > question.massReturn.province })
  }

  // MARK: Settings

  /// Settings that are simulated whatever comes out: the largest, and those that the question lists.
  private func certain(_ package: Int, _ event: Int) -> [Double] {
    guard let hold = question.hold else { return [] }
    let scenario = question.scenarios[package][event]
    let present = hold.factor.value(in: scenario)
    let listed = hold.settings.filter { $0 > present && $0 < hold.largest }
    return (isSteady(hold.factor, present, scenario) ? [] : [present]) + listed + [hold.largest]
  }

  /// Whether a scenario has its present value until the end of the year in question, so that the value
  /// applied to it changes nothing.
  private func isSteady(_ factor: Factor, _ present: Double, _ scenario: Scenario) -> Bool {
    var month = factor.from ?? scenario.start
    while month <= Month(year: question.rate.year, month: 12) {
      let at = Factor(
        name: factor.name, target: factor.target, from: month, title: factor.title,
        unit: factor.unit, valid: factor.valid)
      if at.value(in: scenario) != present { return false }
      month = month.advanced(by: 1)
    }
    return true
  }

  private func hold(_ package: Int, _ event: Int, _ table: FigureTable) throws -> StressHold {
    guard let hold = question.hold else { preconditionFailure("no setting was asked for") }
    let scenario = question.scenarios[package][event]
    let present = hold.factor.value(in: scenario)
    let isSteady = isSteady(hold.factor, present, scenario)
    var trials: [StressHold.Trial] = []
    func tried(_ setting: Double) throws -> WilsonInterval {
      if let known = trials.first(where: { $0.setting == setting }) { return known.keeping }
      let own =
        setting == present && isSteady
        ? table
        : try study.table(
          [figures.rate], of: hold.factor.applied(setting, to: scenario), replications: futures)
      let rates = own[figures.rate]
      let keeping = chance(rates) { $0 <= limit }
      trials.append(
        StressHold.Trial(
          setting: setting, keeping: keeping, rate: own.estimate(figures.rate),
          keptLimit: try ExceedanceCurve(rates).level(
            period: Self.period(of: question.probability))))
      return keeping
    }
    let root = try MonotoneRoot(
      bracket: present...hold.largest, tolerance: hold.tolerance, target: question.probability,
      evaluate: tried)
    for setting in certain(package, event) { _ = try tried(setting) }
    return StressHold(
      package: package, event: event, present: present, root: root,
      trials: trials.sorted { $0.setting < $1.setting })
  }
}
