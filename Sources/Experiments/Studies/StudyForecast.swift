import Estimation
import Households

/// What a question will take and how precise its answer will be, told before the work begins.
public struct StudyForecast: Sendable, Hashable {
  /// Futures to simulate.
  public let missing: Int
  /// Futures that the store has already.
  public let stored: Int
  /// Wall-clock seconds for the missing ones on this machine as it is now.
  public let seconds: Double
  /// Half of the 95 % interval that the answer is expected to have, a share; `nil` if it is not known.
  public let halfWidth: Double?

  /// A forecast.
  public init(missing: Int, stored: Int, seconds: Double, halfWidth: Double?) {
    self.missing = missing
    self.stored = stored
    self.seconds = seconds
    self.halfWidth = halfWidth
  }
}

extension Study {
  /// Simulates the first futures of a scenario, which are kept, and tells from them what a question takes.
  ///
  /// - Parameters:
  ///   - scenario: One of the scenarios of the question, such as the baseline.
  ///   - figure: The rate that the question is about.
  ///   - reform: A scenario whose difference from the first is what will be told; `nil` for the rate itself.
  ///   - replications: Futures of each scenario in the end.
  ///   - missing: Futures that are not in the store.
  ///   - stored: Futures that are.
  /// - Returns: The forecast; where everything is stored, it takes no time.
  /// - Throws: `SimulationError`, which is `cancelled` if the caller asked to stop, or `SynthesisError`.
  public func forecast(
    of scenario: Scenario, _ figure: StudyFigure, against reform: Scenario? = nil,
    replications: Int, missing: Int, stored: Int
  ) throws -> StudyForecast {
    let pilot = 0..<min(Self.batch, replications)
    let own = try table([figure], of: scenario, replications: pilot)
    var width: Double?
    if let reform {
      let other = try table([figure], of: reform, replications: pilot)
      width = other.expectedHalfWidth(figure, minus: own, futures: replications)
    } else {
      width = own.expectedHalfWidth(figure, minus: nil, futures: replications)
    }
    let seconds = missing > 0 ? try secondsPerFuture(of: scenario, figure, pilot) : 0
    return StudyForecast(
      missing: missing, stored: stored, seconds: Double(missing) * seconds, halfWidth: width)
  }

  /// What a future takes; where the first ones came from the store, they are simulated for their time alone.
  private func secondsPerFuture(
    of scenario: Scenario, _ figure: StudyFigure, _ pilot: Range<Int>
  ) throws -> Double {
    if let known = account.secondsPerFuture { return known }
    let again = Study(sample: sample, seed: seed, threads: threads, isCancelled: isCancelled)
    _ = try again.table([figure], of: scenario, replications: pilot)
    return again.account.secondsPerFuture ?? 0
  }
}

extension FigureTable {
  /// Half of the 95 % interval that a figure, or its difference from a baseline's, will have after more
  /// futures, as far as these tell.
  func expectedHalfWidth(
    _ figure: StudyFigure, minus baseline: FigureTable?, futures: Int
  ) -> Double? {
    guard count > 2 else { return nil }
    let values: [Double]
    if let baseline {
      values = zip(self[figure], baseline[figure]).map { $0 - $1 }
    } else {
      values = self[figure]
    }
    let spread = Moments(values).variance / Double(max(futures, 1))
    let households = householdError(of: figure, minus: baseline).variance
    return Estimator.halfWidth(variance: spread + (households.isFinite ? households : 0))
  }
}
