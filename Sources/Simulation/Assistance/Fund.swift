import Households
import Randomness

/// F1, F2 the anti-poverty fund 防贫基金: a year's money, its split, and the counties' shares.
struct FundSettings: Sendable {
  /// Yuan a year for the province.
  let total: Double
  let emergencyShare: Double
  /// Share of the money that goes to the 66 formerly-poor counties.
  let formerlyPoorCountyShare: Double
  let idleShare: Double
  let leakageShare: Double

  init(_ p: ParameterReader) {
    total = p["fund.total"]
    emergencyShare = p["fund.emergency_share"]
    formerlyPoorCountyShare = p["fund.formerly_poor_county_share"]
    idleShare = p["fund.idle_share"]
    leakageShare = p["fund.leakage_share"]
  }
}

/// A county's two pots in one possible future, in fen of the simulated sample.
struct CountyPots: Sendable {
  var emergency: Int64 = 0
  var industry: Int64 = 0
  var total: Int64 { emergency + industry }
}

enum Fund {
  /// Each county's share of the province's fund before anything is known of a run: by formerly-poor
  /// persons inside the two groups of counties.
  static func initialShares(_ scenario: Scenario, _ s: FundSettings) -> [Double] {
    let geography = scenario.geography
    let need = geography.counties.map { county -> Double in
      geography.prefectures[county.prefecture].formerlyPoorShare * county.ruralPopulation
        / max(ruralPopulation(of: county.prefecture, geography), 1)
    }
    return shares(of: need, geography, s)
  }

  /// Factor allocation 因素分配法: monitored persons × drought exposure ÷ income of the prefecture,
  /// inside the two groups of counties; the group's share of the money stays what it was at first, and
  /// counties that are not simulated keep theirs.
  static func shares(
    monitored: [Int64], first: [Double], _ scenario: Scenario
  ) -> [Double] {
    let geography = scenario.geography
    let simulated = scenario.counties
    var need = [Double](repeating: 0, count: geography.counties.count)
    for county in simulated {
      let unit = geography.counties[county]
      let income = geography.prefectures[unit.prefecture].incomeIndex
      need[county] = Double(monitored[county]) * unit.droughtExposure / max(income, 0.01)
    }
    var result = first
    for isFormerlyPoor in [true, false] {
      let group = simulated.filter { geography.counties[$0].isFormerlyPoor == isFormerlyPoor }
      // The simulated counties of a group share what they had together at first.
      let pot = group.reduce(0) { $0 + first[$1] }
      let sum = group.reduce(0) { $0 + need[$1] }
      for county in group where sum > 0 { result[county] = pot * need[county] / sum }
    }
    return result
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
