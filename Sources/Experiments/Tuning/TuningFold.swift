import Estimation
import Simulation

/// What thresholds need of one possible future: sums over its scored households by bin of each score.
///
/// All are whole numbers, so neither the order of households nor the number of threads changes them. A
/// household stands for as many as its weight says; a row is a household on a date.
struct TuningFold: Sendable, Equatable {
  /// The axes of the sums.
  struct Layout: Sendable, Hashable {
    /// Number of designs.
    let designs: Int
    /// Number of counties of the geography.
    let counties: Int
    /// Livelihoods, formerly poor or not.
    static let types = 8
    /// Most bins of a score.
    static let bins = 256
    /// Household types, then counties.
    var margins: Int { Self.types + counties }

    func place(design: Int, margin: Int, bin: Int) -> Int {
      (design * margins + margin) * Self.bins + bin
    }
  }

  let layout: Layout
  /// Rows that became cases, and that did not; shape `[designs][margins][bins]`.
  private(set) var cases: [Int32]
  private(set) var others: [Int32]
  /// Months from the score to the first need, summed over cases; shape `[designs][bins]`.
  private(set) var leads: [Int64]
  /// Person-months below the return line in the year after, without and with help; `[designs][bins]`.
  private(set) var without: [Int64]
  private(set) var with: [Int64]
  /// Assistance that help adds in that year, fen; shape `[designs][bins]`.
  private(set) var aid: [Int64]

  init(layout: Layout) {
    self.layout = layout
    cases = Array(repeating: 0, count: layout.designs * layout.margins * Layout.bins)
    others = cases
    leads = Array(repeating: 0, count: layout.designs * Layout.bins)
    (without, with, aid) = (leads, leads, leads)
  }

  /// Counts a row: the lead of a case in months, −1 for no case.
  mutating func add(bins: ArraySlice<UInt8>, type: Int, county: Int, weight: Int32, lead: Int) {
    for (design, bin) in bins.enumerated() {
      let places = [type, Layout.types + county].map {
        layout.place(design: design, margin: $0, bin: Int(bin))
      }
      if lead >= 0 {
        for place in places { cases[place] += weight }
        leads[design * Layout.bins + Int(bin)] += Int64(weight) * Int64(lead)
      } else {
        for place in places { others[place] += weight }
      }
    }
  }

  /// Counts what help changes of a row, in person-months and fen.
  mutating func add(bins: ArraySlice<UInt8>, without: Int64, with: Int64, aid: Int64) {
    for (design, bin) in bins.enumerated() {
      let place = design * Layout.bins + Int(bin)
      self.without[place] += without
      self.with[place] += with
      self.aid[place] += aid
    }
  }

  // MARK: What thresholds are tuned from

  /// Rows by bin over some margins: all household types, one of them, or some counties.
  func scores(_ design: Int, _ edges: ScoreEdges, margins: [Int]) -> ScoreHistogram {
    func sums(_ counts: [Int32]) -> [Double] {
      (0..<edges.bins).map { bin in
        margins.reduce(0.0) {
          $0 + Double(counts[layout.place(design: design, margin: $1, bin: bin)])
        }
      }
    }
    return ScoreHistogram(edges: edges, cases: sums(cases), others: sums(others))
  }

  /// Rows of all households by bin.
  func scores(_ design: Int, _ edges: ScoreEdges) -> ScoreHistogram {
    scores(design, edges, margins: Array(0..<Layout.types))
  }

  /// What help changes by bin, per half-year of the whole population.
  ///
  /// - Parameters:
  ///   - design: Number of the design.
  ///   - edges: Bins of its score.
  ///   - visitCost: Cost of a visit, yuan.
  ///   - unit: Rows of the sample for a household of the population and half-year.
  /// - Returns: Person-months, visits and yuan by bin.
  func help(_ design: Int, _ edges: ScoreEdges, visitCost: Double, unit: Double) -> HelpHistogram {
    let rows = scores(design, edges)
    let visits = zip(rows.cases, rows.others).map { ($0 + $1) / unit }
    func sums(_ values: [Int64]) -> [Double] {
      (0..<edges.bins).map { Double(values[design * Layout.bins + $0]) / unit }
    }
    return HelpHistogram(
      edges: edges, without: sums(without), with: sums(with), visits: visits,
      cost: zip(visits, sums(aid)).map { $0 * visitCost + $1 / 100 })
  }

  /// Months of warning of cases by bin.
  func leadTimes(_ design: Int, _ edges: ScoreEdges) -> LeadTimes {
    LeadTimes(
      edges: edges, months: (0..<edges.bins).map { Double(leads[design * Layout.bins + $0]) },
      cases: scores(design, edges).cases)
  }

  // MARK: The store

  /// The sums of several futures as bytes.
  static func bytes(of folds: [TuningFold]) -> [UInt8] {
    var writer = TallyWriter()
    for fold in folds {
      for counts in [fold.cases, fold.others] { writer.write(counts.map(Int64.init)) }
      for sums in [fold.leads, fold.without, fold.with, fold.aid] { writer.write(sums) }
    }
    return writer.bytes
  }

  /// The sums that bytes say, or `nil` if they say something else.
  static func folds(_ bytes: [UInt8], layout: Layout, count: Int) -> [TuningFold]? {
    var reader = TallyReader(bytes: bytes)
    var folds: [TuningFold] = []
    for _ in 0..<count {
      var fold = TuningFold(layout: layout)
      guard let cases = reader.read(fold.cases.count), let others = reader.read(fold.cases.count),
        let leads = reader.read(fold.leads.count), let without = reader.read(fold.leads.count),
        let with = reader.read(fold.leads.count), let aid = reader.read(fold.leads.count)
      else { return nil }
      let counts = [cases, others].map { $0.compactMap(Int32.init(exactly:)) }
      guard counts.allSatisfy({ $0.count == cases.count }) else { return nil }
      (fold.cases, fold.others) = (counts[0], counts[1])
      (fold.leads, fold.without, fold.with, fold.aid) = (leads, without, with, aid)
      folds.append(fold)
    }
    return reader.isAtEnd ? folds : nil
  }
}
