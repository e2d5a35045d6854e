import Experiments

/// How an answer was computed; none of it changes the answer.
public struct QuestionWork: Sendable, Hashable {
  /// Futures simulated and reused, and the seconds they took.
  public var account: StudyAccount
  /// Wall-clock seconds from the first to the last, estimating included.
  public var seconds: Double
  /// Threads of the machine that were used.
  public var threads: Int
  /// Households in each future, if all scenarios have as many.
  public var households: Int?
  /// Path of the ensemble of a calibration from which parameters were drawn.
  public var posterior: String?
  /// Whether each scenario met the same futures; otherwise the commands' own words say how.
  public var isPaired: Bool

  /// The work of an answer.
  public init(
    account: StudyAccount, seconds: Double, threads: Int, households: Int? = nil,
    posterior: String? = nil, isPaired: Bool = true
  ) {
    self.account = account
    self.seconds = seconds
    self.threads = threads
    self.households = households
    self.posterior = posterior
    self.isPaired = isPaired
  }
}
