import Households
import Randomness

/// F2 factor allocation 因素分配法: each county's share of the province's money.
enum FactorAllocation {
  /// Each county's share before anything is known of a run: by formerly-poor persons inside the two
  /// groups of counties.
  ///
  /// Model equation (29.1).
  static func initialShares(_ scenario: Scenario, _ s: FundSettings) -> [Double] {
    let geography = scenario.geography
    let rural = geography.prefectures.indices.map { ruralPopulation(of: $0, geography) }
    let need = geography.counties.map { county -> Double in
      geography.prefectures[county.prefecture].formerlyPoorShare * county.ruralPopulation
        / max(rural[county.prefecture], 1)
    }
    return shares(of: need, geography, s)
  }

  /// Shares of a year from what the year before showed: monitored persons × drought exposure ÷ income
  /// of the prefecture, each with its exponent, inside the two groups of counties.
  ///
  /// `first` are the initial shares of the year: counties that are not simulated keep theirs, and the
  /// simulated counties of a group share what they have together.
  ///
  /// Model equation (29.2).
  static func shares(
    monitored: [Int64], first: [Double], _ scenario: Scenario, _ s: FundSettings
  ) -> [Double] {
    let geography = scenario.geography
    let simulated = scenario.counties
    var need = [Double](repeating: 0, count: geography.counties.count)
    for county in simulated {
      let unit = geography.counties[county]
      let income = geography.prefectures[unit.prefecture].incomeIndex
      need[county] =
        power(Double(monitored[county]), s.monitoredExponent)
        * power(unit.droughtExposure, s.riskExponent) / power(max(income, 0.01), s.incomeExponent)
    }
    var result = first
    for isFormerlyPoor in [true, false] {
      let group = simulated.filter { geography.counties[$0].isFormerlyPoor == isFormerlyPoor }
      let pot = group.reduce(0) { $0 + first[$1] }
      let sum = group.reduce(0) { $0 + need[$1] }
      for county in group where sum > 0 { result[county] = pot * need[county] / sum }
    }
    return result
  }

  /// A factor with its exponent; exact for the usual exponents 1 and 0.
  private static func power(_ factor: Double, _ exponent: Double) -> Double {
    if exponent == 1 { return factor }
    if exponent == 0 { return 1 }
    return factor > 0 ? Elementary.pow(factor, exponent) : 0
  }

  private static func shares(
    of need: [Double], _ geography: Geography, _ s: FundSettings
  ) -> [Double] {
    var result = [Double](repeating: 0, count: geography.counties.count)
    for isFormerlyPoor in [true, false] {
      let group = geography.counties.indices.filter {
        geography.counties[$0].isFormerlyPoor == isFormerlyPoor
      }
      let part = isFormerlyPoor ? s.formerlyPoorCountyShare : 1 - s.formerlyPoorCountyShare
      let sum = group.reduce(0) { $0 + need[$1] }
      for county in group where sum > 0 { result[county] = part * need[county] / sum }
    }
    return result
  }

  private static func ruralPopulation(of prefecture: Int, _ geography: Geography) -> Double {
    geography.counties.reduce(0) { $0 + ($1.prefecture == prefecture ? $1.ruralPopulation : 0) }
  }
}
