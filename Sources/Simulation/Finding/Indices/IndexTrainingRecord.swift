import Households

/// Examples for the fitted designs: what the platform saw of a household, and whether it was in need
/// within the half-year that followed.
final class IndexTrainingRecord {
  struct Example {
    /// Order in which examples are used, whatever the order of blocks and townships.
    let replication: Int
    let month: Int
    let id: UInt32
    let weight: Double
    let indicators: IndicatorValues
    /// Logarithm of income over the line as the platform sees it.
    let logIncome: Double
    var isInNeed = false
    var isComplete = false
  }

  private(set) var examples: [Example] = []
  private var open: [UInt32: Int] = [:]
  /// Replication that is running.
  var replication = 0 {
    didSet { open = [:] }
  }

  /// Takes a block's month: completes the examples of half a year ago and begins new ones.
  func observe(_ b: BlockMonth) {
    ShadowIndicesPass.rememberNeed(b)
    guard b.county.pointee.isScoringMonth else { return }
    for row in 0..<b.count {
      if let place = open.removeValue(forKey: b.p.id[row]) {
        examples[place].isInNeed = b.s.shadowNeed[row] != 0
        examples[place].isComplete = true
      }
      let isInNeed = VisitPass.isInNeed(b, row)
      b.s.shadowNeed[row] = isInNeed ? 1 : 0
      guard b.s.monitored[row] == 0 else { continue }
      open[b.p.id[row]] = examples.count
      examples.append(example(b, row))
    }
  }

  private func example(_ b: BlockMonth, _ row: Int) -> Example {
    let view = LedgerView.arrived(b, row)
    return Example(
      replication: replication, month: b.month, id: b.p.id[row], weight: Double(b.p.weight[row]),
      indicators: view.indicators(),
      logIncome: -Double(view.shortfall()))
  }

  /// The complete examples in their order.
  func completed() -> [Example] {
    examples.filter(\.isComplete).sorted {
      ($0.replication, $0.month, $0.id) < ($1.replication, $1.month, $1.id)
    }
  }
}
