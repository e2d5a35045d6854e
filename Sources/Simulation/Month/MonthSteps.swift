import Households

/// The order of a month.
///
/// Each line is one step of `Sources/Simulation/README.md`.
enum MonthSteps {
  /// Steps 1–11 for one block; money is shared out later, for the whole county.
  static func run(_ b: BlockMonth, queue: RequestList, credit: UnsafeMutablePointer<Float>) {
    let m = b.county
    begin(b)
    b.mark(.beginning)
    DrawsPass.run(b)
    b.mark(.draws)
    HouseholdCalendarPass.run(b)
    b.mark(.householdCalendar)
    JobsPass.run(b)
    b.mark(.jobs)
    WorkshopsPass.run(b)
    b.mark(.workshops)
    if m.pointee.returnShare > 0 { JobsPass.returnMigrants(b, share: m.pointee.returnShare) }
    b.mark(.jobs)
    EventsPass.run(b)
    b.mark(.events)
    ProductivityPass.run(b)
    b.mark(.productivity)
    MutualAidPass.remember(b)
    b.mark(.mutualAid)
    IncomePass.wages(b)
    b.mark(.wages)
    TrainingPass.run(b)
    b.mark(.training)
    MutualAidPass.run(b)
    b.mark(.mutualAid)
    IncomePass.business(b)
    BusinessMonthPass.run(b)
    b.mark(.business)
    HouseholdCalendarPass.pensions(b)
    b.mark(.householdCalendar)
    ECommercePass.run(b)
    b.mark(.eCommerce)
    EpidemicPass.run(b)
    b.mark(.epidemic)
    if m.pointee.floodFootprint > 0 { WeatherPass.flood(b) }
    b.mark(.flood)
    DiversificationPass.run(b)
    b.mark(.diversification)
    AgriculturalInsurancePass.run(b)
    b.mark(.agriculturalInsurance)
    PriceInsurancePass.run(b)
    b.mark(.priceInsurance)
    LoansPass.run(b)
    b.mark(.loans)
    IncomePass.expected(b)
    TrainingPass.expected(b)
    b.mark(.expectedIncome)
    LandSharesPass.run(b)
    b.mark(.landShares)
    HousingRepairPass.run(b)
    b.mark(.housingRepair)
    BillsPass.run(b)
    b.mark(.bills)
    SchoolingPass.run(b)
    b.mark(.schooling)
    EducationAidPass.run(b)
    b.mark(.educationAid)
    DeliveryPass.run(b)
    b.mark(.delivery)
    PolicyChangePass.run(b)
    b.mark(.policyChange)
    AllowancePass.pay(b)
    b.mark(.allowance)
    IndustryParticipationPass.run(b)
    b.mark(.industryParticipation)
    IndustryPass.pay(b)
    b.mark(.industry)
    IndustryChainPass.run(b)
    b.mark(.industryChain)
    PublicPostsPass.run(b)
    b.mark(.publicPosts)
    EmergencyStocksPass.run(b)
    b.mark(.emergencyStocks)
    BudgetPass.run(b)
    b.mark(.coping)
    IndicatorPass.run(b)
    IndicatorPass.rememberLosses(b)
    b.mark(.indicators)
    ReturnPass.run(b)
    b.mark(.returns)
    AlertPass.run(b)
    b.mark(.alerts)
    ShadowIndicesPass.run(b)
    b.writePanel()
    b.mark(.shadowIndices)
    VisitPass.run(b, queue: queue, credit: credit)
    b.mark(.visits)
    RecognitionPass.run(b)
    b.mark(.recognition)
    ReviewPass.run(b)
    b.mark(.review)
    RequestPass.run(b)
    b.mark(.requests)
    AllowancePass.review(b)
    b.mark(.allowance)
    ScoreboardPass.run(b)
    b.mark(.scoreboard)
    SelfDevelopmentPass.run(b)
    b.mark(.selfDevelopment)
    if m.pointee.monthOfYear == 12, m.pointee.isRecorded {
      YearEndPass.run(b)
      MomentsPass.run(b)
      HouseholdCalendarPass.yearEnd(b)
    }
    b.mark(.yearEnd)
    TimersPass.run(b)
    b.mark(.timers)
  }

  /// Clears the month's scratch, and once a year or season what belongs to it.
  private static func begin(_ b: BlockMonth) {
    let m = b.county
    if m.pointee.monthOfYear == 1 {
      clearMedicalYear(b)
    }
    if m.pointee.monthOfYear == 1 || b.month == 0 { AlertPass.refreshNoise(b) }
    if m.pointee.seasonBegins { WeatherPass.beginSeason(b) }
    for column in [b.x.aid, b.x.cashOut, b.x.rigid] { column.update(repeating: 0, count: b.count) }
    for channel in 0..<Cause.channelCount {
      b.x.loss(channel).update(repeating: 0, count: b.count)
    }
    let mask = b.x.mask
    for i in b.count..<min(b.count + 8, ScratchColumns.capacity + 8) { mask[i] = 0 }
    let (persons, inverse) = (b.x.persons, b.x.personsInverse)
    let (members, deaths) = (b.s.persons, b.s.deaths)
    for i in 0..<b.count {
      let n = Float(members[i]) - Float(deaths[i])
      persons[i] = n
      inverse[i] = 1 / n
    }
  }

  /// A new calendar year of bills.
  private static func clearMedicalYear(_ b: BlockMonth) {
    for column in [
      b.s.patientOwnPay, b.s.patientBasicUsed, b.s.patientAssistanceUsed, b.s.patientOutOfPocket,
      b.s.householdOutOfPocket,
    ] {
      column.update(repeating: 0, count: b.count)
    }
    b.s.patient.update(repeating: 255, count: b.count)
  }
}
