import Households
import Testing

@testable import Simulation
import TestSupport

/// Bills worked by hand with the baseline's deductibles, ratios and caps.
struct MedicalStackTests {
  let settings: MedicalSettings

  init() throws {
    let scenario = try TestScenario.baseline()
    let reader = ParameterReader(scenario.parameters, at: Month(year: 2023, month: 6))
    settings = MedicalSettings(reader, calendar: CalendarSettings(reader))
  }

  private func split(_ bill: Float, _ standing: PatientStanding = PatientStanding()) -> BillSplit {
    var ledger = PatientLedger()
    return settings.split(
      bill: bill, ledger: &ledger, standing: standing, strength: LayerStrengths())
  }

  @Test func `A bill of 15,000 yuan of an ordinary patient`() {
    // Compliant 12,300; city hospital: 0.60 × (12,300 − 1,000) = 6,780; left 5,520, below
    // D₂ = 0.5 × 14,107; own 5,520 + 2,700.
    let split = split(15_000)
    #expect(abs(split.basic - 6_780) < 0.5)
    #expect(split.serious == 0)
    #expect(abs(split.own - 8_220) < 0.5)
  }

  @Test func `A bill of 60,000 yuan of a household on the allowance`() {
    // Compliant 49,200; basic 0.60 × 48,200 = 28,920; own 20,280; D₂ halved = 3,526.75; serious
    // 0.65 × 16,753.25 = 10,889.61; left 9,390.39; assistance 70 % = 6,573.27; uncovered 10,800.
    let split = split(60_000, PatientStanding(hasAllowance: true))
    #expect(abs(split.basic - 28_920) < 0.5)
    #expect(abs(split.serious - 10_889.61) < 0.5)
    #expect(abs(split.assistance - 6_573.27) < 0.5)
    #expect(abs(split.own - 13_617.12) < 1)
  }

  @Test func `A bill of 150,000 yuan with anti-poverty insurance`() {
    // Compliant 123,000; basic 73,200; own 49,800; serious 0.60 × (49,800 − 7,053.5) = 25,647.9;
    // left 24,152.1 + 27,000 = 51,152.1; insurance 0.5 × (51,152.1 − 5,000) = 23,076.05.
    let split = split(150_000, PatientStanding(hasAntiPovertyInsurance: true))
    #expect(abs(split.serious - 25_647.9) < 1)
    #expect(abs(split.insurance - 23_076.05) < 1)
    #expect(abs(split.own - 28_076.05) < 1)
  }

  @Test(arguments: [100, 2_999, 3_000, 14_999, 40_000, 300_000, 600_000] as [Float])
  func `The parts add up to the bill and no part is negative`(bill: Float) {
    for standing in [
      PatientStanding(), PatientStanding(isInsured: false), PatientStanding(hasAllowance: true),
      PatientStanding(isMonitored: true, hasAntiPovertyInsurance: true),
    ] {
      let split = split(bill, standing)
      let parts = [
        split.basic, split.serious, split.assistance, split.insurance, split.guarantee, split.own,
      ]
      #expect(parts.allSatisfy { $0 >= 0 })
      #expect(abs(parts.reduce(0, +) - bill) < bill * 1e-5 + 0.01)
    }
  }

  @Test func `Two bills in a year cross the deductible of the second layer once`() {
    var ledger = PatientLedger()
    let first = settings.split(
      bill: 15_000, ledger: &ledger, standing: PatientStanding(), strength: LayerStrengths())
    let second = settings.split(
      bill: 15_000, ledger: &ledger, standing: PatientStanding(), strength: LayerStrengths())
    // 2 × 5,520 − 7,053.5 = 3,986.5 above the deductible.
    #expect(first.serious == 0)
    #expect(abs(second.serious - 0.60 * 3_986.5) < 1)
  }

  @Test func `The guarantee leaves a tenth of the compliant cost`() {
    var ledger = PatientLedger()
    let split = settings.split(
      bill: 50_000, ledger: &ledger, standing: PatientStanding(),
      strength: LayerStrengths(guarantee: 1))
    #expect(abs(split.own - 0.1 * 0.82 * 50_000) < 1)
  }

  @Test func `An uninsured patient pays everything`() {
    #expect(split(20_000, PatientStanding(isInsured: false)).own == 20_000)
  }
}
