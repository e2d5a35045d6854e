/// Numbers from which a population is drawn, read once.
///
/// Vectors of four are in the order of `Livelihood`: wage, mixed, farm, no labour.
struct SynthesisSettings: Sendable {
  let formerlyPoor: KindSettings
  let ordinary: KindSettings
  let composition: CompositionSettings
  let members: MemberSettings
  let places: PlaceSettings
  let wealth: WealthSettings
  let formerlyPoorPersons: Double
  let densityOfOtherCounties: Double
  let ordinaryFloorShare: Double
  let countyEffectSigma: Double
  let farmTilt: Double
  let ordinaryCutoff: Double
  let ordinarySampleShare: Double
  let townshipHouseholds: Double
  /// Yearly hospital admissions a person by age class.
  let admissionHazards: [Double]

  /// The settings in a reader's month; the reader notes the names that are missing.
  init(_ p: ParameterReader) {
    formerlyPoor = KindSettings(formerlyPoor: p)
    ordinary = KindSettings(ordinary: p)
    composition = CompositionSettings(p)
    members = MemberSettings(p)
    places = PlaceSettings(p)
    wealth = WealthSettings(p)
    formerlyPoorPersons = p["population.formerly_poor_persons"]
    densityOfOtherCounties = p["population.poverty_density_other_counties"]
    ordinaryFloorShare = p["population.ordinary_floor_share"]
    countyEffectSigma = p["population.county_effect_sigma"]
    farmTilt = p["population.farm_tilt"]
    ordinaryCutoff = p["population.ordinary_cutoff"] * Lines2022(p).monitoring
    ordinarySampleShare = p["population.ordinary_sample_share"]
    townshipHouseholds = p["population.township_households"]
    admissionHazards = ["children", "young", "middle", "old"].map { p["illness.admission_\($0)"] }
  }

  /// Reads all numbers of a scenario at its start.
  ///
  /// - Throws: `SynthesisError.missingParameters` with every missing name.
  init(_ scenario: Scenario) throws(SynthesisError) {
    let reader = ParameterReader(scenario.parameters, at: scenario.start)
    self.init(reader)
    guard reader.missing.isEmpty else {
      throw .missingParameters(Set(reader.missing).sorted())
    }
  }
}

extension PopulationSynthesis {
  /// Names of all numbers that decide a scenario's households: those that are read when they are drawn.
  public static func numberNames(of scenario: Scenario) -> Set<String> {
    let reader = ParameterReader(scenario.parameters, at: scenario.start)
    _ = SynthesisSettings(reader)
    return reader.asked
  }
}

/// The two lines of 2022, one step of growth below those of 2023; yuan per person and year.
struct Lines2022: Sendable {
  let monitoring: Double
  let poverty: Double

  init(_ p: ParameterReader) {
    monitoring = p["lines.monitoring_2023"] / (1 + p["lines.monitoring_growth_to_2025"])
    poverty = p["lines.return_2023"] / (1 + p["lines.return_growth"])
  }
}

extension ParameterReader {
  /// Four numbers whose names end in the livelihood types.
  func byLivelihood(_ prefix: String) -> SIMD4<Double> {
    SIMD4(
      self[prefix + "wage"], self[prefix + "mixed"], self[prefix + "farm"],
      self[prefix + "no_labour"])
  }
}

/// Formerly-poor or ordinary households: how many persons, what they live on, what they earn.
struct KindSettings: Sendable {
  /// Mean number of members.
  let size: Double
  /// Mean number of members by livelihood.
  let sizes: SIMD4<Double>
  let sizeSpread: Double
  /// Shares of households; they add up to 1.
  let livelihood: SIMD4<Double>
  /// Chance of having been relocated by livelihood.
  let relocation: SIMD4<Double>
  /// Mean income of the kind in the province, yuan per person and year.
  let meanIncome: Double
  let incomeSigma: Double
  let incomeFloor: Double
  /// Whether the floor is added to the lognormal part (ordinary) or cuts it off (formerly poor).
  let isShiftedByFloor: Bool

  init(formerlyPoor p: ParameterReader) {
    self.init(
      p, size: p["population.household_size"], livelihood: "population.livelihood_",
      relocated: p["population.relocated_share"], mean: p["population.mean_income"],
      sigma: p["population.income_sigma"], floor: p["population.income_floor"], isShifted: false)
  }

  init(ordinary p: ParameterReader) {
    self.init(
      p, size: p["population.ordinary_household_size"],
      livelihood: "population.ordinary_livelihood_",
      relocated: p["population.relocated_share_ordinary"],
      mean: p["income.provincial_rural_2022"], sigma: p["population.ordinary_income_sigma"],
      floor: p["population.ordinary_income_floor"], isShifted: true)
  }

  private init(
    _ p: ParameterReader, size: Double, livelihood: String, relocated: Double, mean: Double,
    sigma: Double, floor: Double, isShifted: Bool
  ) {
    let shares = p.byLivelihood(livelihood)
    self.livelihood = shares / shares.sum()
    let relative = p.byLivelihood("population.size_relative_")
    sizes = relative * size / (relative * self.livelihood).sum()
    self.size = size
    sizeSpread = p["population.household_size_spread"]
    let chance = p.byLivelihood("population.relocated_relative_")
    relocation = chance * relocated * size / (chance * self.livelihood * sizes).sum()
    meanIncome = mean
    incomeSigma = sigma
    incomeFloor = floor
    isShiftedByFloor = isShifted
  }
}

/// How income is split into wages, business, transfers and property.
struct CompositionSettings: Sendable {
  /// Wage share of wage, mixed and farm households.
  let wageShares: [BetaQuantiles]
  let wageShift: SIMD4<Double>
  let restBusiness: SIMD4<Double>
  let restProperty: Double
  let noLabour: SIMD4<Double>

  init(_ p: ParameterReader) {
    wageShares = ["wage", "mixed", "farm"].map {
      BetaQuantiles(p["population.wage_share_\($0)_a"], p["population.wage_share_\($0)_b"])
    }
    let shift = p["population.wage_shift"]
    wageShift = SIMD4(shift, shift, 0, 0)
    restBusiness = SIMD4(
      p["population.rest_business_wage"], p["population.rest_business_mixed"],
      p["population.rest_business_farm"], 0)
    restProperty = p["population.rest_property"]
    let transfer = p["population.no_labour_transfer_share"]
    let property = p["population.no_labour_property_share"]
    noLabour = SIMD4(0, 1 - transfer - property, transfer, property)
  }
}

/// Who belongs to a household, who works and who studies.
struct MemberSettings: Sendable {
  let elderlyFactor: Double
  let middleShare: Double
  let maleShare: Double
  let noLabourElderly: Double
  let noLabourChildren: Double
  let workerChance: SIMD4<Double>
  let fiftyShare: Double
  let enrolment: Double
  let senior: Double
  let vocational: Double

  init(_ p: ParameterReader) {
    elderlyFactor = p["population.elderly_factor"]
    middleShare = p["population.middle_share"]
    maleShare = p["population.male_share"]
    noLabourElderly = p["population.no_labour_elderly"]
    noLabourChildren = p["population.no_labour_children"]
    workerChance = SIMD4(
      p["population.worker_chance_wage"], p["population.worker_chance_mixed"],
      p["population.worker_chance_farm"], 0)
    fiftyShare = p["population.worker_fifty_share"]
    enrolment = p["population.enrolment"]
    senior = p["population.student_senior_share"]
    vocational = p["population.student_vocational_share"]
  }
}

/// Where households work and live, and whether they are insured.
struct PlaceSettings: Sendable {
  /// Shares of the work destinations, in their order; they add up to 1.
  let destinations: SIMD4<Double>
  let livesElsewhereChance: Double
  let capitalPull: Double
  let insuranceEnrolment: Double

  init(_ p: ParameterReader) {
    let shares = SIMD4(
      p["population.destination_local"], p["population.destination_province"],
      p["population.destination_guangdong"], p["population.destination_zhejiang"])
    destinations = shares / shares.sum()
    livesElsewhereChance = p["population.lives_elsewhere_chance"]
    capitalPull = p["population.capital_pull"]
    insuranceEnrolment = p["population.insurance_enrolment"]
  }
}

/// Products, savings, assets and debt at the start.
struct WealthSettings: Sendable {
  let productNoise: Double
  let savingsMedian: Double
  let savingsSigma: Double
  let assetsMedian: SIMD4<Double>
  let assetsSigma: Double
  let debtShare: Double
  let debtMedian: Double
  let debtSigma: Double

  init(_ p: ParameterReader) {
    productNoise = p["population.product_noise"]
    savingsMedian = p["population.savings_median"]
    savingsSigma = p["population.savings_sigma"]
    assetsMedian = p["population.assets_median"] * p.byLivelihood("population.assets_relative_")
    assetsSigma = p["population.assets_sigma"]
    debtShare = p["population.debt_share"]
    debtMedian = p["population.debt_median"]
    debtSigma = p["population.debt_sigma"]
  }
}
