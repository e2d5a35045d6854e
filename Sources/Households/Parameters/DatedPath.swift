/// A value that changes at stated months and holds in between: a policy lever over time.
public struct DatedPath: Hashable, Sendable {
  /// A value from a month on.
  public struct Step: Hashable, Sendable {
    /// First month of the value; `nil` for "from the start".
    public let from: Month?
    /// The value, in the parameter's unit.
    public let value: Double

    /// A value from a month on.
    public init(from: Month?, value: Double) {
      self.from = from
      self.value = value
    }
  }

  /// Steps in order of time; the first has no month.
  public let steps: [Step]

  /// A path of steps in order of time; the first must hold from the start (`from == nil`).
  public init(steps: [Step]) {
    precondition(
      !steps.isEmpty && steps[0].from == nil, "a path begins with a value from the start")
    self.steps = steps
  }

  /// A value that never changes.
  public init(constant: Double) { steps = [Step(from: nil, value: constant)] }

  /// The value that holds in a month.
  public func value(at month: Month) -> Double {
    var value = steps[0].value
    for step in steps.dropFirst() {
      guard let from = step.from else {
        preconditionFailure("only the first step of a path holds from the start")
      }
      if from <= month { value = step.value }
    }
    return value
  }

  /// This path up to a month, and another one from that month on; equal neighbours become one step.
  public func followed(by later: DatedPath, from month: Month) -> DatedPath {
    let before = steps.filter { step in step.from.map { $0 < month } ?? true }
    let after = later.steps.filter { step in step.from.map { $0 > month } ?? false }
    let all = before + [Step(from: month, value: later.value(at: month))] + after
    return DatedPath(steps: all).joined
  }

  /// The same values without steps that change nothing.
  public var joined: DatedPath {
    var kept: [Step] = []
    for step in steps where kept.last.map({ $0.value != step.value }) ?? true { kept.append(step) }
    return DatedPath(steps: kept)
  }
}
