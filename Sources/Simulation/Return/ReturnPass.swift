import Households

/// Step 7: who enters and leaves return to poverty 返贫.
///
/// A formerly-poor household enters when its twelve-month income after rigid spending, assistance
/// included, has been below the return line in three months in a row, and leaves after six months at
/// or above 1.1 lines. All its members count.
enum ReturnPass {
  /// Model equation (22.1).
  static func run(_ b: BlockMonth) {
    let c = b.county.pointee.settings.calendar
    let exitLine = c.returnLine * c.exitMargin
    let total12 = b.x.total12
    let (below, above, flags, fixed) = (b.s.below, b.s.above, b.s.flags, b.p.flags)
    let mask = b.x.mask
    let line = c.returnLine
    let (entryMonths, exitMonths) = (Int32(c.entryMonths), Int32(c.exitMonths))
    let (formerBit, returnedBit) = (HouseholdFlags.formerlyPoor.rawValue, StateFlags.returned)
    // Flags as numbers and no && or ||: short circuits would keep the loop from vectorising.
    for i in 0..<b.count {
      let (longerBelow, longerAbove) = (
        min(Int32(below[i]) &+ 1, 250), min(Int32(above[i]) &+ 1, 250)
      )
      let lower = total12[i] < line ? longerBelow : 0
      let upper = total12[i] >= exitLine ? longerAbove : 0
      below[i] = UInt8(truncatingIfNeeded: lower)
      above[i] = UInt8(truncatingIfNeeded: upper)
      let isIn = Int32(flags[i] & returnedBit)
      let isFormer: Int32 = fixed[i] & formerBit == 0 ? 0 : 1
      let enters = lower >= entryMonths ? isFormer : 0
      let leaves: Int32 = upper >= exitMonths ? 1 : 0
      mask[i] = UInt8(truncatingIfNeeded: isIn == 0 ? enters : leaves)
    }
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      if flags[row] & StateFlags.returned == 0 { enter(b, row) } else { leave(b, row) }
    }
  }

  private static func enter(_ b: BlockMonth, _ row: Int) {
    b.s.flags[row] |= StateFlags.returned
    if b.county.pointee.isRecorded { countEntry(b, row) }
    if b.s.monitored[row] != 0 { countRecognised(b, row) }
  }

  private static func countEntry(_ b: BlockMonth, _ row: Int) {
    b.s.flags[row] |= StateFlags.everReturned
    let persons = Int64(b.personsAlive(row)) * Int64(b.p.weight[row])
    b.tally.add(persons, .flow, sampleGroup: b.p.sampleGroup[row])
    addToGroups(b, row, persons, .flow)
    b.tally.add(persons, .flow, group: Group.illness.index + cause(b, row).rawValue)
  }

  private static func leave(_ b: BlockMonth, _ row: Int) {
    if b.county.pointee.isRecorded { b.s.flags[row] |= StateFlags.everReturned }
    b.s.flags[row] &= ~(StateFlags.returned | StateFlags.recognisedSpell)
  }

  /// Counts a spell as found by the monitoring system, once; one found before results begin is not
  /// counted later.
  static func countRecognised(_ b: BlockMonth, _ row: Int) {
    guard b.s.flags[row] & StateFlags.recognisedSpell == 0 else { return }
    b.s.flags[row] |= StateFlags.recognisedSpell
    guard b.county.pointee.isRecorded else { return }
    let persons = Int64(b.personsAlive(row)) * Int64(b.p.weight[row])
    b.tally.add(persons, .recognised, sampleGroup: b.p.sampleGroup[row])
    addToGroups(b, row, persons, .recognised)
  }

  /// Adds to the group of all, of the livelihood, and of the relocated.
  @inline(__always)
  static func addToGroups(_ b: BlockMonth, _ row: Int, _ amount: Int64, _ measure: PersonMeasure) {
    b.tally.add(amount, measure, group: 0)
    b.tally.add(amount, measure, group: 1 &+ Int(b.p.livelihood[row]))
    if b.b16(b.p.flags[row], HouseholdFlags.relocated.rawValue) {
      b.tally.add(amount, measure, group: 5)
    }
  }

  /// The trigger rule: the channel with the largest loss in the six months before entry, unless all
  /// are below the threshold share of the line.
  ///
  /// Model equation (22.2).
  static func cause(_ b: BlockMonth, _ row: Int) -> Cause {
    let c = b.county.pointee.settings.calendar
    var largest = c.causeThreshold * c.returnLine * b.x.persons[row]
    var cause = Cause.noShock
    for channel in 0..<Cause.channelCount {
      var sum: Float = 0
      for slot in 0..<StateColumns.lossMonths {
        sum += LossCode.yuan(b.s.loss(channel, slot: slot)[row])
      }
      if sum > largest {
        largest = sum
        guard let named = Cause(rawValue: channel) else {
          preconditionFailure("every channel is a cause")
        }
        cause = named
      }
    }
    return cause
  }
}
