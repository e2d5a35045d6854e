import Foundation
import Households
import ScenarioFiles
import Testing

@testable import Experiments

struct PosteriorDrawsTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  private let ensemble = PosteriorEnsemble(
    name: "posterior-test", parameters: ["jobs.finding", "jobs.separation"],
    members: [[0.2, 0.011], [0.25, 0.012], [0.3, 0.013]], weights: [1, 5, 2])

  @Test func `A member is taken as often as its weight says, to within one`() {
    for seed: UInt64 in 1...20 {
      for count in [1, 3, 8, 50] {
        let places = ensemble.resampled(count, seed: seed)
        #expect(places.count == count && places == places.sorted())
        for (member, weight) in ensemble.weights.enumerated() {
          let taken = Double(places.count { $0 == member })
          #expect(abs(taken - weight * Double(count)) < 1)
        }
      }
    }
    #expect(Set((1...40).map { ensemble.resampled(3, seed: $0) }).count > 1, "the seed matters")
    #expect(abs(ensemble.effectiveSize - 64.0 / 30) < 1e-12)
  }

  @Test func `Calibrated numbers come together, all others as without an ensemble`() throws {
    let scenario = try ScenarioLibrary.scenario(at: Self.folder + "/Scenarios/guizhou.yaml")
    let declared = scenario.parameters.declared
    let prior = ParameterDraws(declared, seed: 3, count: 16)
    let draws = ParameterDraws(declared, seed: 3, count: 16, posterior: ensemble)
    let finding = try #require(draws.names.firstIndex(of: "jobs.finding"))
    let separation = try #require(draws.names.firstIndex(of: "jobs.separation"))
    var seen: [[Double]: Int] = [:]
    for draw in 0..<16 {
      let (own, before) = (draws.values(draw), prior.values(draw))
      seen[[own[finding], own[separation]], default: 0] += 1
      for place in own.indices where place != finding && place != separation {
        #expect(own[place] == before[place])
      }
    }
    #expect(seen == [[0.2, 0.011]: 2, [0.25, 0.012]: 10, [0.3, 0.013]: 4])
    let drawn = draws.scenario(scenario, draw: 0)
    #expect(drawn.parameters.declaration(of: "jobs.finding")?.values == [0.2])
  }

  @Test func `An ensemble makes another run`() throws {
    let scenario = try ScenarioLibrary.scenario(at: Self.folder + "/Scenarios/guizhou.yaml")
    func identity(_ posterior: PosteriorEnsemble?) -> RunIdentity {
      var options = RunOptions(replications: 2, draws: 2)
      options.posterior = posterior
      return RunIdentity(
        scenario: scenario, content: "content", populationDigest: "digest", options: options)
    }
    let other = PosteriorEnsemble(
      name: ensemble.name, parameters: ensemble.parameters, members: ensemble.members,
      weights: [1, 5, 2.5])
    let digests = [nil, ensemble, other].map { identity($0).runDigest }
    #expect(Set(digests).count == 3)
    #expect(identity(ensemble) == identity(ensemble))
  }
}
