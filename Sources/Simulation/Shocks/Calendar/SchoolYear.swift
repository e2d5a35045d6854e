import Households
import Randomness

/// September: children turn 15 and enter a school, students leave one, and some take up work.
enum SchoolYear {
  static func begin(_ b: BlockMonth, _ row: Int, _ s: HouseholdCalendarSettings) {
    let id = b.p.id[row]
    var members = HouseholdMembers(b, row)
    guard members.living[0] &+ members.living[4] > 0 || members.enrolled > 0 else { return }
    let first = b.key.household(id, month: b.month, .schoolYear)
    let second = b.key.household(id, month: b.month, .schoolYear, draw: 1)
    let third = b.key.household(id, month: b.month, .schoolYear, draw: 2)
    let boys = Binomial.number(
      of: Int(members.living[0]), chance: s.leaveChildren, first[0].uniform)
    let girls = Binomial.number(
      of: Int(members.living[4]), chance: s.leaveChildren, first[1].uniform)
    members.move(boys, from: 0, to: 1)
    members.move(girls, from: 4, to: 5)
    let left = leave(&members, s, second, third[0].uniform)
    let entering = Binomial.number(of: boys + girls, chance: s.enrolment, first[2].uniform)
    let senior = Binomial.number(of: entering, chance: s.seniorShare, first[3].uniform)
    members.students[0] += Int32(senior)
    members.students[1] += Int32(entering - senior)
    // Who was taken out of school is past it when its class leaves.
    let passed = Binomial.number(
      of: Int(b.s.withdrawn[row]), chance: s.leaveSchool, third[2].uniform)
    b.s.withdrawn[row] -= UInt8(passed)
    let free = left + boys + girls - entering
    let working = Binomial.number(of: free, chance: s.workAfterSchool, third[1].uniform)
    members.startWorking(b, row, working)
    members.fitStudents()
    members.write(b, row)
  }

  /// Students leave their stage, some for college; those who leave school altogether.
  private static func leave(
    _ members: inout HouseholdMembers, _ s: HouseholdCalendarSettings, _ words: SIMD4<UInt32>,
    _ u: Double
  ) -> Int {
    let students = members.students
    let senior = Binomial.number(
      of: Int(students[0]), chance: s.leaveSchool, words[0].uniform)
    let vocational = Binomial.number(
      of: Int(students[1]), chance: s.leaveSchool, words[1].uniform)
    let college = Binomial.number(
      of: Int(students[2]), chance: s.leaveCollege, words[2].uniform)
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
