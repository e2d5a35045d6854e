import Households
import TestSupport
import Testing

@testable import Simulation

/// F1–F5: money that moves between the pots, and books that balance.
struct FundBooksTests {
  let scenario: Scenario
  let population: Population

  init() throws {
    // Three formerly-poor counties and one other.
    let geography = try TestScenario.baseline().geography
    let poor = geography.counties.indices.filter { geography.counties[$0].isFormerlyPoor }.prefix(3)
    let other = geography.counties.indices.filter { !geography.counties[$0].isFormerlyPoor }.prefix(
      1)
    let counties = Array(poor + other).sorted()
    // A small fund, so that pots run empty, and its shares are those of the whole province.
    scenario = try TestScenario.core(counties: counties, lastYear: 2025)
      .with("fund.total", 100_000_000)
    let rows = counties.flatMap { TestPopulation.rows(county: $0, count: 500, townships: 3) }
    population = TestPopulation.population(rows, counties: 88)
  }

  private func run(_ scenario: Scenario, _ ledger: LedgerPlaces = .county) throws -> Outcomes {
    try Simulator(scenario: scenario, population: population, ledger: ledger)
      .run(replications: 2, seed: 3, threads: 2)
  }

  private func money(_ outcomes: Outcomes, _ programme: Programme, _ year: Int? = nil) -> Int64 {
    let layout = outcomes.layout
    return outcomes.replications.reduce(0) { sum, outcome in
      (0..<layout.years.count).filter { year == nil || $0 == year }.reduce(sum) { part, year in
        (0..<layout.prefectureCount).reduce(part) {
          $0 + outcome.money[layout.money(year: year, prefecture: $1, programme)]
        }
      }
    }
  }

  private func entry(
    _ outcomes: Outcomes, _ entry: LedgerEntry, _ pots: [FundPot] = FundPot.allCases
  ) -> Int64 {
    let layout = outcomes.layout
    return outcomes.replications.reduce(0) { sum, outcome in
      (0..<layout.years.count).reduce(sum) { part, year in
        (0..<layout.ledgerPlaceCount).reduce(part) { inner, place in
          pots.reduce(inner) {
            $0 + outcome.ledger[layout.ledger(year: year, place: place, $1, entry)]
          }
        }
      }
    }
  }

  /// Everything at once.
  private var all: Scenario {
    scenario.on(.socialCapital).on(.supervision).on(.performanceAssessment)
      .with("fund.local_shortfall", 0.13).with("fund.local_share", 0.58)
      .with("performance_assessment.penalty", 40_000).missingIn(scenario.counties[0])
  }

  @Test(arguments: LedgerPlaces.allCases)
  func `Every pot of every place and year balances, and opens as it closed`(
    places: LedgerPlaces
  ) throws {
    let outcomes = try run(all, places)
    let layout = outcomes.layout
    for outcome in outcomes.replications {
      for place in 0..<layout.ledgerPlaceCount {
        for pot in FundPot.allCases {
          var closing: Int64?
          for year in 0..<layout.years.count {
            func line(_ entry: LedgerEntry) -> Int64 {
              outcome.ledger[layout.ledger(year: year, place: place, pot, entry)]
            }
            let sources = LedgerEntry.sources.reduce(0) { $0 + line($1) }
            let uses = LedgerEntry.uses.reduce(0) { $0 + line($1) }
            #expect(line(.opening) + sources - uses == line(.closing))
            #expect(closing == nil || closing == line(.opening))
            closing = line(.closing)
          }
        }
      }
    }
    #expect(entry(outcomes, .performancePaid) > 0)
    #expect(entry(outcomes, .recovered) > 0)
  }

  @Test func `The ledger and the programmes tell of the same money`() throws {
    let outcomes = try run(all)
    let pairs: [(Programme, LedgerEntry)] = [
      (.fundCarriedIn, .opening), (.fundFromProvince, .fromProvince), (.fundFromLocal, .fromLocal),
      (.socialCapital, .socialCapital), (.fundRecovered, .recovered),
      (.performanceReceived, .performanceReceived), (.emergencyRelief, .emergencyRelief),
      (.industrySupport, .industrySupport), (.premiumFromFund, .insurancePremiums),
      (.fundIdle, .idle), (.fundLeakage, .leakage), (.performancePaid, .performancePaid),
      (.fundCarriedOut, .closing),
    ]
    for (programme, line) in pairs {
      #expect(money(outcomes, programme) == entry(outcomes, line), "\(programme)")
    }
    let sources = LedgerEntry.sources.reduce(0) { $0 + entry(outcomes, $1) }
    #expect(money(outcomes, .fundReceived) == sources)
  }

  @Test func `The ledger's places change nothing else, and counties add up to prefectures`() throws
  {
    let (byCounty, byPrefecture) = (try run(all), try run(all, .prefecture))
    for (one, other) in zip(byCounty.replications, byPrefecture.replications) {
      #expect(one.money == other.money)
      #expect(one.persons == other.persons)
    }
    for line in LedgerEntry.allCases {
      #expect(entry(byCounty, line) == entry(byPrefecture, line))
    }
  }

  @Test func `An empty fund pays nothing`() throws {
    let empty = try run(scenario.with("fund.total", 0).on(.supervision).on(.performanceAssessment))
    for line in LedgerEntry.allCases { #expect(entry(empty, line) == 0) }
    #expect(money(empty, .emergencyRelief) == 0)
    #expect(money(empty, .reliefShortage) > 0)
  }

  @Test func `A short local match is missing from the local money alone`() throws {
    let (full, short) = (try run(scenario), try run(scenario.with("fund.local_shortfall", 0.2)))
    #expect(entry(full, .fromLocal) > 0)
    let lost = Double(entry(full, .fromLocal) - entry(short, .fromLocal))
    #expect(abs(lost / Double(entry(full, .fromLocal)) - 0.2) < 1e-3)
    let province = Double(entry(short, .fromProvince)) / Double(entry(full, .fromProvince))
    #expect(abs(province - 1) < 1e-3)
  }

  @Test func `A recession cuts the local match only while it lasts`() throws {
    let cut = scenario.with("fund.local_recession_cut", 0.2)
    let always = cut.with("jobs.recession_enter", 1).with("jobs.recession_leave", 0)
    let never = cut.with("jobs.recession_enter", 0).with("jobs.pandemic_enter", 0)
    let ratio =
      Double(entry(try run(always), .fromLocal)) / Double(entry(try run(never), .fromLocal))
    #expect(abs(ratio - 0.8) < 1e-3)
  }

  @Test func `Firms add exactly their money, and it buys packages`() throws {
    let (without, with) = (try run(scenario), try run(scenario.on(.socialCapital)))
    let received = entry(with, .socialCapital, [.social])
    #expect(received > 0)
    #expect(received == money(with, .fundReceived) - money(without, .fundReceived))
    #expect(entry(without, .socialCapital) == 0)
    #expect(entry(with, .industrySupport) > entry(without, .industrySupport))
    // What the level of 2023 is not counted for brings nothing.
    let counted = try run(
      scenario.on(.socialCapital).with("social_capital.reference_level", 120_000_000))
    #expect(counted.replications == without.replications)
  }

  @Test func `All that supervision claims brings back what leaked, after the lag`() throws {
    let claim = scenario.on(.supervision).with("supervision.credibility", 1)
    let outcomes = try run(claim)
    #expect(entry(outcomes, .recovered) == entry(outcomes, .leakage))
    // Later than the last year nothing can come back.
    let late = try run(claim.with("supervision.lag_months", 36))
    #expect(entry(late, .recovered) < entry(outcomes, .recovered))
  }

  @Test func `Every rule of rationing spends the same money, on others`() throws {
    // Less industry money than is asked for; relief alone would hardly run out.
    let runs = try [0.0, 1, 2].map { try run(scenario.with("fund.rationing", $0)) }
    func spent(_ outcomes: Outcomes) -> Int64 {
      entry(outcomes, .industrySupport) + entry(outcomes, .emergencyRelief)
    }
    // A pot may keep what is too little for one more request.
    for other in runs.dropFirst() {
      #expect(abs(Double(spent(other)) / Double(spent(runs[0])) - 1) < 0.05)
      #expect(other.replications != runs[0].replications)
    }
  }

  @Test func `Assessment moves money between counties and loses none`() throws {
    let strict = scenario.on(.performanceAssessment).with("performance_assessment.penalty", 40_000)
    let outcomes = try run(strict.missingIn(scenario.counties[0]))
    #expect(money(outcomes, .performancePaid) > 0)
    #expect(money(outcomes, .performancePaid) == money(outcomes, .performanceReceived))
    // Nothing has been assessed before the first result year.
    #expect(money(outcomes, .performancePaid, 0) == 0)
    // If all miss the standard, or none does, nothing moves.
    for standard in [0, 1.0] {
      let nobody = try run(
        strict.with("performance_assessment.standard", standard)
          .with("performance_assessment.weight_timeliness", 1))
      #expect(money(nobody, .performancePaid) == 0)
    }
  }
}

extension Scenario {
  /// This scenario with a mechanism in force that is off by default.
  fileprivate func on(_ mechanism: Mechanism) -> Scenario {
    setting(mechanism) { $0.isEnabled = true }
  }

  /// This scenario with one county in which nobody is looked for, so that it misses the standard, and
  /// a standard that the others meet.
  fileprivate func missingIn(_ county: Int) -> Scenario {
    setting(.monitoring) { $0.counties = Set(counties).subtracting([county]) }
      .with("performance_assessment.standard", 0.7)
  }
}
