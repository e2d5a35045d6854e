import Estimation
import NumericalMethods
import Testing

struct PrimTests {
  /// Factors and cases of the kinds in `cases/decisions.py`; the last factor has the categories.
  private static func states(_ kind: String) -> (factors: [PrimFactor], isCase: [Bool]) {
    if kind == "small" {
      let x = DecisionCases.part(2, 60)
      let category = DecisionCases.part(5, 60).map { Int($0 * 3) }
      let isCase = zip(DecisionCases.part(31, 60), zip(x, category)).map { luck, state in
        luck < (state.0 > 0.5 && state.1 > 0 ? 0.75 : 0.25)
      }
      return ([.numeric(x), .categorical(category)], isCase)
    }
    let count = kind == "clear" ? 400 : 240
    var numeric = [2, 3, 5, 7].map { DecisionCases.part($0, count) }
    numeric[3] = numeric[3].map { ($0 * 8).rounded(.down) / 8 }
    let category = DecisionCases.part(11, count).map { Int($0 * 4) }
    let luck = DecisionCases.part(kind == "clear" ? 13 : 29, count)
    let isCase = (0..<count).map { state in
      if kind == "clear" {
        let isInside = numeric[0][state] > 0.55 && numeric[1][state] < 0.6 && category[state] != 2
        return luck[state] < (isInside ? 0.85 : 0.12)
      }
      let isInside = numeric[0][state] > 0.4 && numeric[3][state] < 0.6 && category[state] != 2
      return luck[state] < (isInside ? 0.6 : 0.2)
    }
    return (numeric.map { .numeric($0) } + [.categorical(category)], isCase)
  }

  /// ema_workbench 2.5.3, PRIM with its objectives LENIENT1, LENIENT2 and ORIGINAL.
  ///
  /// Numbers of states and
  /// cases and categories must agree exactly, limits within 1e-12, quasi-p within 1e-9 (binomial tails of
  /// two libraries).
  @Test(arguments: ["clear", "close", "small"], [Prim.Objective.lenient1, .lenient2, .original])
  func `Every box of the trajectory is that of the EMA Workbench`(
    kind: String, objective: Prim.Objective
  ) throws {
    let stored = try #require(try DecisionCases.stored().boxes[kind]?[objective.rawValue])
    let (factors, isCase) = Self.states(kind)
    let prim = try Prim(
      factors: factors, isCase: isCase, rules: Prim.Rules(objective: objective))
    #expect(prim.trajectory.count == stored.count && stored.count > 10)
    for (box, expected) in zip(prim.trajectory, stored) {
      #expect(box.states == expected.states && box.cases == expected.cases)
      #expect((box.coverage - expected.coverage).magnitude < 1e-12)
      #expect((box.density - expected.density).magnitude < 1e-12)
      #expect((box.mass - expected.mass).magnitude < 1e-12)
      let names = box.restrictedFactors.map { $0 == factors.count - 1 ? "c" : "x\($0)" }
      #expect(Set(names) == Set(expected.limits.keys))
      for restriction in box.restrictions { Self.compare(restriction, expected) }
    }
  }

  private static func compare(_ found: PrimBox.Restriction, _ expected: DecisionCases.Box) {
    let isCategory = if case .oneOf = found.limit { true } else { false }
    let name = isCategory ? "c" : "x\(found.factor)"
    guard let limits = expected.limits[name], let quasi = expected.quasi[name] else { return }
    func agrees(_ value: Double) -> Bool {
      (found.quasiProbability / value - 1).magnitude < 1e-9
    }
    switch found.limit {
    case .atLeast(let lower): #expect((lower - limits[0]).magnitude < 1e-12 && agrees(quasi[0]))
    case .atMost(let upper): #expect((upper - limits[1]).magnitude < 1e-12 && agrees(quasi[1]))
    case .oneOf(let inside): #expect(inside.map(Double.init) == limits && agrees(quasi[0]))
    }
  }

  @Test func `The box that was hidden is found`() throws {
    let (factors, cases) = Self.states("clear")
    let prim = try Prim(factors: factors, isCase: cases)
    // The hidden box has 63 % of the cases, and 85 % of its states are cases.
    let box = try #require(prim.box(coverageAtLeast: 0.6))
    #expect(box.density > 0.8 && box.coverage >= 0.6)
    #expect(Set([0, 1, 4]).isSubset(of: box.restrictedFactors))
    for restriction in box.restrictions where [0, 1, 4].contains(restriction.factor) {
      switch restriction.limit {
      case .atLeast(let lower): #expect(restriction.factor == 0 && (lower - 0.55).magnitude < 0.1)
      case .atMost(let upper): #expect(restriction.factor == 1 && (upper - 0.6).magnitude < 0.05)
      case .oneOf(let inside): #expect(inside == [0, 1, 3])
      }
      #expect(restriction.quasiProbability < 0.01)
    }
    #expect(prim.trajectory.contains { $0.step == .peel })
    #expect(prim.trajectory.allSatisfy { $0.mass >= 0.05 })
    #expect(prim.box(coverageAtLeast: 1.1) == nil)
  }

  /// Factors that make the cases come back in halves of the states; those that have nothing to do with them
  /// come and go.
  @Test func `Factors that matter come back in halves of the states`() throws {
    let (factors, cases) = Self.states("clear")
    let prim = try Prim(factors: factors, isCase: cases)
    let box = try #require(prim.box(coverageAtLeast: 0.6))
    let stability = PrimStability(of: box, factors: factors, isCase: cases)
    #expect(stability.repetitions == 50)
    for factor in [0, 1] {
      #expect(stability.atSameCoverage[factor] > 0.9, "\(stability)")
      #expect(stability.atSameDensity[factor] > 0.9, "\(stability)")
    }
    for factor in [2, 3] { #expect(stability.atSameCoverage[factor] < 0.8, "\(stability)") }
    let again = PrimStability(of: box, factors: factors, isCase: cases)
    #expect(again == stability)
    #expect(PrimStability(of: box, factors: factors, isCase: cases, seed: 1) != stability)
  }

  /// Worked by hand: 20 states, of which those with category 1 are cases.
  ///
  /// Leaving out the category 0 makes
  /// all the difference: the chance of 5 cases of 5 without the limit is (5/20)⁵.
  @Test func `A category is left out in one step`() throws {
    let category = (0..<20).map { $0 % 4 == 1 ? 1 : 0 }
    let prim = try Prim(
      factors: [.categorical(category)], isCase: category.map { $0 == 1 })
    #expect(prim.trajectory.count == 2)
    let box = prim.trajectory[1]
    #expect(box.ranges == [.categories([1])] && box.states == 5 && box.density == 1)
    #expect(box.restrictions.count == 1 && box.restrictions[0].limit == .oneOf([1]))
    #expect((box.restrictions[0].quasiProbability - 1.0 / 1024).magnitude < 1e-15)
  }

  @Test func `Without cases or without others there is nothing to find`() {
    #expect(throws: PrimError.noCases) {
      try Prim(factors: [.numeric([1, 2])], isCase: [false, false])
    }
    #expect(throws: PrimError.onlyCases) {
      try Prim(factors: [.numeric([1, 2])], isCase: [true, true])
    }
  }

  /// P(X ≥ 2) of two trials is p², of at least one 1 − (1 − p)².
  @Test func `Binomial tails are those of two trials`() {
    func tail(_ least: Int, _ p: Double) -> Double {
      Distributions.binomialProbability(atLeast: least, trials: 2, probability: p)
    }
    #expect((tail(2, 0.3) - 0.09).magnitude < 1e-14 && (tail(1, 0.3) - 0.51).magnitude < 1e-14)
    #expect(tail(0, 0.3) == 1 && tail(1, 0) == 0 && tail(2, 1) == 1)
  }
}
