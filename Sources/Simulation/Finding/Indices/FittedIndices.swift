import Households
import NumericalMethods
import Randomness

/// Fits the designs that need data, before a run, on possible futures that the run never sees.
///
/// A keyed part of the run's households lives through a few futures of its own under the same
/// scenario with the income index. A fit of a month uses what half-years up to that month have
/// shown; a later one is made whenever the refresh is due and a half-year has been added.
enum FittedIndices {
  /// Number of the first training future, far beyond those of any run.
  private static let firstFuture: UInt32 = 1_000_000
  /// Months from a scoring to its outcome.
  private static let horizon = 6
  private static let columns = 1 + IndexIndicator.count

  /// Whether a scenario uses a fitted design anywhere.
  static func areNeeded(_ plan: SimulationPlan) -> Bool {
    let counties = plan.scenario.geography.counties.indices
    return plan.months.indices.contains { month in
      let usesFitted = plan.months[month].indices.design.isFitted
      return counties.contains { county in
        plan.strengths(.shadowIndices, month: month, county: county) > 0
          || usesFitted && plan.strengths(.vulnerabilityIndex, month: month, county: county) > 0
      }
    }
  }

  /// Simulates the training futures and writes coefficients into the plan's months, if they are needed.
  static func train(
    _ plan: inout SimulationPlan, _ population: Population
  ) throws(SimulationError) {
    if areNeeded(plan) { try fit(&plan, population) }
  }

  /// The same, needed or not.
  static func fit(
    _ plan: inout SimulationPlan, _ population: Population
  ) throws(SimulationError) {
    let examples = try examples(plan, population)
    let training = plan.months[0].indices.training
    var refresh = (examples.map(\.month).min() ?? plan.months.count) + horizon
    var used = 0
    var logistic = [Double](repeating: 0, count: columns)
    var isFirst = true
    while refresh < plan.months.count {
      let last = refresh - horizon
      let first = last - training.windowMonths
      let data = examples.filter { $0.month > first && $0.month <= last }
      let newest = data.map(\.month).max() ?? 0
      if newest > used || isFirst {
        used = newest
        fit(data, training, &logistic, months: (isFirst ? 0 : refresh)..<plan.months.count, &plan)
        isFirst = false
      }
      refresh += training.refreshMonths
    }
  }

  private static func examples(
    _ plan: SimulationPlan, _ population: Population
  ) throws(SimulationError) -> [IndexTrainingRecord.Example] {
    var simple = plan
    simple.decideByIncome()
    let training = plan.months[0].indices.training
    let share = min(1, training.households / Double(max(1, population.householdCount)))
    let few = population.subsample(share: share)
    let record = IndexTrainingRecord()
    let replication = Replication(plan: simple, population: few)
    replication.observe(with: record)
    for number in 0..<training.replications {
      record.replication = number
      let future = firstFuture + UInt32(number)
      let key = DrawKey(seed: 0, shockYear: future, householdReplication: future)
      _ = try replication.run(key: key, number: number, countyThreads: 1) { _ in false }
    }
    return record.completed()
  }

  /// Fits both designs and sets them for the months from a refresh on.
  private static func fit(
    _ data: [IndexTrainingRecord.Example], _ training: IndexTrainingSettings,
    _ logistic: inout [Double],
    months: Range<Int>, _ plan: inout SimulationPlan
  ) {
    let coefficients = LogisticRegression.coefficients(
      rows: rows(data, without: nil), columns: columns, outcomes: data.map(\.isInNeed),
      weights: data.map(\.weight), ridge: training.ridge, start: logistic,
      exponential: Elementary.exp)
    if let coefficients {
      logistic = coefficients
      for month in months {
        plan.setTwentyVariables(
          month: month, weights: weights(coefficients), intercept: Float(coefficients[0]))
      }
    }
    let expected = ExpectedPovertyFit.fit(
      rows: rows(data, without: .incomeShortfall), columns: columns,
      logIncome: data.map(\.logIncome), weights: data.map(\.weight),
      floorShare: training.varianceFloor)
    if let expected { for month in months { plan.setExpectedPoverty(month: month, expected) } }
  }

  /// Rows of a regression; an indicator that is left out is 0.
  private static func rows(
    _ data: [IndexTrainingRecord.Example], without left: IndexIndicator?
  ) -> [Double] {
    var rows: [Double] = []
    rows.reserveCapacity(data.count * columns)
    for example in data {
      rows.append(1)
      for indicator in 0..<IndexIndicator.count {
        rows.append(indicator == left?.rawValue ? 0 : Double(example.indicators[indicator]))
      }
    }
    return rows
  }

  static func weights(_ coefficients: [Double]) -> IndicatorValues {
    var weights = IndicatorValues()
    for i in 0..<IndexIndicator.count { weights[i] = Float(coefficients[i + 1]) }
    return weights
  }
}

extension SimulationPlan {
  /// Lets the income index decide alerts in every month, as the platform does before a fit.
  fileprivate mutating func decideByIncome() {
    for month in months.indices { months[month].indices.design = .income }
  }

  fileprivate mutating func setTwentyVariables(
    month: Int, weights: IndicatorValues, intercept: Float
  ) {
    months[month].indices.twentyVariables.weights = weights
    months[month].indices.twentyVariables.intercept = intercept
  }

  fileprivate mutating func setExpectedPoverty(month: Int, _ fit: ExpectedPovertyFit.Result) {
    var index = months[month].indices.expectedPoverty
    index.mean = FittedIndices.weights(fit.mean)
    index.meanIntercept = Float(fit.mean[0])
    index.variance = FittedIndices.weights(fit.variance)
    index.varianceIntercept = Float(fit.variance[0])
    index.varianceFloor = Float(fit.floor)
    months[month].indices.expectedPoverty = index
  }
}
