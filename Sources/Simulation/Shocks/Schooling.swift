import Households

/// H7 schooling cost 因学: non-compulsory stages, due in September and February.
struct SchoolingSettings: Sendable {
  /// Yuan due this month per student in senior secondary, vocational school and college.
  let due: SIMD4<Float>
  /// Cost relative to 2022.
  let costIndex: Float

  init(_ p: ParameterReader, after previous: SchoolingSettings? = nil) {
    let autumn = p["schooling.autumn_share"]
    let part = p.month.month == 9 ? autumn : p.month.month == 2 ? 1 - autumn : 0
    costIndex = GrowthIndex.yearly(
      1, p["schooling.cost_growth"], base: 2022, at: p.month, after: previous?.costIndex)
    let growth = Double(costIndex)
    due = SIMD4(
      Float(part * growth * p["schooling.cost_senior"]),
      Float(part * growth * p["schooling.cost_vocational"]),
      Float(part * growth * p["schooling.cost_college"]), 0)
  }
}

/// Step 5, schooling bills.
enum SchoolingPass {
  /// Charges the cost of students still at school.
  ///
  /// Students taken out of school leave the most expensive stage first.
  ///
  /// Model equation (16.1).
  static func run(_ b: BlockMonth) {
    let m = b.county
    let due = m.pointee.settings.schooling.due * m.pointee.schoolingStrength
    guard due.sum() > 0 else { return }
    let weight = m.pointee.settings.calendar.weightSchooling
    let loss = b.x.loss(Cause.schooling.rawValue)
    let senior = b.s.students(0)
    let vocational = b.s.students(1)
    let college = b.s.students(2)
    let withdrawn = b.s.withdrawn
    for i in 0..<b.count {
      let left = atSchool(
        Float(senior[i]), Float(vocational[i]), Float(college[i]), out: Float(withdrawn[i]))
      let cost = left.college * due[2] + left.senior * due[0] + left.vocational * due[1]
      b.x.cashOut[i] += cost
      b.x.rigid[i] += cost * weight
      loss[i] += cost * weight
    }
  }

  /// Students still at school by stage; those taken out leave college first, vocational school last.
  ///
  /// Model equation (16.1).
  @inline(__always)
  static func atSchool(
    _ senior: Float, _ vocational: Float, _ college: Float, out: Float
  ) -> (senior: Float, vocational: Float, college: Float) {
    (
      max(0, senior - max(0, out - college)), max(0, vocational - max(0, out - college - senior)),
      max(0, college - out)
    )
  }
}
