/// What is believed after validation: everything a simulation needs, and no string to interpret.
public struct Scenario: Sendable {
  /// Short name, from the file's name.
  public var name: String
  /// Title for readers.
  public var title: BilingualText
  /// A sentence or two on what it supposes.
  public var summary: BilingualText
  /// First simulated month; the months before `firstResultYear` are burn-in.
  public var start: Month
  /// Last simulated month, a December.
  public var end: Month
  /// First year with results.
  public var firstResultYear: Int
  /// Every number of the model.
  public var parameters: Parameters
  /// Setting of every mechanism.
  public var mechanisms: [Mechanism: MechanismSetting]
  /// Shocks placed by the author.
  public var events: [StressEvent]
  /// Rules that answer each January to the year before, in the order in which they apply.
  public var rules: [AnnualRule]
  /// The regulation it has adopted; its values are among the parameters and mechanisms.
  public var regulation: AdoptedRegulation?
  /// The counties and prefectures.
  public var geography: Geography
  /// Indices of the simulated counties, ascending.
  public var counties: [Int]
  /// Where the households come from.
  public var populationSource: PopulationSource
  /// Where the author wrote each value, by scenario key such as `policies.fund.total`.
  public var places: [String: String]

  /// Where the households of a scenario come from.
  public enum PopulationSource: Sendable {
    /// Drawn from the geography and the parameters.
    case synthetic
    /// Rows of a household table (path relative to the scenario file, already checked).
    case table([HouseholdRecord])
  }

  /// A validated scenario.
  public init(
    name: String, title: BilingualText, summary: BilingualText, start: Month, end: Month,
    firstResultYear: Int, parameters: Parameters, mechanisms: [Mechanism: MechanismSetting],
    events: [StressEvent], geography: Geography, counties: [Int],
    populationSource: PopulationSource, places: [String: String], rules: [AnnualRule] = [],
    regulation: AdoptedRegulation? = nil
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.start = start
    self.end = end
    self.firstResultYear = firstResultYear
    self.parameters = parameters
    self.mechanisms = mechanisms
    self.events = events
    self.geography = geography
    self.counties = counties
    self.populationSource = populationSource
    self.places = places
    self.rules = rules
    self.regulation = regulation
  }

  /// Number of simulated months.
  public var monthCount: Int { end.ordinal - start.ordinal + 1 }

  /// Years with results, in order.
  public var resultYears: ClosedRange<Int> { firstResultYear...end.year }

  /// The setting of a mechanism; if the file says nothing, as it is by default.
  public func setting(of mechanism: Mechanism) -> MechanismSetting {
    mechanisms[mechanism] ?? MechanismSetting(isEnabled: mechanism.isOnByDefault)
  }
}
