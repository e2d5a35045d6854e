/// Exponential, logarithm and normal quantile by plain arithmetic and fixed polynomials.
///
/// The C library's versions differ in the last bit between processors with and without fused
/// multiply-add, which would make results depend on the machine. These use only +, −, ×, ÷ and bit
/// patterns, so they give the same bits everywhere. They are tested against the GNU Scientific
/// Library; the largest errors found stand beside each function.
public enum Elementary {
  /// The nearest integer (ties to even) of a number smaller than 2⁵¹ in size.
  ///
  /// `rounded()` is a function call on processors without a rounding instruction; adding 1.5 × 2⁵²
  /// and taking it away rounds by the rules of addition, everywhere alike.
  ///
  /// Model equation (0.1).
  @inlinable @inline(__always)
  public static func nearest(_ x: Double) -> Double {
    (x + 6_755_399_441_055_744) - 6_755_399_441_055_744
  }

  /// The same as an integer.
  ///
  /// `Int64(x)` checks its range and so keeps a loop from vectorising; the sum above has the integer
  /// in the low bits of its mantissa.
  @inlinable @inline(__always)
  public static func nearestInteger(_ x: Double) -> Int64 {
    Int64(bitPattern: (x + 6_755_399_441_055_744).bitPattern) &- 0x4338_0000_0000_0000
  }

  /// e to the power x; relative error below 4e-16 for |x| < 700, saturating beyond.
  @inlinable @inline(__always)
  public static func exp(_ x: Double) -> Double {
    if x > 709 { return Double.greatestFiniteMagnitude }
    if x < -700 { return 0 }
    // As in `nearestInteger`: a checked conversion would keep a loop from vectorising.
    let shifted = x * 1.4426950408889634074 + 6_755_399_441_055_744
    let n = shifted - 6_755_399_441_055_744
    let exponent = Int64(bitPattern: shifted.bitPattern) &- 0x4338_0000_0000_0000
    // ln 2 in two parts, so that n × ln 2 loses no digits.
    let r = (x - n * 6.93147180369123816490e-01) - n * 1.90821492927058770002e-10
    var sum = 1.0 / 6227020800.0
    sum = sum * r + 1.0 / 479001600.0
    sum = sum * r + 1.0 / 39916800.0
    sum = sum * r + 1.0 / 3628800.0
    sum = sum * r + 1.0 / 362880.0
    sum = sum * r + 1.0 / 40320.0
    sum = sum * r + 1.0 / 5040.0
    sum = sum * r + 1.0 / 720.0
    sum = sum * r + 1.0 / 120.0
    sum = sum * r + 1.0 / 24.0
    sum = sum * r + 1.0 / 6.0
    sum = sum * r + 0.5
    let power = 1 + (r + r * r * sum)
    return power * Double(bitPattern: UInt64(bitPattern: exponent &+ 1023) &<< 52)
  }

  /// Natural logarithm of a positive normal number; relative error below 5e-16.
  @inlinable @inline(__always)
  public static func log(_ x: Double) -> Double {
    let bits = x.bitPattern
    var exponent = Int64(bits &>> 52) &- 1023
    var m = Double(bitPattern: bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
    if m > 1.4142135623730951 {
      m *= 0.5
      exponent &+= 1
    }
    // log m = 2 artanh s with s = (m − 1) / (m + 1), |s| < 0.1716.
    let f = m - 1
    let s = f / (2 + f)
    let z = s * s
    var sum = 2.0 / 21
    sum = sum * z + 2.0 / 19
    sum = sum * z + 2.0 / 17
    sum = sum * z + 2.0 / 15
    sum = sum * z + 2.0 / 13
    sum = sum * z + 2.0 / 11
    sum = sum * z + 2.0 / 9
    sum = sum * z + 2.0 / 7
    sum = sum * z + 2.0 / 5
    sum = sum * z + 2.0 / 3
    // f − s f + s z sum = 2 s + s z sum without losing digits for m near 1.
    let half = 0.5 * f * f
    let remainder = f - (half - s * (half + z * sum))
    let k = Double(exponent)
    return k * 6.93147180369123816490e-01 + (remainder + k * 1.90821492927058770002e-10)
  }

  /// x to the power y for positive x.
  @inlinable
  public static func pow(_ x: Double, _ y: Double) -> Double { exp(y * log(x)) }

  /// Quantile of the standard normal distribution; absolute error below 5e-9 before one Halley-free
  /// rational evaluation, tested to 1.2e-9 relative.
  ///
  /// Source: P. J. Acklam's rational approximation (2003), relative error 1.15e-9.
  @inlinable
  public static func normalQuantile(_ p: Double) -> Double {
    if p < centre.lowerBound { return tail(p) }
    if p > centre.upperBound { return -tail(1 - p) }
    return centralNormalQuantile(p)
  }

  /// Where ``centralNormalQuantile(_:)`` is the quantile.
  @inlinable
  public static var centre: ClosedRange<Double> { 0.02425...(1 - 0.02425) }

  /// Quantile of the standard normal distribution in the ``centre``, without a branch, for loops.
  @inlinable @inline(__always)
  public static func centralNormalQuantile(_ p: Double) -> Double {
    let q = p - 0.5
    let r = q * q
    let a =
      ((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
        + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239e+00
    let b =
      ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
        + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1
    return a * q / b
  }

  @inlinable
  static func tail(_ p: Double) -> Double {
    let q = (-2 * log(p)).squareRoot()
    let c =
      ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
        - 2.549732539343734e+00) * q + 4.374664141464968e+00) * q + 2.938163982698783e+00
    let d =
      (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
        + 3.754408661907416e+00) * q + 1
    return c / d
  }

  /// Cosine of an angle in radians between −π and π; absolute error below 1e-12.
  public static func cos(_ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for k in 1...14 {
      term *= -x * x / Double((2 * k - 1) * (2 * k))
      sum += term
    }
    return sum
  }
}
