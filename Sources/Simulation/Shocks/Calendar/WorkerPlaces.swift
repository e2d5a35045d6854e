import Households

/// Wage earners of a household come and go; each has a place from 0 to 2 with its own state.
///
/// The wage per earner stays what it was.
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
      b.s.wage[row] = wagePerWorker(b, row) * Float(place + 1)
      b.s.workers[row] += 1
      b.s.jobless(place)[row] = 0
      b.s.sick(place)[row] = 0
      b.s.disability[row] &= ~(9 << UInt8(place))
    }
  }

  /// Some of the living earners, at random from one of them on, stop earning.
  static func remove(_ b: BlockMonth, _ row: Int, _ number: Int, _ u: Double) {
    for _ in 0..<max(0, number) {
      let living = living(b, row)
      guard living > 0 else { return }
      var left = min(Int(u * Double(living)), living - 1)
      for place in 0..<Int(b.s.workers[row]) where !isDead(b, row, place) {
        if left == 0 {
          clear(b, row, place)
          break
        }
        left -= 1
      }
    }
  }

  /// Takes an earner's place away; those behind move up.
  static func clear(_ b: BlockMonth, _ row: Int, _ place: Int) {
    let workers = Int(b.s.workers[row])
    b.s.wage[row] = wagePerWorker(b, row) * Float(workers - 1)
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

  private static func wagePerWorker(_ b: BlockMonth, _ row: Int) -> Float {
    let workers = b.s.workers[row]
    if workers > 0 { return b.s.wage[row] / Float(workers) }
    if b.p.workers[row] > 0 { return b.p.wage[row] / Float(b.p.workers[row]) }
    return b.county.pointee.settings.householdCalendar.firstWage
  }
}
