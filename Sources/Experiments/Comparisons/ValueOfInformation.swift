import Estimation
import Households
import Simulation

/// What is not known of the parameters, seen from a choice among policies: how likely each policy is the best at
/// a value per person-year kept, and what knowing more would be worth.
public struct ValueOfInformation: Sendable {
  /// What knowing one number would be worth.
  public struct Number: Sendable {
    /// Name of the parameter.
    public let name: String
    /// Value of knowing it before choosing, yuan over all result years.
    public let value: PartialInformation
  }

  /// Titles of the policies, the baseline first.
  public let titles: [BilingualText]
  /// Names of the policies.
  public let names: [String]
  /// Draws of the parameters.
  public let draws: Int
  /// Futures of each draw.
  public let futures: Int
  /// One point a value per person-year, ascending.
  public let curve: [CostEffectiveness.Point]
  /// Value per person-year at which the numbers below are judged: where perfect information is worth most.
  public let valueOfPersonYear: Double
  /// Numbers of which knowledge is worth most, the dearest first.
  public let numbers: [Number]
  /// Variance of a policy's mean benefit over draws that the futures within a draw explain, as a share; the
  /// rest of the noise is taken for uncertainty.
  public let noiseShare: Double

  /// How many numbers are listed.
  private static let listed = 10

  /// The value of information over draws that all policies share.
  ///
  /// - Parameters:
  ///   - policies: The baseline, then the reforms, with tables of the same draws and futures.
  ///   - years: Years with results.
  ///   - drawn: Names and values of the numbers that were drawn; shape of the values `[draws][names]`.
  ///   - values: Yuan per person-year, ascending.
  ///   - seed: Key of the resampling.
  public init(
    _ policies: [(name: String, title: BilingualText, table: FigureTable)],
    years: ClosedRange<Int>, drawn: (names: [String], values: [[Double]]), values: [Double],
    seed: UInt64
  ) {
    names = policies.map(\.name)
    titles = policies.map(\.title)
    let tables = policies.map(\.table)
    draws = drawn.values.count
    futures = tables[0].futures
    let persons = StudyFigure.personYears(.stock, years: years, .province)
    let money = StudyFigure.publicCost(years: years, .province)
    let benefit = CostEffectiveness(
      effects: tables.map { table in table.meansByDraw(persons).map { -$0 } },
      costs: tables.map { $0.meansByDraw(money) })
    curve = benefit.curve(over: values)
    let dearest = curve.max { $0.perfectInformation < $1.perfectInformation }
    let value = dearest?.willingness ?? 0
    valueOfPersonYear = value
    let table = benefit.netBenefit(at: value)
    let rules = PartialInformation.Rules(
      blocks: max(1, min(10, drawn.values.count / 6)), seed: seed)
    let all = drawn.names.indices.map { place in
      Number(
        name: drawn.names[place],
        value: PartialInformation(
          factor: drawn.values.map { $0[place] }, netBenefit: table, rules: rules))
    }
    numbers = Array(
      all.sorted { ($0.value.value, $1.name) > ($1.value.value, $0.name) }.prefix(Self.listed))
    noiseShare = Self.noise(tables, persons, money, value)
  }

  /// Share of the variance over draws of the largest difference from the baseline that is noise of the futures.
  private static func noise(
    _ tables: [FigureTable], _ persons: StudyFigure, _ money: StudyFigure, _ value: Double
  ) -> Double {
    let shares = tables.dropFirst().map { table -> Double in
      let benefit = table.changes(from: tables[0], persons).indices.map { place in
        -value * table.changes(from: tables[0], persons)[place]
          - table.changes(from: tables[0], money)[place]
      }
      let count = table.futures
      let groups = stride(from: 0, to: benefit.count, by: count).map {
        Moments(Array(benefit[$0..<$0 + count]))
      }
      let within = groups.reduce(0) { $0 + $1.variance } / Double(groups.count * count)
      let between = Moments(groups.map(\.mean)).variance
      return between > 0 ? min(1, within / between) : 0
    }
    return shares.max() ?? 0
  }
}
