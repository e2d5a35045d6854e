import Estimation
import Testing

struct CostEffectivenessTests {
  private func stored() -> CostEffectiveness {
    let part = { (root: Int) in DecisionCases.part(root, 200) }
    let nothing = [Double](repeating: 0, count: 200)
    return CostEffectiveness(
      effects: [nothing, part(3).map { 1 + $0 }, part(5).map { 1.5 + 2 * $0 }],
      costs: [nothing, part(7).map { 2 + $0 }, part(11).map { 4 + 6 * $0 }])
  }

  /// numpy 2.4.6 with BCEA's definitions.
  ///
  /// Tolerance 1e-12: a few roundings.
  @Test func `Acceptability and perfect information agree with BCEA's definitions`() throws {
    let table = stored()
    let rows = try DecisionCases.stored().worth
    let curve = table.curve(over: rows.map(\.k))
    for (point, row) in zip(curve, rows) {
      #expect(point.willingness == row.k && point.best == row.best)
      for (found, value) in zip(point.acceptability, row.ceac) {
        #expect((found - value).magnitude < 1e-12)
      }
      #expect((point.bestAcceptability - row.ceaf).magnitude < 1e-12)
      #expect((point.perfectInformation - row.evi).magnitude < 1e-12)
    }
    #expect(Set(rows.map(\.best)).count == 3)
  }

  @Test func `Net benefit is effect times its value less cost, and equals share a draw`() {
    let table = CostEffectiveness(effects: [[0, 0], [1, 3]], costs: [[0, 0], [2, 2]])
    #expect(table.netBenefit(at: 2) == [[0, 0], [0, 4]])
    let point = table.point(at: 2)
    #expect(point.netBenefit == [0, 2])
    #expect(point.acceptability == [0.25, 0.75])
    #expect(point.best == 1 && point.perfectInformation == 0)
    // At 1 the draws have net benefits −1 and 1: knowing them is worth (0 + 1) / 2 − 0.
    let lower = table.point(at: 1)
    #expect(lower.best == 0 && lower.perfectInformation == 0.5)
    #expect((lower.perfectInformationError - 0.5).magnitude < 1e-12)
  }

  /// Worked by hand: 1 costs more than 2 and achieves less; 3 lies above the line from 2 to 4.
  @Test func `Ratios rise along the policies worth having, and the others say why they are not`() {
    let cost = [0.0, 5, 4, 8, 10, 10]
    let effect = [0.0, 1, 2, 2.5, 4, 4]
    let table = CostEffectiveness(effects: effect.map { [$0] }, costs: cost.map { [$0] })
    let ratios = table.incrementalRatios
    #expect(ratios.map(\.policy) == [0, 2, 1, 3, 4, 5])
    #expect(
      ratios.map(\.standing) == [
        .efficient, .efficient, .dominated, .dominatedByExtension, .efficient, .dominated,
      ])
    #expect(ratios.map(\.ratio) == [nil, 2, nil, nil, 3, nil])
    #expect(ratios.map(\.comparedWith) == [nil, 0, nil, nil, 2, nil])
    #expect(ratios[3].cost == 8 && ratios[3].effect == 2.5)
  }

  /// At a value per unit of effect between two ratios the policy between them has the best net benefit.
  @Test func `Between two ratios the policy between them is the best`() {
    let table = stored()
    let efficient = table.incrementalRatios.filter { $0.standing == .efficient }
    #expect(efficient.count == 3)
    for (place, policy) in efficient.enumerated() {
      let low = policy.ratio ?? 0
      let high = place + 1 < efficient.count ? efficient[place + 1].ratio ?? .nan : low + 2
      #expect(high > low)
      #expect(table.point(at: (low + high) / 2).best == policy.policy)
    }
  }
}
