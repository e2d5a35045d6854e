import Randomness

/// How far the platform misjudges households, e^noise in 64ths: a table of 256 quantiles for each of
/// four kinds of equipment.
///
/// Kept from block to block and year to year, since the tables change with the settings only.
final class NoiseCodes {
  static var kinds: Int { 4 }
  private static var steps: Int { 256 }
  private let codes: UnsafeMutablePointer<UInt8>
  private var sigmas = SIMD4<Double>(repeating: -1)
  /// By township: its place in the order in which townships get terminals that work well, 0 to 1.
  private let ranks: UnsafeMutablePointer<Double>

  init(county: Int, townships: Int) {
    codes = .allocate(capacity: Self.kinds * Self.steps)
    codes.initialize(repeating: 0, count: Self.kinds * Self.steps)
    ranks = .allocate(capacity: max(townships, 1))
    let world = DrawKey(seed: 0, shockYear: 0, householdReplication: 0)
    for township in 0..<max(townships, 1) {
      let place = county << 16 | township
      ranks[township] = world.world(.county, place, .platform, draw: 2)[0].uniform
    }
  }

  deinit {
    codes.deallocate()
    ranks.deallocate()
  }

  /// Fills the tables for the standard deviation of each kind.
  func prepare(_ wanted: SIMD4<Double>) {
    for kind in 0..<Self.kinds where wanted[kind] != sigmas[kind] { fill(kind, wanted[kind]) }
    sigmas = wanted
  }

  /// Model equation (23.1).
  private func fill(_ kind: Int, _ sigma: Double) {
    for step in 0..<Self.steps {
      let z = Elementary.normalQuantile((Double(step) + 0.5) / Double(Self.steps))
      let code = Single.nearest(Float(min(Elementary.exp(sigma * z), 4) * 64))
      codes[kind * Self.steps + step] = UInt8(truncatingIfNeeded: max(16, min(255, code)))
    }
  }

  /// The factor, in 64ths, at one of the 256 quantiles.
  @inline(__always)
  func code(_ kind: Int, step: UInt8) -> UInt8 { codes[kind &* Self.steps &+ Int(step)] }

  /// Whether a township's terminals work well where a share of townships have such.
  @inline(__always)
  func hasTerminals(township: Int, share: Double) -> Bool { ranks[township] < share }
}
