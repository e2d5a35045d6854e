import Households

/// A9 emergency relief 临时救助.
struct ReliefSettings: Sendable {
  let months: Float
  let monthlyStandard: Float
  let cap: Float

  init(_ p: ParameterReader) {
    months = p.float("emergency_relief.months")
    monthlyStandard = p.float("emergency_relief.monthly_standard")
    cap = p.float("emergency_relief.cap")
  }
}

enum Relief {
  /// One-off relief for a household: months of the standard for each member, up to the cap.
  ///
  /// Model equation (27.1).
  static func amount(_ b: BlockMonth, _ row: Int) -> Float {
    let s = b.county.pointee.settings.relief
    let full = min(s.months * s.monthlyStandard * b.x.persons[row], s.cap)
    return (full * b.county.pointee.reliefStrength * 100).rounded() / 100
  }
}
