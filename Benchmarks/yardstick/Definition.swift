/// The numbers of yardstick-1, as `Benchmarks/peers/YARDSTICK.md` defines them.
///
/// The yardstick compares programs and believes nothing about households, so its numbers stand here
/// and not among the model's parameters.
enum Definition {
  static let months = 96
  static let years = 8
  static let counties = 88

  // Population
  static let incomeMedian = 14_000.0
  static let incomeSigma = 0.45
  static let savingsMedian = 3_000.0
  static let savingsSigma = 0.8

  // Environment
  static let pricePersistence = 0.9
  static let priceSigma = 0.05
  static let droughtChance = 0.02
  static let droughtMonths = 6

  // Months of a household; chances as the number of 32-bit words that mean yes
  static var illness: UInt32 { 10_737_418 }  // 0.0025
  static var jobLoss: UInt32 { 42_949_673 }  // 0.01
  static let consumptionShare = 0.7
  static let debtLimit: Float = -20_000
  /// Yuan a head and year.
  static let povertyLine = 7_000.0

  /// Yuan that a household pays itself for an illness with standard normal severity z.
  static func ownPayment(_ z: Double, exp: (Double) -> Double) -> Double {
    let paid = 0.4 * 9_000 * exp(1.1 * z)
    return paid > 5_000 ? 5_000 + 0.2 * (paid - 5_000) : paid
  }
}
