import Households
import Randomness

/// F3 social capital 社会资本: money of firms for industry packages.
struct SocialCapitalSettings: Sendable {
  /// Yuan a year for the province that come into the pots.
  ///
  /// Model equation (53.1).
  let yearly: Double

  init(_ p: ParameterReader) {
    yearly = max(0, p["social_capital.level"] - p["social_capital.reference_level"])
  }
}
