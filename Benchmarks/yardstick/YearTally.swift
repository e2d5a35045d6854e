/// What is counted of one year in one replication, all in integers: sums have no order, so any number
/// of threads gives the same bytes.
struct YearTally {
  var entries: Int64 = 0
  var newPersons: Int64 = 0
  var poorPersons: Int64 = 0
  var debtPersons: Int64 = 0
  /// Consumption cut, fen.
  var cut: Int64 = 0

  static func += (left: inout YearTally, right: YearTally) {
    left.entries &+= right.entries
    left.newPersons &+= right.newPersons
    left.poorPersons &+= right.poorPersons
    left.debtPersons &+= right.debtPersons
    left.cut &+= right.cut
  }
}
