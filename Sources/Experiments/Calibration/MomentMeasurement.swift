import Estimation
import Households
import Simulation

/// Measures the moments of a plan under one set of parameters.
struct MomentMeasurement {
  let plan: CalibrationPlan
  let threads: Int

  /// Simulates a point and measures it.
  ///
  /// - Parameters:
  ///   - scenario: The plan's scenario with the point's parameters.
  ///   - isCancelled: Asked now and then; `true` stops.
  /// - Returns: One value a moment, in the order of the plan; NaN where there is none.
  /// - Throws: ``SimulationError`` or `SynthesisError`.
  func values(
    _ scenario: Scenario, isCancelled: (@Sendable () -> Bool)?
  ) throws -> [MomentValue] {
    let design = plan.design
    let population = try PopulationSynthesis.population(
      of: scenario, sampleFraction: design.sample, threads: threads)
    var figures: MomentFigures?
    if plan.moments.contains(where: \.quantity.isSimulated) {
      let outcomes = try Simulator(scenario: scenario, population: population).run(
        replications: design.replications, seed: design.seed, threads: threads,
        isCancelled: isCancelled)
      figures = MomentFigures(outcomes, scenario)
    }
    let weather = try weather(scenario)
    let prices = try prices(scenario)
    return plan.moments.map { moment in
      if let figures, moment.quantity.isSimulated { return figures.value(moment) }
      let value = known(moment, scenario, population, weather, prices)
      return MomentValue(value: value ?? .nan)
    }
  }

  private func weather(_ scenario: Scenario) throws -> WeatherYears? {
    let isNeeded = plan.moments.contains { $0.quantity.settings.contains(.counties) }
    guard isNeeded else { return nil }
    return try WeatherYears(scenario, years: plan.design.weatherYears, seed: plan.design.seed)
  }

  private func prices(_ scenario: Scenario) throws -> PriceYears? {
    guard plan.moments.contains(where: { $0.product != nil }) else { return nil }
    return try PriceYears(scenario, futures: plan.design.priceFutures, seed: plan.design.seed)
  }

  /// What needs no possible future of the households.
  private func known(
    _ moment: Moment, _ scenario: Scenario, _ population: Population, _ weather: WeatherYears?,
    _ prices: PriceYears?
  ) -> Double? {
    let (counties, index) = (moment.counties ?? 0, moment.index ?? 0)
    switch moment.quantity {
    case .wageShare: return Self.wageShare(population)
    case .droughtFootprint: return weather?.footprintShare(counties: counties, below: index)
    case .droughtLoss: return weather?.loss(counties: counties, below: index)
    case .farmIncomeFall:
      return FarmYear.fall(scenario, population, county: moment.county ?? 0, index: index)
    case .priceVolatility: return moment.product.flatMap { prices?.volatility(of: $0) }
    default: return nil
    }
  }

  /// Expected wages over expected income of the formerly poor, at the level of 2022.
  private static func wageShare(_ population: Population) -> Double {
    var wages = 0.0
    var all = 0.0
    for block in population.blocks {
      let c = block.columns
      for row in 0..<block.count
      where c.flags[row] & HouseholdFlags.formerlyPoor.rawValue != 0 {
        let weight = Double(c.weight[row])
        wages += weight * Double(c.wage[row])
        all += weight * Double(c.wage[row] + c.business[row] + c.transfer[row] + c.property[row])
      }
    }
    return wages / all
  }
}
