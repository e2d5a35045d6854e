import Estimation
import Households

/// The answer to what each article of a draft contributes.
public struct CompletedArticles: Sendable {
  /// What was asked.
  public let question: ArticlesQuestion
  /// How much was simulated of it.
  public let work: StudyDesign
  /// Which combinations were simulated.
  public let design: ArticleDesign
  /// Combinations simulated in all, those for interactions included.
  public let combinations: Int
  /// Prefectures with simulated counties, by their index in the geography.
  public let prefectures: [Int]
  /// One an article, quantity and place; the province first, then prefectures, articles in their order.
  public let contributions: [ArticleContribution]
  /// One a quantity and place.
  public let effects: [DraftEffect]
  /// Pairs of articles.
  public let interactions: [ArticleInteraction]
  /// What each article changes of the baseline, in the order of articles and of their text.
  public let changes: [ArticleChange]
  /// Visits of a part-time grid worker in a month, declared in the library.
  public let visitsPerWorkerMonth: Double
  /// What was simulated and what was reused.
  public let account: StudyAccount

  /// The contribution of an article.
  public func contribution(
    _ article: Int, _ quantity: ArticleQuantity, prefecture: Int? = nil
  ) -> ArticleContribution? {
    contributions.first {
      $0.article == article && $0.quantity == quantity && $0.prefecture == prefecture
    }
  }

  /// What the whole draft changes.
  public func effect(_ quantity: ArticleQuantity, prefecture: Int? = nil) -> DraftEffect? {
    effects.first { $0.quantity == quantity && $0.prefecture == prefecture }
  }

  /// What can be said about an article's effect on the rate.
  public func verdict(_ article: Int) -> ArticleVerdict {
    contribution(article, .rate).map {
      ArticleVerdict($0, smallest: question.smallestDifference)
    } ?? .undecided
  }

  /// Numbers of the articles, the largest contribution to the rate first.
  public var ranked: [Int] {
    Self.ranked(contributions.filter { $0.quantity == .rate && $0.prefecture == nil })
  }

  static func ranked(_ contributions: [ArticleContribution]) -> [Int] {
    contributions.sorted {
      let sizes = ($0.shapley.mean.magnitude, $1.shapley.mean.magnitude)
      return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : $0.article < $1.article
    }.map(\.article)
  }
}
