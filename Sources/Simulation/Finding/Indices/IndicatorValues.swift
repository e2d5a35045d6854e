/// One number for each of the twenty indicators: values, weights, means.
///
/// In memory one after the other: a vector of the standard library would be copied whole for every
/// number that is read at a place known only at run time.
struct IndicatorValues: Sendable {
  private var values: InlineArray<20, Float>

  init(repeating value: Float = 0) { values = InlineArray(repeating: value) }

  subscript(place: Int) -> Float {
    @inline(__always) get { values[place] }
    @inline(__always) set { values[place] = newValue }
  }
}
