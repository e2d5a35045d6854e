/// What a household mainly lives on.
public enum Livelihood: UInt8, Sendable, CaseIterable {
  case wage, mixed, farm, noLabour
}

/// Where the household's wage earners work.
public enum WorkDestination: UInt8, Sendable, CaseIterable {
  case local, elsewhereInProvince, guangdong, zhejiang
}

/// Yes-or-no facts of a household that do not change in a run.
public struct HouseholdFlags: OptionSet, Sendable, Hashable {
  /// Bit pattern as stored in the population.
  public let rawValue: UInt16
  /// Flags from their bit pattern.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// Registered as poor before 2020 and lifted since.
  public static let formerlyPoor = HouseholdFlags(rawValue: 1 << 0)
  /// Moved under the relocation programme 易地搬迁.
  public static let relocated = HouseholdFlags(rawValue: 1 << 1)
  /// No member can work.
  public static let noLabour = HouseholdFlags(rawValue: 1 << 2)
  /// Enrolled in basic medical insurance.
  public static let basicInsurance = HouseholdFlags(rawValue: 1 << 3)
  /// Works and lives away from the county of registration.
  public static let livesElsewhere = HouseholdFlags(rawValue: 1 << 4)
  /// At least one wage earner is 50 or older.
  public static let olderWorker = HouseholdFlags(rawValue: 1 << 5)
}
