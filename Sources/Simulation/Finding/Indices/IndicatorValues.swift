/// One number for each of the twenty indicators: values, weights, means.
///
/// In memory one after the other: a vector of the standard library would be copied whole for every
/// number that is read at a place known only at run time.
struct IndicatorValues: Sendable, Equatable {
  private var values: InlineArray<20, Float>

  init(repeating value: Float = 0) { values = InlineArray(repeating: value) }

  subscript(place: Int) -> Float {
    @inline(__always) get { values[place] }
    @inline(__always) set { values[place] = newValue }
  }

  static func == (a: IndicatorValues, b: IndicatorValues) -> Bool {
    a.values.indices.allSatisfy { a.values[$0] == b.values[$0] }
  }
}
