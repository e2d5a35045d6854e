/// Some whole townships of one county, as columns.
public struct PopulationBlock: Sendable {
  /// Index of the county of registration.
  public let county: Int
  /// Number of households.
  public let count: Int
  /// Their fixed facts; rows `0 ..< count` are used.
  public let columns: PopulationColumns

  /// A block of households in columns.
  public init(county: Int, count: Int, columns: PopulationColumns) {
    self.county = county
    self.count = count
    self.columns = columns
  }
}

/// All simulated households, in blocks of whole townships, county by county.
///
/// Nothing in it changes after it is built, and no result depends on how townships are put into
/// blocks or in which order they stand.
public final class Population: @unchecked Sendable {
  /// All blocks; those of a county are neighbours.
  public let blocks: [PopulationBlock]
  /// Blocks of each county, by county index; empty for counties that are not simulated.
  public let blocksOfCounty: [Range<Int>]
  /// Township numbers in use, plus one, by county index.
  public let townshipCount: [Int]
  /// Share of households that were kept, in (0, 1].
  public let sampleFraction: Double
  /// Simulated households.
  public let householdCount: Int
  /// Number of hash groups for the error of a sample of households.
  public static let sampleGroupCount = 40
  /// What owns the columns, if the population does not.
  private let memory: AnyObject?

  /// Builds the columns from rows.
  ///
  /// - Parameters:
  ///   - rowsByCounty: Rows of each county, by county index; shape `[county][household]`. Townships
  ///     stand together, and their households in order of number.
  ///   - sampleFraction: Share of households that the rows are of the whole population.
  ///   - householdsPerBlock: Largest block, up to `PopulationColumns.capacity`.
  ///   - admissionHazards: Yearly hospital admissions a person by age class; shape `[4]`.
  public init(
    rowsByCounty: [[HouseholdRecord]], sampleFraction: Double, householdsPerBlock: Int = 2048,
    admissionHazards: [Double]
  ) {
    var blocks: [PopulationBlock] = []
    var ranges: [Range<Int>] = []
    var townships: [Int] = []
    for (county, rows) in rowsByCounty.enumerated() {
      precondition(
        zip(rows, rows.dropFirst()).allSatisfy { $0.township != $1.township || $0.id < $1.id },
        "households of a township must stand in order of their numbers")
      let first = blocks.count
      for part in Self.parts(of: rows, limit: min(householdsPerBlock, PopulationColumns.capacity)) {
        blocks.append(
          PopulationBlock(county: county, rows: rows[part], admissionHazards: admissionHazards))
      }
      ranges.append(first..<blocks.count)
      townships.append((rows.map(\.township).max() ?? -1) + 1)
    }
    memory = nil
    self.blocks = blocks
    blocksOfCounty = ranges
    townshipCount = townships
    self.sampleFraction = sampleFraction
    householdCount = blocks.reduce(0) { $0 + $1.count }
  }

  /// Puts together blocks that were made elsewhere.
  init(
    blocks: [PopulationBlock], blocksOfCounty: [Range<Int>], townshipCount: [Int],
    sampleFraction: Double, memory: AnyObject? = nil
  ) {
    self.memory = memory
    self.blocks = blocks
    self.blocksOfCounty = blocksOfCounty
    self.townshipCount = townshipCount
    self.sampleFraction = sampleFraction
    householdCount = blocks.reduce(0) { $0 + $1.count }
  }

  /// Puts together blocks whose columns lie in memory of somebody else.
  ///
  /// - Parameters:
  ///   - blocks: All blocks; those of a county are neighbours, in order of the counties.
  ///   - townshipCount: Township numbers in use, plus one, by county index.
  ///   - sampleFraction: Share of households that they are of the whole population.
  ///   - memory: What owns the columns; it lives as long as the population.
  public convenience init(
    blocks: [PopulationBlock], townshipCount: [Int], sampleFraction: Double, memory: AnyObject
  ) {
    var next = 0
    let ranges = townshipCount.indices.map { county -> Range<Int> in
      let first = next
      while next < blocks.count, blocks[next].county == county { next += 1 }
      return first..<next
    }
    precondition(next == blocks.count, "blocks stand in order of their counties")
    self.init(
      blocks: blocks, blocksOfCounty: ranges, townshipCount: townshipCount,
      sampleFraction: sampleFraction, memory: memory)
  }

  deinit {
    guard memory == nil else { return }
    for block in blocks { block.columns.base.deallocate() }
  }

  /// Cuts rows, which stand in order of township, into ranges that keep townships whole.
  ///
  /// A township larger than the limit gets a block of its own, up to the capacity of a block.
  static func parts(of rows: [HouseholdRecord], limit: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var end = 0
    while end < rows.count {
      var next = end + 1
      while next < rows.count, rows[next].township == rows[end].township { next += 1 }
      precondition(
        next - end <= PopulationColumns.capacity,
        "township \(rows[end].township) has \(next - end) households, but a block holds \(PopulationColumns.capacity)"
      )
      if next - start > limit, end > start {
        parts.append(start..<end)
        start = end
      }
      end = next
    }
    if end > start { parts.append(start..<end) }
    return parts
  }
}

extension PopulationBlock {
  /// Writes rows into fresh columns.
  init(county: Int, rows: ArraySlice<HouseholdRecord>, admissionHazards: [Double]) {
    let size = PopulationColumns.capacity * PopulationColumns.bytesPerHousehold
    let base = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    base.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    let columns = PopulationColumns(base: base)
    for (row, record) in rows.enumerated() {
      columns.write(record, at: row, admissionHazards: admissionHazards)
    }
    self.init(county: county, count: rows.count, columns: columns)
  }
}

extension PopulationColumns {
  /// Writes one household into a row.
  func write(_ record: HouseholdRecord, at row: Int, admissionHazards: [Double]) {
    let monthly = record.permanentIncome * Double(record.persons) / 12
    id[row] = record.id
    permanentIncome[row] = Float(record.permanentIncome)
    wage[row] = Float(record.sourceShares[0] * monthly)
    business[row] = Float(record.sourceShares[1] * monthly)
    transfer[row] = Float(record.sourceShares[2] * monthly)
    property[row] = Float(record.sourceShares[3] * monthly)
    savings[row] = Float(record.savings)
    assets[row] = Float(record.assets)
    debt[row] = Float(record.debt)
    var hazard = 0.0
    for age in 0..<4 { hazard += Double(record.persons(ageClass: age)) * admissionHazards[age] }
    admissionHazard[row] = Float(hazard)
    township[row] = UInt16(record.township)
    flags[row] = record.flags.rawValue
    for number in 0..<4 { trait(number)[row] = UInt16(min(record.traits[number] * 65536, 65535)) }
    for rollout in Rollout.allCases {
      place(in: rollout)[row] = rollout.place(of: record.id, county: record.county)
    }
    persons[row] = UInt8(record.persons)
    for kind in 0..<8 { members(kind)[row] = record.members[kind] }
    workers[row] = UInt8(record.workers)
    for stage in 0..<3 { students(stage)[row] = record.students[stage] }
    livelihood[row] = record.livelihood.rawValue
    destination[row] = record.destination.rawValue
    residence[row] = UInt8(record.residence)
    weight[row] = UInt8(record.weight)
    sampleGroup[row] = SampleHash.group(of: record.id)
    writeProducts(record.productShares, at: row)
  }

  /// Stores shares in 255ths that add up to exactly 255, so that no income is lost by rounding.
  private func writeProducts(_ shares: SIMD8<Double>, at row: Int) {
    guard shares.sum() > 0 else { return }
    var left = 255
    var largest = 0
    for index in 0..<Product.count {
      let part = Int(shares[index] / shares.sum() * 255)
      product(index)[row] = UInt8(part)
      left -= part
      if shares[index] > shares[largest] { largest = index }
    }
    product(largest)[row] += UInt8(left)
  }
}
