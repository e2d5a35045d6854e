extension PopulationBlock {
  /// The household in a row: what was written into the columns, in their precision.
  ///
  /// - Parameter row: A row in use.
  /// - Returns: The household; shares of income and of products add up to 1 where there is any.
  public func record(at row: Int) -> HouseholdRecord {
    let c = columns
    var record = HouseholdRecord()
    record.id = c.id[row]
    record.county = county
    record.township = Int(c.township[row])
    for kind in 0..<8 { record.members[kind] = c.members(kind)[row] }
    record.workers = Int(c.workers[row])
    for stage in 0..<3 { record.students[stage] = c.students(stage)[row] }
    record.livelihood = Livelihood(rawValue: c.livelihood[row]) ?? .wage
    record.destination = WorkDestination(rawValue: c.destination[row]) ?? .local
    record.residence = Int(c.residence[row])
    record.flags = HouseholdFlags(rawValue: c.flags[row])
    record.permanentIncome = Double(c.permanentIncome[row])
    record.sourceShares = sourceShares(at: row)
    for product in 0..<Product.count {
      record.productShares[product] = Double(c.product(product)[row]) / 255
    }
    record.savings = Double(c.savings[row])
    record.assets = Double(c.assets[row])
    record.debt = Double(c.debt[row])
    record.weight = Int(c.weight[row])
    for number in 0..<4 { record.traits[number] = Double(c.trait(number)[row]) / 65536 }
    return record
  }

  private func sourceShares(at row: Int) -> SIMD4<Double> {
    let c = columns
    let sources = SIMD4(
      Double(c.wage[row]), Double(c.business[row]), Double(c.transfer[row]),
      Double(c.property[row]))
    let sum = sources.sum()
    return sum > 0 ? sources / sum : SIMD4()
  }
}

extension Population {
  /// Numbers of the households whose sampling hash is lowest: the first that a sample keeps, and the
  /// same ones whatever the share of the sample.
  ///
  /// - Parameter count: How many are wanted; all if there are fewer.
  /// - Returns: The numbers, lowest hash first.
  public func firstHouseholds(_ count: Int) -> [UInt32] {
    let ids = blocks.flatMap { block in (0..<block.count).map { block.columns.id[$0] } }
    let ranked = ids.map { (hash: SampleHash.uniform(of: $0), id: $0) }
    return ranked.sorted { ($0.hash, $0.id) < ($1.hash, $1.id) }.prefix(count).map(\.id)
  }

  /// Which of some numbers belong to households of this population.
  public func known(_ ids: Set<UInt32>) -> Set<UInt32> {
    var known = Set<UInt32>()
    for block in blocks {
      for row in 0..<block.count where ids.contains(block.columns.id[row]) {
        known.insert(block.columns.id[row])
      }
    }
    return known
  }
}
