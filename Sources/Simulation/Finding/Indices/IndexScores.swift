/// The weighted sums of all designs, one lane each, so that a household is scored by all in one pass.
///
/// Each lane adds in the order of the indicators, as `LinearIndex.score` does, to the same bits.
struct IndexScores: Sendable {
  /// Lanes of the four linear designs, and of both sums of expected poverty.
  enum Lane {
    static var fourLooks: Int { 0 }
    static var twelveIndicators: Int { 1 }
    static var twentyVariables: Int { 2 }
    static var threeDimensions: Int { 3 }
    static var expectedIncome: Int { 4 }
    static var spread: Int { 5 }
  }

  private var weights = InlineArray<20, SIMD8<Float>>(repeating: SIMD8())
  private var intercepts = SIMD8<Float>()

  /// No weights yet.
  init() {}

  init(
    fourLooks: LinearIndex, twelveIndicators: LinearIndex, twentyVariables: LinearIndex,
    threeDimensions: LinearIndex, expectedPoverty: ExpectedPovertyIndex
  ) {
    put(Lane.fourLooks, fourLooks.weights, fourLooks.intercept)
    put(Lane.twelveIndicators, twelveIndicators.weights, twelveIndicators.intercept)
    put(Lane.twentyVariables, twentyVariables.weights, twentyVariables.intercept)
    put(Lane.threeDimensions, threeDimensions.weights, threeDimensions.intercept)
    put(Lane.expectedIncome, expectedPoverty.mean, expectedPoverty.meanIntercept)
    put(Lane.spread, expectedPoverty.variance, expectedPoverty.varianceIntercept)
  }

  private mutating func put(_ lane: Int, _ weights: IndicatorValues, _ intercept: Float) {
    for i in 0..<IndexIndicator.count { self.weights[i][lane] = weights[i] }
    intercepts[lane] = intercept
  }

  /// The sums of one household, with the table where it stands: it is too large to be copied for each.
  @inline(__always)
  static func sums(_ m: UnsafePointer<CountyMonth>, _ indicators: IndicatorValues) -> SIMD8<Float> {
    // By the pointer: a computed property would copy the table for every weight.
    let numbers = m.pointee.numbers
    var sums = numbers.pointee.indices.scores.intercepts
    for i in 0..<IndexIndicator.count {
      sums += numbers.pointee.indices.scores.weights[i] * indicators[i]
    }
    return sums
  }
}
