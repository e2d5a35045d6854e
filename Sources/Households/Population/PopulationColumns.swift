/// The fixed facts of up to 2,048 households, one column per fact.
///
/// All columns lie in one slab at constant distances, so that the compiler can see that they do not
/// overlap and vectorises the monthly loops without checks at run time. 94 bytes a household.
@frozen
public struct PopulationColumns: @unchecked Sendable {
  /// Households that fit.
  @inlinable public static var capacity: Int { 2048 }
  /// Bytes of fixed facts a household.
  @inlinable public static var bytesPerHousehold: Int { 10 * 4 + 14 * 2 + 26 }
  /// The slab.
  public let base: UnsafeMutableRawPointer

  /// Columns over a slab of `capacity × bytesPerHousehold` bytes.
  @inlinable public init(base: UnsafeMutableRawPointer) { self.base = base }

  @inlinable @inline(__always)
  func wide<T>(_ column: Int) -> UnsafeMutablePointer<T> {
    (base + column * 4 * Self.capacity).assumingMemoryBound(to: T.self)
  }
  @inlinable @inline(__always)
  func half(_ column: Int) -> UnsafeMutablePointer<UInt16> {
    (base + (40 + column * 2) * Self.capacity).assumingMemoryBound(to: UInt16.self)
  }
  @inlinable @inline(__always)
  func narrow(_ column: Int) -> UnsafeMutablePointer<UInt8> {
    (base + (68 + column) * Self.capacity).assumingMemoryBound(to: UInt8.self)
  }

  /// Persistent household number.
  @inlinable public var id: UnsafeMutablePointer<UInt32> { wide(0) }
  /// Permanent income, yuan per head and year at the level of 2022.
  @inlinable public var permanentIncome: UnsafeMutablePointer<Float> { wide(1) }
  /// Expected wage income, yuan per household and month at the level of 2022.
  @inlinable public var wage: UnsafeMutablePointer<Float> { wide(2) }
  /// Expected net business income, yuan per household and month at the level of 2022.
  @inlinable public var business: UnsafeMutablePointer<Float> { wide(3) }
  /// Pensions and other stable transfers, yuan per household and month at the level of 2022.
  @inlinable public var transfer: UnsafeMutablePointer<Float> { wide(4) }
  /// Property income, yuan per household and month at the level of 2022.
  @inlinable public var property: UnsafeMutablePointer<Float> { wide(5) }
  /// Liquid savings at the start, yuan.
  @inlinable public var savings: UnsafeMutablePointer<Float> { wide(6) }
  /// Productive assets at the start, yuan.
  @inlinable public var assets: UnsafeMutablePointer<Float> { wide(7) }
  /// Informal debt at the start, yuan.
  @inlinable public var debt: UnsafeMutablePointer<Float> { wide(8) }
  /// Hospital admissions of all members, expected number a year at the hazards of the
  /// first month.
  @inlinable public var admissionHazard: UnsafeMutablePointer<Float> { wide(9) }

  /// Township number within the county.
  @inlinable public var township: UnsafeMutablePointer<UInt16> { half(0) }
  /// Bits of `HouseholdFlags`.
  @inlinable public var flags: UnsafeMutablePointer<UInt16> { half(1) }
  /// Fixed uniforms (65,536ths): take-up of the allowance (0), awareness (1), insurance
  /// (2), creditworthiness (3).
  @inlinable public func trait(_ number: Int) -> UnsafeMutablePointer<UInt16> { half(2 + number) }
  /// Place of a household in a roll-out (65,536ths): it takes part once coverage passes its place.
  @inlinable public func place(in rollout: Rollout) -> UnsafeMutablePointer<UInt16> {
    half(6 + Int(rollout.rawValue))
  }

  /// Number of persons.
  @inlinable public var persons: UnsafeMutablePointer<UInt8> { narrow(0) }
  /// Persons of an age class and sex (see `HouseholdRecord.members`).
  @inlinable public func members(_ kind: Int) -> UnsafeMutablePointer<UInt8> { narrow(1 + kind) }
  /// Wage earners, 0 to 3.
  @inlinable public var workers: UnsafeMutablePointer<UInt8> { narrow(9) }
  /// Students by stage: senior secondary (0), vocational (1), college (2).
  @inlinable public func students(_ stage: Int) -> UnsafeMutablePointer<UInt8> {
    narrow(10 + stage)
  }
  /// Raw value of `Livelihood`.
  @inlinable public var livelihood: UnsafeMutablePointer<UInt8> { narrow(13) }
  /// Raw value of `WorkDestination`.
  @inlinable public var destination: UnsafeMutablePointer<UInt8> { narrow(14) }
  /// Index of the prefecture of residence.
  @inlinable public var residence: UnsafeMutablePointer<UInt8> { narrow(15) }
  /// Households it stands for before sampling.
  @inlinable public var weight: UnsafeMutablePointer<UInt8> { narrow(16) }
  /// Hash group 0 to 39 for the error of a sample of households.
  @inlinable public var sampleGroup: UnsafeMutablePointer<UInt8> { narrow(17) }
  /// Share of a product in business income, in 255ths.
  @inlinable public func product(_ index: Int) -> UnsafeMutablePointer<UInt8> { narrow(18 + index) }
}
