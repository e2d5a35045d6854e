import Estimation

/// What one article contributes to one quantity of one place; negative where it lowers it.
public struct ArticleContribution: Sendable, Hashable {
  /// Number of the article.
  public let article: Int
  /// What it contributes to.
  public let quantity: ArticleQuantity
  /// Prefecture by its index in the geography; `nil` for the province.
  public let prefecture: Int?
  /// Average of what it adds over all orders in which the articles may be adopted.
  public let shapley: Estimate
  /// What the whole draft loses without it: whole draft − draft without it.
  public let dropOne: Estimate
  /// What it adds alone: baseline with it − baseline.
  public let addOne: Estimate
}

/// What a whole draft changes of one quantity of one place, to which the contributions add up.
public struct DraftEffect: Sendable, Hashable {
  /// What it changes.
  public let quantity: ArticleQuantity
  /// Prefecture by its index in the geography; `nil` for the province.
  public let prefecture: Int?
  /// The quantity without the draft.
  public let baseline: Estimate
  /// The quantity with all examined articles.
  public let draft: Estimate
  /// The difference.
  public let change: Estimate
}

/// How much more two articles lower or raise the rate together than one by one.
public struct ArticleInteraction: Sendable, Hashable {
  /// Number of the one article.
  public let first: Int
  /// Number of the other, which is larger.
  public let second: Int
  /// Shapley interaction index where all combinations are known, else the mean of the two below.
  ///
  /// A share; positive where the articles do in part the same.
  public let index: Estimate
  /// With nothing else adopted.
  public let alone: Estimate
  /// With everything else adopted.
  public let within: Estimate
  /// Whether the index differs from 0 at the 5 % level after Bonferroni's correction for the number of
  /// pairs.
  public let isAboveNoise: Bool
}

/// What can be said about an article's effect on the rate, given the smallest difference that matters.
public enum ArticleVerdict: String, Sendable, Hashable, CaseIterable {
  /// The interval of its contribution lies below 0.
  case lowers
  /// The interval of its contribution lies above 0.
  case raises
  /// The intervals of its contribution, alone and within the draft too, lie within ± the smallest
  /// difference that matters.
  case nothing
  /// The simulation does not tell.
  case undecided

  /// The verdict on a contribution to the rate.
  init(_ contribution: ArticleContribution, smallest: Double) {
    func isSmall(_ estimate: Estimate) -> Bool {
      estimate.lower95 >= -smallest && estimate.upper95 <= smallest
    }
    let (shapley, others) = (contribution.shapley, [contribution.dropOne, contribution.addOne])
    if isSmall(shapley), others.allSatisfy(isSmall) {
      self = .nothing
    } else if shapley.upper95 < 0 {
      self = .lowers
    } else if shapley.lower95 > 0 {
      self = .raises
    } else {
      self = .undecided
    }
  }
}
