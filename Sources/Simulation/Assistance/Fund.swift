import Households
import Randomness

/// F1, F2 the anti-poverty fund 防贫基金: a year's money, where it comes from, its split, the counties'
/// shares, and who is paid first.
struct FundSettings: Sendable {
  /// Who is served first when a pot cannot pay everybody.
  enum Rationing: Int, Sendable {
    case byGap, firstCome, byKind
  }

  /// Yuan a year for the province.
  let total: Double
  /// Share of the total that prefectures and counties owe; the rest is the province's.
  let localShare: Double
  /// Share of the local money that does not come, always and in a recession.
  let localShortfall: Double
  let localRecessionCut: Double
  let emergencyShare: Double
  /// Share of the money that goes to the 66 formerly-poor counties.
  let formerlyPoorCountyShare: Double
  let idleShare: Double
  let leakageShare: Double
  /// Exponents of the three factors of the allocation.
  let monitoredExponent: Double
  let riskExponent: Double
  let incomeExponent: Double
  let rationing: Rationing

  init(_ p: ParameterReader) {
    total = p["fund.total"]
    localShare = p["fund.local_share"]
    localShortfall = p["fund.local_shortfall"]
    localRecessionCut = p["fund.local_recession_cut"]
    emergencyShare = p["fund.emergency_share"]
    formerlyPoorCountyShare = p["fund.formerly_poor_county_share"]
    idleShare = p["fund.idle_share"]
    leakageShare = p["fund.leakage_share"]
    monitoredExponent = p["fund.monitored_exponent"]
    riskExponent = p["fund.risk_exponent"]
    incomeExponent = p["fund.income_exponent"]
    rationing = Rationing(rawValue: Int(p["fund.rationing"].rounded())) ?? .byGap
  }
}
