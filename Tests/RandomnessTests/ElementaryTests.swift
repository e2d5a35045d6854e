import Foundation
import NumericalMethods
import Randomness
import Testing

/// Our functions against the C library and the GNU Scientific Library.
struct ElementaryTests {
  @Test func `The exponential is right to a few units in the last place`() {
    for step in -7000...7000 {
      let x = Double(step) * 0.0871
      let exact = Foundation.exp(x)
      #expect(abs(Elementary.exp(x) - exact) <= 4 * exact.ulp, "x = \(x)")
    }
  }

  @Test func `The logarithm is right to a few units in the last place`() {
    var x = 1e-12
    while x < 1e12 {
      let exact = Foundation.log(x)
      #expect(abs(Elementary.log(x) - exact) <= 3 * max(abs(exact).ulp, 1e-17), "x = \(x)")
      x *= 1.00371
    }
  }

  /// Φ⁻¹(p) for 19,999 chances and in the tails.
  ///
  /// Source: GNU Scientific Library, `gsl_cdf_ugaussian_Pinv`. Tolerance 1.2e-9: the error of the
  /// rational approximation; the upper tail to 1e-6, since 1 − 1e-9 has only seven digits left.
  @Test func `The normal quantile agrees with GSL to 1.2e-9 relative`() {
    for step in 1..<20_000 {
      let p = Double(step) / 20_000
      let exact = Distributions.normalQuantile(p)
      #expect(abs(Elementary.normalQuantile(p) - exact) <= 1.2e-9 * max(abs(exact), 1), "p = \(p)")
    }
    for p in [1e-9, 1e-7, 1e-5, 1e-3] {
      let exact = Distributions.normalQuantile(p)
      #expect(abs(Elementary.normalQuantile(p) / exact - 1) < 1.2e-9)
      #expect(abs(Elementary.normalQuantile(1 - p) + exact) < 1e-6)
    }
  }

  @Test func `The cosine is right between minus pi and pi`() {
    for step in -314...314 {
      let x = Double(step) / 100
      #expect(abs(Elementary.cos(x) - Foundation.cos(x)) < 1e-12)
    }
  }

  @Test(arguments: [0, 0.49, 0.5, 1.5, 2.5, -0.5, -1.5, -2.51, 123_456_789_012.4, -4e14])
  func `The nearest integer is that of the number rounded to even`(x: Double) {
    #expect(Elementary.nearestInteger(x) == Int64(x.rounded(.toNearestOrEven)))
  }
}
