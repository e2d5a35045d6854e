/// The line of JSON that a program of the yardstick prints.
struct ResultLine {
  let options: Options
  let persons: Int
  /// By replication and year.
  let tallies: [[YearTally]]
  let setUp: Duration
  let loop: Duration

  /// The line, without its end.
  var text: String {
    let rates = list(tallies) { year in
      let shares = [year.newPersons, year.poorPersons, year.debtPersons].map(Double.init)
      let cut = Double(year.cut) / 100
      return list(shares + [cut]) { "\($0 / Double(persons))" }
    }
    let entries = list(tallies) { "\($0.entries)" }
    let months = options.households * Definition.months * options.replications
    let fields: [(String, String)] = [
      ("impl", "\"fangpin\""), ("n", "\(options.households)"), ("r", "\(options.replications)"),
      ("t", "\(Definition.months)"), ("threads", "\(options.threads)"),
      ("setup_s", "\(seconds(setUp))"), ("loop_s", "\(seconds(loop))"),
      ("hm_per_s", "\(Double(months) / seconds(loop))"), ("rates", rates), ("entries", entries),
    ]
    return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
  }

  private func list<T>(_ values: [T], _ text: (T) -> String) -> String {
    "[" + values.map(text).joined(separator: ",") + "]"
  }

  private func list<T>(_ values: [[T]], _ text: (T) -> String) -> String {
    list(values) { list($0, text) }
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
