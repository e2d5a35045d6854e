import Households
import Randomness

/// Step 11: what the targets of the plan need beside the rates, counted in every run.
enum ScoreboardPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.isRecorded else { return }
    consumption(b)
    losses(b)
    if b.county.pointee.monthOfYear == 12 { yearEnd(b) }
  }

  /// Sum of whole yuan over rows and their weights; integers, so that the order does not matter.
  @inline(__always)
  private static func sum(_ b: BlockMonth, _ yuan: UnsafeMutablePointer<Float>) -> Int64 {
    let weight = b.p.weight
    var sum: Int64 = 0
    for i in 0..<b.count {
      let whole = Single.nearest(max(0, min(yuan[i], 4_000_000)))
      sum &+= Int64(whole &* Int32(weight[i]))
    }
    return sum
  }

  private static func add(_ b: BlockMonth, _ quantity: SystemQuantity, _ amount: Int64) {
    b.tally.systems[quantity.rawValue] &+= amount
  }

  private static func consumption(_ b: BlockMonth) {
    add(b, .consumptionRural, sum(b, b.x.consumption))
  }

  private static let channels: [(Cause, SystemQuantity)] = [
    (.illness, .lossIllness), (.disaster, .lossDisaster), (.prices, .lossPrices),
    (.jobs, .lossJobs), (.schooling, .lossSchooling), (.accidents, .lossAccidents),
  ]

  private static func losses(_ b: BlockMonth) {
    for (cause, quantity) in channels { add(b, quantity, sum(b, b.x.loss(cause.rawValue))) }
  }

  /// Who could work and who does: what the household calendar must keep in balance.
  @inline(__always)
  private static func labour(_ b: BlockMonth, _ row: Int, _ persons: Int64, _ weight: Int64) {
    let s = b.s
    let ofAge =
      Int64(s.members(1)[row]) + Int64(s.members(2)[row]) + Int64(s.members(5)[row])
      + Int64(s.members(6)[row])
    add(b, .personsFormerlyPoor, persons &* weight)
    add(b, .workingAge, (ofAge - Int64(s.deaths[row])) &* weight)
    add(b, .wageEarners, Int64(WorkerPlaces.living(b, row)) &* weight)
  }

  /// Twelve-month income with assistance, houses, students, and who takes part in an industry.
  private static func yearEnd(_ b: BlockMonth) {
    let m = b.county
    let safe = m.pointee.settings.calendar.returnLine
    for row in 0..<b.count {
      let weight = Int64(b.p.weight[row])
      let persons = Int64(b.personsAlive(row))
      let perHead =
        Float(b.s.income12[row]) * IndicatorPass.incomeUnit
        + Float(b.s.aid12[row]) * IndicatorPass.aidUnit
      let income = Int64(Elementary.nearest(Double(perHead) * Double(persons)))
      add(b, .incomeRural, income &* weight)
      add(b, .personsRural, persons &* weight)
      add(b, .householdsRural, weight)
      if b.x.own12[row] < m.pointee.settings.calendar.monitoringLine { add(b, .inNeed, weight) }
      AllowanceCoverage.count(b, row)
      guard b.isFormerlyPoor(row) else { continue }
      add(b, .incomeFormerlyPoor, income &* weight)
      add(b, .householdsFormerlyPoor, weight)
      labour(b, row, persons, weight)
      if b.b16(b.p.flags[row], HouseholdFlags.basicInsurance.rawValue) {
        add(b, .insuredPersons, persons &* weight)
      }
      if b.s.damage[row] >= safe { add(b, .unsafeHouses, weight) }
      let students = (0..<3).reduce(0) { $0 + Int64(b.s.students($1)[row]) }
      add(b, .students, students &* weight)
      add(b, .withdrawnStudents, min(students, Int64(b.s.withdrawn[row])) &* weight)
      if b.s.flags[row] & StateFlags.recognisedSpell != 0 {
        add(b, .recognisedStock, persons &* weight)
      }
      if b.s.industryMonths[row] > 0 { add(b, .personsInIndustry, persons &* weight) }
    }
  }
}
