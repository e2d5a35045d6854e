/// The values of a factor that are inside a box.
public enum PrimRange: Sendable, Hashable {
  /// From a lower to an upper limit, both inside.
  case interval(lower: Double, upper: Double)
  /// Some categories, in ascending order.
  case categories([Int])

  /// Everything that a factor takes.
  init(spanning factor: PrimFactor) {
    switch factor {
    case .numeric(let values):
      self = .interval(
        lower: values.reduce(.infinity, min), upper: values.reduce(-.infinity, max))
    case .categorical(let values): self = .categories(Set(values).sorted())
    }
  }

  /// Those of some states in which a factor's value is inside, in the same order.
  func filter(_ states: [Int], by factor: PrimFactor) -> [Int] {
    switch (self, factor) {
    case (.interval(let lower, let upper), .numeric(let values)):
      states.filter { values[$0] >= lower && values[$0] <= upper }
    case (.categories(let inside), .categorical(let values)):
      states.filter { inside.contains(values[$0]) }
    default: preconditionFailure("a range of another kind of factor")
    }
  }
}
