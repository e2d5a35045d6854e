import Households
import Simulation

/// The figures from which a question about stress is answered.
struct StressFigures {
  let rate: StudyFigure
  /// The rate in each year among which the worst is looked for.
  let worstYears: [StudyFigure]
  let cost: StudyFigure
  /// Stock of the province at the end of the year.
  let stock: StudyFigure
  /// Stock of each county at the end of the year, and its formerly-poor persons.
  let counties: [StudyFigure]
  let persons: [StudyFigure]

  init(_ question: StressQuestion) {
    let year = question.rate.year
    rate = StudyFigure(question.rate)
    worstYears = question.years.map {
      StudyFigure(HeadlineRate(measure: question.rate.measure, year: $0))
    }
    cost = .publicCost(years: year...year, .province)
    stock = .rate(.stock, year: year, .province)
    let places = question.packages[0].scenario.counties.indices
    counties = places.map { .rate(.stock, year: year, .county($0)) }
    persons = places.map { .personYears(.formerlyPoor, years: year...year, .county($0)) }
  }

  /// All of them, none twice.
  var all: [StudyFigure] {
    var seen: Set<StudyFigure> = []
    return ([rate] + worstYears + [cost, stock] + counties + persons).filter {
      seen.insert($0).inserted
    }
  }
}
