import Estimation
import Experiments
import Households

extension CompletedTuning {
  /// Tidy tables: designs, all thresholds, curves, misses by part, groups, the choice as a scenario.
  var tables: [QuestionTable] {
    [designsTable, thresholdsTable, curvesTable, missesTable, groupsTable, effectsTable]
  }

  private func number(_ value: Double) -> String { CommaSeparatedTable.number(value) }
  private func number(_ value: Double?) -> String { value.map(number) ?? "" }

  private static let ends = ["value", "lower95", "upper95", "replications"]

  private func cells(_ figure: RatioEstimate) -> [String] {
    [
      number(figure.ratio), number(figure.interval?.lowerBound),
      number(figure.interval?.upperBound), String(reporting.count),
    ]
  }
  private func cells(_ figure: Estimate) -> [String] {
    [
      number(figure.mean), number(figure.lower95), number(figure.upper95),
      String(figure.replications),
    ]
  }
  private func cells(_ figure: PercentileInterval) -> [String] {
    [number(figure.value), number(figure.lower95), number(figure.upper95), String(reporting.count)]
  }

  /// Figures of a cut, each with its name and unit.
  private func figures(_ cut: TunedDesign.Cut) -> [(String, String, [String])] {
    [
      ("alerts", "households_per_half_year", cells(cut.alerts)),
      ("missed", "households_per_half_year", cells(cut.missed)),
      ("false_alarms", "households_per_half_year", cells(cut.falseAlarms)),
      ("sensitivity", "share", cells(cut.sensitivity)),
      ("false_alarm_rate", "share", cells(cut.falseAlarmRate)),
      ("precision", "share", cells(cut.precision)), ("lead", "months", cells(cut.lead)),
      ("avoided", "person_months_per_half_year", cells(cut.help.avoided)),
      ("avoided_per_visit", "person_months", cells(cut.help.perVisit)),
      ("avoided_per_yuan", "person_months", cells(cut.help.perYuan)),
      ("avoided_share", "share", cells(cut.help.share)),
    ]
  }

  private var designsTable: QuestionTable {
    let rows: [[String]] = designs.enumerated().flatMap { place, design -> [[String]] in
      let name = design.design.rawValue
      let whole = [
        [name, "all", "", "area_under_curve", "share"] + cells(design.area),
        [name, "all", "", "average_precision", "share"] + cells(design.averagePrecision),
        [
          name, "at_capacity", number(design.atCapacity.parameter), "recommended_finds_more",
          "share",
        ]
          + cells(gaps[place]),
      ]
      let cuts = [
        ("in_force", design.inForce), ("at_capacity", design.byCapacity.cut),
        ("at_least_cost", design.byCost.cut),
      ]
      return whole
        + cuts.flatMap { kind, cut in
          figures(design.cuts[cut]).map { figure, unit, cells in
            [name, kind, number(design.cuts[cut].parameter), figure, unit] + cells
          }
        }
    }
    return QuestionTable(
      name: "designs.csv",
      columns: ["design", "threshold_kind", "threshold", "figure", "unit"] + Self.ends, rows: rows)
  }

  private var thresholdsTable: QuestionTable {
    QuestionTable(
      name: "thresholds.csv",
      columns: ["design", "cut", "score", "threshold", "figure", "unit"] + Self.ends,
      rows: designs.flatMap { design in
        design.cuts.flatMap { cut in
          figures(cut).map { figure, unit, cells in
            [
              design.design.rawValue, String(cut.cut), number(cut.score), number(cut.parameter),
              figure, unit,
            ] + cells
          }
        }
      })
  }

  private var curvesTable: QuestionTable {
    QuestionTable(
      name: "curves.csv", columns: ["design", "curve", "at_ratio", "rule"] + Self.ends,
      rows: designs.flatMap { design in
        [("net_benefit", design.benefits), ("expected_cost", design.costs)].flatMap {
          name, points in
          points.flatMap { point in
            [("tuned", point.score), ("alert_all", point.all)].map { rule, figure in
              [design.design.rawValue, name, number(point.at), rule] + cells(figure)
            }
          }
        }
      })
  }

  private var missesTable: QuestionTable {
    QuestionTable(
      name: "misses.csv", columns: ["part", "figure", "unit"] + Self.ends,
      rows: misses.flatMap { part in
        [
          ("cases", "households_per_half_year", cells(part.cases)),
          ("missed", "households_per_half_year", cells(part.missed)),
          ("false_alarms", "households_per_half_year", cells(part.falseAlarms)),
          ("missed_share", "share", cells(part.missedShare)),
          ("false_share", "share", cells(part.falseShare)),
        ].map { figure, unit, cells in [name(part.part), figure, unit] + cells }
      })
  }

  private func name(_ part: TunedMisses.Part) -> String {
    switch part {
    case .type(let livelihood, let isFormerlyPoor):
      "\(isFormerlyPoor ? "formerly_poor" : "other")_\(livelihood)"
    case .prefecture(let index):
      String(question.baseline.scenario.geography.prefectures[index].code)
    }
  }

  private var groupsTable: QuestionTable {
    QuestionTable(
      name: "groups.csv",
      columns: ["counties", "goal", "threshold", "stability_share", "figure"] + Self.ends,
      rows: groups.flatMap { group in
        [
          ("capacity", group.capacityParameter, group.byCapacity),
          ("least_cost", group.costParameter, group.byCost),
        ].flatMap { goal, parameter, choice -> [[String]] in
          guard let choice else { return [] }
          let start = [
            name(group.counties), goal, number(parameter), number(choice.stability),
          ]
          return [
            start + ["sensitivity_share"] + cells(choice.sensitivity),
            start + ["specificity_share"] + cells(choice.specificity),
            start + ["alert_share"] + cells(choice.alertShare),
          ]
        }
      })
  }

  private func name(_ counties: TunedGroup.Counties) -> String {
    switch counties {
    case .prefecture(let index):
      String(question.baseline.scenario.geography.prefectures[index].code)
    case .key(let isKey): isKey ? "key_counties" : "not_key_counties"
    case .formerlyPoor(let isPoor): isPoor ? "formerly_poor_counties" : "never_poor_counties"
    }
  }

  private var effectsTable: QuestionTable {
    QuestionTable(
      name: "effects.csv",
      columns: ["figure", "unit", "scenario", "mean", "se", "lower95", "upper95", "replications"],
      rows: effects.flatMap { effect in
        [
          ("baseline", effect.baseline), ("recommended", effect.recommended),
          ("difference", effect.difference.estimate),
        ].map { scenario, estimate in
          [effect.name, unit(effect.figure), scenario] + QuestionTable.cells(estimate)
        }
      })
  }

  private func unit(_ figure: StudyFigure) -> String {
    switch figure {
    case .rate: "share"
    case .publicCost: "yuan"
    default: "households"
    }
  }
}
