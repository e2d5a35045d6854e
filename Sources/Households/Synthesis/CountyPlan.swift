import Randomness

/// What a county gets.
struct CountyPlan: Sendable {
  /// Index of the county in the geography.
  let index: Int
  let prefecture: Int
  /// Weights of the products before renormalising.
  let products: SIMD8<Double>
  let formerlyPoor: KindPlan
  let ordinary: KindPlan

  init(index: Int, county: County, formerlyPoor: KindPlan, ordinary: KindPlan) {
    self.index = index
    prefecture = county.prefecture
    var products = SIMD8<Double>()
    for (place, weight) in county.productTilt.prefix(8).enumerated() { products[place] = weight }
    self.products = products
    self.formerlyPoor = formerlyPoor
    self.ordinary = ordinary
  }
}

/// Distributions of one kind of household in one county.
struct KindPlan: Sendable {
  /// Persons wanted.
  let persons: Double
  /// Households drawn before the ordinary ones are thinned.
  let households: Int
  /// Mean permanent income, yuan per person and year.
  let meanIncome: Double
  /// Shares of households by livelihood.
  let livelihood: SIMD4<Double>
  /// Chances of the age classes for members of households with labour, beyond the first earner.
  let ages: AgeChances
  /// Chances of the age classes for members of households without labour.
  let noLabourAges: AgeChances
  /// Share of members aged 60 and over that the county shares ask for.
  let elderlyShare: Double
  private let kind: KindSettings

  init(
    _ kind: KindSettings, farm: Double, persons: Double, meanIncome: Double, county: County,
    members: MemberSettings
  ) {
    let base = kind.livelihood
    let mobile = max(0, 1 - farm - base[3]) / max(base[0] + base[1], .leastNormalMagnitude)
    livelihood = SIMD4(base[0] * mobile, base[1] * mobile, farm, base[3])
    let size = (livelihood * kind.sizes).sum()
    self.persons = persons
    households = Int((persons / size).rounded())
    self.meanIncome = meanIncome
    self.kind = kind
    elderlyShare = county.shareElderly * members.elderlyFactor
    noLabourAges = AgeChances(
      children: members.noLabourChildren, elderly: members.noLabourElderly, members.middleShare)
    // The first earner is always of working age, so the others are drawn with more dependants.
    let without = livelihood[3] * kind.sizes[3] / size
    let withLabour = (size - livelihood[3] * kind.sizes[3]) / max(1 - livelihood[3], 0.01)
    let factor = withLabour / max(withLabour - 1, 0.5) / max(1 - without, 0.01)
    ages = AgeChances(
      children: max(0, county.shareChildren - without * members.noLabourChildren) * factor,
      elderly: max(0, elderlyShare - without * members.noLabourElderly) * factor,
      members.middleShare)
  }

  /// Permanent income at a share `p` in (0, 1) of households, yuan per person and year.
  ///
  ///     formerly poor:  max(floor, mean · exp(σ z − σ²/2))
  ///     ordinary:       floor + (mean − floor) · exp(σ z − σ²/2)
  func income(at p: Double) -> Double {
    let sigma = kind.incomeSigma
    let factor = Elementary.exp(sigma * Elementary.normalQuantile(p) - sigma * sigma / 2)
    guard kind.isShiftedByFloor else { return max(kind.incomeFloor, meanIncome * factor) }
    return kind.incomeFloor + max(meanIncome - kind.incomeFloor, 0) * factor
  }

  /// Share of households with a permanent income below a limit, found by halving.
  ///
  /// Comparing uniforms with it replaces a logarithm and an exponential for each of millions of
  /// ordinary households, most of which are not kept.
  func share(below limit: Double) -> Double {
    var low = 0x1p-33
    var high = 1 - 0x1p-33
    if income(at: low) >= limit { return 0 }
    if income(at: high) < limit { return 1 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if income(at: middle) < limit { low = middle } else { high = middle }
    }
    return high
  }
}

/// Cumulative chances of the age classes 0–14, 15–44 and 45–59; the rest is 60 and over.
struct AgeChances: Sendable {
  let first: Double
  let second: Double
  let third: Double

  init(children: Double, elderly: Double, _ middle: Double) {
    let dependants = children + elderly
    // At least a twentieth are of working age, should shares be asked for that leave nobody.
    let cut = dependants > 0.95 ? 0.95 / dependants : 1
    let adults = 1 - dependants * cut
    first = children * cut
    second = first + adults * (1 - middle)
    third = first + adults
  }

  /// Age class at a share `p` in [0, 1).
  func ageClass(at p: Double) -> Int { p < first ? 0 : p < second ? 1 : p < third ? 2 : 3 }
}
