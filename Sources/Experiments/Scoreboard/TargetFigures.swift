import Households
import Randomness
import Simulation

/// What a target of the plan is computed from.
public enum TargetFigure: Sendable {
  /// A setting of the scenario, which is no result.
  public enum Lever: Sendable {
    /// A parameter that always holds.
    case parameter(String)
    /// A parameter while its mechanism is on, otherwise the level of 2023 (or 0).
    case rollout(Mechanism, String, String?)
  }

  case identificationAccuracy, measuresCarriedOut
  case formerlyPoorGrowth, growthAboveRural, ruralIncome, ruralToNational, consumption
  case medicalProtection, schoolEnrolment, safeHousing, reimbursement
  case selfDevelopment, socialCapitalShare
  case causeShare(Group)
  case lever(Lever)
}

/// Figures of the plan's targets for the province, one value a replication.
struct TargetFigures: ProvinceFigures {
  let outcomes: Outcomes
  private let scenario: Scenario
  let prefectures: [Int]

  init(_ outcomes: Outcomes, _ scenario: Scenario) {
    self.outcomes = outcomes
    self.scenario = scenario
    prefectures = Set(outcomes.layout.prefectures).sorted()
  }

  /// The figure in a year, by replication; `nil` if this run does not count what it needs.
  func values(_ figure: TargetFigure, year: Int) -> [Double]? {
    switch figure {
    case .identificationAccuracy: accuracy(year)
    case .measuresCarriedOut:
      ratio(systems(.measuresCarriedOut, year), systems(.measuresChosen, year))
    case .formerlyPoorGrowth: growth(year) { formerlyPoorIncome($0) }
    case .growthAboveRural: difference(of: .formerlyPoorGrowth, year) { ruralIncome($0) }
    case .ruralIncome: ruralIncome(year)
    case .ruralToNational: toNational(year)
    case .consumption: ratio(systems(.consumptionRural, year), systems(.personsRural, year))
    case .medicalProtection: ratio(systems(.insuredPersons, year), persons(.formerlyPoor, year))
    case .schoolEnrolment: complement(.withdrawnStudents, of: .students, year)
    case .safeHousing: complement(.unsafeHouses, of: .householdsFormerlyPoor, year)
    case .reimbursement: ratio(systems(.compliantReimbursed, year), systems(.compliantBills, year))
    case .selfDevelopment: selfDevelopment(year)
    case .socialCapitalShare: socialCapitalShare(year)
    case .causeShare(let group): ratio(flow(group, year), flow(.all, year))
    case .lever(let lever): levels(lever, year)
    }
  }

  // MARK: Figures

  /// Quotients; `nil` if a denominator is zero in some replication, so that nothing is made up.
  private func ratio(_ above: [Double], _ below: [Double]) -> [Double]? {
    guard below.allSatisfy({ $0 > 0 }) else { return nil }
    return zip(above, below).map { $0 / $1 }
  }

  private func complement(
    _ part: SystemQuantity, of whole: SystemQuantity, _ year: Int
  ) -> [Double]? {
    ratio(systems(part, year), systems(whole, year))?.map { 1 - $0 }
  }

  /// Balanced accuracy: the mean of sensitivity (in need on 31 December and monitored) and
  /// specificity (not in need and not wrongly included in the year).
  ///
  /// "Accuracy" as such means nothing where 2 or 3 in a hundred are in need.
  private func accuracy(_ year: Int) -> [Double]? {
    let inNeed = systems(.inNeed, year)
    let others = zip(systems(.householdsRural, year), inNeed).map { $0 - $1 }
    guard let missed = ratio(finding(.missed, year), inNeed),
      let wrong = ratio(finding(.falseInclusions, year), others)
    else { return nil }
    return zip(missed, wrong).map { 1 - ($0 + $1) / 2 }
  }

  private func formerlyPoorIncome(_ year: Int) -> [Double]? {
    ratio(systems(.incomeFormerlyPoor, year), persons(.formerlyPoor, year))
  }

  private func ruralIncome(_ year: Int) -> [Double]? {
    ratio(systems(.incomeRural, year), systems(.personsRural, year))
  }

  /// Mean growth a year since the first result year; `nil` in that year.
  private func growth(_ year: Int, _ income: (Int) -> [Double]?) -> [Double]? {
    let first = outcomes.layout.years.lowerBound
    guard year > first, let then = income(first), let now = income(year),
      let quotient = ratio(now, then)
    else { return nil }
    let years = Double(year - first)
    return quotient.map { Elementary.pow($0, 1 / years) - 1 }
  }

  private func difference(
    of figure: TargetFigure, _ year: Int, minus income: (Int) -> [Double]?
  ) -> [Double]? {
    guard let own = values(figure, year: year), let other = growth(year, income) else {
      return nil
    }
    return zip(own, other).map { $0 - $1 }
  }

  private func toNational(_ year: Int) -> [Double]? {
    let p = ParameterReader(scenario.parameters, at: Month(year: year, month: 12))
    let (base, rate) = (p["targets.national_rural_2022"], p["targets.national_rural_growth"])
    guard p.missing.isEmpty else { return nil }
    let national = (2022..<max(year, 2022)).reduce(base) { level, _ in level * (1 + rate) }
    return ruralIncome(year)?.map { $0 / national }
  }

  private func selfDevelopment(_ year: Int) -> [Double]? {
    ratio(systems(.selfDevelopmentPoints, year), systems(.selfDevelopmentHouseholds, year))?
      .map { $0 / 100 }
  }

  private func socialCapitalShare(_ year: Int) -> [Double]? {
    ratio(money(.socialCapital, year), money(.fundReceived, year))
  }

  /// A lever has no luck: the same value in every replication.
  private func levels(_ lever: TargetFigure.Lever, _ year: Int) -> [Double]? {
    let december = Month(year: year, month: 12)
    let value: Double?
    switch lever {
    case .parameter(let name): value = scenario.parameters.value(of: name, at: december)
    case .rollout(let mechanism, let name, let level2023):
      let isOn = scenario.setting(of: mechanism).isEnabled
      let before = level2023.map { scenario.parameters.value(of: $0, at: december) } ?? 0
      value = isOn ? scenario.parameters.value(of: name, at: december) : before
    }
    return value.map { [Double](repeating: $0, count: outcomes.replications.count) }
  }
}
