/// How often each factor has a limit again when the search for boxes is repeated on halves of the states.
///
/// In each half, drawn without replacement, the boxes are taken whose coverage and whose density are
/// closest to those of the box in question. A factor that comes and goes is not what makes states bad.
///
/// Source: B. P. Bryant and R. J. Lempert, "Thinking inside the box", *Technological Forecasting and Social
/// Change* 77(1), 2010 (reproducibility statistics), with halves as in the EMA Workbench.
public struct PrimStability: Sendable, Hashable {
  /// Share of repetitions with a limit on each factor in the box of closest coverage; shape `[factors]`.
  public let atSameCoverage: [Double]
  /// Share of repetitions with a limit on each factor in the box of closest density; shape `[factors]`.
  public let atSameDensity: [Double]
  /// Repetitions with cases and others in the half; the shares are among these, NaN if there are none.
  public let repetitions: Int

  /// Repeats the search for a box.
  ///
  /// - Parameters:
  ///   - box: The box in question.
  ///   - factors: What may tell cases from others; each of shape `[states]`.
  ///   - isCase: Whether each state is a case; shape `[states]`.
  ///   - rules: How boxes are found.
  ///   - resamples: Number of halves.
  ///   - seed: Key of the halves.
  public init(
    of box: PrimBox, factors: [PrimFactor], isCase: [Bool], rules: Prim.Rules = Prim.Rules(),
    resamples: Int = 50, seed: UInt64 = 0
  ) {
    let samples = StateResamples(states: isCase.count, seed: seed)
    var coverage = [Int](repeating: 0, count: factors.count)
    var density = coverage
    var repetitions = 0
    for sample in 0..<resamples {
      let half = samples.half(sample)
      guard
        let prim = try? Prim(
          factors: factors.map { $0.chosen(half) }, isCase: half.map { isCase[$0] }, rules: rules)
      else { continue }
      repetitions += 1
      let alike = prim.trajectory[prim.closest(to: box.coverage, \.coverage)]
      for factor in alike.restrictedFactors { coverage[factor] += 1 }
      let asDense = prim.trajectory[prim.closest(to: box.density, \.density)]
      for factor in asDense.restrictedFactors { density[factor] += 1 }
    }
    atSameCoverage = coverage.map { Double($0) / Double(repetitions) }
    atSameDensity = density.map { Double($0) / Double(repetitions) }
    self.repetitions = repetitions
  }
}
