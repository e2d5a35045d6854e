import Households
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// A3–A7, A9 and A11 give and never take: with behaviour frozen, nothing scarce, no delay and no other
/// assistance that reacts, more of one leaves no household with less at any year's end.
struct TransferTests {
  /// What is raised, and from what to what.
  struct Raise: Sendable, CustomTestStringConvertible {
    let mechanism: Mechanism
    /// Parameter that is raised; `nil` for the scale.
    var lever: String?
    let values: [Double]
    var testDescription: String { "\(mechanism) \(lever ?? "scale")" }

    init(_ mechanism: Mechanism, _ lever: String? = nil, _ values: [Double] = [0, 0.5, 1, 1.25]) {
      (self.mechanism, self.lever, self.values) = (mechanism, lever, values)
    }

    /// Bills that are paid trigger less, so only the other transfers leave the triggers as they were.
    private var paysBills: Bool {
      [
        Mechanism.basicMedicalInsurance, .seriousIllnessInsurance, .medicalAssistance,
        .reimbursementGuarantee, .antiPovertyInsurance,
      ].contains(mechanism)
    }

    func scenario(_ base: Scenario, _ value: Double) -> Scenario {
      var on = base.setting(mechanism) { $0.isEnabled = true }
      if !paysBills { on = on.setting(.hardTriggers) { $0.isEnabled = true } }
      guard let lever else {
        return on.setting(mechanism) { $0.scale = DatedPath(constant: value) }
      }
      return on.with(lever, value)
    }
  }

  static let raises = [
    Raise(.minimumLivingAllowance),
    Raise(.minimumLivingAllowance, "minimum_living_allowance.coverage_registered", [0.3, 0.6, 1]),
    Raise(.basicMedicalInsurance), Raise(.seriousIllnessInsurance), Raise(.medicalAssistance),
    Raise(.reimbursementGuarantee, nil, [0, 0.5, 1]),
    Raise(.antiPovertyInsurance),
    Raise(.antiPovertyInsurance, "anti_poverty_insurance.coverage", [0, 0.5, 1]),
    Raise(.educationAid), Raise(.educationAid, "education_aid.grant_college", [0, 3000, 6000]),
    Raise(.housingRepair), Raise(.housingRepair, "housing_repair.coverage", [0, 0.5, 1]),
    Raise(.emergencyRelief), Raise(.emergencyStocks),
    Raise(.mutualAid), Raise(.mutualAid, "mutual_aid.coverage", [0, 1]),
  ]

  let frozen: Scenario
  let population: Population

  init() throws {
    // Who is monitored stays so, and an index or a report would see what a transfer has done.
    frozen = try TestScenario.baseline(counties: [11], lastYear: 2024).withOnly(
      .drought, .flood, .illness, .accidents, .jobs, .schooling, .monitoring
    ).with("monitoring.elimination_months", 200).with("monitoring.initial_share_found", 1)
      .with("illness.followup_hazard", 1).with("illness.major_share", 0.2)
      .with("accidents.fire_rate", 0.05).with("accidents.fire_rate_qiandongnan", 0.05)
    let rows = TestPopulation.rows(
      county: 11, count: 300, income: { 4500 + Double($0 * 7919 % 1000) * 9 })
    population = TestPopulation.population(rows, counties: 88, fraction: 0.01)
  }

  /// Twelve-month income per head of every household, assistance included, at each year's end.
  private func incomes(_ scenario: Scenario) throws -> [[Float]] {
    let plan = try SimulationPlan(scenario)
    let key = DrawKey(seed: 5, shockYear: 1, householdReplication: 1)
    let environment = Environment(plan, key: key)
    let size = StateColumns.capacity * StateColumns.bytesPerHousehold
    let states = population.blocks.map { _ in
      StateColumns(base: .allocate(byteCount: size, alignment: 64))
    }
    defer { for state in states { state.base.deallocate() } }
    let county = CountyRun(
      plan: plan, population: population, states: states, county: 11, profile: nil)
    let free = plan.months[0].calendar.freeRigidSpending
    return (scenario.start.year...scenario.end.year).map { year in
      county.advance(
        year: year, key: key, environment: environment, share: plan.fundShares[0][11], transfer: 0)
      return zip(population.blocks, states).flatMap { block, s in
        (0..<block.count).map { row in
          Float(s.income12[row]) * IndicatorPass.incomeUnit
            + Float(s.aid12[row]) * IndicatorPass.aidUnit
            - max(0, Float(s.rigid12[row]) * IndicatorPass.rigidUnit - free)
        }
      }
    }
  }

  @Test(arguments: raises)
  func `More of a transfer leaves no household with less`(raise: Raise) throws {
    let paths = try raise.values.map { try incomes(raise.scenario(frozen, $0)) }
    for (less, more) in zip(paths, paths.dropFirst()) {
      var gained: Float = 0
      for (before, after) in zip(less, more) {
        for row in before.indices where after[row] != before[row] {
          #expect(after[row] >= before[row], "household \(row)")
          gained += after[row] - before[row]
        }
      }
      #expect(gained > 0)
    }
  }
}
