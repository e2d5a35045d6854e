import Households

/// Households of a county with a running contract of crop and of price insurance: those whose place in
/// the roll-out of insurance is below the limit.
///
/// A contract runs for a year from the month in which its premium is due. Where an insurance begins or
/// grows in mid-year, who joins is covered once the next premium has been paid; where it ends, it ends
/// at once.
struct FarmContracts: Sendable {
  private(set) var crop: UInt32 = 0
  private(set) var price: UInt32 = 0

  /// No contract yet.
  init() {}

  /// The contracts of a month in which every premium is due.
  init(_ s: MonthSettings, _ strengths: OptionalStrengths) {
    crop = Self.limit(s.agriculturalInsurance.coverage, strengths.agriculturalInsurance)
    price = Self.limit(s.priceInsurance.coverage, strengths.priceInsurance)
  }

  /// Lets a month pass: contracts are renewed where the premium is due.
  mutating func advance(_ m: UnsafePointer<CountyMonth>) {
    let due = FarmContracts(m.pointee.settings, m.pointee.optional)
    let month = m.pointee.monthOfYear
    let isCropDue = month == m.pointee.settings.agriculturalInsurance.premium.month
    let isPriceDue = month == m.pointee.settings.priceInsurance.premium.month
    if isCropDue || due.crop == 0 { crop = due.crop }
    if isPriceDue || due.price == 0 { price = due.price }
  }

  private static func limit(_ coverage: Double, _ strength: Float) -> UInt32 {
    strength > 0 ? Rollout.limit(coverage * Double(strength)) : 0
  }
}
