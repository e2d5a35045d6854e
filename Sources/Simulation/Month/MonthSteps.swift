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
    JobsPass.run(b)
    if m.pointee.returnShare > 0 { JobsPass.returnMigrants(b, share: m.pointee.returnShare) }
    EventsPass.run(b)
    ProductivityPass.run(b)
    IncomePass.wages(b)
    IncomePass.business(b)
    if m.pointee.floodFootprint > 0 { WeatherPass.flood(b) }
    IncomePass.expected(b)
    BillsPass.run(b)
    SchoolingPass.run(b)
    DeliveryPass.run(b)
    AllowancePass.pay(b)
    IndustryPass.pay(b)
    BudgetPass.run(b)
    IndicatorPass.run(b)
    IndicatorPass.rememberLosses(b)
    ReturnPass.run(b)
    AlertPass.run(b)
    VisitPass.run(b, queue: queue, credit: credit)
    RecognitionPass.run(b)
    ReviewPass.run(b)
    RequestPass.run(b)
    AllowancePass.review(b)
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
    let (members, deaths) = (b.p.persons, b.s.deaths)
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
