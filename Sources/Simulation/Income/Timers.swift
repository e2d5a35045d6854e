/// End of the month: everything that is counted down or up by one.
enum TimersPass {
  static func run(_ b: BlockMonth) {
    for worker in 0..<3 { countDown(b.s.sick(worker), b.count) }
    countDown(b.s.carer, b.count)
    countDown(b.s.followup, b.count)
    countDown(b.s.cooldown, b.count)
    countUp(b.s.disabilityAge, b.count)
    let months = b.s.monitoredMonths
    let kind = b.s.monitored
    for i in 0..<b.count {
      months[i] = kind[i] == 0 ? 0 : months[i] &+ (months[i] == 255 ? 0 : 1)
    }
    let industry = b.s.industryMonths
    for i in 0..<b.count {
      industry[i] = industry[i] == 0 || industry[i] == 255 ? industry[i] : industry[i] &+ 1
    }
  }

  @inline(__always)
  private static func countDown(_ column: UnsafeMutablePointer<UInt8>, _ count: Int) {
    for i in 0..<count { column[i] = column[i] &- (column[i] > 0 ? 1 : 0) }
  }

  @inline(__always)
  private static func countUp(_ column: UnsafeMutablePointer<UInt8>, _ count: Int) {
    for i in 0..<count { column[i] = column[i] &+ (column[i] < 255 ? 1 : 0) }
  }
}
