import Randomness

/// Sums over the formerly-poor households of a population, from which margins are computed.
struct MarginTally {
  /// Households, and the sums of their sizes and squared sizes.
  var households = 0.0
  var persons = 0.0
  var squaredPersons = 0.0
  /// Persons with a permanent income below the return line and below the monitoring line.
  var belowReturnLine = 0.0
  var belowMonitoringLine = 0.0
  /// Yuan a month from wages, business, transfers and property.
  var sources = SIMD4<Double>()
  var elderly = 0.0
  var children = 0.0
  var insured = 0.0
  var relocatedPersons = 0.0
  var livingElsewhere = 0.0
  var workers = 0.0
  var students = 0.0
  /// Households by livelihood.
  var livelihoods = SIMD4<Double>()
  /// Households, persons and persons × income by county.
  var householdsOfCounty: [Double]
  var personsOfCounty: [Double]
  var incomeOfCounty: [Double]
  /// Persons × squared income.
  var squaredIncome = 0.0
  /// Squared deviations of log income from the mean of the county, weighted by persons.
  var squaredLogDeviations = 0.0

  /// Sums over a population, counties in order.
  init(_ population: Population, lines: Lines2022) {
    let count = population.blocksOfCounty.count
    householdsOfCounty = Array(repeating: 0, count: count)
    personsOfCounty = householdsOfCounty
    incomeOfCounty = householdsOfCounty
    for county in 0..<count {
      var logs = LogSums()
      for block in population.blocks[population.blocksOfCounty[county]] {
        for row in 0..<block.count {
          let flags = HouseholdFlags(rawValue: block.columns.flags[row])
          guard flags.contains(.formerlyPoor) else { continue }
          add(block.columns, row, flags, county: county, lines)
          logs.add(block.columns, row)
        }
      }
      squaredLogDeviations += logs.squaredDeviations
    }
  }

  /// Standard deviation of permanent income between persons, relative to its mean.
  var relativeIncomeDeviation: Double {
    let mean = incomeOfCounty.reduce(0, +) / max(persons, 1)
    let variance = squaredIncome / max(persons, 1) - mean * mean
    return mean > 0 ? max(variance, 0).squareRoot() / mean : 0
  }

  private mutating func add(
    _ columns: PopulationColumns, _ row: Int, _ flags: HouseholdFlags, county: Int,
    _ lines: Lines2022
  ) {
    let weight = Double(columns.weight[row])
    let size = Double(columns.persons[row])
    let heads = weight * size
    let income = Double(columns.permanentIncome[row])
    households += weight
    persons += heads
    squaredPersons += heads * size
    if income < lines.poverty { belowReturnLine += heads }
    if income < lines.monitoring { belowMonitoringLine += heads }
    let parts = SIMD4(
      columns.wage[row], columns.business[row], columns.transfer[row], columns.property[row])
    sources += SIMD4<Double>(parts) * weight
    children += weight * Double(columns.members(0)[row] + columns.members(4)[row])
    elderly += weight * Double(columns.members(3)[row] + columns.members(7)[row])
    if flags.contains(.basicInsurance) { insured += weight }
    if flags.contains(.relocated) { relocatedPersons += heads }
    if flags.contains(.livesElsewhere) { livingElsewhere += weight }
    workers += weight * Double(columns.workers[row])
    for stage in 0..<3 { students += weight * Double(columns.students(stage)[row]) }
    livelihoods[Int(columns.livelihood[row] & 3)] += weight
    householdsOfCounty[county] += weight
    personsOfCounty[county] += heads
    incomeOfCounty[county] += heads * income
    squaredIncome += heads * income * income
  }
}

/// Sums of log income within a county.
private struct LogSums {
  private var weight = 0.0
  private var sum = 0.0
  private var squares = 0.0

  mutating func add(_ columns: PopulationColumns, _ row: Int) {
    let heads = Double(columns.weight[row]) * Double(columns.persons[row])
    let value = Elementary.log(Double(columns.permanentIncome[row]))
    weight += heads
    sum += heads * value
    squares += heads * value * value
  }

  var squaredDeviations: Double { weight > 0 ? squares - sum * sum / weight : 0 }
}
