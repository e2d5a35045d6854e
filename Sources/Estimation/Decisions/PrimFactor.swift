/// A factor that may tell bad states of the world from others.
public enum PrimFactor: Sendable, Hashable {
  /// Numbers, finite, one per state.
  case numeric([Double])
  /// Categories, named by numbers, one per state.
  case categorical([Int])

  /// Number of states.
  public var count: Int {
    switch self {
    case .numeric(let values): values.count
    case .categorical(let values): values.count
    }
  }

  /// The factor in some of the states.
  func chosen(_ states: [Int]) -> PrimFactor {
    switch self {
    case .numeric(let values): .numeric(states.map { values[$0] })
    case .categorical(let values): .categorical(states.map { values[$0] })
    }
  }
}
