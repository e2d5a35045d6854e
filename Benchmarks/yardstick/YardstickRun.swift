import Dispatch
import Synchronization

/// All months of all households in all replications, on some threads.
struct YardstickRun {
  let options: Options
  let households: Households
  let environments: [Environment]

  /// Blocks of all replications are handed out to threads until none is left.
  ///
  /// - Returns: Tallies by replication and year.
  func run() -> [[YearTally]] {
    let total = Mutex([YearTally](repeating: YearTally(), count: tallyCount))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: options.threads) { _ in
      var own = [YearTally](repeating: YearTally(), count: tallyCount)
      let columns = BlockColumns()
      defer { columns.deallocate() }
      own.withUnsafeMutableBufferPointer { tallies in
        guard let base = tallies.baseAddress else { return }
        while true {
          let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard number < households.blocks.count * options.replications else { return }
          let replication = number / households.blocks.count
          live(number % households.blocks.count, replication, columns, base)
        }
      }
      total.withLock { total in
        for place in total.indices { total[place] += own[place] }
      }
    }
    return total.withLock { total in
      (0..<options.replications).map { replication in
        Array(total[replication * Definition.years..<(replication + 1) * Definition.years])
      }
    }
  }

  private var tallyCount: Int { options.replications * Definition.years }

  private func live(
    _ number: Int, _ replication: Int, _ columns: BlockColumns,
    _ tallies: UnsafeMutablePointer<YearTally>
  ) {
    let block = households.blocks[number]
    BlockPasses(
      households: households, block: block, columns: columns, key: options.key(replication),
      factors: environments[replication].months(block.county),
      tallies: tallies + replication * Definition.years
    ).run()
  }
}
