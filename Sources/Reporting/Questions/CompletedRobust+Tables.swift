import Estimation
import Experiments
import Households

extension CompletedRobust {
  /// Tidy tables: outcomes by state, metrics, set of policies, boxes, their conditions.
  var tables: [QuestionTable] {
    [outcomesTable, metricsTable, paretoTable, boxesTable, conditionsTable]
  }

  private func number(_ value: Double) -> String { CommaSeparatedTable.number(value) }

  private var outcomesTable: QuestionTable {
    QuestionTable(
      name: "outcomes.csv",
      columns: [
        "package", "draw", "event", "rate_share", "rate_se_share", "cost_yuan", "cost_se_yuan",
        "regret_share", "failure", "replications",
      ],
      rows: question.packages.indices.flatMap { package in
        states.indices.map { state in
          let (rate, cost) = (rates[package][state], costs[package][state])
          return [
            question.packages[package].name, String(states[state].draw + 1),
            question.events[states[state].event].name, number(rate.mean),
            number(rate.standardError), number(cost.mean), number(cost.standardError),
            number(regrets[package][state]), rate.mean > limit ? "yes" : "no",
            String(work.replications),
          ]
        }
      })
  }

  private var metricsTable: QuestionTable {
    let rows =
      figures.map { (Self.name($0.metric), "share", $0.ranking) }
      + [
        ("mean_cost", "yuan", meanCost), ("states_within_limits", "share_of_states", satisficing),
      ]
    return QuestionTable(
      name: "metrics.csv",
      columns: [
        "metric", "unit", "package", "value", "se", "lower95", "upper95", "best_share", "states",
        "draws",
      ],
      rows: rows.flatMap { name, unit, ranking in
        question.packages.indices.map { package in
          let figure = ranking.figures[package]
          return [
            name, unit, question.packages[package].name, number(figure.value),
            number(figure.standardError), number(figure.lower95), number(figure.upper95),
            number(ranking.bestShares[package]), String(states.count), String(work.draws),
          ]
        }
      })
  }

  /// Name of a metric in tables.
  private static func name(_ metric: RobustMetric) -> String {
    switch metric {
    case .mean: "mean"
    case .worst: "worst"
    case .quantile(let share): "quantile_\(NumberText.plain(share))"
    case .tailMean(let share): "mean_of_worst_\(NumberText.plain(share))"
    case .hurwicz(let weight): "hurwicz_\(NumberText.plain(weight))"
    case .worstRegret: "largest_regret"
    case .regretQuantile(let share): "regret_quantile_\(NumberText.plain(share))"
    case .undesirableDeviation: "mean_excess_over_median"
    }
  }

  private var paretoTable: QuestionTable {
    QuestionTable(
      name: "pareto.csv", columns: ["package", "in_set", "preferable_to_it", "member_share"],
      rows: question.packages.indices.map { package in
        [
          question.packages[package].name, pareto.members.contains(package) ? "yes" : "no",
          pareto.preferable[package].map { question.packages[$0].name } ?? "",
          number(paretoShares[package]),
        ]
      })
  }

  private func scope(_ boxes: FailureBoxes) -> String {
    boxes.package.map { question.packages[$0].name } ?? "all"
  }

  private var boxesTable: QuestionTable {
    QuestionTable(
      name: "boxes.csv",
      columns: [
        "package", "box", "step", "coverage", "density", "mass", "states", "failures",
        "restricted_factors", "chosen",
      ],
      rows: boxes.flatMap { own in
        own.trajectory.enumerated().map { number, box in
          [
            scope(own), String(number + 1), box.step.rawValue, self.number(box.coverage),
            self.number(box.density), self.number(box.mass), String(box.states),
            String(box.cases),
            box.restrictedFactors.map { own.factors[$0].name }.joined(separator: " "),
            box == own.box ? "yes" : "no",
          ]
        }
      })
  }

  private var conditionsTable: QuestionTable {
    QuestionTable(
      name: "conditions.csv",
      columns: [
        "package", "factor", "limit", "value", "quasi_p", "again_at_same_coverage",
        "again_at_same_density", "repetitions",
      ],
      rows: boxes.flatMap { own -> [[String]] in
        guard let box = own.box, let stability = own.stability else { return [] }
        return box.restrictions.map { one in
          [scope(own), own.factors[one.factor].name] + limit(one, own.factors[one.factor]) + [
            number(one.quasiProbability), number(stability.atSameCoverage[one.factor]),
            number(stability.atSameDensity[one.factor]), String(stability.repetitions),
          ]
        }
      })
  }

  private func limit(_ one: PrimBox.Restriction, _ factor: FailureFactor) -> [String] {
    switch one.limit {
    case .atLeast(let value): return ["at_least", number(value)]
    case .atMost(let value): return ["at_most", number(value)]
    case .oneOf(let categories):
      let names = categories.map { category in
        if case .event = factor { return question.events[category].name }
        return question.packages[category].name
      }
      return ["one_of", names.joined(separator: " ")]
    }
  }
}
