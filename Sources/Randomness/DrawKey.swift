/// What a random number is for.
///
/// Purposes are never renumbered, so that frozen runs stay valid.
public enum Purpose: UInt32, Sendable {
  // Household and month
  case monthlyEvents = 1
  case illnessDetail = 2
  case illnessConsequence = 3
  case accidentDetail = 4
  case lossDetail = 5
  case droughtLuck = 6
  case floodLuck = 7
  case floodDetail = 8
  case returnOfMigrants = 9
  case finding = 10
  case verification = 11
  case response = 12
  case measures = 13
  case coping = 14
  case scoreNoise = 15
  case initialState = 16
  case housingRepair = 30
  case loanDefault = 31
  case matching = 32
  case insuranceContract = 54
  case birthdays = 19
  case schoolYear = 20
  case training = 24
  case workshops = 25
  case indicatorGap = 48
  case audit = 77  // performance assessment
  // County, province, commodity
  case weather = 64
  case flood = 65
  case price = 66
  case regime = 67
  case destination = 68
  case county = 69
  case policyChange = 70
  case staff = 74
  case platform = 75
  case agreements = 76
  // Designs of parameter draws
  case scrambling = 120
  case candidates = 121
  case resampling = 122
  // Building the population
  case countyEffect = 128
  case household = 129
  case householdIncome = 130
  case householdMembers = 131
  case householdProducts = 132
  case householdWealth = 133
}

/// Kind of thing a random number belongs to.
public enum EntityKind: UInt32, Sendable {
  case household = 0
  case county = 1
  case prefecture = 2
  case province = 3
  case product = 4
  case destination = 5
}

/// The name of a block of four random words: whose, when, what for, and in which possible future.
///
/// A policy, the order of events and the number of threads are not part of it. Shared shocks carry
/// the number of the shock-year and households' luck that of the household replication, so that the
/// two can be varied apart; the other number is 0.
@frozen
public struct DrawKey: Sendable {
  /// Seed of the run, as the generator's key.
  public let seed: SIMD2<UInt32>
  /// Shock-year number.
  public let shockYear: UInt32
  /// Household-replication number.
  public let householdReplication: UInt32

  /// Names of one possible future.
  @inlinable
  public init(seed: UInt64, shockYear: UInt32, householdReplication: UInt32) {
    self.seed = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32))
    self.shockYear = shockYear
    self.householdReplication = householdReplication
  }

  /// Four words of a household's own luck.
  ///
  /// Model equation (0.5).
  @inlinable @inline(__always)
  public func household(
    _ id: UInt32, month: Int, _ purpose: Purpose, draw: UInt32 = 0
  ) -> SIMD4<UInt32> {
    Philox4x32.block(
      counter: SIMD4(
        id, Self.tag(.household, month: month, purpose, draw: draw), 0, householdReplication &+ 1),
      key: seed)
  }

  /// The same four words in the lower halves of 64-bit numbers, for loops over many households.
  ///
  /// The upper halves mean nothing; see ``Philox4x32/wideBlock(counter:key:)``.
  ///
  /// Model equation (0.5).
  @inlinable @inline(__always)
  public func wideHousehold(
    _ id: UInt32, month: Int, _ purpose: Purpose, draw: UInt32 = 0
  ) -> (UInt64, UInt64, UInt64, UInt64) {
    Philox4x32.wideBlock(
      counter: (
        UInt64(id), UInt64(Self.tag(.household, month: month, purpose, draw: draw)), 0,
        UInt64(householdReplication &+ 1)
      ),
      key: seed)
  }

  /// Four words of a shock that many share.
  ///
  /// Model equation (0.5).
  @inlinable @inline(__always)
  public func shared(
    _ kind: EntityKind, _ id: Int, month: Int, _ purpose: Purpose, draw: UInt32 = 0
  ) -> SIMD4<UInt32> {
    Philox4x32.block(
      counter: SIMD4(
        UInt32(truncatingIfNeeded: id), Self.tag(kind, month: month, purpose, draw: draw),
        shockYear &+ 1, 0),
      key: seed)
  }

  /// Four words that are the same in every possible future of a seed.
  ///
  /// Model equation (0.5).
  @inlinable @inline(__always)
  public func world(_ kind: EntityKind, _ id: Int, _ purpose: Purpose, draw: UInt32 = 0) -> SIMD4<
    UInt32
  > {
    Philox4x32.block(
      counter: SIMD4(
        UInt32(truncatingIfNeeded: id), Self.tag(kind, month: 0, purpose, draw: draw), 0, 0),
      key: seed)
  }

  /// Packs kind (4 bits), month (12), purpose (8) and draw index (8).
  ///
  /// Model equation (0.5).
  @inlinable @inline(__always)
  public static func tag(_ kind: EntityKind, month: Int, _ purpose: Purpose, draw: UInt32) -> UInt32
  {
    kind.rawValue &<< 28 | UInt32(truncatingIfNeeded: month) &<< 16 | purpose.rawValue &<< 8 | draw
  }
}

extension UInt32 {
  /// A uniform number in (0, 1), never 0 or 1, from all 32 bits.
  @inlinable @inline(__always)
  public var uniform: Double { (Double(self) + 0.5) * 0x1p-32 }

  /// A uniform number in [0, 1) in single precision, from the upper 24 bits.
  @inlinable @inline(__always)
  public var uniformFloat: Float { Float(Int32(truncatingIfNeeded: self &>> 8)) * 0x1p-24 }
}
