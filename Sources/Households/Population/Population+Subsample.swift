extension Population {
  /// The households of this population whose sampling hash is lowest, about a share of them.
  ///
  /// Nested: what a smaller share keeps, a larger one keeps too, and a sample of a sample keeps the
  /// same households as one sample of the whole.
  public func subsample(share: Double) -> Population {
    let fraction = sampleFraction * share
    var blocks: [PopulationBlock] = []
    var ranges: [Range<Int>] = []
    for range in blocksOfCounty {
      let first = blocks.count
      for block in self.blocks[range] {
        let rows = (0..<block.count).filter {
          SampleHash.contains(block.columns.id[$0], fraction: fraction)
        }
        if !rows.isEmpty { blocks.append(block.keeping(rows)) }
      }
      ranges.append(first..<blocks.count)
    }
    return Population(
      blocks: blocks, blocksOfCounty: ranges, townshipCount: townshipCount,
      sampleFraction: fraction)
  }
}

extension PopulationBlock {
  /// A block of its own with some of the rows, in order.
  fileprivate func keeping(_ rows: [Int]) -> PopulationBlock {
    let capacity = PopulationColumns.capacity
    let size = capacity * PopulationColumns.bytesPerHousehold
    let base = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    base.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    for column in PopulationColumns.layout {
      for (place, row) in rows.enumerated() {
        (base + column.start * capacity + place * column.width).copyMemory(
          from: columns.base + column.start * capacity + row * column.width,
          byteCount: column.width)
      }
    }
    return PopulationBlock(
      county: county, count: rows.count, columns: PopulationColumns(base: base))
  }
}

extension PopulationColumns {
  /// Start (bytes a household before it) and width of every column.
  static let layout: [(start: Int, width: Int)] = {
    let wides =
      UnsafeRawPointer(columnsForLayout.township) - UnsafeRawPointer(columnsForLayout.base)
    let halves =
      UnsafeRawPointer(columnsForLayout.persons) - UnsafeRawPointer(columnsForLayout.base)
    let (firstHalf, firstNarrow) = (wides / capacity, halves / capacity)
    var layout: [(start: Int, width: Int)] = []
    for start in stride(from: 0, to: firstHalf, by: 4) { layout.append((start, 4)) }
    for start in stride(from: firstHalf, to: firstNarrow, by: 2) { layout.append((start, 2)) }
    for start in firstNarrow..<bytesPerHousehold { layout.append((start, 1)) }
    return layout
  }()

  /// Columns that are only asked where they lie, never read.
  private static let columnsForLayout = PopulationColumns(
    base: UnsafeMutableRawPointer(bitPattern: 64).unsafelyUnwrapped)
}
