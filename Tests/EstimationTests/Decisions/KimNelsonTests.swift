import Estimation
import Testing
import ToyModels

struct KimNelsonTests {
  @Test func `Constants are those of four policies, 5 % and 20 replications`() {
    let race = KimNelson(policies: 4, firstStage: 20, error: 0.05, difference: 1)
    #expect((race.eta - 0.21525).magnitude < 5e-6)
    #expect((race.spreadFactor - 8.1794).magnitude < 5e-5)
  }

  /// sim-tools 1.3.0, whose index of variances the script corrects; its survivor takes one replication more
  /// before it looks.
  ///
  /// Every number of replications must agree.
  @Test func `Every policy drops after the same replication as in sim-tools`() throws {
    let table = DecisionCases.raceTable()
    let races = try DecisionCases.stored().races
    #expect(races.count == 4)
    for stored in races {
      let race = KimNelson(
        table: stored.policies.map { table[$0] }, firstStage: 20, error: 0.05,
        difference: stored.difference, goal: stored.goal == "max" ? .largest : .smallest)
      #expect((race.eta / stored.eta - 1).magnitude < 1e-12)
      #expect((race.spreadFactor / stored.spread - 1).magnitude < 1e-12)
      #expect(race.best == stored.best)
      for (policy, replications) in stored.replications.enumerated() {
        #expect((race.droppedAfter[policy] ?? race.replications + 1) == replications)
      }
    }
  }

  @Test func `Nobody drops in the first stage, and a race that is not over names no best`() {
    let table = DecisionCases.raceTable()
    var race = KimNelson(policies: 4, firstStage: 20, error: 0.05, difference: 0.2)
    for replication in 0..<19 { race.add(table.map { $0[replication] }) }
    #expect(race.survivors == [0, 1, 2, 3] && race.best == nil && race.mostReplications == nil)
    #expect(race.leader == 1)
    let mean = table[2].prefix(19).reduce(0, +) / 19
    #expect((race.mean(of: 2) - mean).magnitude < 1e-12)
    race.add(table.map { $0[19] })
    #expect(race.survivors.count < 4 && race.droppedAfter[0] == 20)
  }

  @Test func `A race ends when it said at the latest`() throws {
    let table = DecisionCases.raceTable()
    let first = KimNelson(
      table: table.map { Array($0.prefix(20)) }, firstStage: 20, error: 0.05, difference: 0.05)
    let most = try #require(first.mostReplications)
    #expect(!first.isDecided && most > 100)
    let whole = KimNelson(table: table, firstStage: 20, error: 0.05, difference: 0.05)
    #expect(whole.isDecided && whole.replications <= most)
  }

  @Test func `Of two policies that agree in every replication the first is kept`() {
    let values = [3.0, 1, 4, 1, 5]
    let race = KimNelson(
      table: [values, values], firstStage: 4, error: 0.05, difference: 0.1, goal: .largest)
    #expect(race.best == 0 && race.droppedAfter == [nil, 4])
  }

  /// Four policies with a standard deviation of 0.3, the best better than all others by exactly the
  /// difference that matters, 0.05: the hardest case for which a right choice is promised.
  ///
  /// 2,000 races; the
  /// standard error of a chance of 0.95 is 0.005. Source of the numbers of replications for comparison: a
  /// plain script had 273 without and 56 with a correlation of 0.8.
  @Test(arguments: [(0.0, 250.0...295.0), (0.8, 51.0...61.0)])
  func `The best is chosen as often as promised, with fewer replications under shared shocks`(
    correlation: Double, expected: ClosedRange<Double>
  ) {
    var numbers = RandomNumbers(seed: 31)
    let (shared, own) = (correlation.squareRoot(), (1 - correlation).squareRoot())
    let races = 2000
    var (right, replications) = (0, 0)
    for _ in 0..<races {
      var race = KimNelson(policies: 4, firstStage: 20, error: 0.05, difference: 0.05)
      while !race.isDecided {
        let shock = shared * numbers.normal()
        race.add(
          race.survivors.map { ($0 == 2 ? 0.35 : 0.4) + 0.3 * (shock + own * numbers.normal()) })
      }
      if race.best == 2 { right += 1 }
      replications += race.replications
    }
    let share = Double(right) / Double(races)
    #expect(share >= 0.945 && share <= 0.985, "\(share)")
    let mean = Double(replications) / Double(races)
    #expect(expected.contains(mean), "\(mean)")
  }
}
