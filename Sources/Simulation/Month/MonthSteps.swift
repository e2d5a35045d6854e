import Households

/// The order of a month.
///
/// Each line is one step of `Sources/Simulation/README.md`.
enum MonthSteps {
  /// Steps 1–11 for one block; money is shared out later, for the whole county.
  static func run(_ b: BlockMonth, queue: RequestList, credit: UnsafeMutablePointer<Float>) {
    let m = b.county
    begin(b)
    DrawsPass.run(b)
    HouseholdCalendarPass.run(b)
    JobsPass.run(b)
    WorkshopsPass.run(b)
    if m.pointee.returnShare > 0 { JobsPass.returnMigrants(b, share: m.pointee.returnShare) }
    EventsPass.run(b)
    ProductivityPass.run(b)
    MutualAidPass.remember(b)
    IncomePass.wages(b)
    TrainingPass.run(b)
    MutualAidPass.run(b)
    IncomePass.business(b)
    DiversificationPass.run(b)
    ECommercePass.run(b)
    EpidemicPass.run(b)
    if m.pointee.floodFootprint > 0 { WeatherPass.flood(b) }
    AgriculturalInsurancePass.run(b)
    PriceInsurancePass.run(b)
    LandSharesPass.run(b)
    LoansPass.run(b)
    IncomePass.expected(b)
    TrainingPass.expected(b)
    HousingRepairPass.run(b)
    BillsPass.run(b)
    SchoolingPass.run(b)
    EducationAidPass.run(b)
    DeliveryPass.run(b)
    PolicyChangePass.run(b)
    AllowancePass.pay(b)
    IndustryParticipationPass.run(b)
    IndustryPass.pay(b)
    IndustryChainPass.run(b)
    PublicPostsPass.run(b)
    EmergencyStocksPass.run(b)
    PublicWorksPass.run(b)
    BudgetPass.run(b)
    IndicatorPass.run(b)
    IndicatorPass.rememberLosses(b)
    ReturnPass.run(b)
    AlertPass.run(b)
    ShadowIndicesPass.run(b)
    VisitPass.run(b, queue: queue, credit: credit)
    RecognitionPass.run(b)
    ReviewPass.run(b)
    RequestPass.run(b)
    AllowancePass.review(b)
    ScoreboardPass.run(b)
    SelfDevelopmentPass.run(b)
    if m.pointee.monthOfYear == 12, m.pointee.isRecorded { YearEndPass.run(b) }
    TimersPass.run(b)
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
