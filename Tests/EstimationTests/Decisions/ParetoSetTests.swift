import Estimation
import Testing

struct ParetoSetTests {
  @Test func `Without tolerance the set is Pareto's`() {
    // (1, 5), (2, 2), (5, 1), (2, 3), (1, 5) again.
    let set = ParetoSet(objectives: [[1, 2, 5, 2, 1], [5, 2, 1, 3, 5]], tolerance: [0, 0])
    #expect(set.members == [0, 1, 2, 4])
    #expect(set.preferable == [nil, nil, nil, 1, nil])
  }

  @Test func `A gain below what matters does not save a policy that is much worse elsewhere`() {
    let objectives = [[1.0, 0.95], [2, 8]]
    #expect(ParetoSet(objectives: objectives, tolerance: [0, 0]).members == [0, 1])
    #expect(ParetoSet(objectives: objectives, tolerance: [0.1, 1]).members == [0])
  }

  @Test func `Differences below what matters remove nobody`() {
    let objectives = [[1.0, 1.05], [2, 2.5]]
    #expect(ParetoSet(objectives: objectives, tolerance: [0, 0]).members == [0])
    #expect(ParetoSet(objectives: objectives, tolerance: [0.1, 1]).members == [0, 1])
    // One objective has no tolerance: 0.05 counts there, and nothing elsewhere is worse by what matters.
    #expect(ParetoSet(objectives: objectives, tolerance: [0, 1]).members == [0])
  }

  /// Each policy is better than the next by 1.5 in one objective and worse by 0.9 in the two others, round in
  /// a circle; without the third condition nothing would be left.
  @Test func `A circle of small sacrifices leaves somebody`() {
    let objectives = [[0, 1.5, 0.6], [0.6, 0, 1.5], [1.5, 0.6, 0]]
    let set = ParetoSet(objectives: objectives, tolerance: [1, 1, 1])
    #expect(set.members == [0, 1, 2])
  }

  /// Policy 1 beats policy 0 in the second objective only by a state in ten.
  @Test func `A policy stays as often as resamples let it`() {
    let first = OutcomeTable([[Double](repeating: 1, count: 10), [Double](repeating: 2, count: 10)])
    let rare = OutcomeTable([
      [Double](repeating: 1, count: 10), [0] + [Double](repeating: 1, count: 9),
    ])
    let shares = ParetoSet.memberShares([first, rare], tolerance: [0, 0], resamples: 2000)
    // It is not drawn at all with a chance of 0.9¹⁰ = 0.349; the error of 2,000 resamples is 0.011.
    #expect(shares[0] == 1)
    #expect((shares[1] - 0.651).magnitude < 0.035, "\(shares)")
    let worst = ParetoSet.memberShares(
      [first, rare], metrics: [.mean, .worst], tolerance: [0, 0], resamples: 200)
    // With the worst state as figure policy 1 would gain only if all ten draws were its one good state.
    #expect(worst == [1, 0])
  }
}
