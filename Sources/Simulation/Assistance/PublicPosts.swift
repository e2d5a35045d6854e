import Households
import Randomness

/// A2 public posts 公益性岗位.
///
/// Posts that households held in 2023 are in their incomes; these come on top.
struct PublicPostsSettings: Sendable {
  /// Posts in the province beyond those of 2023.
  let posts: Double
  /// Yuan a month.
  let pay: Float
  let termMonths: UInt8

  init(_ p: ParameterReader) {
    posts = p["public_posts.additional_posts"]
    pay = p.float("public_posts.pay")
    termMonths = UInt8(p["public_posts.term_months"])
  }
}

/// Step 5: the pay of public posts, and who asks for one.
enum PublicPostsPass {
  /// Pays the month of each post, and puts who may have one on the county's list.
  ///
  /// Monitored households below the monitoring line that can work ask; `CountyJobs` gives the posts
  /// away at the end of the month, the largest gap first. A post runs to its term, also when the
  /// household is no longer monitored, but ends with the system.
  static func run(_ b: BlockMonth) {
    let (months, monitored, mask) = (b.s.postMonths, b.s.monitored, b.x.mask)
    guard b.county.pointee.optional.publicPosts > 0 else {
      months.update(repeating: 0, count: b.count)
      return
    }
    let isOpen: UInt8 = b.requests.payable & Measures.publicPost != 0 ? 255 : 0
    for i in 0..<b.count { mask[i] = months[i] | (monitored[i] & isOpen) }
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      if months[row] > 0 { pay(b, row) }
      if isOpen != 0, months[row] == 0 { ask(b, row) }
    }
  }

  private static func pay(_ b: BlockMonth, _ row: Int) {
    b.grant(b.county.pointee.settings.publicPosts.pay, .publicPosts, row: row)
    b.note(.postHouseholds, row: row)
    b.s.postMonths[row] -= 1
  }

  private static func ask(_ b: BlockMonth, _ row: Int) {
    guard b.s.monitored[row] != 0, !b.isNoLabour(row) else { return }
    let gap = b.county.pointee.settings.calendar.monitoringLine - b.ownIncome(row)
    guard gap > 0 else { return }
    b.requests.append(
      Request(
        rank: RequestList.rank(urgency: gap, id: b.p.id[row]), block: UInt32(b.block),
        row: UInt16(row), measure: Measures.publicPost))
  }
}
