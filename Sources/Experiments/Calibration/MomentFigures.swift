import Estimation
import Households
import Simulation

/// Moments that are counted over the possible futures of a run.
struct MomentFigures: ProvinceFigures {
  let outcomes: Outcomes
  private let scenario: Scenario
  let prefectures: [Int]

  init(_ outcomes: Outcomes, _ scenario: Scenario) {
    self.outcomes = outcomes
    self.scenario = scenario
    prefectures = Set(outcomes.layout.prefectures).sorted()
  }

  /// Mean over futures of the mean over the moment's years, with the variance of that mean.
  ///
  /// Shares of entries are quotients of sums over futures and years, because a future may have no
  /// entry at all; their variance is that of the linearised quotient.
  func value(_ moment: Moment) -> MomentValue {
    if let group = Self.groups[moment.quantity] {
      return quotient(
        moment.years.map { flow(group, $0) }.summed, moment.years.map { flow(.all, $0) }.summed)
    }
    let byYear = moment.years.map { values(moment.quantity, $0) }
    let byFuture = outcomes.replications.indices.map { future in
      byYear.reduce(0) { $0 + $1[future] } / Double(byYear.count)
    }
    let moments = Moments(byFuture)
    return MomentValue(
      value: moments.mean, variance: moments.variance / Double(byFuture.count))
  }

  private static let groups: [MomentQuantity: Group] = [
    .illnessShare: .illness, .disasterShare: .disaster, .priceShare: .prices, .jobShare: .jobs,
    .schoolingShare: .schooling, .accidentShare: .accidents,
  ]

  private func quotient(_ above: [Double], _ below: [Double]) -> MomentValue {
    let ratio = above.reduce(0, +) / below.reduce(0, +)
    let mean = below.reduce(0, +) / Double(below.count)
    let residuals = zip(above, below).map { ($0 - ratio * $1) / mean }
    return MomentValue(
      value: ratio, variance: Moments(residuals).variance / Double(residuals.count))
  }

  /// The quantity of a year, by future.
  private func values(_ quantity: MomentQuantity, _ year: Int) -> [Double] {
    switch quantity {
    case .stock: ratio(persons(.stock, year), persons(.formerlyPoor, year))
    case .flow: ratio(persons(.flow, year), persons(.formerlyPoor, year))
    case .monitoredShare: ratio(persons(.monitored, year), persons(.formerlyPoor, year))
    case .recognitionRate:
      ratio(finding(.recognisedUnstable, year), systems(.householdsFormerlyPoor, year))
    case .missedSuddenSigns:
      share(systems(.missedSuddenSigns, year), beside: finding(.alertsFromTriggers, year))
    case .admissionRate: ratio(systems(.admissions, year), systems(.personsRural, year))
    case .catastrophicSpending:
      ratio(systems(.catastrophicHouseholds, year), systems(.householdsFormerlyPoor, year))
    case .illnessIncomeEffect: illnessEffect(year)
    case .insuranceClaimFrequency:
      ratio(systems(.insuranceClaimCases, year), insuredHouseholds(year))
    case .insuranceMeanClaim:
      ratio(yuan(.antiPovertyInsuranceClaims, year), systems(.insuranceClaimCases, year))
    case .insuranceLossRatio: ratio(yuan(.antiPovertyInsuranceClaims, year), premiums(year))
    case .incomeLogDeviation: logDeviation(year)
    default: [Double](repeating: .nan, count: outcomes.replications.count)
    }
  }

  private func ratio(_ above: [Double], _ below: [Double]) -> [Double] {
    zip(above, below).map { $0 / $1 }
  }

  private func share(_ part: [Double], beside rest: [Double]) -> [Double] {
    zip(part, rest).map { $0 / ($0 + $1) }
  }

  /// Income over what it would have been without shock, of households in follow-up against all.
  private func illnessEffect(_ year: Int) -> [Double] {
    let ill = ratio(
      systems(.incomeEarnedAfterIllness, year), systems(.incomeExpectedAfterIllness, year))
    let all = ratio(systems(.incomeEarned, year), systems(.incomeExpected, year))
    return zip(ill, all).map { $0 / $1 - 1 }
  }

  /// Logarithms are tallied in thousandths.
  private func logDeviation(_ year: Int) -> [Double] {
    let households = systems(.householdsFormerlyPoor, year)
    let mean = ratio(systems(.incomeLogs, year), households)
    let square = ratio(systems(.incomeLogSquares, year), households)
    return zip(square, mean).map { max(0, $0 - $1 * $1).squareRoot() / 1000 }
  }

  private func premiums(_ year: Int) -> [Double] {
    zip(yuan(.premiumFromFund, year), yuan(.premiumFromCounty, year)).map { $0 + $1 }
  }

  /// Insured persons (premiums over the premium a person) over the size of a formerly-poor household.
  private func insuredHouseholds(_ year: Int) -> [Double] {
    let december = Month(year: year, month: 12)
    let premium =
      scenario.parameters.value(of: "anti_poverty_insurance.premium", at: december) ?? .nan
    let size = ratio(systems(.personsFormerlyPoor, year), systems(.householdsFormerlyPoor, year))
    return zip(premiums(year), size).map { $0 / premium / $1 }
  }

  private func yuan(_ programme: Programme, _ year: Int) -> [Double] {
    money(programme, year).map { $0 / 100 }
  }
}

extension [[Double]] {
  /// Sum over the first axis, which is not empty.
  fileprivate var summed: [Double] {
    dropFirst().reduce(self[0]) { zip($0, $1).map { $0 + $1 } }
  }
}
