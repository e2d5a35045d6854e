import Households

/// The living members of one household while the calendar moves them.
///
/// Wage earners who died are still among the members of the state until a year has passed, because
/// their loss is still the cause of what follows; they are set aside here and do not age.
///
/// Model equation (34.2).
struct HouseholdMembers {
  /// Living members by age class and sex, in the order of the state's columns.
  var living = SIMD8<Int32>()
  /// Wage earners alive, and those of them who are 60 or older and go on.
  var workers = 0
  private(set) var elders = 0
  /// Students by stage.
  var students = SIMD4<Int32>()
  private var dead = SIMD8<Int32>()
  /// Classes of age and sex in which a dead wage earner is looked for, likeliest first.
  private static let adultsFirst = [1, 5, 2, 6, 3, 7]
  private static let oldFirst = [3, 7, 1, 5, 2, 6]

  init(_ b: BlockMonth, _ row: Int) {
    for kind in 0..<8 { living[kind] = Int32(b.s.members(kind)[row]) }
    for stage in 0..<3 { students[stage] = Int32(b.s.students(stage)[row]) }
    var left = Int32(b.s.deaths[row])
    if left > 0 {
      for kind in Self.earnerKinds(b, row) {
        let taken = min(left, living[kind])
        living[kind] -= taken
        dead[kind] += taken
        left -= taken
      }
    }
    workers = WorkerPlaces.living(b, row)
    elders = max(0, workers - outOfSchool)
  }

  /// Where only students are of working age, whoever earned was older.
  static func earnerKinds(_ b: BlockMonth, _ row: Int) -> [Int] {
    let s = b.s
    let ofAge =
      Int(s.members(1)[row]) + Int(s.members(2)[row]) + Int(s.members(5)[row])
      + Int(s.members(6)[row])
    let students = (0..<3).reduce(0) { $0 + Int(s.students($1)[row]) }
    return ofAge > students ? adultsFirst : oldFirst
  }

  var persons: Int { Int(living.wrappedSum()) }
  var enrolled: Int { Int(students.wrappedSum()) }
  var young: Int { Int(living[1] &+ living[5]) }
  var ofWorkingAge: Int { young + Int(living[2] &+ living[6]) }
  /// Members of working age who do not go to school.
  var outOfSchool: Int { max(0, ofWorkingAge - enrolled) }
  /// Wage earners below 60.
  var earnersOfAge: Int { workers - elders }
  /// Share of wage earners among members of working age out of school.
  var workerShare: Double { outOfSchool > 0 ? Double(earnersOfAge) / Double(outOfSchool) : 0 }

  /// Moves some from one class of age and sex to another.
  mutating func move(_ number: Int, from: Int, to: Int) {
    living[from] -= Int32(number)
    living[to] += Int32(number)
  }

  /// Fewer students, from college down, where too few young members are left for them.
  mutating func fitStudents() {
    while enrolled > young || enrolled > ofWorkingAge - earnersOfAge, enrolled > 0 {
      let stage = students[2] > 0 ? 2 : students[1] > 0 ? 1 : 0
      students[stage] -= 1
    }
  }

  /// Some of the earners who are no longer among the members of working age stop.
  ///
  /// As drawn, one earner of a household always works and each further adult with the participation
  /// of the livelihood. So if it was that one, any of the others becomes it, and takes up work if not
  /// yet working; if there is no other, the household has no earner, or the earner goes on.
  ///
  /// Model equation (34.4).
  mutating func stopWorking(
    _ b: BlockMonth, _ row: Int, _ number: Int, goesOn: Bool, takeOver: Double, _ u: SIMD2<Double>
  ) {
    let stopping = min(workers, max(number, earnersOfAge - outOfSchool))
    for turn in 0..<stopping {
      let others = outOfSchool
      if others == 0, workers == 1, goesOn { break }
      let idle = max(0, others - (workers - 1))
      let chance =
        others > 0 ? takeOver / Double(workers) * Double(idle) / Double(others) : 0
      // Later turns use the rest of the number that the first has left.
      let v = u[1] * Double(turn + 1)
      let isReplaced = v - v.rounded(.down) < chance
      WorkerPlaces.leave(b, row, isReplaced: isReplaced, u[0])
      if !isReplaced { workers -= 1 }
    }
    elders = max(0, workers - outOfSchool)
  }

  /// An earner beyond 60 stops.
  mutating func retire(
    _ b: BlockMonth, _ row: Int, _ number: Int, _ u: @autoclosure () -> Double
  ) {
    for _ in 0..<max(0, min(number, elders)) {
      WorkerPlaces.leave(b, row, isReplaced: false, u())
      workers -= 1
      elders -= 1
    }
  }

  /// New members of working age out of school take up work as the population was drawn: the first
  /// of a household without an earner, any other with the participation of the livelihood.
  ///
  /// Model equation (34.4).
  mutating func takeUpWork(
    _ b: BlockMonth, _ row: Int, _ newcomers: Int, participation: SIMD4<Double>, _ u: Double
  ) {
    defer { elders = max(0, workers - outOfSchool) }
    guard newcomers > 0 else { return }
    // Where somebody beyond 60 goes on, the newcomer takes over.
    if elders > 0 || earnersOfAge > outOfSchool { return }
    let first = workers == 0 ? 1 : 0
    let further = Binomial.number(
      of: newcomers - first, chance: participation[Int(b.p.livelihood[row])], u)
    let places = WorkerPlaces.most - Int(b.s.workers[row])
    let starting = min(first + further, min(places, outOfSchool - workers))
    guard starting > 0 else { return }
    WorkerPlaces.add(b, row, starting)
    workers += starting
  }

  /// Writes the household back, with what follows from the number and age of its members.
  func write(_ b: BlockMonth, _ row: Int) {
    let admission = b.county.pointee.settings.illness.admission
    var hazard: Float = 0
    for age in 0..<4 {
      let (men, women) = (living[age] &+ dead[age], living[age + 4] &+ dead[age + 4])
      b.s.members(age)[row] = UInt8(men)
      b.s.members(age + 4)[row] = UInt8(women)
      hazard += Float(men &+ women) * admission[age]
    }
    for stage in 0..<3 { b.s.students(stage)[row] = UInt8(students[stage]) }
    b.s.withdrawn[row] = min(b.s.withdrawn[row], UInt8(enrolled))
    b.s.admissionHazard[row] = hazard
    b.s.persons[row] = UInt8(persons) + b.s.deaths[row]
    b.x.persons[row] = Float(persons)
    b.x.personsInverse[row] = 1 / Float(persons)
    // Whoever was in follow-up under a place that nobody has any more has left the household.
    let chronic = b.s.chronic[row]
    let age = Int(chronic >> 4) & 3
    let remaining = Int(b.s.members(age)[row]) + Int(b.s.members(age + 4)[row])
    if b.s.followup[row] > 0, Int(chronic & 15) >= remaining { b.s.followup[row] = 0 }
  }
}
