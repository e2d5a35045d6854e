/// What the record of lives is told, if somebody asked for one.
///
/// A test for nobody, and everything else out of line: the reference is not counted, because to count
/// it before each payment would cost more than the payment.
extension BlockMonth {
  /// Lets the record look at its rows when a step has run.
  @inline(__always)
  func look(after step: ModelStep) {
    if let lives { Self.observe(lives, self, step) }
  }

  /// Tells of something that leaves no mark of its own in the columns.
  @inline(__always)
  func tell(_ column: LifeColumn, row: Int, _ amount: Float = 1) {
    if let lives { Self.add(lives, block, row, column, amount) }
  }

  /// Tells of a payment, yuan, that the tallies count for a programme.
  @inline(__always)
  func tell(_ programme: Programme, row: Int, _ yuan: Float) {
    if let lives { Self.pay(lives, block, row, programme, yuan) }
  }

  /// Tells of an event that the tallies count in recorded months.
  @inline(__always)
  func tell(_ quantity: SystemQuantity, row: Int, _ amount: Int) {
    if let lives { Self.note(lives, block, row, quantity, amount) }
  }

  @inline(never)
  private static func observe(
    _ lives: Unmanaged<LifeRecord>, _ b: BlockMonth, _ step: ModelStep
  ) {
    lives._withUnsafeGuaranteedRef { $0.observe(b, after: step) }
  }

  @inline(never)
  private static func add(
    _ lives: Unmanaged<LifeRecord>, _ block: Int, _ row: Int, _ column: LifeColumn,
    _ amount: Float
  ) {
    lives._withUnsafeGuaranteedRef { $0.add(Double(amount), column, block: block, row: row) }
  }

  @inline(never)
  private static func pay(
    _ lives: Unmanaged<LifeRecord>, _ block: Int, _ row: Int, _ programme: Programme,
    _ yuan: Float
  ) {
    lives._withUnsafeGuaranteedRef { $0.pay(yuan, programme, block: block, row: row) }
  }

  @inline(never)
  private static func note(
    _ lives: Unmanaged<LifeRecord>, _ block: Int, _ row: Int, _ quantity: SystemQuantity,
    _ amount: Int
  ) {
    guard let column = LifeColumn(quantity) else { return }
    lives._withUnsafeGuaranteedRef { $0.add(Double(amount), column, block: block, row: row) }
  }
}
