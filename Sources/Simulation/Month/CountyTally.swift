/// What one county adds to the tallies of one year: raw memory, summed into the outcome at year end.
struct CountyTally: @unchecked Sendable {
  let persons: UnsafeMutablePointer<Int64>
  let groups: UnsafeMutablePointer<Int64>
  let money: UnsafeMutablePointer<Int64>
  let finding: UnsafeMutablePointer<Int64>
  let systems: UnsafeMutablePointer<Int64>
  let sample: UnsafeMutablePointer<Int64>

  static var personCount: Int { PersonMeasure.allCases.count }
  static var groupCount: Int { Group.count * personCount }
  static var moneyCount: Int { Programme.allCases.count }
  static var findingCount: Int { FindingQuantity.allCases.count }
  static var systemCount: Int { SystemQuantity.allCases.count }
  static var sampleCount: Int { 40 * personCount }
  static var count: Int {
    personCount + groupCount + moneyCount + findingCount + systemCount + sampleCount
  }

  init() {
    let base = UnsafeMutablePointer<Int64>.allocate(capacity: Self.count)
    base.initialize(repeating: 0, count: Self.count)
    persons = base
    groups = persons + Self.personCount
    money = groups + Self.groupCount
    finding = money + Self.moneyCount
    systems = finding + Self.findingCount
    sample = systems + Self.systemCount
  }

  func clear() { persons.update(repeating: 0, count: Self.count) }
  func deallocate() { persons.deallocate() }

  /// Adds to a measure of persons, for the county and for a hash group of households.
  @inline(__always)
  func add(_ amount: Int64, _ measure: PersonMeasure, sampleGroup: UInt8) {
    persons[measure.rawValue] &+= amount
    sample[Int(sampleGroup) &* Self.personCount &+ measure.rawValue] &+= amount
  }

  /// Adds to a measure of persons for a group, by its position.
  @inline(__always)
  func add(_ amount: Int64, _ measure: PersonMeasure, group: Int) {
    groups[group &* Self.personCount &+ measure.rawValue] &+= amount
  }
}
