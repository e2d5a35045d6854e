import Households
import Randomness

/// September: children turn 15 and enter a school, students leave one, and some take up work.
enum SchoolYear {
  /// What happens to members, each with its own uniform number.
  private enum Happening {
    static var boysTurnFifteen: Int { 0 }
    static var girlsTurnFifteen: Int { 1 }
    /// Senior secondary school, vocational school and college in turn.
    static var leaveSchool: Int { 2 }
    static var withdrawnPass: Int { 5 }
  }

  /// Marks the rows to which something may happen.
  static func mark(_ b: BlockMonth, _ s: HouseholdCalendarSettings) {
    let (id, key, month, mask) = (b.p.id, b.key, b.month, b.x.mask)
    let (boys, girls, withdrawn) = (b.s.members(0), b.s.members(4), b.s.withdrawn)
    let (s0, s1, s2) = (b.s.students(0), b.s.students(1), b.s.students(2))
    let (children, school) = (Float(s.leaveChildren), Float(s.leaveSchool))
    let college = Float(s.leaveCollege)
    for i in 0..<b.count {
      let x = key.household(id[i], month: month, .schoolYear)
      mask[i] =
        Halves.first(x[0], boys[i], children) | Halves.second(x[0], girls[i], children)
        | Halves.first(x[1], s0[i], school) | Halves.second(x[1], s1[i], school)
        | Halves.first(x[2], s2[i], college) | Halves.second(x[2], withdrawn[i], school)
    }
  }

  /// Model equation (34.3).
  static func begin(_ b: BlockMonth, _ row: Int, _ s: HouseholdCalendarSettings) {
    let (id, month) = (b.p.id[row], b.month)
    let upper = b.key.household(id, month: month, .schoolYear)
    let lower = b.key.household(id, month: month, .schoolYear, draw: 1)
    let words = b.key.household(id, month: month, .schoolYear, draw: 2)
    func happening(_ number: Int) -> Double {
      Halves.uniform(
        SIMD8(lowHalf: upper, highHalf: upper), SIMD8(lowHalf: lower, highHalf: lower), number)
    }
    var members = HouseholdMembers(b, row)
    let boys = Binomial.number(
      of: Int(members.living[0]), chance: s.leaveChildren, happening(Happening.boysTurnFifteen))
    let girls = Binomial.number(
      of: Int(members.living[4]), chance: s.leaveChildren, happening(Happening.girlsTurnFifteen))
    members.move(boys, from: 0, to: 1)
    members.move(girls, from: 4, to: 5)
    let numbers = SIMD3(
      happening(Happening.leaveSchool), happening(Happening.leaveSchool + 1),
      happening(Happening.leaveSchool + 2))
    let left = leave(&members, s, numbers, words[0].uniform)
    let entering = Binomial.number(of: boys + girls, chance: s.enrolment, words[1].uniform)
    let senior = Binomial.number(of: entering, chance: s.seniorShare, words[2].uniform)
    members.students[0] += Int32(senior)
    members.students[1] += Int32(entering - senior)
    // Who was taken out of school is past it when its class leaves.
    let passed = Binomial.number(
      of: Int(b.s.withdrawn[row]), chance: s.leaveSchool, happening(Happening.withdrawnPass))
    b.s.withdrawn[row] -= UInt8(passed)
    members.takeUpWork(
      b, row, left + boys + girls - entering, participation: s.participation, words[3].uniform)
    members.fitStudents()
    members.write(b, row)
  }

  /// Students leave their stage, some for college; those who leave school altogether.
  private static func leave(
    _ members: inout HouseholdMembers, _ s: HouseholdCalendarSettings, _ numbers: SIMD3<Double>,
    _ u: Double
  ) -> Int {
    let students = members.students
    let senior = Binomial.number(of: Int(students[0]), chance: s.leaveSchool, numbers[0])
    let vocational = Binomial.number(of: Int(students[1]), chance: s.leaveSchool, numbers[1])
    let college = Binomial.number(of: Int(students[2]), chance: s.leaveCollege, numbers[2])
    let chance =
      senior + vocational > 0
      ? (Double(senior) * s.collegeAfterSenior
        + Double(vocational) * s.collegeAfterVocational) / Double(senior + vocational) : 0
    let entering = Binomial.number(of: senior + vocational, chance: chance, u)
    members.students[0] -= Int32(senior)
    members.students[1] -= Int32(vocational)
    members.students[2] += Int32(entering - college)
    return senior + vocational + college - entering
  }
}
