import Households
import Simulation
import Testing

@testable import Experiments

/// What an example changes, on tallies whose figures can be worked out on paper.
struct SystemEffectTests {
  private func made(stock: [Int64], relief: Int64) -> HandMadeOutcomes {
    var made = HandMadeOutcomes(sampleFraction: 0.5)
    for (replication, persons) in stock.enumerated() {
      made.set(.stock, 2025, county: 0, persons, in: replication)
      made.set(.emergencyRelief, 2025, prefecture: 0, fen: relief, in: replication)
      // What a household pays is no public spending.
      made.set(.medicalOwnPayment, 2025, prefecture: 0, fen: 7 * relief, in: replication)
    }
    return made
  }

  @Test func `Persons, money and their quotient are of the whole population`() throws {
    let baseline = made(stock: [60, 72, 60, 72], relief: 0)
    let example = made(stock: [48, 66, 48, 66], relief: 90_000)
    let effect = SystemEffect(
      .a9, baseline: baseline.outcomes, example: example.outcomes)
    // 9 fewer of 6,000 in the sample, on average; half of the households are simulated.
    #expect((effect.stock.mean + 9.0 / 6000).magnitude < 1e-12)
    #expect(effect.kept.mean == 18)
    #expect(effect.cost.mean == 1800)
    #expect(effect.costPerPersonYear.ratio == 100)
  }

  @Test func `An example shows its effect where the system's evidence differs`() {
    let baseline = made(stock: [1, 1, 1, 1], relief: 0)
    var example = baseline
    example.set(.aidedStudents, 2024, prefecture: 1, 5)
    let partly = SystemEffect(.a6, baseline: baseline.outcomes, example: example.outcomes)
    #expect(!partly.isShown)
    #expect(partly.evidence.map(\.isShown) == [true, false])
    example.set(.educationAid, 2024, prefecture: 1, fen: 100)
    #expect(SystemEffect(.a6, baseline: baseline.outcomes, example: example.outcomes).isShown)
  }

  @Test func `Every system has evidence`() {
    for system in PlanSystem.allCases { #expect(!system.evidence.isEmpty, "\(system)") }
  }

  @Test func `Every mechanism but two of behaviour belongs to a system of the plan`() {
    let listed = Set(PlanSystem.allCases.flatMap(\.mechanisms))
    #expect(Set(Mechanism.allCases).subtracting(listed) == [.coping, .assetFeedback])
  }
}
