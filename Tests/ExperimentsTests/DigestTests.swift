import Experiments
import Households
import Provenance
import Simulation
import Testing

struct DigestTests {
  @Test func `The digest of abc is that of the standard`() {
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(Digest.sha256Hex(of: "abc") == expected)
    #expect(Digest.sha256Hex(of: [0x61, 0x62, 0x63] as [UInt8]) == expected)
    var stream = DigestStream()
    stream.update("a")
    stream.update("bc")
    #expect(stream.hexadecimal == expected)
  }
}

struct OutcomesDigestTests {
  private func digest(_ change: (inout HandMadeOutcomes) -> Void = { _ in }) -> String {
    var made = HandMadeOutcomes()
    change(&made)
    return OutcomesDigest.hexadecimal(of: made.outcomes)
  }

  @Test func `Core tallies change the digest`() {
    let before = digest()
    #expect(digest { $0.set(.stock, 2025, county: 2, 1, in: 3) } != before)
    #expect(digest { $0.set(.flow, .jobs, 2024, prefecture: 1, 1) } != before)
    #expect(digest { $0.set(.industryShortage, 2025, prefecture: 1, fen: 1, in: 0) } != before)
    #expect(
      digest { $0.set(.stock, 2025, county: 2, 1, in: 2) }
        != digest { $0.set(.stock, 2025, county: 2, 1, in: 3) })
  }

  @Test func `Tallies outside the core leave the digest as it is`() {
    let before = digest()
    #expect(digest { $0.set(.gap, 2025, county: 2, 1) } == before)
    #expect(digest { $0.set(.visits, 2025, prefecture: 0, 1) } == before)
    #expect(digest { $0.set(.stock, .wage, 2024, prefecture: 1, 1) } == before)
    #expect(digest { $0.setSample(.stock, 2024, county: 1, hashGroup: 3, 5) } == before)
  }

  @Test func `The digest of a small case never changes`() {
    let made = digest {
      $0.set(.stock, 2025, county: 2, 1, in: 3)
      $0.set(.flow, .jobs, 2024, prefecture: 1, 258)
      $0.set(.industryShortage, 2025, prefecture: 1, fen: -1, in: 0)
    }
    #expect(made == "31b60edfac0912a6b9b3438e6f94aca662b94f703c81b4a654a3da82bbd4ec29")
  }
}

struct RunIdentityTests {
  private func runDigest(
    _ change: (inout RunOptions) -> Void = { _ in }, yaml: String = "a",
    parameters: Parameters = HandMadeOutcomes.parameters, population: String = "p"
  ) -> String {
    var options = RunOptions(replications: 10, sample: 0.5, seed: 7)
    change(&options)
    return RunIdentity(
      scenario: HandMadeOutcomes.scenario(parameters: parameters), content: yaml,
      populationDigest: population, options: options
    ).runDigest
  }

  @Test func `Whatever changes results changes the identity of the run`() {
    let others = [
      runDigest({ $0.seed = 8 }), runDigest({ $0.replications = 11 }),
      runDigest({ $0.sample = 0.25 }), runDigest(yaml: "b"), runDigest(population: "q"),
      runDigest(
        parameters: HandMadeOutcomes.parameters.replacing("targets.hard_2025", with: 0.004)),
    ]
    #expect(Set(others + [runDigest()]).count == others.count + 1)
  }

  @Test func `Threads and blocks do not change the identity of the run`() {
    #expect(runDigest { $0.threads = 7 } == runDigest())
    #expect(runDigest { $0.householdsPerBlock = 64 } == runDigest())
  }

  @Test func `The parameters' digest knows values and not sources or order`() {
    func digest(_ parameters: [Parameter]) -> String {
      ParametersDigest.hexadecimal(of: Parameters(declared: parameters))
    }
    let one = HandMadeOutcomes.parameter("a.one", 1)
    let two = HandMadeOutcomes.parameter("a.two", 1, 2)
    #expect(digest([one, two]) == digest([two, one]))
    #expect(
      digest([one, two]) == digest([HandMadeOutcomes.parameter("a.one", 1, source: "other"), two]))
    #expect(digest([one, two]) != digest([HandMadeOutcomes.parameter("a.one", 2), two]))
  }
}

struct PopulationDigestTests {
  private func rows(_ change: (inout HouseholdRecord) -> Void = { _ in }) -> [HouseholdRecord] {
    (0..<60).map { number in
      var row = HouseholdRecord()
      row.id = UInt32(1000 + number)
      row.township = number / 20
      row.members = SIMD8(1, 1, 0, 0, 1, 1, 0, 1)
      row.permanentIncome = 8000 + Double(number)
      row.sourceShares = SIMD4(0.5, 0.3, 0.1, 0.1)
      row.productShares = SIMD8(1, 2, 3, 0, 0, 1, 1, 0)
      if number == 33 { change(&row) }
      return row
    }
  }

  private func digest(_ rows: [HouseholdRecord], perBlock: Int = 2048, threads: Int = 1) -> String {
    PopulationDigest.hexadecimal(
      of: Population(
        rowsByCounty: [[], rows], sampleFraction: 1, householdsPerBlock: perBlock,
        admissionHazards: [0.1, 0.1, 0.2, 0.3]), threads: threads)
  }

  @Test func `Blocks, order of townships and threads do not change the digest`() {
    let expected = digest(rows())
    #expect(digest(rows(), perBlock: 20) == expected)
    #expect(digest(rows(), threads: 3) == expected)
    let turned = rows()[40...] + rows()[20..<40] + rows()[..<20]
    #expect(digest(Array(turned), perBlock: 45) == expected)
  }

  @Test func `One fact of one household changes the digest`() {
    let before = digest(rows())
    #expect(digest(rows { $0.savings = 0.5 }) != before)
    #expect(digest(rows { $0.weight = 2 }) != before)
    #expect(digest(rows { $0.traits[3] = 0.5 }) != before)
    #expect(digest(rows { $0.residence = 1 }) != before)
  }
}
