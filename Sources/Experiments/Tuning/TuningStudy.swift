import Estimation
import Households
import NumericalMethods
import Simulation

/// Scores households in many futures and looks for the thresholds from which they should be alerted.
public final class TuningStudy {
  private let question: TuneQuestion
  private let work: StudyDesign
  private let study: Study
  /// Futures on which thresholds are chosen, and that report.
  private let tuning: Range<Int>
  private let reporting: Range<Int>
  private let rule: ScoredRows.Rule
  private var prepared: Prepared?
  /// Sums of the futures that the forecast needed, by the number of the first.
  private var known: [Int: [TuningFold]] = [:]

  /// Simulators of the three scenarios, and the bins.
  private struct Prepared {
    let baseline, helpOff, helpOn: Simulator
    let edges: TuningEdges
    let layout: TuningFold.Layout
    let dates: Int
  }

  /// A study of a question.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - work: How much of it.
  ///   - study: Where it is simulated; with the sample and seed of the work.
  /// - Throws: ``TuningError`` where it cannot be answered, before anything is simulated.
  public init(_ question: TuneQuestion, work: StudyDesign, study: Study) throws(TuningError) {
    let whole = work.replications
    guard whole >= 4 else { throw .tooFewReplications(whole, needed: 4) }
    for half in [question.helpOff, question.helpOn]
    where !PopulationInputs.agree(question.baseline.scenario, half.scenario) {
      throw .householdsDiffer(half.name)
    }
    (self.question, self.work, self.study) = (question, work, study)
    let chosen = Int((question.tuningShare * Double(whole)).rounded())
    tuning = 0..<min(max(2, chosen), whole - 2)
    reporting = tuning.upperBound..<whole
    let base = question.baseline.scenario
    let present = base.parameters.value(of: "shadow_indices.count_present_need", at: base.start)
    rule = ScoredRows.Rule(
      designs: question.designs.compactMap { IndexDesign(rawValue: UInt8($0.number)) },
      years: question.years, horizon: question.horizon, helpMonths: TuneQuestion.helpMonths,
      countsPresentNeed: (present ?? 1) > 0.5)
  }

  private var all: Range<Int> { 0..<work.replications }
  private var base: Scenario { question.baseline.scenario }

  /// Futures of all scenarios: three panels each, the baseline's figures, the recommended threshold.
  public var futuresInAll: Int { 4 * all.count + reporting.count }

  /// What the question will take; simulates the first panels, which are kept.
  ///
  /// The half-width is that of the share of households in need that the threshold in force finds.
  public func forecast() throws -> StudyForecast {
    let ready = try ready()
    var missing = reporting.count + (study.store == nil ? all.count : 0)
    let batches = Study.batches(all)
    let left = batches.filter { !isStored($0, ready) }
    for range in left { missing += 3 * range.count }
    // One that is not in the store also tells how long the rest will take.
    let range = left.first ?? batches[0]
    let pilot = try folds(range, ready)
    known[range.lowerBound] = pilot
    let shares = pilot.map { fold in
      fold.scores(0, ready.edges.values[0]).classification(cut: ready.edges.inForce[0]).sensitivity
    }.filter(\.isFinite)
    let width =
      shares.count > 1
      ? Estimator.halfWidth(variance: Moments(shares).variance / Double(reporting.count)) : nil
    return StudyForecast(
      missing: missing, stored: futuresInAll - missing,
      seconds: Double(missing) * (study.account.secondsPerFuture ?? .nan), halfWidth: width)
  }

  // MARK: Panels

  private func ready() throws -> Prepared {
    if let prepared { return prepared }
    func simulator(_ scenario: Scenario) throws -> Simulator {
      try Simulator(scenario: scenario, population: study.population(of: scenario))
    }
    let baseline = try simulator(base).withFittedIndices()
    let rule = rule
    var scores = [[Float]](repeating: [], count: rule.designs.count)
    var (thresholds, dates) = (scores, 0)
    try baseline.alertPanels(
      replications: 0..<1, seed: study.seed, threads: study.threads,
      isCancelled: study.isCancelled, fitsIndices: false
    ) { panel, _ in
      for date in rule.dates(panel) {
        dates += 1
        for (number, design) in rule.designs.enumerated() {
          thresholds[number].append(panel.threshold(design, date: date))
        }
        for place in panel.households.indices {
          let row = panel[date: date, household: place]
          guard rule.isScored(row) else { continue }
          for (number, design) in rule.designs.enumerated() {
            scores[number].append(row.score(design))
          }
        }
      }
    }
    let edges = try TuningEdges(scores: scores, thresholds: thresholds, designs: question.designs)
    let made = Prepared(
      baseline: baseline, helpOff: try simulator(question.helpOff.scenario),
      helpOn: try simulator(question.helpOn.scenario), edges: edges,
      layout: TuningFold.Layout(
        designs: rule.designs.count, counties: base.geography.counties.count), dates: dates)
    prepared = made
    return made
  }

  /// Everything that decides the sums of some futures.
  private func key(_ range: Range<Int>, _ ready: Prepared) -> String {
    let scenarios = [question.baseline, question.helpOff, question.helpOn].map {
      ScenarioDigest.hexadecimal(of: $0.scenario)
    }
    return
      (["tuning"] + scenarios + [
        "\(study.sample) \(study.seed) \(range) \(rule)", ready.edges.text,
      ]).joined(separator: "\n")
  }

  private func isStored(_ range: Range<Int>, _ ready: Prepared) -> Bool {
    study.store?.holdsSums(key(range, ready)) ?? false
  }

  /// Sums of the futures of a batch, from the store or from three runs on the same draws.
  private func folds(_ range: Range<Int>, _ ready: Prepared) throws -> [TuningFold] {
    if let known = known[range.lowerBound] { return known }
    let what = key(range, ready)
    if let bytes = study.sums(what, futures: 3 * range.count),
      let folds = TuningFold.folds(bytes, layout: ready.layout, count: range.count)
    {
      return folds
    }
    let rule = rule
    let none = [ScoredRows?](repeating: nil, count: range.count)
    var rows = none
    try study.panels(of: base, ready.baseline, range) { panel, number in
      rows[number - range.lowerBound] = ScoredRows(
        panel, rule, edges: ready.edges, layout: ready.layout)
    }
    try study.panels(of: question.helpOff.scenario, ready.helpOff, range) { panel, number in
      rows[number - range.lowerBound]?.addWithout(panel, rule)
    }
    try study.panels(of: question.helpOn.scenario, ready.helpOn, range) { panel, number in
      let place = number - range.lowerBound
      let fold = rows[place]?.completed(panel, rule)
      rows[place] = fold.map(ScoredRows.init)
    }
    let folds = rows.compactMap { $0?.fold }
    study.store?.keep(sums: TuningFold.bytes(of: folds), of: what)
    return folds
  }

  // MARK: Answer

  /// Simulates and answers.
  public func answer() throws -> CompletedTuning {
    let ready = try ready()
    var folds: [TuningFold] = []
    for range in Study.batches(all) { folds += try self.folds(range, ready) }
    let visits = StudyFigure.finding(.visits, years: question.years, .province)
    let table = try study.table([visits], of: base, replications: all)
    let halfYears = Double(2 * question.years.count)
    let measured = Estimator(replications: tuning.count).estimate(
      table[visits][tuning].map { $0 / halfYears }, isNonNegative: true)
    let capacity: Double
    switch question.capacity {
    case .today: capacity = measured.mean
    case .visits(let visits): capacity = visits
    }
    let unit = table.sampleFraction * Double(ready.dates)
    let rows = folds.map { $0.scores(0, ready.edges.values[0]) }
    let reports = Estimator(replications: reporting.count)
    let totals = rows.map { ($0.cases.reduce(0, +) + $0.others.reduce(0, +)) / unit }
    let share = capacity / Moments(Array(totals[tuning])).mean
    let setting = TuningSetting(
      capacityShare: min(1, share), costs: question.costs, unit: unit, seed: work.seed)
    let from = Month(year: question.years.lowerBound, month: 1)
    let scales = question.designs.map { ThresholdScale($0, in: base, at: from) }
    let designs = try scales.enumerated().map { number, scale in
      try TunedDesign(
        scale, number: number, folds: folds, blocks: (tuning, reporting),
        edges: (ready.edges.values[number], ready.edges.inForce[number]), setting: setting)
    }
    let (best, threshold) = try Self.recommended(designs)
    let decision = base.parameters.value(of: "vulnerability_index.design", at: from) ?? 0
    let decided = question.designs.firstIndex { Double($0.number) == decision.rounded() }
    let decidedThreshold = decided.flatMap {
      base.parameters.value(of: question.designs[$0].thresholdParameter, at: from)
    }
    return CompletedTuning(
      question: question, work: work, tuning: tuning, reporting: reporting, dates: ready.dates,
      capacity: capacity, measuredCapacity: question.capacity == .today ? measured : nil,
      capacityShare: share, scored: reports.estimate(Array(totals[reporting])),
      cases: reports.estimate(rows[reporting].map { $0.cases.reduce(0, +) / unit }),
      designs: designs, recommended: best, threshold: threshold,
      gaps: gaps(folds, designs, best, ready),
      misses: misses(folds, best, ready, cut: designs[best].byCapacity.cut, unit: unit),
      groups: groups(folds, best, ready, scales[best], setting),
      effects: try effects(question.designs[best], threshold, from: from),
      account: study.account, decided: decided, decidedThreshold: decidedThreshold ?? .nan)
  }

  /// The design that finds most at capacity on the tuning futures, and its threshold as a parameter.
  private static func recommended(
    _ designs: [TunedDesign]
  ) throws(TuningError) -> (place: Int, threshold: Double) {
    var best: (place: Int, threshold: Double, found: Double)?
    for (place, design) in designs.enumerated() {
      guard let threshold = design.atCapacity.parameter, design.byCapacity.tuned.alerts > 0 else {
        continue
      }
      let found = design.byCapacity.tuned.sensitivity
      if found > best?.found ?? -1 { best = (place, threshold, found) }
    }
    guard let best else { throw .noThreshold }
    return (best.place, best.threshold)
  }

  /// How much more the recommended design finds at capacity than each design, as a share of those in need.
  private func gaps(
    _ folds: [TuningFold], _ designs: [TunedDesign], _ best: Int, _ ready: Prepared
  ) -> [RatioEstimate] {
    let rows = designs.indices.map { number in
      folds[reporting].map {
        $0.scores(number, ready.edges.values[number])
          .classification(cut: designs[number].byCapacity.cut)
      }
    }
    return rows.map { own in
      RatioEstimate(
        numerators: zip(rows[best], own).map { $0.truePositives - $1.truePositives },
        denominators: own.map(\.cases))
    }
  }

  private func misses(
    _ folds: [TuningFold], _ design: Int, _ ready: Prepared, cut: Int, unit: Double
  ) -> [TunedMisses] {
    let edges = ready.edges.values[design]
    let own = folds[reporting]
    let types = (0..<TuningFold.Layout.types).compactMap { type -> TunedMisses? in
      guard let livelihood = Livelihood(rawValue: UInt8(type % 4)) else { return nil }
      return TunedMisses(
        .type(livelihood: livelihood, isFormerlyPoor: type >= 4),
        own.map { $0.scores(design, edges, margins: [type]) }, cut: cut, unit: unit)
    }
    let places = base.geography.prefectures.indices.compactMap { prefecture -> TunedMisses? in
      let margins = margins { base.geography.counties[$0].prefecture == prefecture }
      guard !margins.isEmpty else { return nil }
      return TunedMisses(
        .prefecture(prefecture), own.map { $0.scores(design, edges, margins: margins) }, cut: cut,
        unit: unit)
    }
    return (types + places).filter { $0.cases.mean > 0 }
  }

  /// Margins of simulated counties.
  private func margins(_ isIn: (Int) -> Bool) -> [Int] {
    base.counties.filter(isIn).map { TuningFold.Layout.types + $0 }
  }

  private func groups(
    _ folds: [TuningFold], _ design: Int, _ ready: Prepared, _ scale: ThresholdScale,
    _ setting: TuningSetting
  ) -> [TunedGroup] {
    let counties = base.geography.counties
    let parts: [(TunedGroup.Counties, [Int])] = question.groupings.flatMap {
      grouping -> [(TunedGroup.Counties, [Int])] in
      switch grouping {
      case .prefecture:
        return base.geography.prefectures.indices.map { prefecture in
          (.prefecture(prefecture), margins { counties[$0].prefecture == prefecture })
        }
      case .keyCounty:
        return [true, false].map { isKey in
          (.key(isKey), margins { counties[$0].isKeyCounty == isKey })
        }
      case .formerlyPoorCounty:
        return [true, false].map { isPoor in
          (.formerlyPoor(isPoor), margins { counties[$0].isFormerlyPoor == isPoor })
        }
      }
    }
    return parts.filter { !$0.1.isEmpty }.map { part, margins in
      let scores = folds.map {
        $0.scores(design, ready.edges.values[design], margins: margins)
      }
      return TunedGroup(
        part, tuning: Array(scores[tuning]), reporting: Array(scores[reporting]), scale: scale,
        setting: setting)
    }
  }

  /// The recommended threshold as a scenario from a month on, in the futures that report.
  private func effects(
    _ design: TuneQuestion.Design, _ threshold: Double, from: Month
  ) throws -> [CompletedTuning.Effect] {
    let path = { (value: Double, name: String, scenario: Scenario) -> Scenario in
      guard let declared = scenario.parameters.declaration(of: name) else { return scenario }
      return Factor(
        name: name, target: .parameter(name), from: from, title: declared.meaning,
        unit: declared.unit, valid: declared.valid
      ).applied(value, to: scenario)
    }
    let scenario = path(
      threshold, design.thresholdParameter,
      path(Double(design.number), "vulnerability_index.design", base))
    let years = from.year...question.rate.year
    let need = HeadlineRate(measure: .need, year: question.rate.year)
    let figures: [(StudyFigure, String)] = [
      (StudyFigure(question.rate), question.rate.name), (StudyFigure(need), need.name),
      (.finding(.visits, years: years, .province), "visits"),
      (.finding(.alertsFromIndex, years: years, .province), "alerts_from_index"),
      (.finding(.missed, years: years, .province), "missed"),
      (.finding(.falseInclusions, years: years, .province), "false_inclusions"),
      (.publicCost(years: years, .province), "public_cost"),
    ]
    let names = figures.map(\.0)
    let before = try study.table(names, of: base, replications: reporting)
    let after = try study.table(names, of: scenario, replications: reporting)
    return figures.map { figure, name in
      CompletedTuning.Effect(
        figure: figure, name: name, baseline: before.estimate(figure),
        recommended: after.estimate(figure),
        difference: after.difference(figure, minus: before))
    }
  }
}
