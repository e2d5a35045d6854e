import Households
import Randomness

/// Step 3: rare events of households, all decided by one word of chance a month.
///
/// Each event has its own stretch of the unit interval with a fixed anchor (illness from 0, the
/// others from 0.5, 0.6, …), so that scaling or switching off one never moves another. Two of them in
/// one month exclude each other; that changes the chance of a pair by less than 1e-4.
enum EventsPass {
  private enum Anchor {
    static var accident: Float { 0.5 }
    static var death: Float { 0.6 }
    static var disability: Float { 0.7 }
    static var fire: Float { 0.8 }
    /// No stretch is longer than this.
    static var longest: Float { 0.1 }
    static var longestIllness: Float { 0.5 }
  }

  /// Marks the rows with an event and lets each happen.
  ///
  /// Model equation (9.1).
  static func run(_ b: BlockMonth) {
    let m = b.county
    let illness = m.pointee.illnessStrength / 12 * m.pointee.epidemic.admissions
    let excess =
      (m.pointee.settings.illness.followupHazard - 1) * m.pointee.settings.illness.admission
    let (excess0, excess1, excess2, excess3) = (excess[0], excess[1], excess[2], excess[3])
    let perPerson = m.pointee.settings.accidents.accidentRate * m.pointee.accidentStrength / 12
    let death = m.pointee.settings.accidents.deathRate * m.pointee.accidentStrength / 12
    let disability = m.pointee.settings.accidents.disabilityRate * m.pointee.accidentStrength / 12
    let fire = m.pointee.fireHazard * m.pointee.accidentStrength
    let word = b.x.word(3)
    let mask = b.x.mask
    let admission = b.s.admissionHazard
    let followup = b.s.followup
    let chronic = b.s.chronic
    let persons = b.s.persons
    let workers = b.s.workers
    // The mask uses 24 bits and a margin; the decision below uses all 32.
    let margin: Float = 0x1p-22
    for i in 0..<b.count {
      let u = word[i].uniformFloat
      let age = chronic[i] &>> 4
      let younger = age == 0 ? excess0 : excess1
      let older = age == 2 ? excess2 : excess3
      let more = followup[i] > 0 ? (age < 2 ? younger : older) : 0
      let hazard = (admission[i] + more) * illness
      let n = Float(persons[i])
      let w = Float(workers[i])
      let isIll: UInt8 = u < hazard + margin ? 1 : 0
      let a: UInt8 = abs(u - Anchor.accident) < n * perPerson + margin ? 1 : 0
      let d: UInt8 = abs(u - Anchor.death) < w * death + margin ? 1 : 0
      let l: UInt8 = abs(u - Anchor.disability) < w * disability + margin ? 1 : 0
      let f: UInt8 = abs(u - Anchor.fire) < fire + margin ? 1 : 0
      mask[i] = isIll | a | d | l | f
    }
    let found = b.x.collect(b.count)
    IllnessEvent.prepare(b, found: found)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      let u = word[row].uniform
      let more = followup[row] > 0 ? excess[Int(chronic[row] &>> 4) & 3] : 0
      let hazard = (admission[row] + more) * illness
      if u < Double(min(hazard, Anchor.longestIllness)) {
        IllnessEvent.happen(b, row: row, place: place)
        b.note(.admissions, row: row)
        if m.pointee.epidemic.isOn { b.note(.epidemicAdmissions, row: row) }
      }
      let n = Float(persons[row])
      let w = Float(workers[row])
      if happens(u, Anchor.accident, n * perPerson) { AccidentEvents.accident(b, row: row) }
      if happens(u, Anchor.death, w * death) { AccidentEvents.death(b, row: row) }
      if happens(u, Anchor.disability, w * disability) { AccidentEvents.disability(b, row: row) }
      if happens(u, Anchor.fire, fire) { AccidentEvents.fire(b, row: row) }
    }
  }

  @inline(__always)
  private static func happens(_ u: Double, _ anchor: Float, _ hazard: Float) -> Bool {
    u >= Double(anchor) && u < Double(anchor) + Double(min(hazard, Anchor.longest))
  }
}
