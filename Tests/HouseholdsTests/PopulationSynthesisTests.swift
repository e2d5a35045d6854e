import Foundation
import Households
import Testing

/// One household as stored, with all its columns.
private struct StoredHousehold: Hashable {
  let county: Int
  let words: [UInt32]

  init(_ block: PopulationBlock, _ row: Int) {
    let c = block.columns
    county = block.county
    let money = [
      c.permanentIncome, c.wage, c.business, c.transfer, c.property, c.savings, c.assets, c.debt,
      c.admissionHazard,
    ]
    let halves = [c.township, c.flags, c.trait(0), c.trait(1), c.trait(2)]
    var bytes = [c.persons, c.workers, c.livelihood, c.destination, c.residence, c.weight]
    bytes += (0..<8).map { c.members($0) } + (0..<3).map { c.students($0) }
    bytes += (0..<Product.count).map { c.product($0) } + [c.sampleGroup]
    words =
      [c.id[row]] + money.map { $0[row].bitPattern } + halves.map { UInt32($0[row]) }
      + bytes.map { UInt32($0[row]) }
  }
}

private func households(_ population: Population) -> [UInt32: StoredHousehold] {
  var households: [UInt32: StoredHousehold] = [:]
  for block in population.blocks {
    for row in 0..<block.count {
      households[block.columns.id[row]] = StoredHousehold(block, row)
    }
  }
  return households
}

private func bytes(_ population: Population) -> [Data] {
  population.blocks.map { block in
    Data(
      bytes: block.columns.base,
      count: PopulationColumns.capacity * PopulationColumns.bytesPerHousehold)
  }
}

/// Leishan, small and mountainous; Weining, the largest; Yunyan, without rural population.
private func someCounties() throws -> [Int] {
  let geography = try PopulationFixture.geography()
  return geography.counties.indices.filter {
    [520103, 520526, 522634].contains(geography.counties[$0].code)
  }
}

private func drawn(_ fraction: Double, threads: Int = 2, blocks: Int = 2048) throws -> Population {
  try PopulationSynthesis.population(
    of: PopulationFixture.scenario(counties: someCounties()), sampleFraction: fraction,
    threads: threads, householdsPerBlock: blocks)
}

@Suite struct PopulationSynthesisTests {
  @Test func `A smaller sample holds the same households as the larger one, to the bit`() throws {
    let large = households(try drawn(0.1))
    let small = households(try drawn(0.02))
    #expect(small.count > 1000)
    #expect(large.count > 4 * small.count)
    for (id, household) in small { #expect(large[id] == household) }
  }

  @Test func `One and seven threads draw the same bytes`() throws {
    #expect(bytes(try drawn(0.05, threads: 1)) == bytes(try drawn(0.05, threads: 7)))
  }

  @Test func `Block size changes no household`() throws {
    #expect(households(try drawn(0.02)) == households(try drawn(0.02, blocks: 300)))
  }

  @Test func `A county has the same households whatever other counties are simulated`() throws {
    let county = try #require(try someCounties().last)
    let alone = households(
      try PopulationSynthesis.population(
        of: PopulationFixture.scenario(counties: [county]), sampleFraction: 0.1, threads: 1))
    let together = households(try drawn(0.1)).filter { $0.value.county == county }
    #expect(!alone.isEmpty)
    #expect(alone == together)
  }

  @Test func `Household numbers are unique`() throws {
    let population = try drawn(0.2)
    #expect(households(population).count == population.householdCount)
  }

  @Test func `Townships of the full population hold at most 2,048 households`() throws {
    let geography = try PopulationFixture.geography()
    let county = try #require(geography.counties.firstIndex { $0.code == 522634 })
    let population = try PopulationSynthesis.population(
      of: PopulationFixture.scenario(counties: [county]), sampleFraction: 1, threads: 2)
    var sizes = [Int](repeating: 0, count: population.townshipCount[county])
    var ordinary = sizes
    for block in population.blocks {
      for row in 0..<block.count {
        let township = Int(block.columns.township[row])
        let flags = HouseholdFlags(rawValue: block.columns.flags[row])
        sizes[township] += 1
        if !flags.contains(.formerlyPoor) { ordinary[township] += 1 }
      }
    }
    #expect(sizes.allSatisfy { (1300...2048).contains($0) })
    #expect(ordinary.allSatisfy { $0 > 0 })
  }

  @Test func `Shares of income add up to the permanent income, and products to 255`() throws {
    let population = try drawn(0.02)
    for block in population.blocks {
      let c = block.columns
      for row in 0..<block.count {
        let parts = [c.wage[row], c.business[row], c.transfer[row], c.property[row]]
        #expect(parts.allSatisfy { $0 >= 0 })
        let expected = c.permanentIncome[row] * Float(c.persons[row]) / 12
        #expect((parts.reduce(0, +) / expected - 1).magnitude < 1e-5)
        #expect((0..<Product.count).reduce(0) { $0 + Int(c.product($1)[row]) } == 255)
      }
    }
  }

  @Test func `Every household is possible`() throws {
    let population = try drawn(0.05)
    for block in population.blocks {
      let c = block.columns
      for row in 0..<block.count {
        let members = (0..<8).reduce(0) { $0 + Int(c.members($1)[row]) }
        let working = [1, 2, 5, 6].reduce(0) { $0 + Int(c.members($1)[row]) }
        let students = (0..<3).reduce(0) { $0 + Int(c.students($1)[row]) }
        let flags = HouseholdFlags(rawValue: c.flags[row])
        #expect((1...9).contains(members) && members == Int(c.persons[row]))
        #expect(c.workers[row] <= 3 && Int(c.workers[row]) + students <= working)
        #expect((c.wage[row] > 0) == (c.workers[row] > 0))
        #expect(flags.contains(.noLabour) == (c.workers[row] == 0))
        #expect(c.permanentIncome[row] >= 5200)
        #expect(c.savings[row] >= 0 && c.assets[row] > 0 && c.debt[row] >= 0)
        #expect(c.weight[row] == 1 || c.weight[row] == 20 && !flags.contains(.formerlyPoor))
      }
    }
  }

  @Test func `Missing numbers are reported all at once`() throws {
    var scenario = try PopulationFixture.scenario()
    let gone = ["population.mean_income", "population.household_size"]
    scenario.parameters = Parameters(
      declared: scenario.parameters.declared.filter { !gone.contains($0.name) })
    #expect(throws: SynthesisError.missingParameters(gone.sorted())) {
      try PopulationSynthesis.population(of: scenario, sampleFraction: 0.01, threads: 1)
    }
  }
}

@Suite struct PopulationTableTests {
  private func record(_ id: UInt32, county: Int, township: Int) -> HouseholdRecord {
    var record = HouseholdRecord()
    record.id = id
    record.county = county
    record.township = township
    record.members[1] = 2
    record.permanentIncome = 9000
    record.sourceShares = SIMD4(0.5, 0.3, 0.15, 0.05)
    return record
  }

  @Test func `Rows of a table are put in order of county, township and number`() throws {
    var scenario = try PopulationFixture.scenario(counties: [2, 5])
    scenario.populationSource = .table([
      record(7, county: 5, township: 0), record(9, county: 2, township: 1),
      record(4, county: 2, township: 1), record(8, county: 2, township: 0),
      record(3, county: 7, township: 0),
    ])
    let population = try PopulationSynthesis.population(
      of: scenario, sampleFraction: 1, threads: 1)
    let ids = population.blocks.flatMap { block in
      (0..<block.count).map { block.columns.id[$0] }
    }
    #expect(ids == [8, 4, 9, 7])
  }

  @Test func `A township that no block can hold is refused`() throws {
    var scenario = try PopulationFixture.scenario(counties: [2])
    scenario.populationSource = .table(
      (0..<2049).map { record(UInt32($0), county: 2, township: 3) })
    let code = scenario.geography.counties[2].code
    #expect(
      throws: SynthesisError.townshipTooLarge(
        countyCode: code, township: 3, households: 2049, largest: 2048)
    ) {
      try PopulationSynthesis.population(of: scenario, sampleFraction: 1, threads: 1)
    }
  }

  @Test func `A household that stands twice in a table is refused`() throws {
    var scenario = try PopulationFixture.scenario(counties: [2])
    scenario.populationSource = .table([
      record(1, county: 2, township: 0), record(1, county: 2, township: 1),
    ])
    #expect(throws: SynthesisError.repeatedHousehold(id: 1)) {
      try PopulationSynthesis.population(of: scenario, sampleFraction: 1, threads: 1)
    }
  }
}
