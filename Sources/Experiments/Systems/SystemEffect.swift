import Estimation
import Households
import Simulation

/// What the example of one system of the plan changes against the baseline, on the same draws.
public struct SystemEffect: Sendable {
  /// The system.
  public let system: PlanSystem
  /// Difference of the stock in the last year, as a share of formerly-poor persons.
  public let stock: Estimate
  /// Difference of the flow, mean over the result years.
  public let flow: Estimate
  /// Public spending above the baseline over all result years, yuan of the whole population.
  public let cost: Estimate
  /// Person-years above the line gained (persons in return at year's ends, summed over years).
  public let kept: Estimate
  /// Yuan for each person-year kept above the line.
  public let costPerPersonYear: RatioEstimate
  /// Where the effect must show, and whether it does.
  public let evidence: [(evidence: SystemEvidence, isShown: Bool)]

  /// Whether the example has its effect wherever it should.
  public var isShown: Bool { evidence.allSatisfy(\.isShown) }

  /// The effect from two runs with the same draws, places and years.
  init(_ system: PlanSystem, baseline: Outcomes, example: Outcomes) {
    self.system = system
    let estimator = Estimator(replications: baseline.replications.count)
    let years = Array(baseline.layout.years)
    func paired(_ figure: (Outcomes) -> [Double]) -> [Double] {
      zip(figure(example), figure(baseline)).map { $0 - $1 }
    }
    func rates(_ measure: PersonMeasure, _ outcomes: Outcomes, _ years: [Int]) -> [Double] {
      let cases = years.map { outcomes.provincePersons(measure, year: $0) }
      let persons = years.map { outcomes.provincePersons(.formerlyPoor, year: $0) }
      return outcomes.replications.indices.map { replication in
        let rates = years.indices.map { cases[$0][replication] / max(persons[$0][replication], 1) }
        return rates.reduce(0, +) / Double(max(years.count, 1))
      }
    }
    stock = estimator.estimate(paired { rates(.stock, $0, years.suffix(1)) })
    flow = estimator.estimate(paired { rates(.flow, $0, years) })
    let costs = paired { $0.publicSpending }
    let kept = paired { outcomes in
      outcomes.replications.indices.map { replication in
        -years.reduce(0) { $0 + outcomes.provincePersons(.stock, year: $1)[replication] }
          / outcomes.sampleFraction
      }
    }
    cost = estimator.estimate(costs)
    self.kept = estimator.estimate(kept)
    costPerPersonYear = RatioEstimate(numerators: costs, denominators: kept)
    evidence = system.evidence.map { ($0, example.tallies(of: $0) != baseline.tallies(of: $0)) }
  }
}

extension Outcomes {
  /// Persons of the province in a year, by replication, of the simulated sample.
  fileprivate func provincePersons(_ measure: PersonMeasure, year: Int) -> [Double] {
    let index = year - layout.years.lowerBound
    return replications.map { one in
      Double(
        layout.counties.indices.reduce(Int64(0)) {
          $0 &+ one.persons[layout.persons(year: index, county: $1, measure)]
        })
    }
  }

  /// Public spending of all result years by replication, yuan of the whole population.
  fileprivate var publicSpending: [Double] {
    let programmes = Programme.allCases.filter(\.isPublicSpending)
    let places = (0..<layout.years.count).flatMap { year in
      (0..<layout.prefectureCount).flatMap { prefecture in
        programmes.map { layout.money(year: year, prefecture: prefecture, $0) }
      }
    }
    return replications.map { one in
      Double(places.reduce(Int64(0)) { $0 &+ one.money[$1] }) / 100 / sampleFraction
    }
  }
}
