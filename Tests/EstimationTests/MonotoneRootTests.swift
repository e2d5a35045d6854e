import Estimation
import Testing

/// The smallest sufficient setting, of draws that are met from 0, 1, …, 99 on.
struct MonotoneRootTests {
  private struct Broken: Error {}

  /// Futures whose need is at most the setting.
  private func probability(_ setting: Double) -> WilsonInterval {
    WilsonInterval(successes: (0..<100).count { Double($0) <= setting }, trials: 100)
  }

  /// The first setting on the grid by trying all.
  private func first(_ target: Double, _ end: (WilsonInterval) -> Double) -> Double? {
    (0...128).map(Double.init).first { end(probability($0)) >= target }
  }

  @Test(arguments: [0.05, 0.5, 0.9])
  func `The setting and its interval are those that trying all would find`(target: Double) throws {
    var calls = 0
    let root = MonotoneRoot(bracket: 0...128, tolerance: 1, target: target) { setting in
      calls += 1
      return probability(setting)
    }
    let expected = try #require(first(target, \.probability))
    #expect(root.crossing == .at(expected))
    let lower = try #require(first(target, \.upper95))
    #expect(root.lower == (lower == 0 ? .atSmallest : .at(lower)))
    let upper = try #require(first(target, \.lower95))
    #expect(root.upper == .at(upper))
    #expect(lower < expected && expected < upper)
    // Two ends, three searches of seven steps, some of them shared.
    #expect(calls == root.evaluated.count && calls < 2 + 3 * 7)
    #expect(root.isMonotone && root.step == 1)
    #expect(zip(root.evaluated, root.evaluated.dropFirst()).allSatisfy { $0.setting < $1.setting })
  }

  @Test func `The setting is as exact as the tolerance`() {
    // 90 of 100 are met from 89 on.
    for tolerance in [10.0, 3, 0.25, 1e-6] {
      let root = MonotoneRoot(
        bracket: 7...1000, tolerance: tolerance, target: 0.9, evaluate: probability)
      guard case .at(let setting) = root.crossing else {
        Issue.record("\(root.crossing)")
        continue
      }
      #expect(root.step <= tolerance)
      #expect(setting >= 89 && setting - 89 < tolerance)
    }
  }

  @Test func `It says if the smallest setting suffices and if even the largest does not`() {
    let easy = MonotoneRoot(bracket: 60...90, tolerance: 1, target: 0.5, evaluate: probability)
    #expect(easy.crossing == .atSmallest && easy.lower == .atSmallest)
    #expect(easy.evaluated.first?.setting == 60)
    let hard = MonotoneRoot(bracket: 0...60, tolerance: 1, target: 0.9, evaluate: probability)
    #expect(hard.crossing == .beyondLargest && hard.upper == .beyondLargest)
    // 96 of 100 or more are needed for the lower end to reach 0.9, and 91 for the figure.
    let unsure = MonotoneRoot(bracket: 0...92, tolerance: 1, target: 0.9, evaluate: probability)
    #expect(unsure.crossing == .at(89) && unsure.upper == .beyondLargest)
  }

  @Test func `A setting that acts in two directions is noticed`() {
    let root = MonotoneRoot(bracket: 0...128, tolerance: 1, target: 0.5) { setting in
      WilsonInterval(successes: setting < 70 ? 40 : setting < 100 ? 20 : 90, trials: 100)
    }
    #expect(!root.isMonotone)
  }

  @Test func `What goes wrong inside comes out`() {
    #expect(throws: Broken.self) {
      try MonotoneRoot(bracket: 0...1, tolerance: 0.1, target: 0.5) { _ in throw Broken() }
    }
  }
}
