import Dispatch
import Households
import Randomness
import Synchronization

/// History matching in waves: simulate points, emulate each moment, rule out what cannot meet the
/// targets, and simulate again where something may.
///
/// The first wave is spread over the priors. Each later one takes candidates drawn from the priors whose
/// emulated moments are all within the cut-off (but for those that are tolerated). The last one takes
/// candidates in proportion to exp(−½ Σ I²), without repeating one, and is the ensemble: each of its
/// points is weighted by exp(−½ Σ I²) of what was *simulated* for it over the chance that it was taken,
/// so that errors of the emulators do not bias the ensemble.
///
/// Sources: P. S. Craig, M. Goldstein, A. H. Seheult and J. A. Smith, "Pressure matching for hydrocarbon
/// reservoirs", 1997; I. Andrianakis et al., "Bayesian history matching of complex infectious disease
/// models", *PLoS Computational Biology* 11(1), 2015; W. Kool, H. van Hoof and M. Welling, "Stochastic
/// beams and where to find them", 2019 (sampling without replacement by Gumbel numbers, with chances of
/// inclusion).
struct HistoryMatching {
  let plan: CalibrationPlan
  let space: CalibratedSpace
  let threads: Int

  /// All simulated points, wave by wave.
  ///
  /// - Parameters:
  ///   - measure: What a point shows of each moment; called for one point after another.
  ///   - progress: Called with the share of points simulated.
  /// - Returns: The points in the order in which they were simulated.
  /// - Throws: ``CalibrationError``, or what `measure` throws.
  func points(
    measure: ([Double]) throws -> [MomentValue], progress: ((Double) -> Void)? = nil
  ) throws -> [CalibrationPoint] {
    let design = plan.design
    var points: [CalibrationPoint] = []
    let all = Double(design.waves * design.draws)
    for wave in 0..<design.waves {
      for (values, inclusion) in try chosen(wave, points) {
        let moments = try measure(values)
        points.append(
          CalibrationPoint(wave: wave, values: values, moments: moments, inclusion: inclusion))
        progress?(min(Double(points.count) / all, 1))
      }
      for place in plan.fitted where !points.contains(where: { $0.moments[place].value.isFinite }) {
        throw CalibrationError.notMeasured(moment: plan.moments[place].id)
      }
    }
    return points
  }

  private func chosen(
    _ wave: Int, _ points: [CalibrationPoint]
  ) throws -> [(values: [Double], inclusion: Double)] {
    let design = plan.design
    guard wave > 0 else {
      return space.firstWave(design.draws, seed: design.seed).map { ($0, 1) }
    }
    let sums = judged(wave, emulators(points))
    let isLast = wave == design.waves - 1
    let plausible = sums.indices.filter { sums[$0].isPlausible }
    guard !plausible.isEmpty else {
      throw CalibrationError.nothingPlausible(wave: wave, worst: hardest(points))
    }
    guard isLast else {
      return plausible.prefix(design.draws).map { (candidate($0, wave), 1) }
    }
    return sampled(plausible, sums.map(\.sum), wave)
  }

  private func candidate(_ number: Int, _ wave: Int) -> [Double] {
    space.candidate(number, wave: wave, seed: plan.design.seed)
  }

  /// Takes candidates in proportion to exp(−½ sum) without repeating one: the largest perturbed
  /// logarithms, each with the chance that it is above the largest that was left.
  private func sampled(
    _ plausible: [Int], _ sums: [Double], _ wave: Int
  ) -> [(values: [Double], inclusion: Double)] {
    let design = plan.design
    let ranked = plausible.map { number -> (rank: Double, number: Int) in
      let u = space.luck(number, wave: wave, seed: design.seed)
      return (-0.5 * sums[number] - Elementary.log(-Elementary.log(u)), number)
    }.sorted { ($0.rank, $1.number) > ($1.rank, $0.number) }
    let threshold = ranked.count > design.draws ? ranked[design.draws].rank : -.infinity
    return ranked.prefix(design.draws).map { _, number in
      let ratio = Elementary.exp(-0.5 * sums[number] - threshold)
      let inclusion = threshold.isFinite ? 1 - Elementary.exp(-ratio) : 1
      return (candidate(number, wave), max(inclusion, 1e-12))
    }
  }

  // MARK: Emulators

  /// One emulator a fitted moment, over all points so far.
  private func emulators(_ points: [CalibrationPoint]) -> [MomentEmulator] {
    let coordinates = points.map { space.coordinates($0.values) }
    return Self.inParallel(plan.fitted.count, threads: threads) { number in
      let place = plan.fitted[number]
      return MomentEmulator(coordinates, points.map { $0.moments[place].value })
    }
  }

  private struct Judgement: Sendable {
    var sum = Double.infinity
    var isPlausible = false
  }

  /// How implausible each candidate is: Σ I² over the fitted moments, and whether at most the tolerated
  /// number of them is beyond the cut-off.
  private func judged(_ wave: Int, _ emulators: [MomentEmulator]) -> [Judgement] {
    let design = plan.design
    let size = 500
    let parts = (design.candidates + size - 1) / size
    let judgements = Self.inParallel(parts, threads: threads) { part in
      (part * size..<min((part + 1) * size, design.candidates)).map { number in
        judgement(space.coordinates(candidate(number, wave)), emulators)
      }
    }
    return judgements.flatMap { $0 }
  }

  private func judgement(_ x: [Double], _ emulators: [MomentEmulator]) -> Judgement {
    var sum = 0.0
    var beyond = 0
    for (place, emulator) in zip(plan.fitted, emulators) {
      let moment = plan.moments[place]
      let distance = MomentValue(value: emulator.value(at: x)).implausibility(
        target: moment.target, tolerance: moment.tolerance,
        emulator: emulator.error * emulator.error)
      sum += distance * distance
      if distance > plan.design.cutOff { beyond += 1 }
      // Nothing more to learn about a point that is ruled out.
      if beyond > plan.design.tolerated { return Judgement() }
    }
    return Judgement(sum: sum, isPlausible: true)
  }

  /// The moments that the simulated points miss most, for the message.
  private func hardest(_ points: [CalibrationPoint]) -> [String] {
    let ranked = plan.fitted.map { place -> (distance: Double, id: String) in
      let moment = plan.moments[place]
      let nearest = points.map {
        $0.moments[place].implausibility(target: moment.target, tolerance: moment.tolerance)
      }.min()
      return (nearest ?? .infinity, moment.id)
    }
    return ranked.sorted { ($0.distance, $0.id) > ($1.distance, $1.id) }.prefix(3).map(\.id)
  }

  /// Results of independent pieces of work, in order.
  static func inParallel<T: Sendable>(
    _ count: Int, threads: Int, _ work: @Sendable (Int) -> T
  ) -> [T] {
    let results = Mutex([T?](repeating: nil, count: count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        let result = work(number)
        results.withLock { $0[number] = result }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
