import Households
import Randomness

/// The drought of many years under a scenario's numbers, without any household: for moments of the
/// record that speak of the weather alone.
///
/// Stress events that the scenario places are no part of it.
public struct WeatherYears: Sendable {
  /// One half-year season.
  public struct Season: Sendable, Hashable {
    /// Weather index of each county of the geography; low is dry.
    public let index: [Double]
    /// Share of the crop lost, mean over the counties, with their exposures.
    public let loss: Double
  }

  /// Seasons in order, two a year.
  public let seasons: [Season]

  /// Numbers of shock-years far from those of any run.
  public static let firstFuture: UInt32 = 2_000_000
  /// A path has no more seasons than the key has months.
  private static let longestPath = 4000

  /// Draws the weather of some years.
  ///
  /// - Parameters:
  ///   - scenario: Its numbers of the first month and its geography.
  ///   - years: How many, at least 1.
  ///   - seed: Seed of the keyed draws.
  ///   - first: Shock-year of the first path; 0 for that of a run with the same seed.
  /// - Throws: ``SimulationError`` for missing numbers, or if counties cannot be correlated so.
  public init(
    _ scenario: Scenario, years: Int, seed: UInt64, first: UInt32 = firstFuture
  ) throws(SimulationError) {
    let reader = ParameterReader(scenario.parameters, at: scenario.start)
    let settings = DroughtSettings(reader)
    if !reader.missing.isEmpty { throw .missingParameters(reader.missing.sorted()) }
    let counties = scenario.geography.counties
    let field = try DroughtField(scenario.geography, settings)
    var seasons: [Season] = []
    while seasons.count < 2 * years {
      let path = UInt32(seasons.count / Self.longestPath)
      let key = DrawKey(
        seed: seed, shockYear: first + path, householdReplication: 0)
      let count = min(Self.longestPath, 2 * years - seasons.count)
      let z = field.draw(seasons: count, key: key)
      for season in 0..<count {
        let index = Array(z[season * counties.count..<(season + 1) * counties.count])
        let losses = zip(index, counties).map {
          min(1, settings.loss(atIndex: $0) * $1.droughtExposure)
        }
        seasons.append(Season(index: index, loss: losses.reduce(0, +) / Double(counties.count)))
      }
    }
    self.seasons = seasons
  }

  /// Number of years in which one season is dry in many counties at once.
  ///
  /// - Parameters:
  ///   - counties: Least number of counties.
  ///   - index: Weather index below which a county is hit.
  /// - Returns: The number of years.
  public func footprintYears(counties: Int, below index: Double) -> Int {
    let isLarge = seasons.map { $0.hit(below: index) >= counties }
    return stride(from: 0, to: seasons.count - 1, by: 2).count {
      isLarge[$0] || isLarge[$0 + 1]
    }
  }

  /// ``footprintYears(counties:below:)`` as a share of all years.
  ///
  /// - Parameters:
  ///   - counties: Least number of counties.
  ///   - index: Weather index below which a county is hit.
  /// - Returns: The share.
  public func footprintShare(counties: Int, below index: Double) -> Double {
    Double(footprintYears(counties: counties, below: index)) / Double(seasons.count / 2)
  }

  /// Mean crop loss of the seasons in which so many counties are hit; `nil` if there is none.
  public func loss(counties: Int, below index: Double) -> Double? {
    let large = seasons.filter { $0.hit(below: index) >= counties }
    return large.isEmpty ? nil : large.reduce(0) { $0 + $1.loss } / Double(large.count)
  }
}

extension WeatherYears.Season {
  func hit(below limit: Double) -> Int { index.count { $0 < limit } }
}
