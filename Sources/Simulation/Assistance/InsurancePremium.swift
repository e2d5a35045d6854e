import Households

/// Premium of a farm insurance: a rate on the sum insured, shared between household and state.
struct InsurancePremium: Sendable {
  let rate: Float
  let householdShare: Float
  /// Month of the year in which it is due.
  let month: Int

  init(_ p: ParameterReader, of mechanism: String) {
    rate = p.float("\(mechanism).premium_rate")
    householdShare = p.float("\(mechanism).household_share")
    month = Int(p["\(mechanism).premium_month"])
  }

  /// Takes the household's part out of its business income and counts both parts.
  func charge(
    _ b: BlockMonth, _ row: Int, sum: Float, _ household: Programme, _ state: Programme
  ) {
    let premium = rate * sum
    b.x.business[row] -= b.settle(premium * householdShare, household, row: row)
    b.pay(premium * (1 - householdShare), state, row: row)
  }
}
