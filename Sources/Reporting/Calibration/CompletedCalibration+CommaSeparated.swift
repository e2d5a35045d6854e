import Estimation
import Experiments
import Households

extension CompletedCalibration {
  private func number(_ value: Double) -> String { CommaSeparatedTable.number(value) }

  /// `moments.csv`: target, achieved and tolerance of each moment.
  var momentsText: String {
    var table = CommaSeparatedTable(header: [
      "moment", "quantity", "years", "role", "target", "tolerance", "prior_mean", "prior_lower95",
      "prior_upper95", "posterior_mean", "posterior_lower95", "posterior_upper95",
      "simulation_error", "distance", "within", "source",
    ])
    for row in momentRows {
      let moment = row.moment
      table.append(
        [
          moment.id, moment.quantity.rawValue, moment.years.map(String.init).joined(separator: " "),
          moment.role.rawValue, number(moment.target), number(moment.tolerance),
        ] + (0..<3).map { number(row.prior[$0]) } + (0..<3).map { number(row.posterior[$0]) }
          + [
            number(row.simulationError), number(row.distance), row.isWithin ? "yes" : "no",
            moment.source,
          ])
    }
    return table.text
  }

  /// `emulators.csv`: how well each moment is emulated, and which parameter it answers to.
  var emulatorsText: String {
    var table = CommaSeparatedTable(
      header: ["moment", "explained", "left_out_error", "tolerance"] + plan.parameters)
    for (place, moment) in plan.moments.enumerated() {
      table.append(
        [
          moment.id, number(emulators[place].explained), number(emulators[place].error),
          number(moment.tolerance),
        ] + effects[place].map(number))
    }
    return table.text
  }

  /// `conflicts.csv`: pairs of moments, those that pull apart most first.
  var conflictsText: String {
    var table = CommaSeparatedTable(header: [
      "first", "second", "nearest_first", "nearest_second", "nearest_both", "verdict",
    ])
    for row in conflictRows {
      table.append([
        row.first.id, row.second.id, number(row.nearestFirst), number(row.nearestSecond),
        number(row.nearestBoth), row.verdict.rawValue,
      ])
    }
    return table.text
  }

  /// `parameters.csv`: each fitted parameter before and after.
  var parametersText: String {
    var table = CommaSeparatedTable(header: [
      "parameter", "prior_mean", "prior_lower95", "prior_upper95", "posterior_mean",
      "posterior_lower95", "posterior_upper95", "kept_spread",
    ])
    for (place, name) in plan.parameters.enumerated() {
      let (prior, posterior) = spreads(place)
      table.append(
        [name]
          + [prior, posterior].flatMap { sample in
            [sample.mean, sample.quantile(0.025), sample.quantile(0.975)].map(number)
          } + [number(posterior.deviation / prior.deviation)])
    }
    return table.text
  }

  /// A fitted parameter over the first wave and over the ensemble.
  func spreads(_ place: Int) -> (prior: WeightedSample, posterior: WeightedSample) {
    (
      WeightedSample(wave(0).map { $0.values[place] }),
      WeightedSample(posterior.members.map { $0[place] }, weights: posterior.weights)
    )
  }

  /// `points.csv`: every simulated point with what it shows of each moment.
  var pointsText: String {
    var table = CommaSeparatedTable(
      header: ["wave", "inclusion"] + plan.parameters + plan.moments.map(\.id))
    for point in points {
      table.append(
        [String(point.wave + 1), number(point.inclusion)] + point.values.map(number)
          + point.moments.map { number($0.value) })
    }
    return table.text
  }

  /// The ensemble: a column `weight` and one a parameter.
  var posteriorText: String {
    var table = CommaSeparatedTable(header: ["weight"] + posterior.parameters)
    for (weight, member) in zip(posterior.weights, posterior.members) {
      table.append(([weight] + member).map(number))
    }
    return table.text
  }
}
