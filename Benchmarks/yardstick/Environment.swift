import Randomness

/// What all households of a county share in one replication: price times what drought leaves.
struct Environment {
  /// One factor a county and month.
  private var factors: [Float]

  /// The months of a county.
  func months(_ county: Int) -> ArraySlice<Float> {
    factors[county * Definition.months..<(county + 1) * Definition.months]
  }

  /// Draws the environment of a replication.
  init(_ key: DrawKey) {
    factors = Array(repeating: 0, count: Definition.counties * Definition.months)
    var logPrice = 0.0
    var severity = [Double](repeating: 0, count: Definition.counties)
    var left = [Int](repeating: 0, count: Definition.counties)
    for month in 0..<Definition.months {
      let z = Elementary.normalQuantile(key.shared(.province, 0, month: month, .price)[0].uniform)
      logPrice = Definition.pricePersistence * logPrice + Definition.priceSigma * z
      let price = Elementary.exp(logPrice)
      for county in 0..<Definition.counties {
        let words = key.shared(.county, county, month: month, .weather)
        if words[0].uniform < Definition.droughtChance {
          severity[county] = 0.2 + 0.4 * words[1].uniform
          left[county] = Definition.droughtMonths
        }
        let drought = left[county] > 0 ? severity[county] : 0
        left[county] = max(left[county] - 1, 0)
        factors[county * Definition.months + month] = Float(price * (1 - drought))
      }
    }
  }

  /// Reads the environment of a replication from a record of all of them.
  init(_ record: [Double], replication: Int, of replications: Int) {
    let (months, counties) = (Definition.months, Definition.counties)
    factors = Array(repeating: 0, count: counties * months)
    for month in 0..<months {
      let place = replication * months + month
      for county in 0..<counties {
        let drought = record[replications * months + place * counties + county]
        factors[county * months + month] = Float(record[place] * (1 - drought))
      }
    }
  }

  /// The environments of all replications, drawn or read.
  static func all(_ options: Options) throws -> [Environment] {
    let count = options.replications
    if let path = options.environmentRecord {
      let record = try Record.read(
        path, count: count * Definition.months * (1 + Definition.counties))
      return (0..<count).map { Environment(record, replication: $0, of: count) }
    }
    return (0..<count).map { Environment(options.key($0)) }
  }
}
