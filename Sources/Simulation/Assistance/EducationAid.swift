import Households
import Randomness

/// A6 education aid 教育资助、雨露计划: grants on top of the standing aid, and higher public funds.
struct EducationAidSettings: Sendable {
  /// Grant due this month per student in senior secondary, vocational school and college.
  let grant: SIMD4<Float>
  /// Share of the cost that higher public funds take off, by stage.
  let reduction: SIMD4<Float>

  init(_ p: ParameterReader) {
    let autumn = p["schooling.autumn_share"]
    let part = Float(p.month.month == 9 ? autumn : p.month.month == 2 ? 1 - autumn : 0)
    grant =
      part
      * SIMD4(
        p.float("education_aid.grant_senior"), p.float("education_aid.grant_vocational"),
        p.float("education_aid.grant_college"), 0)
    let less =
      p.float("education_aid.public_funds_rise")
      * p.float("education_aid.public_funds_pass_through")
    // Public funds per student are paid to schools, not to colleges.
    reduction = SIMD4(less, less, 0, 0)
  }
}

/// Step 5, right after the schooling bill: what aid takes off it.
enum EducationAidPass {
  static func run(_ b: BlockMonth) {
    let m = b.county
    let strength = m.pointee.optional.educationAid
    guard strength > 0 else { return }
    let due = m.pointee.settings.schooling.due * m.pointee.schoolingStrength
    guard due.sum() > 0 else { return }
    let (senior, vocational, college) = (b.s.students(0), b.s.students(1), b.s.students(2))
    let mask = b.x.mask
    for i in 0..<b.count { mask[i] = senior[i] | vocational[i] | college[i] }
    let found = b.x.collect(b.count)
    for place in 0..<found { aid(b, Int(b.x.rows[place]), due, strength) }
  }

  /// Aid of one household: whole fen, never more than the bill.
  ///
  /// Model equation (41.1).
  private static func aid(_ b: BlockMonth, _ row: Int, _ due: SIMD4<Float>, _ strength: Float) {
    let m = b.county
    let s = m.pointee.settings.educationAid
    let left = SchoolingPass.atSchool(
      Float(b.s.students(0)[row]), Float(b.s.students(1)[row]), Float(b.s.students(2)[row]),
      out: Float(b.s.withdrawn[row]))
    let students = SIMD4(left.senior, left.vocational, left.college, 0)
    guard students.sum() > 0 else { return }
    let isAided = isEligible(b, row)
    var perStudent = due * s.reduction * strength
    if isAided { perStudent += s.grant * strength }
    perStudent.clamp(lowerBound: SIMD4(repeating: 0), upperBound: due)
    let yuan = ((students * perStudent).sum() * 100).rounded(.down) / 100
    guard yuan > 0 else { return }
    let weight = m.pointee.settings.calendar.weightSchooling
    b.x.cashOut[row] -= yuan
    b.x.rigid[row] = max(0, b.x.rigid[row] - yuan * weight)
    b.x.loss(Cause.schooling.rawValue)[row] -= yuan * weight
    b.pay(yuan, .educationAid, row: row)
    // A student is counted once a school year, when it begins.
    if isAided, m.pointee.monthOfYear == 9 {
      b.note(.aidedStudents, row: row, Int(students.sum()))
    }
  }

  /// Grants are for lifted and monitored households who know of them.
  private static func isEligible(_ b: BlockMonth, _ row: Int) -> Bool {
    let isAware = b.p.trait(1)[row] < Publicity.limit(b.county)
    return isAware && (b.isFormerlyPoor(row) || b.s.monitored[row] != 0)
  }
}
