import Testing
import ToyModels

@testable import Estimation

/// Shapley values against games with known values, and against their axioms.
struct ShapleyValuesTests {
  /// A game of bits to values with a number of replications.
  private func table(_ players: Int, _ game: (Int) -> [Double]) -> [[Double]] {
    (0..<1 << players).map(game)
  }

  private func exact(_ players: Int, _ game: (Int) -> [Double]) -> ShapleyValues {
    ShapleyValues(table(players, game), estimator: Estimator(replications: game(0).count))
  }

  /// Whole numbers that depend on a set without order.
  private func rough(_ set: Int, _ r: Int) -> Double {
    var numbers = RandomNumbers(seed: UInt64(set * 1000 + r))
    return (numbers.uniform() * 1_000_000).rounded()
  }

  /// One left glove and two right ones; a pair is worth 1: (2/3, 1/6, 1/6).
  @Test func `Gloves have the values of the textbook`() {
    let game = exact(3) { [$0 & 1 != 0 && $0 & 6 != 0 ? 1.0 : 0] }
    let found = game.contributions.map(\.shapley.mean)
    #expect(isNear(found, [2.0 / 3, 1.0 / 6, 1.0 / 6], 1e-15))
    #expect(game.contributions.map(\.dropOne.mean) == [1, 0, 0])
    #expect(game.contributions.map(\.addOne.mean) == [0, 0, 0])
    // Left and one right: 1 without the other right one, 0 with it. Both right: 0, then −1.
    #expect(game.interactions.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
    #expect(isNear(game.interactions.map(\.index.mean), [0.5, 0.5, -0.5], 1e-15))
    #expect(game.interactions.map(\.alone.mean) == [1, 1, 0])
  }

  /// A runway for aircraft that need 1, 3, 6 and 10: each piece is shared by all who need it.
  @Test func `A runway is paid for as in the airport game`() {
    let needs = [1.0, 3, 6, 10]
    let game = exact(4) { set in
      [(0..<4).map { set >> $0 & 1 != 0 ? needs[$0] : 0 }.max() ?? 0]
    }
    let quarter = 0.25
    let second = quarter + 2.0 / 3
    let third = second + 1.5
    let expected = [quarter, second, third, third + 4]
    #expect(isNear(game.contributions.map(\.shapley.mean), expected, 1e-14))
  }

  /// Values that are multiples of 6! leave no rounding.
  @Test func `Values add up to the whole exactly, in every replication`() {
    let game = exact(6) { set in (0..<1).map { 720 * rough(set, $0) } }
    let sum = game.contributions.map(\.shapley.mean).reduce(0, +)
    let whole = 720 * (rough(63, 0) - rough(0, 0))
    #expect(game.total.mean == whole && sum == whole)
    let many = exact(5) { set in (0..<4).map { rough(set, $0) / 1e6 } }
    let added = many.contributions.map(\.shapley.mean).reduce(0, +)
    #expect(isNear(added, many.total.mean, 1e-13))
  }

  @Test func `Changes that do the same have the same value and one that does nothing has none`() {
    // Players 1 and 3 enter only by their number; player 2 not at all.
    let game = exact(4) { set in
      let own = set & 1
      let pair = (set >> 1 & 1) + (set >> 3 & 1)
      return (0..<3).map { rough(own + 10 * pair, $0) }
    }
    let values = game.contributions.map(\.shapley)
    #expect(isNear(values[1].mean, values[3].mean, 1e-9) && values[1].mean != values[0].mean)
    #expect(values[2].mean == 0 && values[2].standardError == 0)
    #expect(game.contributions[2].dropOne.mean == 0 && game.contributions[2].addOne.mean == 0)
    for interaction in game.interactions where [interaction.first, interaction.second].contains(2) {
      #expect(interaction.index.mean == 0 && !interaction.isAboveNoise)
    }
  }

  /// The luck that all combinations share cancels; what is left is that of each change.
  @Test func `Errors are those of paired differences`() {
    let luck = [100.0, -300, 50, 900]
    let effect = [[1.0, 2, 3, 4], [5, 5, 5, 5]]
    let game = exact(2) { set in
      (0..<4).map {
        luck[$0] + (set & 1 != 0 ? effect[0][$0] : 0) + (set & 2 != 0 ? effect[1][$0] : 0)
      }
    }
    let first = Estimator(replications: 4).estimate(effect[0])
    #expect(isNear(game.contributions[0].shapley.mean, 2.5, 1e-12))
    #expect(isNear(game.contributions[0].shapley.standardError, first.standardError, 1e-12))
    #expect(isNear(game.contributions[0].shapley.upper95, first.upper95, 1e-9))
    #expect(game.contributions[1].shapley.standardError == 0)
    #expect(!game.interactions[0].isAboveNoise)
  }

  @Test func `An interaction is above noise only if its interval leaves out nothing`() {
    func both(_ extra: [Double]) -> Interaction {
      exact(2) { set in extra.map { set == 3 ? $0 : 0 } }.interactions[0]
    }
    #expect(both([1, 1.1, 0.9, 1]).isAboveNoise)
    #expect(both([-1, -1.1, -0.9, -1]).isAboveNoise)
    #expect(!both([1, -1.1, 0.9, -1]).isAboveNoise)
    #expect(!both([1]).isAboveNoise)
  }

  @Test func `Sampled orders find the exact values within their error`() throws {
    let game = table(6) { set in (0..<5).map { rough(set, $0) / 1e6 } }
    let estimator = Estimator(replications: 5)
    let exact = ShapleyValues(game, estimator: estimator)
    var calls = 0
    let sampled = SampledShapleyValues(players: 6, pairs: 60, seed: 0, estimator: estimator) {
      set in
      calls += 1
      return game[Int(set)]
    }
    #expect(calls == sampled.evaluations && calls <= 64 && sampled.pairs == 60)
    let sum = sampled.shares.map(\.shapley.mean).reduce(0, +)
    #expect(isNear(sum, sampled.total.mean, 1e-12) && sampled.total == exact.total)
    var squares = 0.0
    for (share, contribution) in zip(sampled.shares, exact.contributions) {
      // The replications are the same, so only orders differ.
      let distance = (share.shapley.mean - contribution.shapley.mean) / share.orderError
      squares += distance * distance
    }
    // Six squares with mean about 1 or less; not all zero.
    #expect(squares < 18 && squares > 0.05, "\(squares)")
    let again = SampledShapleyValues(players: 6, pairs: 60, seed: 0, estimator: estimator) {
      game[Int($0)]
    }
    let other = SampledShapleyValues(players: 6, pairs: 60, seed: 1, estimator: estimator) {
      game[Int($0)]
    }
    #expect(again == sampled && other != sampled)
  }

  /// In a sum of effects and of pairs' interactions an order and its reverse give every pair once either
  /// way, so a single pair of orders already has the exact value: orders add no error.
  @Test func `With interactions of pairs alone an order and its reverse are exact`() {
    let effects = (0..<12).map { Double($0 + 1) }
    let estimator = Estimator(replications: 3)
    let sampled = SampledShapleyValues(players: 12, pairs: 2, seed: 4, estimator: estimator) {
      set in
      (0..<3).map { r in
        let inside = (0..<12).filter { set >> UInt64($0) & 1 != 0 }
        let alone = inside.reduce(0) { $0 + effects[$1] * Double(r + 1) }
        return alone + (inside.contains(0) && inside.contains(11) ? 10 : 0)
      }
    }
    let expected = (0..<12).map { effects[$0] * 2 + ($0 == 0 || $0 == 11 ? 5 : 0) }
    #expect(isNear(sampled.shares.map(\.shapley.mean), expected, 1e-12))
    for (share, effect) in zip(sampled.shares, effects) {
      #expect(isNear(share.orderError, 0, 1e-12))
      // Effects times 1, 2, 3: variance effect², over three replications.
      #expect(isNear(share.replicationError, effect / 3.0.squareRoot(), 1e-9))
      #expect(isNear(share.shapley.standardError, effect / 3.0.squareRoot(), 1e-9))
    }
  }

  /// The combined error is that of the crossed design: its square is the sum of both parts less the rest.
  @Test func `Errors of orders and of replications are put together`() {
    let game = table(5) { set in (0..<4).map { rough(set, 0) / 1e6 + rough(set, $0 + 1) / 1e7 } }
    let estimator = Estimator(replications: 4)
    let sampled = SampledShapleyValues(players: 5, pairs: 8, seed: 2, estimator: estimator) {
      game[Int($0)]
    }
    for share in sampled.shares {
      let error = share.shapley.standardError
      #expect(error >= share.replicationError * (1 - 1e-12))
      let both =
        share.orderError * share.orderError + share.replicationError * share.replicationError
      #expect(error * error <= both * (1 + 1e-12))
      #expect(error > 0.9 * share.orderError)
    }
    let single = SampledShapleyValues(
      players: 5, pairs: 8, seed: 2, estimator: Estimator(replications: 1)
    ) { [game[Int($0)][0]] }
    #expect(single.shares.allSatisfy { $0.replicationError.isNaN && $0.orderError > 0 })
    #expect(single.shares.allSatisfy { $0.shapley.standardError.isNaN })
  }

  @Test func `Every player takes every place equally often`() {
    var places = [Int](repeating: 0, count: 5)
    for pair in 0..<1000 {
      let order = SampledShapleyValues.order(pair, players: 5, seed: 0)
      #expect(order.sorted() == [0, 1, 2, 3, 4])
      places[order.firstIndex(of: 3) ?? 0] += 1
    }
    // Chi-squared with 4 degrees of freedom exceeds 18.5 in one of 1,000.
    let distance = places.reduce(0.0) { $0 + (Double($1) - 200) * (Double($1) - 200) / 200 }
    #expect(distance < 18.5, "\(places)")
  }
}
