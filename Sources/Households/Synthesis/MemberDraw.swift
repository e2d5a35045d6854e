import Randomness

/// Draws the members of a household, its wage earners and its students.
struct MemberDraw: Sendable {
  let settings: MemberSettings
  let key: DrawKey
  /// Most wage earners of a household.
  static let largestNumberOfWorkers = 3

  /// Fills in members, workers, students and the flag of older workers.
  ///
  /// The first member of a household with labour is of working age and earns a wage. Every further
  /// member of working age may study (15–44) or, if not, may earn a wage.
  func draw(_ record: inout HouseholdRecord, size: Int, _ kind: KindPlan) {
    let hasLabour = record.livelihood != .noLabour
    let ages = hasLabour ? kind.ages : kind.noLabourAges
    let workChance = settings.workerChance[Int(record.livelihood.rawValue)]
    var workers = Workers()
    var who = SIMD4<UInt32>()
    var what = SIMD4<UInt32>()
    for person in 0..<size {
      if person & 3 == 0 {
        let draw = UInt32(person / 4)
        who = key.world(.household, Int(record.id), .householdMembers, draw: draw)
        what = key.world(.household, Int(record.id), .householdMembers, draw: draw + 4)
      }
      let word = who[person & 3]
      let isFirstEarner = hasLabour && person == 0
      let age = isFirstEarner ? firstEarnerAge(word) : ages.ageClass(at: word.uniform)
      // The lowest eight bits do not touch the age class, which the upper ones decide.
      let isMale = Double(word & 255) < settings.maleShare * 256
      record.members[isMale ? age : age + 4] += 1
      guard hasLabour, age == 1 || age == 2 else { continue }
      if isFirstEarner {
        workers.add(age)
      } else {
        occupy(&record, &workers, age, what[person & 3].uniform, workChance)
      }
    }
    record.workers = workers.count
    flagOlderWorkers(&record, workers)
  }

  private struct Workers {
    var count = 0
    var middleAged = 0
    mutating func add(_ age: Int) {
      guard count < MemberDraw.largestNumberOfWorkers else { return }
      count += 1
      if age == 2 { middleAged += 1 }
    }
  }

  private func firstEarnerAge(_ word: UInt32) -> Int {
    word.uniform < 1 - settings.middleShare ? 1 : 2
  }

  private func occupy(
    _ record: inout HouseholdRecord, _ workers: inout Workers, _ age: Int, _ u: Double,
    _ workChance: Double
  ) {
    let enrolment = age == 1 ? settings.enrolment : 0
    if u < enrolment {
      let share = u / enrolment
      let isSenior = share < settings.senior
      let isVocational = share < settings.senior + settings.vocational
      record.students[isSenior ? 0 : isVocational ? 1 : 2] += 1
    } else if u < enrolment + (1 - enrolment) * workChance {
      workers.add(age)
    }
  }

  private func flagOlderWorkers(_ record: inout HouseholdRecord, _ workers: Workers) {
    guard workers.middleAged > 0 else { return }
    var none = 1.0
    for _ in 0..<workers.middleAged { none *= 1 - settings.fiftyShare }
    let u = key.world(.household, Int(record.id), .householdMembers, draw: 8)[0].uniform
    if u >= none { record.flags.insert(.olderWorker) }
  }
}
