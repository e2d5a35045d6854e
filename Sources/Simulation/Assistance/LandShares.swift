import Households
import Randomness

/// A12 land shares 土地入股: households that put land into a company draw a dividend once a year.
struct LandSharesSettings: Sendable {
  /// Places of the households that joined since 2023; who joined earlier has it in the incomes drawn.
  let from: UInt32
  let to: UInt32
  /// Dividend of a household and year at the prices of 2022, yuan.
  let dividend: Float
  let paymentMonth: Int

  init(_ p: ParameterReader) {
    from = Rollout.limit(p["land_shares.participation_2023"])
    to = Rollout.limit(p["land_shares.participation"])
    dividend = Float(p["land_shares.claimed_dividend"] * p["land_shares.credibility"])
    paymentMonth = Int(p["land_shares.payment_month"])
  }
}

/// Step 4: dividends of the year.
enum LandSharesPass {
  /// Pays after the month's usual income is known: a sum that comes once a year is no monthly income
  /// on which consumption and credit are built.
  ///
  /// Model equation (47.1).
  static func run(_ b: BlockMonth) {
    let m = b.county
    let strength = m.pointee.optional.landShares
    guard strength > 0 else { return }
    let s = m.pointee.settings.landShares
    guard m.pointee.monthOfYear == s.paymentMonth, s.to > s.from else { return }
    let amount = s.dividend * strength * m.pointee.settings.calendar.priceIndex
    guard amount > 0 else { return }
    let found = b.collect(.dividend, from: s.from, to: s.to)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      b.x.other[row] += b.settle(amount, .landDividends, row: row)
      b.note(.dividendHouseholds, row: row)
    }
  }
}
