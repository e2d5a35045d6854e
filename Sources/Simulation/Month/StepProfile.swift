/// Where the time of a run goes: nanoseconds by step of the month, for one thread.
///
/// Only made when somebody asks for it: reading the clock after each pass of each block costs a few
/// per cent.
final class StepProfile {
  private let spent: UnsafeMutablePointer<Int64>
  private var last = ContinuousClock.now

  init() {
    spent = .allocate(capacity: ModelStep.allCases.count)
    spent.initialize(repeating: 0, count: ModelStep.allCases.count)
  }

  deinit { spent.deallocate() }

  /// Starts to measure anew.
  func start() { last = ContinuousClock.now }

  /// Books the time since the last mark to a step.
  func mark(_ step: ModelStep) {
    let now = ContinuousClock.now
    let took = last.duration(to: now).components
    spent[step.rawValue] &+= took.seconds &* 1_000_000_000 &+ took.attoseconds / 1_000_000_000
    last = now
  }

  /// Seconds by step, in the order of `ModelStep`.
  var seconds: [Double] { ModelStep.allCases.map { Double(spent[$0.rawValue]) * 1e-9 } }
}
