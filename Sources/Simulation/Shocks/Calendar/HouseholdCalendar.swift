import Households
import Randomness

/// H10 household calendar: birthdays, school, work, births, deaths, marriage.
///
/// Children, young, middle and old are the age classes 0–14, 15–44, 45–59 and 60 and over. Members of
/// a class are interchangeable, so leaving a class has the same chance for each of them.
struct HouseholdCalendarSettings: Sendable {
  // Chances a year, which the strength multiplies
  var leaveChildren: Double
  var leaveYoung: Double
  var leaveMiddle: Double
  var births: Double
  /// Mortality by age class and sex, in the order of the members' columns.
  var mortality: SIMD8<Double>
  var marriageOut: Double
  var marriageIn: Double
  var leaveSchool: Double
  var leaveCollege: Double
  /// An earner of 60 or older who went on stops.
  var stopAfterSixty: Double
  // What follows
  let boysShare: Double
  /// Chance that an adult beyond the first earner earns, by livelihood, as the population was drawn.
  let participation: SIMD4<Double>
  /// Members an earner in drawn households with earners, by livelihood.
  let personsPerEarner: SIMD4<Float>
  let takeOver: Double
  let firstWage: Float
  let pension: Float
  let support: Float
  let enrolment: Double
  let seniorShare: Double
  let collegeAfterSenior: Double
  let collegeAfterVocational: Double

  init(_ p: ParameterReader) {
    func value(_ name: String) -> Double { p["household_calendar.\(name)"] }
    leaveChildren = value("leave_children")
    leaveYoung = value("leave_young")
    leaveMiddle = value("leave_middle")
    births = value("birth_rate")
    mortality = SIMD8(
      value("death_children_male"), value("death_young_male"), value("death_middle_male"),
      value("death_old_male"), value("death_children_female"), value("death_young_female"),
      value("death_middle_female"), value("death_old_female"))
    marriageOut = value("marriage_out")
    // As many move in, per man, as move out, per woman, in a province with the drawn sex ratio.
    let men = p["population.male_share"]
    marriageIn = marriageOut * (1 - men) / men
    leaveSchool = value("leave_school")
    leaveCollege = value("leave_college")
    boysShare = value("boys_share")
    stopAfterSixty = value("stop_after_sixty")
    participation = SIMD4(
      p["population.worker_chance_wage"], p["population.worker_chance_mixed"],
      p["population.worker_chance_farm"], p["population.worker_chance_mixed"])
    let mixed = Float(value("persons_per_earner_mixed"))
    personsPerEarner = SIMD4(
      Float(value("persons_per_earner_wage")), mixed, Float(value("persons_per_earner_farm")),
      mixed)
    takeOver = value("take_over")
    firstWage = Float(value("first_wage"))
    pension = Float(value("pension"))
    support = Float(value("support"))
    enrolment = value("enrolment")
    seniorShare = value("senior_share")
    collegeAfterSenior = value("college_after_senior")
    collegeAfterVocational = value("college_after_vocational")
  }

  /// The same calendar with every chance a year multiplied.
  func scaled(by strength: Float) -> HouseholdCalendarSettings {
    var scaled = self
    let factor = Double(strength)
    scaled.leaveChildren *= factor
    scaled.leaveYoung *= factor
    scaled.leaveMiddle *= factor
    scaled.births *= factor
    scaled.mortality *= factor
    scaled.marriageOut *= factor
    scaled.marriageIn *= factor
    scaled.leaveSchool *= factor
    scaled.leaveCollege *= factor
    scaled.stopAfterSixty *= factor
    return scaled
  }
}

/// Steps 3, 4 and 11 of the household calendar.
enum HouseholdCalendarPass {
  /// January and September move members, from the first January after the start on: before it the
  /// households are as they were drawn, and a September alone would add a year's young adults.
  static func run(_ b: BlockMonth) {
    let m = b.county
    let strength = m.pointee.optional.householdCalendar
    let isJanuary = m.pointee.monthOfYear == 1
    let isSeptember = m.pointee.monthOfYear == 9
    guard strength > 0, isJanuary || isSeptember, b.month > (isJanuary ? 0 : 8) else { return }
    let s = m.pointee.settings.householdCalendar.scaled(by: strength)
    if isJanuary { Birthdays.mark(b, s) } else { SchoolYear.mark(b, s) }
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      if isJanuary { Birthdays.pass(b, row, s) } else { SchoolYear.begin(b, row, s) }
    }
  }

  /// Pensions of those who turned 60, and no longer those of the dead, since the population was
  /// drawn; and what children elsewhere give where the last adult of a household grew old.
  ///
  /// Model equation (34.5).
  static func pensions(_ b: BlockMonth) {
    let m = b.county
    guard m.pointee.optional.householdCalendar > 0 else { return }
    let index = m.pointee.settings.calendar.transferIndex
    let pension = m.pointee.settings.householdCalendar.pension * index
    let support = m.pointee.settings.householdCalendar.support * index
    let other = b.x.other
    let (men, women) = (b.s.members(3), b.s.members(7))
    let (menBefore, womenBefore) = (b.p.members(3), b.p.members(7))
    let (m1, m2, m5, m6) = (b.s.members(1), b.s.members(2), b.s.members(5), b.s.members(6))
    let (workers, earnersBefore) = (b.s.workers, b.p.workers)
    for i in 0..<b.count {
      let now = Float(men[i]) + Float(women[i])
      let before = Float(menBefore[i]) + Float(womenBefore[i])
      let adults = workers[i] | m1[i] | m2[i] | m5[i] | m6[i]
      let isLeft: Float = adults == 0 ? support : 0
      let hadEarner: Float = earnersBefore[i] == 0 ? 0 : 1
      other[i] = max(0, other[i] + (now - before) * pension + now * isLeft * hadEarner)
    }
  }

  /// Counts persons by age and students in December.
  static func yearEnd(_ b: BlockMonth) {
    guard b.county.pointee.optional.householdCalendar > 0 else { return }
    for row in 0..<b.count {
      let s = b.s
      b.note(.children, row: row, Int(s.members(0)[row]) + Int(s.members(4)[row]))
      b.note(.elderly, row: row, Int(s.members(3)[row]) + Int(s.members(7)[row]))
      b.note(.personsAtYearEnd, row: row, b.personsAlive(row))
      let students = (0..<3).reduce(0) { $0 + Int(s.students($1)[row]) }
      b.note(.pupils, row: row, max(0, students - Int(s.withdrawn[row])))
    }
  }
}
