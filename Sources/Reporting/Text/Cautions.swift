import Estimation
import Experiments
import Households
import Simulation

/// What a reader must know of the intervals of a run: too few replications, or too few rare bad years.
public struct Cautions: Sendable, Hashable {
  /// Below this number of replications coverage is not what it says.
  static let enoughReplications = 200

  /// Sentences in one language, each once.
  public private(set) var sentences: [String] = []
  private let language: Language

  /// No cautions yet.
  public init(language: Language) { self.language = language }

  /// Whether a run has too few replications for its intervals.
  static func areFew(_ replications: Int) -> Bool { replications < enoughReplications }

  /// Adds what is to be said of a run's number of replications and of its rates in the verdict's years.
  ///
  /// - Parameters:
  ///   - tables: Estimates of the run.
  ///   - title: Name of the scenario.
  public mutating func add(_ tables: RunTables, title: String) {
    let index = TableIndex(tables)
    guard let last = index.years.last else { return }
    addReplications(index.rate(.stock, year: last).replications)
    addRates(index, title: title)
  }

  /// Adds what is to be said of the differences that a reform makes.
  public mutating func add(_ reform: ReformTables) {
    let differences = TableIndex(rates: reform.differences.map(\.rate), money: [])
    guard let last = differences.years.last else { return }
    addEvents(
      differences.rate(.stock, year: last),
      what: Word.differenceOfYear.said(
        in: language, ["title": reform.title[language], "year": String(last)]))
  }

  /// Adds the coverage that was measured for a small number of replications.
  mutating func addReplications(_ replications: Int) {
    guard Self.areFew(replications) else { return }
    guard let measured = MeasuredCoverage(replications: replications) else {
      add(.oneReplication, [:])
      return
    }
    add(
      .fewReplications,
      [
        "count": String(replications), "measured": String(measured.replications),
        "alike": NumberText.percent(measured.alike, decimals: 0),
        "moderate": NumberText.percent(measured.moderate, decimals: 0),
        "rare": NumberText.percent(measured.rare, decimals: 0),
      ])
  }

  /// Adds the rates in the verdict's years that rest on few rare events.
  mutating func addRates(_ index: TableIndex, title: String) {
    let years = index.verdictYears.isEmpty ? index.years.suffix(1) : index.verdictYears[...]
    for year in years {
      addEvents(
        index.rate(.stock, year: year),
        what: Word.rateOfYear.said(in: language, ["title": title, "year": String(year)]))
    }
  }

  private mutating func addEvents(_ estimate: Estimate, what: String) {
    guard estimate.effectiveEvents < Double(Estimate.fewestEvents) else { return }
    add(
      .fewEvents,
      [
        "what": what, "count": String(estimate.replications),
        "events": NumberText.fixed(estimate.effectiveEvents, decimals: 1),
        "fewest": String(Estimate.fewestEvents),
      ])
  }

  private mutating func add(_ word: Word, _ values: [String: String]) {
    let sentence = word.said(in: language, values)
    if !sentences.contains(sentence) { sentences.append(sentence) }
  }

  /// Lines for a terminal, each with its heading; empty without cautions.
  public var text: String {
    let heading = Word.warning.said(in: language) + (language == .chinese ? "：" : ": ")
    return sentences.map { heading + HeadlineTable.plain($0) + "\n" }.joined()
  }
}
