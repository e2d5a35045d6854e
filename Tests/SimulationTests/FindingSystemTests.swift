import Households
import Simulation
import TestSupport
import Testing

/// The platform, agreements, publicity, coordination and what M5 and M7 add.
struct FindingSystemTests {
  let finding: FindingRuns

  init() throws { finding = try FindingRuns() }

  private func on(_ mechanism: Mechanism) -> Scenario {
    finding.scenario.setting(mechanism) { $0.isEnabled = true }
  }

  @Test(arguments: [Mechanism.publicity, .coordination])
  func `With levers as in 2023 it changes nothing`(mechanism: Mechanism) throws {
    #expect(
      try finding.run(on(mechanism)).replications == finding.run(finding.scenario).replications)
  }

  @Test func `Monthly updates of all departments on the equipment of 2023 without spread are none`()
    throws
  {
    let monthly = on(.platform).with("platform.update_interval", 1)
      .with("platform.township_noise", 1).with("platform.village_noise", 1)
    #expect(try finding.run(monthly).replications == finding.run(finding.scenario).replications)
  }

  @Test func `An unconnected department shows nothing and a connected one everything`() throws {
    let none = try finding.run(on(.platform).with("platform.departments_share", 0))
    #expect(finding.finding(none, .alertsFromIndex) == 0)
    #expect(finding.finding(none, .alertsFromTriggers) == 0)
    #expect(finding.system(none, .unseenSigns) > 0)
    let all = try finding.run(on(.platform))
    #expect(finding.system(all, .unseenSigns) == 0)
    #expect(finding.finding(all, .alertsFromTriggers) > 0)
  }

  @Test func `Signs wait for the next update and their days are counted`() throws {
    func days(_ interval: Double) throws -> Double {
      let scenario = on(.platform).with("platform.update_interval", interval)
        .without(.vulnerabilityIndex, .ownReports, .patrols, .identificationErrors)
      let outcomes = try finding.run(scenario)
      return Double(finding.system(outcomes, .daysToData))
        / Double(finding.finding(outcomes, .visits))
    }
    let (monthly, quarterly) = (try days(1), try days(3))
    // A month on average, if signs come evenly.
    #expect(quarterly - monthly > 10)
    #expect(quarterly - monthly < 50)
  }

  @Test func `Agreements shorten the days of those who live elsewhere`() throws {
    func days(_ share: Double) throws -> Double {
      let scenario = on(.agreements).with("agreements.share", share)
        .with("agreements.delay_days", 0).without(.fund)
      let outcomes = try finding.run(scenario)
      #expect(finding.system(outcomes, .elsewhereCases) > 0)
      return Double(finding.system(outcomes, .elsewhereDays))
        / Double(finding.system(outcomes, .elsewhereCases))
    }
    let (none, all) = (try days(0), try days(1))
    #expect(none - all > 25)
    #expect(none - all < 65)
    #expect(
      try finding.run(on(.agreements).with("agreements.share", 0)).replications
        == finding.run(finding.scenario).replications)
  }

  @Test func `The duty of residence spares the visits of the township of registration`() throws {
    let scarce = on(.agreements).with("agreements.share", 1).with("visits.grid_workers", 40)
    let duty = scarce.with("agreements.duty_of_residence", 1)
    #expect(
      finding.finding(try finding.run(duty), .visits)
        > finding.finding(try finding.run(scarce), .visits))
  }

  @Test func `Publicity leaves fewer in need unaware and is paid per person informed`() throws {
    let scenario = on(.publicity).with("publicity.awareness", 1)
    let (before, after) = (try finding.run(finding.scenario), try finding.run(scenario))
    #expect(finding.system(before, .unawareHouseholds) > 0)
    #expect(finding.system(after, .unawareHouseholds) == 0)
    #expect(
      finding.finding(after, .alertsFromOwnReports) > finding.finding(before, .alertsFromOwnReports)
    )
    let unaware = finding.population.blocks.reduce(0) { sum, block in
      sum + (0..<block.count).count { block.columns.trait(1)[$0] >= 53_739 }
    }
    // Four persons a household, ten yuan, two years, two replications; a few have died.
    let cost = Double(finding.money(after, .publicityCost)) / 100
    #expect(cost <= Double(unaware) * 4 * 10 * 2 * 2)
    #expect(cost > Double(unaware) * 4 * 10 * 2 * 2 * 0.97)
  }

  @Test func `Measures chosen are carried out or fail, whoever knows of them by publicity`() throws
  {
    let scenario = on(.publicity).with("publicity.awareness", 1)
      .with("publicity.awareness_2023", 0.2).with("industry_support.take_up", 0.2)
      .with("own_reports.aware_share", 0.2).with("identification_errors.execution_failure", 0.5)
    let outcomes = try finding.run(scenario)
    let failed = finding.system(outcomes, .failedMeasures)
    #expect(failed > 0)
    #expect(
      finding.system(outcomes, .measuresChosen)
        == finding.system(outcomes, .measuresCarriedOut) + failed)
  }

  @Test func `Coordination lets fewer measures fail`() throws {
    let full = on(.coordination).with("coordination.consolidated_share", 1)
    let perfect = full.with("coordination.credibility", 1)
    let none = finding.system(try finding.run(finding.scenario), .failedMeasures)
    let half = finding.system(try finding.run(full), .failedMeasures)
    #expect(half < none)
    #expect(half > 0)
    #expect(finding.system(try finding.run(perfect), .failedMeasures) == 0)
  }

  @Test(arguments: ["hard_triggers.insurance_claim", "hard_triggers.drop_out"])
  func `A new trigger raises more alerts`(name: String) throws {
    // Households without savings or credit, so that some take a student out of school.
    let base = finding.scenario.with("coping.informal_cap_share", 0)
      .with("coping.formal_loan_chance", 0)
    let (before, after) = (try finding.run(base), try finding.run(base.with(name, 1)))
    #expect(
      finding.finding(after, .alertsFromTriggers) > finding.finding(before, .alertsFromTriggers))
  }

  @Test func `Reports by app find more`() throws {
    let app = finding.scenario.with("own_reports.app_share", 1).with("own_reports.app_chance", 1)
    let (before, after) = (try finding.run(finding.scenario), try finding.run(app))
    #expect(
      finding.finding(after, .alertsFromOwnReports) > finding.finding(before, .alertsFromOwnReports)
    )
  }

  @Test func `Blocks and threads change nothing with all systems on`() throws {
    var all = finding.scenario.with("publicity.awareness", 0.95).with("agreements.share", 0.6)
      .with("platform.departments_share", 0.6).with("hard_triggers.drop_out", 1)
      .with("hard_triggers.insurance_claim", 1).with("staff.informants_trained", 5000)
    for mechanism in [Mechanism.staff, .platform, .agreements, .publicity, .coordination] {
      all = all.setting(mechanism) { $0.isEnabled = true }
    }
    let rows = [11, 40].flatMap { TestPopulation.rows(county: $0, count: 500, townships: 5) }
    let outcomes = try [(2048, 1), (100, 2)].map { size, threads in
      let population = TestPopulation.population(rows, counties: 88, householdsPerBlock: size)
      return try Simulator(scenario: all, population: population)
        .run(replications: 1, seed: 7, threads: threads).replications
    }
    #expect(outcomes[0] == outcomes[1])
  }

  @Test func `Errors by kind add up`() throws {
    let outcomes = try finding.run(finding.scenario)
    let wrong: [SystemQuantity] = [
      .wrongExclusionsUnstable, .wrongExclusionsMarginal, .wrongExclusionsSudden,
    ]
    let included: [SystemQuantity] = [
      .falseInclusionsUnstable, .falseInclusionsMarginal, .falseInclusionsSudden,
    ]
    let exclusions = wrong.reduce(0) { $0 + finding.system(outcomes, $1) }
    let inclusions = included.reduce(0) { $0 + finding.system(outcomes, $1) }
    #expect(exclusions == finding.finding(outcomes, .wrongExclusions))
    #expect(inclusions == finding.finding(outcomes, .falseInclusions))
    #expect(finding.system(outcomes, .missedSuddenSigns) > 0)
  }

  @Test func `With aid withheld more visits recognise no fewer`() throws {
    let withheld = finding.scenario.without(
      .industrySupport, .minimumLivingAllowance, .emergencyRelief, .medicalAssistance,
      .antiPovertyInsurance, .fund)
    var before: Int64 = 0
    for workers in [20.0, 100, 500, 20_000] {
      let found = finding.recognised(
        try finding.run(withheld.with("visits.grid_workers", workers)))
      #expect(found >= before)
      before = found
    }
    #expect(before > 0)
  }
}
