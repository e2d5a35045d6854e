import Households

/// Wage earners of a household come and go; each has a place from 0 to 2 with its own state.
///
/// The household's wage is the sum over its earners. Who comes brings `newWage`, who goes takes the
/// mean of those there, who takes over earns what was earned in that place.
///
/// Model equation (34.4).
enum WorkerPlaces {
  static var most: Int { 3 }

  static func isDead(_ b: BlockMonth, _ row: Int, _ place: Int) -> Bool {
    b.s.disability[row] & 8 << UInt8(place) != 0
  }

  /// Wage earners who are alive.
  static func living(_ b: BlockMonth, _ row: Int) -> Int {
    var number = 0
    for place in 0..<Int(b.s.workers[row]) where !isDead(b, row, place) { number += 1 }
    return number
  }

  /// Up to some members take up work, with a job and in good health.
  static func add(_ b: BlockMonth, _ row: Int, _ number: Int) {
    for _ in 0..<max(0, number) {
      let place = Int(b.s.workers[row])
      guard place < most else { return }
      b.s.wage[row] += newWage(b, row)
      b.s.workers[row] += 1
      renew(b, row, place)
    }
  }

  /// Somebody else, with a job and in good health, is in a place.
  private static func renew(_ b: BlockMonth, _ row: Int, _ place: Int) {
    b.s.jobless(place)[row] = 0
    b.s.sick(place)[row] = 0
    b.s.disability[row] &= ~(9 << UInt8(place))
  }

  /// One of the living earners, by chance, stops earning, or is replaced by another member.
  static func leave(_ b: BlockMonth, _ row: Int, isReplaced: Bool, _ u: Double) {
    let living = living(b, row)
    guard living > 0 else { return }
    var left = min(Int(u * Double(living)), living - 1)
    for place in 0..<Int(b.s.workers[row]) where !isDead(b, row, place) {
      if left == 0 {
        if isReplaced { renew(b, row, place) } else { clear(b, row, place) }
        return
      }
      left -= 1
    }
  }

  /// Takes an earner's place away; those behind move up.
  static func clear(_ b: BlockMonth, _ row: Int, _ place: Int) {
    let workers = Int(b.s.workers[row])
    b.s.wage[row] *= Float(workers - 1) / Float(workers)
    for next in place..<(most - 1) {
      b.s.jobless(next)[row] = b.s.jobless(next + 1)[row]
      b.s.sick(next)[row] = b.s.sick(next + 1)[row]
    }
    b.s.jobless(most - 1)[row] = 0
    b.s.sick(most - 1)[row] = 0
    let bits = b.s.disability[row]
    let (disabled, dead) = (closed(bits & 7, at: place), closed(bits >> 3 & 7, at: place))
    b.s.disability[row] = bits & 64 | dead << 3 | disabled
    b.s.workers[row] = UInt8(workers - 1)
  }

  /// Bits without one of them, those above moved down.
  private static func closed(_ bits: UInt8, at place: Int) -> UInt8 {
    let below = (UInt8(1) << UInt8(place)) - 1
    return bits & below | bits >> 1 & ~below
  }

  /// What somebody who takes up work can expect: as drawn, wages a member do not depend on how many
  /// members earn them, so they are those of the drawn household times members an earner.
  ///
  /// The drawn wage per earner would not do: it is high where few earn, and those households are the
  /// ones in which somebody begins, so that incomes would rise for no reason.
  static func newWage(_ b: BlockMonth, _ row: Int) -> Float {
    let m = b.county
    guard b.p.workers[row] > 0 else { return m.pointee.settings.householdCalendar.firstWage }
    let livelihood = Int(b.p.livelihood[row])
    return b.p.wage[row] / Float(b.p.persons[row])
      * m.pointee.settings.householdCalendar.personsPerEarner[livelihood]
  }
}
