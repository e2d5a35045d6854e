import Randomness

/// How many households of each kind a county gets, and from which distributions they are drawn.
///
/// Made for the whole province, whatever counties a scenario simulates, so that a county has the
/// same households in every selection.
struct SynthesisPlan: Sendable {
  /// Names of the draws that build the population, apart from the seed of any run.
  static let key = DrawKey(
    seed: 0x4741_4E47_5049_4E31, shockYear: 0, householdReplication: 0)

  let settings: SynthesisSettings
  /// One plan per county of the geography.
  let counties: [CountyPlan]
  /// Cumulative shares of prefectures among households that left; shape `[prefecture][prefecture]`.
  let residences: [[Double]]
  let formerlyPoorSizes: [SizeDistribution]
  let ordinarySizes: [SizeDistribution]

  /// A plan for the geography of a scenario.
  init(_ scenario: Scenario) throws(SynthesisError) {
    let settings = try SynthesisSettings(scenario)
    let geography = scenario.geography
    let allocation = PersonAllocation(geography, settings)
    let effects = CountyIncome(geography, settings, formerlyPoor: allocation.formerlyPoor)
    let poorFarm = Self.farmShares(
      geography, settings.formerlyPoor, tilt: settings.farmTilt, allocation.formerlyPoor)
    let ordinaryFarm = Self.farmShares(
      geography, settings.ordinary, tilt: settings.farmTilt, allocation.ordinary)
    counties = geography.counties.indices.map { index in
      let county = geography.counties[index]
      return CountyPlan(
        index: index, county: county,
        formerlyPoor: KindPlan(
          settings.formerlyPoor, farm: poorFarm[index], persons: allocation.formerlyPoor[index],
          meanIncome: effects.formerlyPoor[index], county: county, members: settings.members),
        ordinary: KindPlan(
          settings.ordinary, farm: ordinaryFarm[index], persons: allocation.ordinary[index],
          meanIncome: effects.ordinary[index], county: county, members: settings.members))
    }
    residences = Self.residences(geography, pull: settings.places.capitalPull)
    formerlyPoorSizes = Self.sizes(settings.formerlyPoor)
    ordinarySizes = Self.sizes(settings.ordinary)
    self.settings = settings
  }

  private static func sizes(_ kind: KindSettings) -> [SizeDistribution] {
    (0..<4).map { SizeDistribution(mean: kind.sizes[$0], spread: kind.sizeSpread) }
  }

  /// Share of farm households by county: follows the share in farming, keeps the provincial total.
  private static func farmShares(
    _ geography: Geography, _ kind: KindSettings, tilt: Double, _ persons: [Double]
  ) -> [Double] {
    let farming = geography.counties.map(\.shareFarming)
    let mean = zip(farming, persons).reduce(0) { $0 + $1.0 * $1.1 } / max(persons.reduce(0, +), 1)
    return farming.map { share in
      kind.livelihood[2] * (1 + tilt * (mean > 0 ? share / mean - 1 : 0))
    }
  }

  /// The richest prefecture draws `pull` of those who leave the others; the rest go by population.
  private static func residences(_ geography: Geography, pull: Double) -> [[Double]] {
    let count = geography.prefectures.count
    var population = [Double](repeating: 0, count: count)
    for county in geography.counties { population[county.prefecture] += county.ruralPopulation }
    let capital = geography.prefectures.indices.max {
      geography.prefectures[$0].incomeIndex < geography.prefectures[$1].incomeIndex
    }
    return (0..<count).map { own in
      let others = (0..<count).map { $0 == own || $0 == capital ? 0 : population[$0] }
      let total = max(others.reduce(0, +), 1)
      let left = own == capital ? 1 : 1 - pull
      var sum = 0.0
      return (0..<count).map { place in
        sum += place == capital && own != capital ? pull : left * others[place] / total
        return sum
      }
    }
  }
}

/// Formerly-poor and ordinary rural persons by county.
struct PersonAllocation: Sendable {
  let formerlyPoor: [Double]
  let ordinary: [Double]

  /// Splits the provincial total by prefecture shares, then by rural population.
  init(_ geography: Geography, _ settings: SynthesisSettings) {
    let weights = geography.counties.map { county in
      county.ruralPopulation * (county.isFormerlyPoor ? 1 : settings.densityOfOtherCounties)
    }
    var sums = [Double](repeating: 0, count: geography.prefectures.count)
    for (county, weight) in zip(geography.counties, weights) { sums[county.prefecture] += weight }
    let shares = geography.prefectures.map(\.formerlyPoorShare)
    let total = shares.reduce(0, +)
    formerlyPoor = zip(geography.counties, weights).map { county, weight in
      guard weight > 0, total > 0 else { return 0 }
      return settings.formerlyPoorPersons * shares[county.prefecture] / total * weight
        / sums[county.prefecture]
    }
    ordinary = zip(geography.counties, formerlyPoor).map { county, persons in
      max(county.ruralPopulation - persons, settings.ordinaryFloorShare * county.ruralPopulation)
    }
  }
}

/// Mean permanent income by county: prefecture index times a county effect.
///
/// The effects are rescaled so that every prefecture keeps its index, and the formerly poor of the
/// province their mean, when weighted by formerly-poor persons.
struct CountyIncome: Sendable {
  let formerlyPoor: [Double]
  let ordinary: [Double]

  init(_ geography: Geography, _ settings: SynthesisSettings, formerlyPoor persons: [Double]) {
    let raw = geography.counties.map { county in
      let word = SynthesisPlan.key.world(.county, county.code, .countyEffect)[0]
      return Elementary.exp(settings.countyEffectSigma * Elementary.normalQuantile(word.uniform))
    }
    var weighted = [Double](repeating: 0, count: geography.prefectures.count)
    var weights = weighted
    for (index, county) in geography.counties.enumerated() {
      weighted[county.prefecture] += raw[index] * persons[index]
      weights[county.prefecture] += persons[index]
    }
    let relative = geography.counties.indices.map { index in
      let prefecture = geography.counties[index].prefecture
      let mean = weights[prefecture] > 0 ? weighted[prefecture] / weights[prefecture] : 1
      return raw[index] / mean * geography.prefectures[prefecture].incomeIndex
    }
    let total = zip(relative, persons).reduce(0) { $0 + $1.0 * $1.1 }
    let mean = total > 0 ? total / persons.reduce(0, +) : 1
    formerlyPoor = relative.map { $0 / mean * settings.formerlyPoor.meanIncome }
    ordinary = relative.map { $0 * settings.ordinary.meanIncome }
  }
}
