import Estimation
import Experiments
import Households

extension ComparisonAnswer {
  /// Tables of the choice, by name.
  var tables: [(name: String, text: String)] {
    var tables = [
      (name: "choices.csv", text: decision.choicesText),
      (name: "cost-effectiveness.csv", text: decision.costEffectivenessText),
      (name: "cost-effectiveness-futures.csv", text: decision.planeText),
    ]
    if let information {
      tables.append((name: "acceptability.csv", text: information.acceptabilityText))
      tables.append((name: "value-of-information.csv", text: information.informationText))
    }
    return tables
  }
}

extension PolicyDecision {
  private func number(_ value: Double) -> String { CommaSeparatedTable.number(value) }

  /// `choices.csv`: one row a rate and policy: rate, paired difference from the baseline with its adjusted
  /// p-value and simultaneous interval, and how far it came in the selection of the best.
  public var choicesText: String {
    var table = CommaSeparatedTable(.choices)
    for race in races {
      for place in names.indices {
        let rate = race.rates[place]
        var cells = [
          race.rate.name, names[place], number(rate.mean), number(rate.lower95),
          number(rate.upper95),
        ]
        if place == 0 {
          cells += Array(repeating: "", count: 9)
        } else {
          cells += differenceCells(race, place - 1)
        }
        let dropped = race.selection.droppedAfter[place].map(String.init) ?? ""
        let isBest = race.selection.best == place
        table.append(cells + [dropped, isBest ? "yes" : "no", String(rate.replications)])
      }
    }
    return table.text
  }

  private func differenceCells(_ race: Race, _ reform: Int) -> [String] {
    let difference = race.differences[reform]
    let all = race.comparisons
    return [
      difference.estimate.mean, difference.estimate.standardError, difference.estimate.lower95,
      difference.estimate.upper95, all.probabilities[reform], all.adjusted[reform],
      all.lower[reform], all.upper[reform],
    ].map(number) + [CommaSeparatedTable.ratio(difference.replicationsSaved)]
  }

  /// `cost-effectiveness.csv`: what each policy keeps and costs against the baseline over all result years.
  public var costEffectivenessText: String {
    var table = CommaSeparatedTable(.costEffectiveness)
    for row in incrementalRatios {
      var cells = [names[row.policy]]
      if row.policy == 0 {
        cells += ["0", "0", "0", "0", "0", "0", "", "", ""]
      } else {
        let worth = worths[row.policy - 1]
        let interval = worth.costPerPersonYear.interval
        cells += [
          worth.kept.estimate.mean, worth.kept.estimate.lower95, worth.kept.estimate.upper95,
          worth.cost.estimate.mean, worth.cost.estimate.lower95, worth.cost.estimate.upper95,
          worth.costPerPersonYear.ratio, interval?.lowerBound ?? .nan, interval?.upperBound ?? .nan,
        ].map(number)
      }
      table.append(
        cells + [
          row.standing.rawValue, row.comparedWith.map { names[$0] } ?? "",
          number(row.ratio ?? .nan),
        ])
    }
    return table.text
  }

  /// `cost-effectiveness-futures.csv`: the points of the plane, one row a reform and future.
  public var planeText: String {
    var table = CommaSeparatedTable(.costEffectivenessFutures)
    for (reform, worth) in worths.enumerated() {
      for future in worth.futures.kept.indices {
        table.append([
          names[reform + 1], String(future), number(worth.futures.kept[future]),
          number(worth.futures.cost[future]),
        ])
      }
    }
    return table.text
  }
}

extension ValueOfInformation {
  private func number(_ value: Double) -> String { CommaSeparatedTable.number(value) }

  /// `acceptability.csv`: one row a value per person-year and policy.
  public var acceptabilityText: String {
    var table = CommaSeparatedTable(header: [
      "yuan_per_person_year", "policy", "probability_best", "is_frontier", "net_benefit_yuan",
      "evpi_yuan", "evpi_standard_error",
    ])
    for point in curve {
      for place in names.indices {
        table.append([
          number(point.willingness), names[place], number(point.acceptability[place]),
          point.best == place ? "yes" : "no", number(point.netBenefit[place]),
          number(point.perfectInformation), number(point.perfectInformationError),
        ])
      }
    }
    return table.text
  }

  /// `value-of-information.csv`: numbers of which knowledge is worth most.
  public var informationText: String {
    var table = CommaSeparatedTable(header: [
      "parameter", "yuan_per_person_year", "evppi_yuan", "standard_error", "before_bias", "bias",
    ])
    for row in numbers {
      table.append([
        row.name, number(valueOfPersonYear), number(row.value.value),
        number(row.value.standardError), number(row.value.raw), number(row.value.bias),
      ])
    }
    return table.text
  }
}
