import Randomness

/// A measure that spreads over households: the same ones first, whatever the seed, the policy or the
/// year, so that wider coverage only adds households.
@frozen
public enum Rollout: UInt8, Sendable, CaseIterable {
  /// Takes part in a specialty industry, with a cooperative, a base or a firm.
  case participation
  /// Has been trained in a skill.
  case training
  /// Asks for a loan for production.
  case loan
  /// Has put land into a company or cooperative and draws dividends.
  case dividend
  /// Insures crops and livestock.
  case insurance
  /// Is followed up by the health service.
  case healthService
  /// Sells over the internet.
  case eCommerce
  /// Lives in a village with a mutual-aid association; all households of a village share the place.
  case village

  /// Households that stand for a village: 256 neighbours in the order of their numbers.
  private static let villageShift: UInt32 = 8

  /// Place of a household in this roll-out, 0 to 65,535.
  ///
  /// Model equation (0.6).
  func place(of id: UInt32, county: Int) -> UInt16 {
    let counter: SIMD4<UInt32> =
      self == .village
      ? SIMD4(id >> Self.villageShift, UInt32(county), 2, 0x524F_4C4C)
      : SIMD4(id, 0, UInt32(rawValue / 4), 0x524F_4C4C)
    let words = Philox4x32.block(counter: counter, key: SIMD2(0, 0))
    return UInt16(truncatingIfNeeded: words[Int(rawValue % 4)] >> 16)
  }

  /// Coverage of a share of households, as a limit of places: whoever is below takes part.
  ///
  /// Model equation (0.6).
  public static func limit(_ share: Double) -> UInt32 { UInt32(min(max(share, 0), 1) * 65536) }
}
