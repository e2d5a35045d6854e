@testable import Experiments
import Foundation
import Households
import Simulation
import Testing
import TestSupport

/// Populations kept on disk: the same households, or none at all.
struct PopulationFileTests {
  private let options = RunOptions(replications: 2, sample: 0.02, seed: 3, threads: 2)

  private func scenario() throws -> Scenario {
    try TestScenario.baseline(counties: [0, 41, 87], lastYear: 2023)
  }

  private func withStore(_ body: (FutureStore) throws -> Void) throws {
    let folder =
      FileManager.default.temporaryDirectory.path + "/fangpin-population-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(FutureStore(folder: folder))
  }

  private func files(_ store: FutureStore) -> [String] {
    (FileManager.default.enumerator(atPath: store.folder)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".population") }.map { "\(store.folder)/\($0)" }
  }

  @Test func `What is read is what was built, and simulates to the same tallies`() throws {
    try withStore { store in
      let scenario = try scenario()
      let built = try store.population(of: scenario, options)
      let file = try #require(files(store).first)
      let read = try #require(PopulationFile.read(at: file, threads: 1))
      #expect(read.digest == built.digest)
      #expect(PopulationDigest.hexadecimal(of: read.population, threads: 1) == built.digest)
      #expect(read.population.blocksOfCounty == built.population.blocksOfCounty)
      #expect(read.population.townshipCount == built.population.townshipCount)
      let runs = try [built.population, read.population].map {
        try Simulator(scenario: scenario, population: $0).run(replications: 2, seed: 3, threads: 1)
          .replications
      }
      #expect(runs[0] == runs[1])
    }
  }

  @Test func `A file changed in any part counts as missing and is written anew`() throws {
    try withStore { store in
      let scenario = try scenario()
      let digest = try store.population(of: scenario, options).digest
      let file = try #require(files(store).first)
      let whole = try Data(contentsOf: URL(fileURLWithPath: file))
      // The header's digest, its length, its text; the first and the last household; the end.
      for place in [3, 70, 120, 4096, whole.count - 40_000, whole.count - 1] {
        var damaged = whole
        damaged[place] ^= 1
        try damaged.write(to: URL(fileURLWithPath: file))
        #expect(PopulationFile.read(at: file, threads: 2) == nil, "byte \(place)")
      }
      try whole.dropLast(1).write(to: URL(fileURLWithPath: file))
      #expect(PopulationFile.read(at: file, threads: 2) == nil)
      #expect(try store.population(of: scenario, options).digest == digest)
      #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == whole)
    }
  }

  @Test func `Another sample, county or number of the households is another file`() throws {
    try withStore { store in
      var other = options
      _ = try store.population(of: scenario(), other)
      _ = try store.population(of: scenario(), other)
      #expect(files(store).count == 1)
      other.sample = 0.01
      _ = try store.population(of: scenario(), other)
      #expect(files(store).count == 2)
      _ = try store.population(of: TestScenario.baseline(counties: [0], lastYear: 2023), options)
      #expect(files(store).count == 3)
      _ = try store.population(of: scenario().with("population.wage_shift", 0.31), options)
      #expect(files(store).count == 4)
      // A lever that no household is drawn by changes nothing.
      _ = try store.population(of: scenario().without(.vulnerabilityIndex), options)
      #expect(files(store).count == 4)
    }
  }

  @Test func `Old populations are forgotten`() throws {
    try withStore { store in
      for county in 0..<10 {
        _ = try store.population(
          of: TestScenario.baseline(counties: [county], lastYear: 2023), options)
      }
      #expect(files(store).count == 8)
    }
  }
}
