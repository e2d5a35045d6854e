import Estimation
import Experiments
import Households

extension CompletedStress {
  /// Tidy tables: cells, levels, whole curves, counties, settings.
  var tables: [QuestionTable] {
    [cellsTable, levelsTable, exceedanceTable, countiesTable] + holdTables
  }

  private func number(_ value: Double?) -> String { value.map(CommaSeparatedTable.number) ?? "" }

  private func names(_ cell: StressCell) -> [String] {
    [question.packages[cell.package].name, question.events[cell.event].name]
  }

  private func cells(_ interval: WilsonInterval) -> [String] {
    [number(interval.probability), "", number(interval.lower95), number(interval.upper95)]
      + [String(work.replications)]
  }

  private var cellsTable: QuestionTable {
    QuestionTable(
      name: "cells.csv",
      columns: ["package", "event", "figure", "unit", "mean", "se", "lower95", "upper95"]
        + ["replications", "replications_saved"],
      rows: self.cells.joined().flatMap { cell -> [[String]] in
        let mass = cell.massReturn
        var rows: [(String, String, [String], String)] = [
          (question.rate.name, "share", QuestionTable.cells(cell.rate), ""),
          ("public_cost_\(question.rate.year)", "yuan", QuestionTable.cells(cell.cost), ""),
          ("limit_broken", "probability", cells(cell.breaking), ""),
          (
            "limit_kept_with_probability_\(NumberText.plain(question.probability))", "share",
            [
              number(cell.keptLimit.level), "", number(cell.keptLimit.lower95),
              number(cell.keptLimit.upper95), String(work.replications),
            ], ""
          ),
          ("mass_return_any_county", "probability", cells(mass.anyCounty), ""),
          ("mass_return_province", "probability", cells(mass.province), ""),
          ("counties_above", "counties", QuestionTable.cells(mass.countiesAbove), ""),
        ]
        for (name, difference) in [
          ("change_from_no_event", cell.fromNoEvent), ("change_from_baseline", cell.fromBaseline),
        ] {
          guard let difference else { continue }
          rows.append(
            (
              name, "share", QuestionTable.cells(difference.estimate),
              CommaSeparatedTable.ratio(difference.replicationsSaved)
            ))
        }
        return rows.map { names(cell) + [$0.0, $0.1] + $0.2 + [$0.3] }
      })
  }

  private var levelsTable: QuestionTable {
    QuestionTable(
      name: "return-levels.csv",
      columns: [
        "package", "event", "years", "return_period_years", "level_share", "lower95_share",
        "upper95_share", "coverage", "tail_mean_share", "tail_mean_se_share",
        "tail_mean_lower95_share", "tail_mean_upper95_share", "rough", "replications",
      ],
      rows: self.cells.joined().flatMap { cell in
        [(yearName, cell.levels), (worstName, cell.worstLevels)].flatMap { years, levels in
          levels.map { level in
            names(cell) + [
              years, number(level.period), number(level.level), number(level.lower95),
              number(level.upper95), number(level.coverage), number(level.tailMean),
              number(level.tailMeanError), number(level.tailMeanLower95),
              number(level.tailMeanUpper95), level.isRough ? "yes" : "no",
              String(work.replications),
            ]
          }
        }
      })
  }

  private var yearName: String { String(question.rate.year) }
  private var worstName: String {
    "worst_of_\(question.years.lowerBound)_\(question.years.upperBound)"
  }

  private var exceedanceTable: QuestionTable {
    QuestionTable(
      name: "exceedance.csv",
      columns: [
        "package", "event", "years", "level_share", "probability_reached", "lower95", "upper95",
        "replications",
      ],
      rows: self.cells.joined().flatMap { cell in
        [(yearName, cell.curve), (worstName, cell.worstCurve)].flatMap { years, curve in
          curve.points.map { point in
            let count = (point.probability * Double(curve.replications)).rounded()
            let chance = WilsonInterval(successes: Int(count), trials: curve.replications)
            return names(cell) + [
              years, number(point.level), number(chance.probability), number(chance.lower95),
              number(chance.upper95), String(curve.replications),
            ]
          }
        }
      })
  }

  private var countiesTable: QuestionTable {
    let geography = question.packages[0].scenario.geography
    return QuestionTable(
      name: "counties.csv",
      columns: [
        "package", "event", "county_code", "county", "mass_return_probability", "lower95",
        "upper95", "probability_as_simulated", "as_simulated_lower95", "as_simulated_upper95",
        "luck_share_of_variance", "stock_mean_share", "stock_se_share", "stock_lower95_share",
        "stock_upper95_share", "replications",
      ],
      rows: self.cells.joined().flatMap { cell in
        cell.massReturn.counties.map { own in
          let county = geography.counties[own.county]
          return names(cell) + [
            String(county.code), county.name, number(own.chance.probability),
            number(own.chance.lower95), number(own.chance.upper95),
            number(own.asSimulated.probability), number(own.asSimulated.lower95),
            number(own.asSimulated.upper95), number(own.luckShare),
          ] + QuestionTable.cells(own.stock)
        }
      })
  }

  private var holdTables: [QuestionTable] {
    guard let hold = question.hold else { return [] }
    func names(_ own: StressHold) -> [String] {
      [question.packages[own.package].name, question.events[own.event].name, hold.factor.name]
    }
    func said(_ crossing: MonotoneRoot.Crossing) -> (String, String) {
      switch crossing {
      case .atSmallest: ("present_suffices", "")
      case .at(let setting): ("found", number(setting))
      case .beyondLargest: ("largest_fails", "")
      }
    }
    let answers = QuestionTable(
      name: "hold.csv",
      columns: [
        "package", "event", "setting", "unit", "present", "largest", "step", "limit_share",
        "probability", "outcome", "needed", "lower95_outcome", "needed_lower95",
        "upper95_outcome", "needed_upper95", "monotone", "replications",
      ],
      rows: holds.map { own in
        let root = own.root
        let (found, lower, upper) = (said(root.crossing), said(root.lower), said(root.upper))
        return names(own) + [
          hold.factor.unit, number(own.present), number(root.bracket.upperBound),
          number(root.step), number(limit), number(question.probability), found.0, found.1,
          lower.0, lower.1, upper.0, upper.1, root.isMonotone ? "yes" : "no",
          String(work.replications),
        ]
      })
    let trials = QuestionTable(
      name: "settings.csv",
      columns: [
        "package", "event", "setting", "unit", "value", "limit_kept_probability", "lower95",
        "upper95", "rate_mean_share", "rate_se_share", "rate_lower95_share", "rate_upper95_share",
        "replications", "limit_kept_share", "limit_kept_lower95_share",
        "limit_kept_upper95_share",
      ],
      rows: holds.flatMap { own in
        own.trials.map { trial in
          names(own) + [
            hold.factor.unit, number(trial.setting), number(trial.keeping.probability),
            number(trial.keeping.lower95), number(trial.keeping.upper95),
          ] + QuestionTable.cells(trial.rate) + [
            number(trial.keptLimit.level), number(trial.keptLimit.lower95),
            number(trial.keptLimit.upper95),
          ]
        }
      })
    return [answers, trials]
  }
}
