import Randomness

/// Draws one household from its number.
///
/// Every fact is a pure function of the number, the parameters and the county, so a household is
/// the same in every sample, selection of counties and order of drawing.
struct HouseholdDraw: Sendable {
  let plan: SynthesisPlan
  let county: CountyPlan
  private let key = SynthesisPlan.key
  private var settings: SynthesisSettings { plan.settings }

  /// First serial number of ordinary households within a county.
  static let firstOrdinary: UInt32 = 1 << 19

  init(plan: SynthesisPlan, county: CountyPlan) {
    self.plan = plan
    self.county = county
  }

  /// Number of a household: county index in the upper 12 bits, serial number in the lower 20.
  func id(serial: UInt32) -> UInt32 { UInt32(county.index) &<< 20 | serial }

  /// Uniform numbers that decide permanent income (0) and the sample of ordinary households (1).
  func incomeWords(of id: UInt32) -> SIMD4<UInt32> {
    key.world(.household, Int(id), .householdIncome)
  }

  /// The household with a number.
  func household(_ id: UInt32, township: Int, weight: Int) -> HouseholdRecord {
    let isFormerlyPoor = id & Self.firstOrdinary == 0
    let kind = isFormerlyPoor ? county.formerlyPoor : county.ordinary
    let kindSettings = isFormerlyPoor ? settings.formerlyPoor : settings.ordinary
    var record = HouseholdRecord()
    record.id = id
    record.county = county.index
    record.township = township
    record.weight = weight
    if isFormerlyPoor { record.flags.insert(.formerlyPoor) }
    record.permanentIncome = kind.income(at: incomeWords(of: id)[0].uniform)
    drawType(&record, kind, kindSettings, isFormerlyPoor: isFormerlyPoor)
    drawPlaces(&record)
    drawWealth(&record)
    drawProducts(&record)
    let traits = key.world(.household, Int(id), .household, draw: 2)
    for number in 0..<4 { record.traits[number] = traits[number].uniform }
    return record
  }

  private func drawType(
    _ record: inout HouseholdRecord, _ kind: KindPlan, _ kindSettings: KindSettings,
    isFormerlyPoor: Bool
  ) {
    let words = key.world(.household, Int(record.id), .household)
    let type = Self.choice(words[0].uniform, kind.livelihood)
    record.livelihood = Livelihood(rawValue: UInt8(type)) ?? .wage
    if record.livelihood == .noLabour { record.flags.insert(.noLabour) }
    if words[2].uniform < settings.places.insuranceEnrolment {
      record.flags.insert(.basicInsurance)
    }
    if words[3].uniform < kindSettings.relocation[type] { record.flags.insert(.relocated) }
    let sizes = isFormerlyPoor ? plan.formerlyPoorSizes : plan.ordinarySizes
    let size = sizes[type].size(at: words[1].uniform)
    MemberDraw(settings: settings.members, key: key).draw(&record, size: size, kind)
  }

  /// Sources of income, where the earners work and where the household lives.
  private func drawPlaces(_ record: inout HouseholdRecord) {
    let words = key.world(.household, Int(record.id), .household, draw: 1)
    record.sourceShares = sources(record.livelihood, words[3].uniform)
    record.residence = county.prefecture
    guard record.workers > 0 else { return }
    let places = settings.places
    let choice = Self.choice(words[0].uniform, places.destinations)
    record.destination = WorkDestination(rawValue: UInt8(choice)) ?? .local
    guard record.destination == .elsewhereInProvince,
      words[1].uniform < places.livesElsewhereChance
    else { return }
    let shares = plan.residences[county.prefecture]
    let u = words[2].uniform
    guard let place = shares.firstIndex(where: { u < $0 }), place != county.prefecture
    else { return }
    record.residence = place
    record.flags.insert(.livesElsewhere)
  }

  /// Shares of wages, business, transfers and property; they add up to 1.
  ///
  /// Wages are the beta share plus a shift of the rest; what is left is split in fixed proportions
  /// of the livelihood, so that no share can leave [0, 1].
  private func sources(_ livelihood: Livelihood, _ u: Double) -> SIMD4<Double> {
    let s = settings.composition
    guard livelihood != .noLabour else { return s.noLabour }
    let type = Int(livelihood.rawValue)
    let beta = s.wageShares[type].value(at: u)
    let wage = beta + s.wageShift[type] * (1 - beta)
    let rest = 1 - wage
    let business = rest * s.restBusiness[type]
    let property = rest * s.restProperty
    return SIMD4(wage, business, rest - business - property, property)
  }

  private func drawWealth(_ record: inout HouseholdRecord) {
    let words = key.world(.household, Int(record.id), .householdWealth)
    let s = settings.wealth
    let type = Int(record.livelihood.rawValue)
    record.savings = Self.lognormal(words[0], s.savingsMedian, s.savingsSigma)
    record.assets = Self.lognormal(words[1], s.assetsMedian[type], s.assetsSigma)
    guard words[2].uniform < s.debtShare else { return }
    record.debt = Self.lognormal(words[3], s.debtMedian, s.debtSigma)
  }

  /// Products around those of the county; a household without business keeps them, unused.
  private func drawProducts(_ record: inout HouseholdRecord) {
    let first = key.world(.household, Int(record.id), .householdProducts, draw: 0)
    let second = key.world(.household, Int(record.id), .householdProducts, draw: 1)
    var weights = SIMD8<Double>()
    for place in 0..<4 {
      weights[place] = Self.lognormal(first[place], 1, settings.wealth.productNoise)
      weights[place + 4] = Self.lognormal(second[place], 1, settings.wealth.productNoise)
    }
    weights *= county.products
    let sum = weights.sum()
    record.productShares = sum > 0 ? weights / sum : SIMD8(repeating: 0.125)
  }

  private static func lognormal(_ word: UInt32, _ median: Double, _ sigma: Double) -> Double {
    median * Elementary.exp(sigma * Elementary.normalQuantile(word.uniform))
  }

  /// Which of four shares, which add up to 1, a uniform number falls into.
  private static func choice(_ u: Double, _ shares: SIMD4<Double>) -> Int {
    var sum = shares[0]
    if u < sum { return 0 }
    sum += shares[1]
    if u < sum { return 1 }
    sum += shares[2]
    return u < sum ? 2 : 3
  }
}
