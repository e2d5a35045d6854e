import Households
import Testing

@testable import Experiments

/// Calibrations whose answer is known in closed form.
struct HistoryMatchingTests {
  private static let names = ["toy.a", "toy.b"]
  private static let targets = (0.6, 0.2, 0.4)

  private static func parameters() -> Parameters {
    Parameters(
      declared: names.map { name in
        Parameter(
          name: name, values: [0.5], unit: "number", valid: -1...2, prior: .uniform(0, 1),
          origin: .assumption, source: "toy",
          meaning: BilingualText(chinese: "数", english: "A number"),
          file: "toy.yaml")
      })
  }

  private func moment(
    _ id: String, _ target: Double, _ tolerance: Double, _ role: Moment.Role = .fit
  ) -> Moment {
    Moment(
      id: id, title: BilingualText(chinese: "矩", english: id), quantity: .wageShare, target: target,
      tolerance: tolerance, role: role, source: "toy")
  }

  private func plan(
    draws: Int = 64, seed: UInt64 = 1, targets: (Double, Double, Double) = targets,
    tolerance: Double = 0.05, cutOff: Double = 3
  ) -> CalibrationPlan {
    CalibrationPlan(
      name: "toy", title: BilingualText(chinese: "例", english: "Toy"), parameters: Self.names,
      moments: [
        moment("sum", targets.0, tolerance), moment("difference", targets.1, tolerance),
        moment("told_nothing", targets.2, tolerance, .heldOut),
      ],
      design: .init(
        waves: 3, draws: draws, replications: 2, sample: 1, seed: seed, weatherYears: 1,
        priceFutures: 1, candidates: 5000, cutOff: cutOff, tolerated: 0))
  }

  /// Sum, difference and, held out, the first parameter alone.
  private func linear(_ x: [Double]) -> [MomentValue] {
    [x[0] + x[1], x[0] - x[1], x[0]].map { MomentValue(value: $0) }
  }

  private func points(
    _ plan: CalibrationPlan, threads: Int = 2, _ simulator: (([Double]) -> [MomentValue])? = nil
  ) throws -> [CalibrationPoint] {
    let space = CalibratedSpace(Self.names, Self.parameters())
    return try HistoryMatching(plan: plan, space: space, threads: threads)
      .points(measure: simulator ?? linear)
  }

  private func mean(_ ensemble: PosteriorEnsemble, _ f: ([Double]) -> Double) -> Double {
    zip(ensemble.weights, ensemble.members).reduce(0) { $0 + $1.0 * f($1.1) }
  }

  /// With s = a + b and d = a − b each known to ±0.05, a and b are Gaussian around 0.4 and 0.2 with a
  /// standard deviation of 0.05 / √2 = 0.0354 each, uncorrelated; the priors' edges are 5 away.
  @Test func `A linear simulator gives the Gaussian posterior`() throws {
    let plan = plan()
    let points = try points(plan)
    let ensemble = CompletedCalibration.ensemble(plan, points)
    // 64 members without repetition: five standard errors of their mean.
    let allowed = 5 * 0.0354 / 40.0.squareRoot()
    #expect(ensemble.effectiveSize > 40)
    let (a, b) = (mean(ensemble) { $0[0] }, mean(ensemble) { $0[1] })
    #expect(abs(a - 0.4) < allowed)
    #expect(abs(b - 0.2) < allowed)
    let spread = mean(ensemble) { ($0[0] - a) * ($0[0] - a) }.squareRoot()
    #expect(abs(spread / 0.0354 - 1) < 0.4)
    let product = mean(ensemble) { ($0[0] - a) * ($0[1] - b) } / (spread * spread)
    #expect(abs(product) < 0.5)
  }

  /// The last wave is taken by emulators and weighted by the simulator, here a parabola.
  ///
  /// With a² near 0.16 ± 0.02, a is near 0.4 ± 0.025.
  @Test func `Weights undo what the emulators get wrong`() throws {
    let plan = plan(targets: (0.16, 0.5, 0.4), tolerance: 0.02)
    let points = try points(plan) { x in
      [x[0] * x[0], x[1], x[0]].map { MomentValue(value: $0) }
    }
    let ensemble = CompletedCalibration.ensemble(plan, points)
    #expect(abs(mean(ensemble) { $0[0] } - 0.4) < 0.01)
    // Each weight is exp(−½ Σ I²) over the chance of having been taken.
    let last = points.filter { $0.wave == 2 }
    let raw = last.map { point in
      let sum = zip([0.16, 0.5], point.moments).reduce(0) {
        $0 + (($1.1.value - $1.0) / 0.02) * (($1.1.value - $1.0) / 0.02)
      }
      return (weight: -0.5 * sum, chance: point.inclusion)
    }
    let ratio = ensemble.weights[0] / ensemble.weights[1]
    var expected = raw[1].chance / raw[0].chance
    expected *= exponential(raw[0].weight - raw[1].weight)
    #expect(abs(ratio / expected - 1) < 1e-6)
  }

  private func exponential(_ x: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for n in 1..<200 {
      term *= x / Double(n)
      sum += term
    }
    return sum
  }

  @Test func `Points depend on the seed and on nothing else`() throws {
    let one = try points(plan(draws: 24), threads: 1)
    #expect(try points(plan(draws: 24), threads: 2) == one)
    #expect(try points(plan(draws: 24, seed: 2), threads: 2) != one)
    #expect(one.count == 72)
    #expect(Set(one.filter { $0.wave == 2 }.map(\.values)).count == 24, "no member twice")
  }

  @Test func `Targets that nothing meets are an error that names the moment`() throws {
    let plan = plan(draws: 24, targets: (5, 0.2, 0.4), tolerance: 0.01)
    let error = try #require(throws: CalibrationError.self) { _ = try points(plan) }
    #expect(error == .nothingPlausible(wave: 1, worst: ["sum", "difference"]))
    #expect(error.message.english.contains("sum") && error.message.chinese.contains("sum"))
  }

  @Test func `A moment without any figure is an error`() throws {
    let error = try #require(throws: CalibrationError.self) {
      _ = try points(plan(draws: 24)) { x in
        [MomentValue(value: .nan), MomentValue(value: x[0]), MomentValue(value: x[0])]
      }
    }
    #expect(error == .notMeasured(moment: "sum"))
  }

  /// Sum and difference pull a to 0.4, and the held-out moment says 0.4: it is met without being told;
  /// were it 0.9, it would be missed and a pair of moments would be apart.
  @Test(arguments: [(0.4, true), (0.9, false)])
  func `A held-out moment shows what was not fitted`(target: Double, isMet: Bool) throws {
    let plan = plan(targets: (0.6, 0.2, target))
    let space = CalibratedSpace(Self.names, Self.parameters())
    let scenario = try ScenarioStub.scenario(Self.parameters())
    let done = CompletedCalibration(
      plan, scenario, try points(plan), space, threads: 1, seconds: 0)
    let row = done.momentRows[2]
    #expect(row.isWithin == isMet)
    #expect(abs(row.posterior[0] - 0.4) < 0.02)
    #expect(abs(row.prior[0] - 0.5) < 0.01)
    #expect(done.emulators.allSatisfy { $0.explained > 0.999 })
    // The sum answers to both alike, the held-out moment to the first alone.
    #expect(abs(done.effects[0][0] - 0.5) < 0.1 && abs(done.effects[0][1] - 0.5) < 0.1)
    #expect(done.effects[1][1] < -0.4)
    #expect(done.effects[2][0] > 0.9 && abs(done.effects[2][1]) < 0.02)
    let sum = try #require(
      done.conflictRows.first { $0.first.id == "sum" && $0.second.id == "told_nothing" })
    // a = 0.9 leaves b at least 0, so that the sum is 0.9: 6 tolerances off, or 3 with a meeting half-way.
    #expect(sum.verdict == (isMet ? .together : .apart))
  }
}

/// A scenario with hand-made parameters, of which only title and name are read.
enum ScenarioStub {
  static func scenario(_ parameters: Parameters) throws -> Scenario {
    Scenario(
      name: "stub", title: BilingualText(chinese: "例", english: "Stub"),
      summary: BilingualText(chinese: "例", english: "Stub"), start: Month(year: 2022, month: 1),
      end: Month(year: 2023, month: 12), firstResultYear: 2023, parameters: parameters,
      mechanisms: [:], events: [], geography: Geography(prefectures: [], counties: []),
      counties: [], populationSource: .synthetic, places: [:])
  }
}
