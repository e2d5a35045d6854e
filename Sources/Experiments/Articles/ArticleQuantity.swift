import Households
import Simulation

/// What an article of a regulation contributes to.
public enum ArticleQuantity: String, Sendable, Hashable, CaseIterable {
  /// The rate of the question, a share of formerly-poor persons; fewer is better.
  case rate
  /// Person-years in return to poverty on 31 December, summed over years; fewer is better.
  case personYears = "person_years"
  /// Public spending summed over years, yuan.
  case publicCost = "public_cost"
  /// Visits to households summed over years.
  case visits

  /// The figure of a study.
  func figure(_ question: ArticlesQuestion, _ place: StudyFigure.Place) -> StudyFigure {
    switch self {
    case .rate:
      guard case .rate(let measure, let year, _) = StudyFigure(question.rate) else {
        preconditionFailure("a headline rate is a rate")
      }
      return .rate(measure, year: year, place)
    case .personYears: return .personYears(.stock, years: question.years, place)
    case .publicCost: return .publicCost(years: question.years, place)
    case .visits: return .finding(.visits, years: question.years, place)
    }
  }
}
