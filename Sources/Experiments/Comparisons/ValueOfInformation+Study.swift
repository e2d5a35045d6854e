import Households

extension ValueOfInformation {
  /// The value of information from draws of the parameters that are simulated for it.
  ///
  /// - Parameters:
  ///   - scenarios: The baseline, then the reforms.
  ///   - design: Draws, and futures of each.
  ///   - posterior: Ensemble of a calibration from which its numbers are drawn together; `nil` for priors.
  ///   - choice: Values of a person-year.
  ///   - study: Simulates.
  /// - Returns: The value of information.
  /// - Throws: `SimulationError`, which is `cancelled` if the caller asked to stop, or `SynthesisError`.
  public static func simulated(
    _ scenarios: [Scenario], design: StudyDesign, posterior: PosteriorEnsemble?,
    choice: CompareQuestion.Choice, study: Study
  ) throws -> ValueOfInformation {
    let years = scenarios[0].resultYears
    let draws = ParameterDraws(
      scenarios[0].parameters.declared, seed: design.seed, count: design.draws,
      posterior: posterior)
    let tables = try study.tables(
      PolicyDecision.figures(choice, years: years), of: scenarios, under: draws,
      count: design.draws, replications: 0..<design.replications)
    return ValueOfInformation(
      zip(scenarios, tables).map { ($0.name, $0.title, $1) }, years: years,
      drawn: (draws.names, (0..<design.draws).map(draws.values)), values: choice.values,
      seed: design.seed)
  }
}
