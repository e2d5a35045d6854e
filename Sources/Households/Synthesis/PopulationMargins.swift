/// Compares a population with the figures it was drawn to have.
public enum PopulationMargins {
  /// Achieved and target margins of the formerly-poor households.
  ///
  /// Targets of persons and mean income are those of the simulated counties. Shares that are known
  /// for the province only are left out when some counties are not simulated, and persons when the
  /// households come from a table.
  ///
  /// - Parameters:
  ///   - population: Households drawn for the scenario, or a sample of them.
  ///   - scenario: The scenario they were drawn for; targets and tolerances are its parameters.
  /// - Returns: Province first, then prefectures in order of code.
  /// - Throws: `SynthesisError.missingParameters` with the names that no file declares.
  public static func measure(
    _ population: Population, scenario: Scenario
  ) throws -> [PopulationMargin] {
    let reader = ParameterReader(scenario.parameters, at: scenario.start)
    let tally = MarginTally(population, lines: Lines2022(reader))
    let table = MarginTable(
      plan: try SynthesisPlan(scenario), tally: tally, scenario: scenario, reader: reader,
      sampleFraction: population.sampleFraction)
    let margins = table.margins()
    guard reader.missing.isEmpty else {
      throw SynthesisError.missingParameters(Set(reader.missing).sorted())
    }
    return margins
  }
}

/// Assembles margins from sums and targets.
private struct MarginTable {
  let plan: SynthesisPlan
  let tally: MarginTally
  let scenario: Scenario
  let reader: ParameterReader
  let sampleFraction: Double

  private var isWholeProvince: Bool {
    scenario.counties.count == scenario.geography.counties.count
  }
  private var isDrawn: Bool {
    if case .synthetic = scenario.populationSource { return true }
    return false
  }

  func margins() -> [PopulationMargin] {
    var margins = size() + income()
    if isWholeProvince {
      margins += sources() + spread() + lines() + households() + workAndSchool()
    }
    return margins + ages() + prefectures()
  }

  // MARK: Province

  private func size() -> [PopulationMargin] {
    let households = max(tally.households, 1)
    let mean = tally.persons / households
    let variance = max(tally.squaredPersons / households - mean * mean, 0)
    let deviation = variance.squareRoot()
    let wanted = planned(scenario.counties)
    var margins: [PopulationMargin] = []
    if isDrawn { margins.append(persons(scenario.counties, region: nil)) }
    margins.append(
      margin(
        "household_size", BilingualText(chinese: "户均人口", english: "Household size"), .persons,
        wanted.persons / max(wanted.households, 1), mean, "household_size", deviation: deviation))
    if isWholeProvince {
      margins.append(
        margin(
          "household_size_sd",
          BilingualText(chinese: "户规模标准差", english: "Standard deviation of household size"),
          .persons, reader["population.target_household_size_sd"], deviation, "household_size",
          deviation: deviation))
    }
    return margins
  }

  private func income() -> [PopulationMargin] {
    let wanted = planned(scenario.counties)
    let achieved = tally.incomeOfCounty.reduce(0, +) / max(tally.persons, 1)
    let target = wanted.income / max(wanted.persons, 1)
    return [
      margin(
        "mean_income", BilingualText(chinese: "人均纯收入", english: "Mean income per head"), .yuan,
        target, achieved, "mean_income", scale: target,
        deviation: target * tally.relativeIncomeDeviation)
    ]
  }

  private func sources() -> [PopulationMargin] {
    let names: [(String, String, String)] = [
      ("wage", "工资性收入占比", "Wage share of income"),
      ("business", "经营净收入占比", "Business share of income"),
      ("transfer", "转移净收入占比", "Transfer share of income"),
      ("property", "财产净收入占比", "Property share of income"),
    ]
    let total = max(tally.sources.sum(), 1)
    return names.enumerated().map { place, name in
      share(
        "\(name.0)_share", name.1, name.2, reader["population.target_\(name.0)_share"],
        tally.sources[place] / total,
        name.0 == "property" ? "property_share" : "source_share")
    }
  }

  private func spread() -> [PopulationMargin] {
    let achieved = (tally.squaredLogDeviations / max(tally.persons, 1)).squareRoot()
    return [
      margin(
        "income_sigma",
        BilingualText(
          chinese: "县内持久收入对数标准差",
          english: "Log standard deviation of permanent income within counties"),
        .logPoints, reader["population.income_sigma"], achieved, "income_sigma",
        deviation: achieved)
    ]
  }

  private func lines() -> [PopulationMargin] {
    let persons = max(tally.persons, 1)
    return [
      share(
        "below_return_line", "冲击前持久收入低于返贫线的人口比例",
        "Persons with permanent income below the return line, before any shock",
        reader["population.target_below_return_line"], tally.belowReturnLine / persons,
        "below_return_line"),
      share(
        "below_monitoring_line", "冲击前持久收入低于监测线的人口比例",
        "Persons with permanent income below the monitoring line, before any shock",
        reader["population.target_below_monitoring_line"], tally.belowMonitoringLine / persons,
        "below_monitoring_line"),
    ]
  }

  private func households() -> [PopulationMargin] {
    let all = max(tally.households, 1)
    let types = plan.settings.formerlyPoor.livelihood
    return [
      share(
        "farm_share", "务农型户比例", "Farm households", types[2], tally.livelihoods[2] / all,
        "household_share"),
      share(
        "no_labour_share", "整户无劳动力户比例", "Households without labour", types[3],
        tally.livelihoods[3] / all, "household_share"),
      share(
        "relocated_share", "易地搬迁人口比例", "Relocated persons",
        reader["population.relocated_share"], tally.relocatedPersons / max(tally.persons, 1),
        "household_share"),
      share(
        "insurance_enrolment", "基本医保参保率", "Enrolled in basic medical insurance",
        reader["population.insurance_enrolment"], tally.insured / all, "household_share"),
      share(
        "lives_elsewhere", "住在其他市州的户比例", "Households living in another prefecture",
        reader["population.target_lives_elsewhere"], tally.livingElsewhere / all,
        "household_share"),
    ]
  }

  private func workAndSchool() -> [PopulationMargin] {
    let all = max(tally.households, 1)
    return [
      margin(
        "workers", BilingualText(chinese: "户均务工人数", english: "Wage earners per household"),
        .perHousehold, reader["population.target_workers"], tally.workers / all, "workers",
        deviation: max(tally.workers / all, 0).squareRoot()),
      margin(
        "students",
        BilingualText(
          chinese: "户均非义务教育在读人数",
          english: "Students beyond compulsory school per household"),
        .perHousehold, reader["population.target_students"], tally.students / all, "workers",
        deviation: max(tally.students / all, 0).squareRoot()),
    ]
  }

  private func ages() -> [PopulationMargin] {
    let wanted = planned(scenario.counties)
    let target = max(wanted.persons, 1)
    let persons = max(tally.persons, 1)
    return [
      share(
        "elderly_share", "60岁及以上人口占比", "Persons aged 60 and over", wanted.elderly / target,
        tally.elderly / persons, "age_share"),
      share(
        "children_share", "0–14岁人口占比", "Persons aged 0–14", wanted.children / target,
        tally.children / persons, "age_share"),
    ]
  }

  // MARK: Prefectures

  private func prefectures() -> [PopulationMargin] {
    let provincial = tally.incomeOfCounty.reduce(0, +) / max(tally.persons, 1)
    let wanted = planned(scenario.counties)
    let wantedMean = wanted.income / max(wanted.persons, 1)
    return scenario.geography.prefectures.indices.flatMap { region -> [PopulationMargin] in
      let counties = scenario.counties.filter {
        scenario.geography.counties[$0].prefecture == region
      }
      let part = planned(counties)
      guard part.persons > 0 else { return [] }
      let persons = max(sum(tally.personsOfCounty, counties), 1)
      let achieved = sum(tally.incomeOfCounty, counties) / persons
      let households = sum(tally.householdsOfCounty, counties)
      let index = margin(
        "income_index",
        BilingualText(
          chinese: "人均收入与总体之比", english: "Mean income relative to all simulated"),
        .ratio, part.income / part.persons / max(wantedMean, 1), achieved / max(provincial, 1),
        "income_index", deviation: tally.relativeIncomeDeviation, households: households,
        region: region)
      return isDrawn ? [self.persons(counties, region: region), index] : [index]
    }
  }

  private func persons(_ counties: [Int], region: Int?) -> PopulationMargin {
    let target = planned(counties).persons
    // A household in a sample brings all its persons: √(mean square of size) over mean size.
    let relativeDeviation =
      (tally.squaredPersons * tally.households).squareRoot() / max(tally.persons, 1)
    return margin(
      "formerly_poor_persons",
      BilingualText(chinese: "脱贫人口数", english: "Formerly-poor persons"), .persons, target,
      sum(tally.personsOfCounty, counties) / sampleFraction, "persons", scale: target,
      deviation: relativeDeviation * target, households: sum(tally.householdsOfCounty, counties),
      region: region)
  }

  // MARK: Parts

  private struct Planned {
    var persons = 0.0
    var households = 0.0
    var income = 0.0
    var elderly = 0.0
    var children = 0.0
  }

  private func planned(_ counties: [Int]) -> Planned {
    counties.reduce(into: Planned()) { sum, index in
      let kind = plan.counties[index].formerlyPoor
      sum.persons += kind.persons
      sum.households += Double(kind.households)
      sum.income += kind.persons * kind.meanIncome
      sum.elderly += kind.persons * kind.elderlyShare
      sum.children += kind.persons * scenario.geography.counties[index].shareChildren
    }
  }

  private func sum(_ values: [Double], _ counties: [Int]) -> Double {
    counties.reduce(0) { $0 + values[$1] }
  }

  private func share(
    _ key: String, _ chinese: String, _ english: String, _ target: Double, _ achieved: Double,
    _ tolerance: String
  ) -> PopulationMargin {
    // Persons of a household come together, which widens the error of a share a little.
    let deviation = 1.2 * max(target * (1 - target), 0).squareRoot()
    return margin(
      key, BilingualText(chinese: chinese, english: english), .share, target, achieved, tolerance,
      deviation: deviation)
  }

  /// A margin whose tolerance is a parameter times `scale`, plus three standard errors of a sample
  /// of households whose values have a standard deviation of `deviation`.
  private func margin(
    _ key: String, _ name: BilingualText, _ unit: MarginUnit, _ target: Double, _ achieved: Double,
    _ tolerance: String, scale: Double = 1, deviation: Double, households: Double? = nil,
    region: Int? = nil
  ) -> PopulationMargin {
    let drawn = max(households ?? tally.households, 1)
    let sampling = 3 * deviation * ((1 - sampleFraction) / drawn).squareRoot()
    let prefecture = region.map { scenario.geography.prefectures[$0] }
    return PopulationMargin(
      key: key, name: name, unit: unit.text, region: prefecture?.code ?? Geography.provinceCode,
      scope: prefecture.map { BilingualText(chinese: $0.name, english: $0.latinName) }
        ?? BilingualText(chinese: "模拟范围", english: "All simulated counties"),
      target: target, achieved: achieved,
      tolerance: reader["population.tolerance_\(tolerance)"] * scale + sampling)
  }
}

/// Units of margins.
private enum MarginUnit {
  case persons, yuan, share, ratio, logPoints, perHousehold

  var text: BilingualText {
    switch self {
    case .persons: BilingualText(chinese: "人", english: "persons")
    case .yuan: BilingualText(chinese: "元/人·年", english: "yuan per person and year")
    case .share: BilingualText(chinese: "比例", english: "share")
    case .ratio: BilingualText(chinese: "比值", english: "ratio")
    case .logPoints: BilingualText(chinese: "对数点", english: "log points")
    case .perHousehold: BilingualText(chinese: "人/户", english: "per household")
    }
  }
}
