import Synchronization

/// Which panels somebody wants, and to whom they are handed over, one at a time.
final class AlertPanelOrder: Sendable {
  /// Does not take the closure to another thread while it runs: the lock lets one at a time.
  private struct Body: @unchecked Sendable {
    let call: (AlertPanel, Int) -> Void
  }

  let dates: AlertPanel.Dates
  let households: Set<UInt32>?
  private let body: Mutex<Body>

  init(
    dates: AlertPanel.Dates, households: Set<UInt32>?, body: @escaping (AlertPanel, Int) -> Void
  ) {
    self.dates = dates
    self.households = households
    self.body = Mutex(Body(call: body))
  }

  /// Hands over the panel of a possible future.
  func handOver(_ panel: AlertPanel, _ replication: Int) {
    body.withLock { $0.call(panel, replication) }
  }
}
