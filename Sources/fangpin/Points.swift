import ArgumentParser
import ScenarioFiles

/// A difference of shares on the command line, in percentage points such as `0.02pp`.
struct Points: ExpressibleByArgument {
  /// The difference as a share.
  let share: Double

  init?(argument: String) {
    guard let share = PointsText.share(of: argument), share > 0, share < 1 else { return nil }
    self.share = share
  }
}
