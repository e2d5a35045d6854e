import Households
import Randomness
import TestSupport
import Testing

@testable import Simulation

/// Training, industries, posts and mutual aid against arithmetic done by hand.
struct WorkAndIndustryTests {
  private func bench(
    _ mechanism: Mechanism, count: Int = 2000, _ change: (Scenario) -> Scenario = { $0 }
  ) throws -> Bench {
    let scenario = try TestScenario.baseline(counties: [11], lastYear: 2026).withOnly(mechanism)
      .with("income.business_growth", 0)
    return try Bench(change(scenario), rows: TestPopulation.rows(county: 11, count: count))
  }

  private func sum(_ column: UnsafeMutablePointer<Float>, _ count: Int) -> Double {
    (0..<count).reduce(0) { $0 + Double(column[$1]) }
  }

  /// Wages rise by newly trained share × mastery × effect: (0.60 − 0.38) × 0.8 × 0.08.
  ///
  /// Source: mean of a product of independent Bernoulli variables (Ross, section 2.4) and the
  /// regulation's wording in the model document. Tolerance: four binomial standard errors of the
  /// share of 2,000 households.
  @Test func `Training raises wages by coverage times mastery times effect`() throws {
    let bench = try bench(.training)
    let b = bench.block(0)
    IncomePass.wages(b)
    let before = sum(b.x.wage, b.count)
    TrainingPass.run(b)
    let after = sum(b.x.wage, b.count)
    let share = (0.60 - 0.38) * 0.8
    // Four standard errors of the share of households that are trained and master.
    let tolerance = 4 * (share * (1 - share) / Double(b.count)).squareRoot() * 0.08
    #expect(abs(after / before - 1 - share * 0.08) < tolerance)
    var trained = 0
    for row in 0..<b.count {
      let place = Double(b.p.place(in: .training)[row]) / 65536
      let isTrained = b.s.flags[row] & StateFlags.trained != 0
      #expect(isTrained == (place >= 0.38 && place < 0.6))
      trained += isTrained ? 1 : 0
    }
    #expect(bench.tally.money[Programme.training.rawValue] == Int64(trained) * 150_000)
  }

  @Test func `A skill stays when coverage falls, and nobody pays for it again`() throws {
    let bench = try bench(.training) { scenario in
      var scenario = scenario
      let path = DatedPath(steps: [
        DatedPath.Step(from: nil, value: 0.6),
        DatedPath.Step(from: Month(year: 2022, month: 2), value: 0.4),
        DatedPath.Step(from: Month(year: 2022, month: 3), value: 0.6),
      ])
      var overrides = scenario.parameters.overrides
      overrides["training.coverage"] = Parameters.Override(path: path, place: "test")
      scenario.parameters = Parameters(
        declared: scenario.parameters.declared, overrides: overrides)
      return scenario
    }
    func ratio(_ month: Int) -> Double {
      let b = bench.block(month)
      IncomePass.wages(b)
      let before = sum(b.x.wage, b.count)
      TrainingPass.run(b)
      return sum(b.x.wage, b.count) / before
    }
    let first = ratio(0)
    let cost = bench.tally.money[Programme.training.rawValue]
    #expect(abs(ratio(1) - first) < 1e-6 && abs(ratio(2) - first) < 1e-6)
    #expect(bench.tally.money[Programme.training.rawValue] == cost)
  }

  /// A gain of a lognormal with failures: members × (1 − failure) × match × claim × credibility × e^(σ²/2).
  @Test func `Who joins an industry gains what is believed of the claim`() throws {
    let bench = try bench(.industryParticipation) { $0.with("industry_support.ramp_months", 1) }
    let b = bench.block(0)
    for i in 0..<b.count { b.x.aid[i] = 0 }
    IndustryParticipationPass.run(b)
    IndustryPass.pay(b)
    let joined = (0..<b.count).filter { b.s.industryMonths[$0] > 0 }
    for row in joined {
      let place = Double(b.p.place(in: .participation)[row]) / 65536
      #expect(place >= 0.45 && place < 0.5)
    }
    #expect(joined.count > 50)
    let index = Double(b.county.pointee.settings.calendar.businessIndex)
    let mean = sum(b.x.aid, b.count) / Double(joined.count) / index
    let expected = 0.75 * 0.9 * 15_000 * 0.5 / 12 * Elementary.exp(0.18)
    // Relative standard deviation of a gain that fails: (e^0.36 / 0.675 − 1)^½, about 1.07.
    #expect(abs(mean / expected - 1) < 4 * 1.07 / Double(joined.count).squareRoot())
    let paid = bench.tally.money[Programme.industryParticipation.rawValue]
    #expect(paid == Int64(joined.count) * 1_666_700)
  }

  @Test func `A trade that lives goes on without a gap, one that failed is not paid for again`()
    throws
  {
    let bench = try bench(.industryParticipation) { $0.with("industry_support.term_months", 8) }
    var joined: [Int] = []
    for month in 0..<30 {
      let b = bench.block(month)
      for i in 0..<b.count { b.x.aid[i] = 0 }
      IndustryParticipationPass.run(b)
      IndustryPass.pay(b)
      if month == 0 { joined = (0..<b.count).filter { b.s.industryMonths[$0] > 0 } }
      for row in joined {
        let lives = b.s.industryGain[row] > 0
        #expect((b.x.aid[row] > 0) == lives)
        if !lives, month > 8 { #expect(b.s.industryMonths[row] == 0) }
        let ramp = min(1, Float(min(month + 1, 6)) / 6)
        let full = b.s.industryGain[row] * b.county.pointee.settings.calendar.businessIndex
        #expect(abs(b.x.aid[row] - full * ramp) <= full * 1e-5)
      }
      TimersPass.run(b)
    }
  }

  @Test func `Links add up: two links give twice what one gives`() throws {
    func aid(links: Double) throws -> [Float] {
      let bench = try bench(.industryChain, count: 200) { $0.with("industry_chain.links", links) }
      let b = bench.block(0)
      for row in 0..<b.count {
        b.x.aid[row] = 0
        IndustryPass.begin(b, row, logMedianGain: 6, strength: row < 100 ? 1 : 0)
      }
      IndustryPass.pay(b)
      IndustryChainPass.run(b)
      return (0..<b.count).map { b.x.aid[$0] }
    }
    let (none, one, two) = (try aid(links: 0), try aid(links: 1), try aid(links: 2))
    for row in none.indices {
      #expect(abs(one[row] - none[row] * 1.0875) <= none[row] * 1e-5)
      #expect(abs(two[row] - none[row] * 1.175) <= none[row] * 1e-5)
    }
  }

  /// Wage + what is lost = full wage before and after; neighbours make good 0.35 × 0.5 of the loss.
  @Test func `Mutual aid makes good its share of the wage lost, and of no bill`() throws {
    let bench = try bench(.mutualAid, count: 600) { $0.with("mutual_aid.coverage", 1) }
    let b = bench.block(0)
    let (illness, accidents) = (
      b.x.loss(Cause.illness.rawValue), b.x.loss(Cause.accidents.rawValue)
    )
    for channel in 0..<Cause.channelCount { b.x.loss(channel).update(repeating: 0, count: b.count) }
    for row in 0..<b.count {
      b.s.sick(0)[row] = row % 3 == 0 ? 4 : 0
      if row % 4 == 0 { (b.s.disability[row], b.s.disabilityAge[row]) = (2, 3) }
      illness[row] = 500
      accidents[row] = row % 2 == 0 ? 3000 : 0
    }
    MutualAidPass.remember(b)
    IncomePass.wages(b)
    let wage = (0..<b.count).map { b.x.wage[$0] }
    let lost = (0..<b.count).map { (illness[$0] - 500, accidents[$0] - ($0 % 2 == 0 ? 3000 : 0)) }
    MutualAidPass.run(b)
    var fen: Int64 = 0
    for row in 0..<b.count {
      let gained = b.x.wage[row] - wage[row]
      #expect(abs(gained - 0.175 * (lost[row].0 + lost[row].1)) < 0.01)
      #expect(abs(illness[row] - 500 - lost[row].0 * 0.825) < 0.01)
      #expect(abs(accidents[row] - (row % 2 == 0 ? 3000 : 0) - lost[row].1 * 0.825) < 0.01)
      fen += Int64(Elementary.nearest(Double(gained) * 100))
    }
    #expect(lost.contains { $0.0 > 0 } && lost.contains { $0.1 > 0 })
    #expect(bench.tally.money[Programme.mutualAid.rawValue] == fen)
  }

  /// The same households with and without: behaviour frozen, no pot, no visit, no other measure.
  @Test func `With behaviour frozen posts leave nobody with less, household by household`() throws {
    let mechanism = Mechanism.publicPosts
    let shocks = try TestScenario.baseline(counties: [11], lastYear: 2024).withOnly(
      .illness, .accidents, .jobs, .drought, .monitoring, .hardTriggers, .patrols)
    let rows = TestPopulation.rows(county: 11, count: 400)
    let without = try Bench(shocks, rows: rows)
    let with = try Bench(
      shocks.setting(mechanism) { $0.isEnabled = true }, rows: rows)
    let credit = UnsafeMutablePointer<Float>.allocate(capacity: 8)
    defer { credit.deallocate() }
    let queue = RequestList(capacity: 2048)
    var jobs = CountyJobs(county: 11, share: 1)
    var better = 0
    for month in 0..<30 {
      MonthSteps.run(without.block(month), queue: queue, credit: credit)
      with.requests.clear()
      let b = with.block(month)
      jobs.open(b.county, postsHeld: 0, with.tally)
      with.requests.payable = jobs.payable
      MonthSteps.run(b, queue: queue, credit: credit)
      for place in 0..<with.requests.count where CountyJobs.shares(with.requests.items[place]) {
        jobs.grant(with.requests.items[place], b)
      }
      for row in 0..<with.count {
        #expect(with.scratch.own12[row] >= without.scratch.own12[row] - 0.01)
        #expect(with.scratch.total12[row] >= without.scratch.total12[row] - 0.01)
        better += with.scratch.total12[row] > without.scratch.total12[row] ? 1 : 0
      }
    }
    #expect(better > 100)
  }

  @Test func `Posts go to the largest gaps, whatever the order of asking`() throws {
    func holders(_ order: [Int]) throws -> [Int] {
      let bench = try bench(.publicPosts, count: 60) { $0.with("public_posts.additional_posts", 7) }
      let b = bench.block(0)
      var jobs = CountyJobs(county: 0, share: 1)
      jobs.open(b.county, postsHeld: 2, bench.tally)
      for row in order {
        let gap = Float(row * 37 % 20) * 10
        bench.requests.append(
          Request(
            rank: RequestList.rank(urgency: gap, id: b.p.id[row]), row: UInt16(row),
            measure: Measures.publicPost))
      }
      bench.requests.sort()
      for place in 0..<bench.requests.count { jobs.grant(bench.requests.items[place], b) }
      return (0..<b.count).filter { b.s.postMonths[$0] == 12 }
    }
    let holders = (try holders(Array(0..<60)), try holders((0..<60).reversed()))
    #expect(holders.0 == holders.1)
    // Rows 7, 27 and 47 have the largest gap (190), then 14, 34 and 54: five posts, low numbers first.
    #expect(holders.0 == [7, 14, 27, 34, 47])
  }

  @Test func `The counties' parts add up to the province's number`() {
    let total = (0..<88).reduce(0) { sum, county in
      sum + CountyJobs(county: county, share: 1 / 88).part(of: 20)
    }
    #expect(abs(total - 20) <= 2)
    for county in 0..<88 {
      let jobs = CountyJobs(county: county, share: 0.011)
      let parts = stride(from: 0.0, through: 2000, by: 7).map(jobs.part)
      #expect(parts.first == 0 && parts == parts.sorted())
    }
  }
}
