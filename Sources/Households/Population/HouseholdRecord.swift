/// One household as a row: the way into the population's columns, and out of them for explanations.
///
/// Small fixed vectors instead of arrays, so that drawing millions of rows allocates nothing.
public struct HouseholdRecord: Sendable, Hashable {
  /// Persistent number, unique in the population.
  public var id: UInt32 = 0
  /// Index of the county of registration.
  public var county = 0
  /// Township number within the county, from 0.
  public var township = 0
  /// Persons aged 0–14, 15–44, 45–59, 60 and over: four counts of males, then four of females.
  public var members = SIMD8<UInt8>()
  /// Wage earners, 0 to 3.
  public var workers = 0
  /// Students in senior secondary, vocational school and college; the fourth place is unused.
  public var students = SIMD4<UInt8>()
  /// Main source of living.
  public var livelihood = Livelihood.wage
  /// Where the wage earners work.
  public var destination = WorkDestination.local
  /// Index of the prefecture where the household lives.
  public var residence = 0
  /// Facts that do not change.
  public var flags = HouseholdFlags()
  /// Permanent income, yuan per head and year at the level of 2022.
  public var permanentIncome = 0.0
  /// Shares of wage, business, transfer and property income; they add up to 1.
  public var sourceShares = SIMD4<Double>()
  /// Shares of the products in business income, in the order of `Product`; they add up to 1.
  public var productShares = SIMD8<Double>()
  /// Liquid savings at the start, yuan.
  public var savings = 0.0
  /// Productive assets at the start, yuan.
  public var assets = 0.0
  /// Informal debt at the start, yuan.
  public var debt = 0.0
  /// Households it stands for before sampling, 1 to 255.
  public var weight = 1
  /// Fixed uniform numbers in [0, 1) that decide take-up of the allowance, awareness, insurance
  /// and creditworthiness.
  public var traits = SIMD4<Double>()

  /// An empty row.
  public init() {}

  /// Number of persons.
  public var persons: Int { Int(members.wrappedSum()) }

  /// Persons in an age class (0: 0–14, 1: 15–44, 2: 45–59, 3: 60 and over), both sexes.
  public func persons(ageClass: Int) -> Int { Int(members[ageClass]) + Int(members[ageClass + 4]) }
}
