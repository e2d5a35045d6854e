import Households
import TestSupport
import Testing

@testable import Simulation

/// The household calendar against closed forms, and what must hold in every household.
struct HouseholdCalendarTests {
  private static let rates = [
    "leave_children", "leave_young", "leave_middle", "birth_rate", "death_children_male",
    "death_children_female", "death_young_male", "death_young_female", "death_middle_male",
    "death_middle_female", "death_old_male", "death_old_female", "marriage_out", "leave_school",
    "leave_college",
  ]

  /// The calendar with only the named rates above zero.
  private func calendar(_ rates: [String: Double]) throws -> Scenario {
    var scenario = try TestScenario.baseline(counties: [11], lastYear: 2030)
      .withOnly(.householdCalendar)
    for name in Self.rates {
      scenario = scenario.with("household_calendar.\(name)", rates[name] ?? 0)
    }
    return scenario
  }

  private func advance(_ bench: Bench, years: Int) {
    for month in 1...(12 * years) {
      let b = bench.block(month)
      if b.county.pointee.monthOfYear == 1 || b.county.pointee.monthOfYear == 9 {
        HouseholdCalendarPass.run(b)
      }
    }
  }

  private func sum(_ bench: Bench, _ kinds: Int...) -> Double {
    kinds.reduce(0.0) { total, kind in
      (0..<bench.count).reduce(total) { $0 + Double(bench.state.members(kind)[$1]) }
    }
  }

  @Test func `Who has nobody left to work has the higher standard and takes no public post`() throws
  {
    let rows = TestPopulation.rows(county: 11, count: 20, income: { _ in 3000 }, workers: 0) {
      number, row in
      // A child and two old members; half of the households have an adult as well.
      row.members = SIMD8(1, 0, UInt8(number % 2), 1, 0, 0, 0, 1)
      row.students = SIMD4()
    }
    for isOn in [false, true] {
      var scenario = try calendar([:]).with("minimum_living_allowance.extremely_poor_factor", 1.3)
        .setting(.publicPosts) { $0.isEnabled = true }
      if !isOn { scenario = scenario.without(.householdCalendar) }
      let bench = try Bench(scenario, rows: rows)
      let b = bench.block(12)
      for row in 0..<b.count {
        b.s.monitored[row] = MonitoredKind.unstable
        let line = b.county.pointee.settings.allowance.lineRegistered
        let isLeft = isOn && row % 2 == 0
        #expect(Allowance.standard(b, row) == (isLeft ? line * 1.3 : line))
      }
      bench.requests.payable = Measures.publicPost
      PublicPostsPass.run(b)
      #expect(bench.requests.count == (isOn ? 10 : 20))
    }
  }

  /// n persons with a chance q of death a year: n (1 − q)ᵗ are left in expectation.
  ///
  /// Source: N. L. Bowers and others, *Actuarial Mathematics*, section 3.2 (survival with a
  /// constant rate). Tolerance 200 persons: four standard deviations of a binomial of 10,000,
  /// each below 50.
  @Test func `Old members die away geometrically`() throws {
    let rows = TestPopulation.rows(county: 11, count: 1000, workers: 0) {
      $1.members = SIMD8(0, 0, 0, 5, 0, 0, 0, 5)
    }
    let bench = try Bench(
      calendar(["death_old_male": 0.1, "death_old_female": 0.1]), rows: rows)
    advance(bench, years: 5)
    let expected = 10_000 * 0.9 * 0.9 * 0.9 * 0.9 * 0.9
    // Standard deviation of a binomial of 10,000: below 50.
    #expect(abs(sum(bench, 3, 7) - expected) < 200)
  }

  /// Leaving an age class of 15 years with chance 1/15 a year: n (14/15)ᵗ stay, all others are
  /// one class on.
  ///
  /// Source: as above. Tolerance 200 of 8,000: four binomial standard deviations of 45 and less;
  /// nobody at all may be lost.
  @Test func `Leaving a class of constant chance is geometric and loses nobody`() throws {
    let rows = TestPopulation.rows(county: 11, count: 1000, workers: 1) {
      $1.members = SIMD8(0, 0, 4, 0, 0, 0, 4, 0)
      $1.students = SIMD4()
    }
    let bench = try Bench(calendar(["leave_middle": 1.0 / 15]), rows: rows)
    advance(bench, years: 8)
    var expected = 8000.0
    for _ in 0..<8 { expected *= 14.0 / 15 }
    #expect(abs(sum(bench, 2, 6) - expected) < 200)
    #expect(sum(bench, 2, 6, 3, 7) == 8000)
  }

  @Test func `As many marry in as marry out, in expectation`() throws {
    let rows = TestPopulation.rows(county: 11, count: 2000, workers: 2) { number, row in
      // 51 men to 49 women, as the population is drawn.
      let men: UInt8 = number % 100 < 4 ? 3 : 2
      row.members = SIMD8(0, men, 0, 1, 0, 4 - men, 0, 1)
      row.students = SIMD4()
    }
    let bench = try Bench(calendar(["marriage_out": 0.05]), rows: rows)
    let before = (0..<bench.count).reduce(0) { $0 + Int(bench.state.persons[$1]) }
    advance(bench, years: 3)
    let after = (0..<bench.count).reduce(0) { $0 + Int(bench.state.persons[$1]) }
    // About 600 move each way.
    #expect(abs(after - before) < 140)
    #expect(sum(bench, 5) > 0)
  }

  @Test func `Every household stays consistent through nine years with everything on`() throws {
    let scenario = try TestScenario.baseline(counties: [11], lastYear: 2030)
      .setting(.householdCalendar) { $0.isEnabled = true }
      .with("accidents.worker_death_rate", 0.1).with("accidents.disability_rate", 0.05)
      .with("household_calendar.death_old_male", 0.3)
    let rows = TestPopulation.rows(county: 11, count: 300, workers: 2) { number, row in
      if number % 4 == 0 {
        row.members = SIMD8(2, 2, 1, 1, 1, 1, 1, 1)
      } else {
        row.students = SIMD4()
      }
      if number % 7 == 0 {
        row.members = SIMD8(0, 1, 0, 0, 0, 0, 0, 0)
        row.workers = 1
        row.students = SIMD4()
      }
    }
    let bench = try Bench(scenario, rows: rows)
    let queue = RequestList(capacity: 2048)
    let credit = UnsafeMutablePointer<Float>.allocate(capacity: 8)
    defer { credit.deallocate() }
    for month in 0..<108 {
      MonthSteps.run(bench.block(month), queue: queue, credit: credit)
      for row in 0..<bench.count { check(bench, row) }
    }
  }

  private func check(_ bench: Bench, _ row: Int) {
    let s = bench.state
    let members = (0..<8).reduce(0) { $0 + Int(s.members($1)[row]) }
    let alive = Int(s.persons[row]) - Int(s.deaths[row])
    let students = (0..<3).reduce(0) { $0 + Int(s.students($1)[row]) }
    let young = Int(s.members(1)[row]) + Int(s.members(5)[row])
    let isSound =
      members == Int(s.persons[row]) && alive >= 1 && s.workers[row] <= 3 && students <= young
      && s.withdrawn[row] <= UInt8(students) && s.wage[row] >= 0 && s.wage[row].isFinite
      && (s.workers[row] > 0 || s.wage[row] == 0)
    #expect(isSound, "row \(row): \(members) members, \(alive) alive, \(students) students")
  }

  @Test func `An earner's place that goes takes its own state along`() throws {
    let rows = TestPopulation.rows(county: 11, count: 1, workers: 3)
    let bench = try Bench(calendar([:]), rows: rows)
    let (b, s) = (bench.block(0), bench.state)
    let wage = s.wage[0]
    for place in 0..<3 {
      s.jobless(place)[0] = UInt8(place + 1)
      s.sick(place)[0] = UInt8(place + 4)
    }
    s.disability[0] = 64 | 0b100 | 0b001 << 3
    WorkerPlaces.clear(b, 0, 1)
    #expect(s.workers[0] == 2)
    #expect([s.jobless(0)[0], s.jobless(1)[0], s.jobless(2)[0]] == [1, 3, 0])
    #expect([s.sick(0)[0], s.sick(1)[0], s.sick(2)[0]] == [4, 6, 0])
    #expect(s.disability[0] == 64 | 0b010 | 0b001 << 3)
    #expect(abs(s.wage[0] - wage * 2 / 3) < 0.01)
    WorkerPlaces.add(b, 0, 1)
    #expect(abs(s.wage[0] - wage * 2 / 3 - WorkerPlaces.newWage(b, 0)) < 0.01)
    #expect(s.jobless(2)[0] == 0)
  }

  @Test func `The last earner goes on beyond 60 and stops in the end`() throws {
    let rows = TestPopulation.rows(county: 11, count: 2000, workers: 1) {
      $1.members = SIMD8(0, 0, 1, 0, 0, 0, 0, 1)
      $1.students = SIMD4()
    }
    func earners(_ rates: [String: Double]) throws -> Double {
      let bench = try Bench(
        calendar(["leave_middle": 1]).with(
          "household_calendar.stop_after_sixty", rates["stop"] ?? 0),
        rows: rows)
      advance(bench, years: 4)
      return (0..<bench.count).reduce(0.0) { $0 + Double(bench.state.workers[$1]) }
    }
    #expect(try earners(["stop": 0]) == 2000)
    // All turn 60 in the first January and may stop in the three that follow.
    #expect(abs(try earners(["stop": 0.5]) - 250) < 60)
  }

  @Test func `Another adult takes over from the only earner`() throws {
    let rows = TestPopulation.rows(county: 11, count: 200, workers: 1) {
      $1.members = SIMD8(0, 0, 1, 0, 0, 1, 0, 0)
      $1.students = SIMD4()
    }
    let bench = try Bench(calendar(["leave_middle": 1]), rows: rows)
    let wage = bench.state.wage[0]
    advance(bench, years: 2)
    for row in 0..<bench.count { #expect(bench.state.workers[row] == 1) }
    #expect(bench.state.wage[0] == wage)
  }

  @Test func `No happening is missed by the marks`() {
    // Halves that say that nothing can happen agree with the whole number.
    for word in stride(from: UInt32(0), to: 0xFFFF_0000, by: 0x1_0001) {
      let upper = SIMD8<UInt32>(repeating: word)
      for lower in [UInt32(0), 0xFFFF_FFFF] {
        let u = Halves.uniform(upper, SIMD8(repeating: lower), 0)
        let happens = Binomial.number(of: 3, chance: 0.04, u) > 0
        if happens, Halves.first(word, 3, 0.04) == 0 { Issue.record("missed \(word)") }
      }
    }
  }

  /// Mean n p of a binomial number, drawn by inversion of a uniform number.
  ///
  /// Source: L. Devroye, *Non-Uniform Random Variate Generation*, section X.4. Tolerance 0.002:
  /// on a grid of 10,000 places each of up to nine jumps is off by half a place at most.
  @Test func `Numbers by inversion have the binomial mean and grow with the chance`() {
    for (count, chance) in [(1, 0.3), (4, 0.05), (9, 0.5), (3, 1.0), (5, 0.0)] {
      var sum = 0
      for step in 0..<10_000 {
        let u = (Double(step) + 0.5) / 10_000
        let number = Binomial.number(of: count, chance: chance, u)
        #expect(number <= Binomial.number(of: count, chance: min(1, chance + 0.1), u))
        sum += number
      }
      #expect(abs(Double(sum) / 10_000 - Double(count) * chance) < 0.002)
    }
  }
}
