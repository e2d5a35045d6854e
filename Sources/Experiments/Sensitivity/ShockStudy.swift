import Estimation
import Households
import Simulation

/// What each shock does to a rate: by switching it off, and by the causes of those who return.
struct ShockStudy {
  /// What came of it.
  struct Answer {
    let baseline: FigureTable
    let rows: [ShockRow]
    let causes: [CauseRow]
  }

  let question: SensitivityQuestion
  let design: SensitivityQuestion.Design
  let study: Study

  private var scenario: Scenario { question.baseline.scenario }

  /// Simulates the baseline, and the baseline without each of its shocks.
  func answer() throws -> Answer {
    let measure = StudyFigure.measure(question.rate.measure)
    let places = places
    let rates = places.map { StudyFigure.rate(measure, year: question.rate.year, $0) }
    let causes = causes
    let futures = 0..<design.study.replications
    let baseline = try study.table(
      rates + causes.map(\.figure), of: scenario, replications: futures)
    var rows: [ShockRow] = []
    for mechanism in Sensitivity.shocks(of: scenario) {
      var without = scenario
      var setting = scenario.setting(of: mechanism)
      setting.isEnabled = false
      without.mechanisms[mechanism] = setting
      let table = try study.table(rates, of: without, replications: futures)
      for (place, figure) in zip(places, rates) {
        rows.append(
          ShockRow(
            mechanism: mechanism, place: place,
            difference: table.difference(figure, minus: baseline)))
      }
    }
    return Answer(
      baseline: baseline, rows: rows,
      causes: causes.map { entry in
        CauseRow(
          prefecture: entry.prefecture, cause: entry.cause,
          estimate: baseline.estimate(entry.figure))
      })
  }

  private var prefectures: [Int] {
    Set(scenario.counties.map { scenario.geography.counties[$0].prefecture }).sorted()
  }

  private var places: [StudyFigure.Place] {
    [.province] + prefectures.map { .prefecture($0) }
      + scenario.counties.indices.map { .county($0) }
  }

  /// Entries of the year by main cause, of the province and its prefectures.
  private var causes: [(prefecture: Int?, cause: Group, figure: StudyFigure)] {
    let year = question.rate.year
    let all = Group.allCases.filter { $0.cause != nil }
    return all.map { (nil, $0, .groupRate(.flow, $0, year: year)) }
      + prefectures.flatMap { prefecture in
        all.map {
          (prefecture, $0, .groupRateIn(.flow, $0, year: year, prefecture: prefecture))
        }
      }
  }
}
