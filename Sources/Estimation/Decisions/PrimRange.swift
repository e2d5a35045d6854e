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

  /// Whether a factor's value in a state is inside.
  func contains(_ factor: PrimFactor, _ state: Int) -> Bool {
    switch (self, factor) {
    case (.interval(let lower, let upper), .numeric(let values)):
      values[state] >= lower && values[state] <= upper
    case (.categories(let inside), .categorical(let values)): inside.contains(values[state])
    default: preconditionFailure("a range of another kind of factor")
    }
  }
}
