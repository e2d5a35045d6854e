import Households

/// Every number of one month, read once before a run.
///
/// Each mechanism's file defines its own part; a new mechanism adds one line here.
struct MonthSettings: Sendable {
  let calendar: CalendarSettings
  let income: IncomeSettings
  let drought: DroughtSettings
  var flood: FloodSettings
  let prices: PriceSettings
  /// By the number of the product; in place, so that settings hold no reference to count.
  let products: InlineArray<8, ProductSettings>
  let illness: IllnessSettings
  var jobs: JobSettings
  let schooling: SchoolingSettings
  let accidents: AccidentSettings
  let medical: MedicalSettings
  let allowance: AllowanceSettings
  let relief: ReliefSettings
  let industry: IndustrySettings
  let fund: FundSettings
  let finding: FindingSettings
  var indices: IndexSettings
  let response: ResponseSettings
  let errors: ErrorSettings
  let coping: CopingSettings
  let assets: AssetSettings
  let epidemic: EpidemicSettings
  let policyChange: PolicyChangeSettings
  let householdCalendar: HouseholdCalendarSettings
  let industryParticipation: IndustryParticipationSettings
  let industryChain: IndustryChainSettings
  let training: TrainingSettings
  let publicPosts: PublicPostsSettings
  let workshops: WorkshopsSettings
  let healthService: HealthServiceSettings
  let educationAid: EducationAidSettings
  let housingRepair: HousingRepairSettings
  let loans: LoansSettings
  let emergencyStocks: EmergencyStocksSettings
  let matching: MatchingSettings
  let mutualAid: MutualAidSettings
  let landShares: LandSharesSettings
  let publicWorks: PublicWorksSettings
  let eCommerce: ECommerceSettings
  let agriculturalInsurance: AgriculturalInsuranceSettings
  let priceInsurance: PriceInsuranceSettings
  let diversification: DiversificationSettings
  let socialCapital: SocialCapitalSettings
  let supervision: SupervisionSettings
  let performanceAssessment: PerformanceAssessmentSettings
  let coordination: CoordinationSettings
  let staff: StaffSettings
  let platform: PlatformSettings
  let shadowIndices: ShadowIndicesSettings
  let agreements: AgreementsSettings
  let publicity: PublicitySettings
  let selfDevelopment: SelfDevelopmentSettings
  let measures: MeasureSettings

  /// - Parameters:
  ///   - p: The parameters at the month.
  ///   - previous: The month before, from which levels grow; `nil` for the first.
  init(_ p: ParameterReader, after previous: MonthSettings?) {
    calendar = CalendarSettings(p, after: previous?.calendar)
    income = IncomeSettings(p)
    drought = DroughtSettings(p)
    flood = FloodSettings(p)
    let prices = PriceSettings(p)
    self.prices = prices
    products = InlineArray { ProductSettings(p, Product.allCases[$0], prices) }
    illness = IllnessSettings(p, after: previous?.illness)
    jobs = JobSettings(p)
    schooling = SchoolingSettings(p, after: previous?.schooling)
    accidents = AccidentSettings(p)
    medical = MedicalSettings(p, calendar: calendar)
    allowance = AllowanceSettings(p, after: previous?.allowance)
    relief = ReliefSettings(p)
    industry = IndustrySettings(p)
    fund = FundSettings(p)
    finding = FindingSettings(p)
    indices = IndexSettings(p)
    response = ResponseSettings(p)
    errors = ErrorSettings(p)
    coping = CopingSettings(p)
    assets = AssetSettings(p)
    epidemic = EpidemicSettings(p)
    policyChange = PolicyChangeSettings(p)
    householdCalendar = HouseholdCalendarSettings(p)
    industryParticipation = IndustryParticipationSettings(p)
    industryChain = IndustryChainSettings(p)
    training = TrainingSettings(p)
    publicPosts = PublicPostsSettings(p)
    workshops = WorkshopsSettings(p)
    healthService = HealthServiceSettings(p)
    educationAid = EducationAidSettings(p)
    housingRepair = HousingRepairSettings(p)
    loans = LoansSettings(p)
    emergencyStocks = EmergencyStocksSettings(p)
    matching = MatchingSettings(p)
    mutualAid = MutualAidSettings(p)
    landShares = LandSharesSettings(p)
    publicWorks = PublicWorksSettings(p)
    eCommerce = ECommerceSettings(p)
    agriculturalInsurance = AgriculturalInsuranceSettings(p)
    priceInsurance = PriceInsuranceSettings(p)
    diversification = DiversificationSettings(p)
    socialCapital = SocialCapitalSettings(p)
    supervision = SupervisionSettings(p)
    performanceAssessment = PerformanceAssessmentSettings(p)
    coordination = CoordinationSettings(p)
    staff = StaffSettings(p)
    platform = PlatformSettings(p)
    shadowIndices = ShadowIndicesSettings(p)
    agreements = AgreementsSettings(p)
    publicity = PublicitySettings(p)
    selfDevelopment = SelfDevelopmentSettings(p)
    measures = MeasureSettings(p)
  }
}

/// Strength of every mechanism in every month and county, 0 where it is off.
struct Strengths: Sendable {
  private let values: [Float]
  private let countyCount: Int

  init(_ scenario: Scenario) {
    countyCount = scenario.geography.counties.count
    let dates = (0..<scenario.monthCount).map { scenario.start.advanced(by: $0) }
    var values = [Float](repeating: 0, count: dates.count * countyCount * Mechanism.count)
    for mechanism in Mechanism.allCases {
      let setting = scenario.setting(of: mechanism)
      guard setting.isEnabled else { continue }
      for (month, date) in dates.enumerated() {
        for county in 0..<countyCount {
          values[(month * countyCount + county) * Mechanism.count + mechanism.position] =
            Float(setting.strength(at: date, county: county))
        }
      }
    }
    self.values = values
  }

  /// Strength of a mechanism in a month (from 0) and county.
  func callAsFunction(_ mechanism: Mechanism, month: Int, county: Int) -> Float {
    values[(month * countyCount + county) * Mechanism.count + mechanism.position]
  }
}

extension Mechanism {
  /// Position among the mechanisms.
  ///
  /// It is the tag in memory of a case without payload, which counts in the order of declaration
  /// (tested). A dictionary would hash the raw text sixty times a county and month.
  @inline(__always)
  var position: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
  /// Number of mechanisms.
  static let count = Mechanism.allCases.count
}
