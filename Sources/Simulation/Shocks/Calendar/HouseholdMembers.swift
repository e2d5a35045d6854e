import Households

/// The living members of one household while the calendar moves them.
///
/// Wage earners who died are still among the members of the state until a year has passed, because
/// their loss is still the cause of what follows; they are set aside here and do not age.
struct HouseholdMembers {
  /// Living members by age class and sex, in the order of the state's columns.
  var living = SIMD8<Int32>()
  /// Wage earners alive.
  var workers = 0
  /// Students by stage.
  var students = SIMD4<Int32>()
  private var dead = SIMD8<Int32>()
  /// Classes of age and sex in which a dead wage earner is looked for.
  static let earnerKinds = [1, 5, 2, 6]

  init(_ b: BlockMonth, _ row: Int) {
    for kind in 0..<8 { living[kind] = Int32(b.s.members(kind)[row]) }
    for stage in 0..<3 { students[stage] = Int32(b.s.students(stage)[row]) }
    var left = Int32(b.s.deaths[row])
    for kind in Self.earnerKinds where left > 0 {
      let taken = min(left, living[kind])
      living[kind] -= taken
      dead[kind] += taken
      left -= taken
    }
    workers = WorkerPlaces.living(b, row)
  }

  var persons: Int { Int(living.wrappedSum()) }
  var enrolled: Int { Int(students.wrappedSum()) }
  var young: Int { Int(living[1] &+ living[5]) }
  var ofWorkingAge: Int { young + Int(living[2] &+ living[6]) }
  /// Members of working age who do not go to school.
  var outOfSchool: Int { max(0, ofWorkingAge - enrolled) }
  /// Share of wage earners among members of working age out of school.
  var workerShare: Double { outOfSchool > 0 ? Double(workers) / Double(outOfSchool) : 0 }

  /// Moves some from one class of age and sex to another.
  mutating func move(_ number: Int, from: Int, to: Int) {
    living[from] -= Int32(number)
    living[to] += Int32(number)
  }

  /// Fewer students, from college down, where too few young members are left for them.
  mutating func fitStudents() {
    while enrolled > young || enrolled > ofWorkingAge - workers, enrolled > 0 {
      let stage = students[2] > 0 ? 2 : students[1] > 0 ? 1 : 0
      students[stage] -= 1
    }
  }

  /// Some earners stop, and more if too few members of working age are left.
  private mutating func stopWorking(_ b: BlockMonth, _ row: Int, _ number: Int, _ u: Double) {
    let stopping = min(workers, max(number, workers - outOfSchool))
    WorkerPlaces.remove(b, row, stopping, u)
    workers -= stopping
  }

  /// As `stopWorking`, and some of the other members of working age take over.
  mutating func handOver(
    _ b: BlockMonth, _ row: Int, _ number: Int, chance: Double, _ u: SIMD2<Double>
  ) {
    let before = workers
    stopWorking(b, row, number, u[0])
    let places = Binomial.number(of: before - workers, chance: chance, u[1])
    startWorking(b, row, places)
  }

  /// Some members out of school and work take up work.
  mutating func startWorking(_ b: BlockMonth, _ row: Int, _ number: Int) {
    let places = WorkerPlaces.most - Int(b.s.workers[row])
    let starting = min(number, min(places, outOfSchool - workers))
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
