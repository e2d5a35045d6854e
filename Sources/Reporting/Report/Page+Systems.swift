import Estimation
import Experiments
import Households
import Simulation

extension Page {
  /// What each of the plan's systems did: one line a quantity, in three years.
  var systemsSection: Markup {
    section(.systemsHeading, id: "systems", [systemsTable, note(.systemsNote), designsTable])
  }

  /// Quantities that the run counted; the designs of the index have a table of their own.
  private var shownQuantities: [SystemQuantity] {
    let counted = SystemQuantity.allCases.filter {
      $0.mechanism != .shadowIndices && Self.means[$0] == nil
        && index.system($0, year: lastYear).mean.isFinite
    }
    let order = Mechanism.allCases
    let ofSystems = order.flatMap { mechanism in counted.filter { $0.mechanism == mechanism } }
    return ofSystems + counted.filter { $0.mechanism == nil }
  }

  /// Sums that are shown as a mean over another quantity, and what one unit of the sum is.
  private static let means:
    [SystemQuantity: (name: Word, over: SystemQuantity, unit: Word, size: Double)] = [
      .selfDevelopmentPoints: (
        .meanSelfDevelopment, .selfDevelopmentHouseholds, .unitPoints, 0.01
      ),
      .elsewhereDays: (.meanElsewhereDays, .elsewhereCases, .unitDays, 1),
    ]

  private var meanRows: [[Markup]] {
    SystemQuantity.allCases.compactMap { sum in
      guard let mean = Self.means[sum], index.system(sum, year: lastYear).mean.isFinite else {
        return nil
      }
      let name = sum.mechanism?.name[language] ?? say(.everyRun)
      return ["\(name)", "\(say(mean.name))", "\(say(mean.unit))"]
        + shownYears.map { year in
          let quotient =
            index.system(sum, year: year).mean / index.system(mean.over, year: year).mean
          return "\(NumberText.fixed(quotient * mean.size, decimals: 1))"
        } + ["\(NumberText.missing)"]
    }
  }

  /// The first year, the first of the verdict, and the last.
  private var shownYears: [Int] {
    let chosen = [years.first, index.verdictYears.first, years.last].compactMap { $0 }
    return Set(chosen).sorted()
  }

  private var systemsTable: Markup {
    ReportTable(
      caption: say(.systemsCaption, ["year": String(lastYear)]),
      header: [say(.system), say(.quantity), say(.unit)] + shownYears.map(String.init)
        + [say(.lastYearInterval, ["year": String(lastYear)])],
      rows: shownQuantities.map { quantity in
        let last = index.system(quantity, year: lastYear)
        let name = quantity.mechanism?.name[language] ?? say(.everyRun)
        return ["\(name)", "\(quantity.text[language])", "\(say(Word(quantity.unit)))"]
          + shownYears.map {
            "\(amount(index.system(quantity, year: $0).mean, quantity.unit))"
          }
          + ["[\(amount(last.lower95, quantity.unit)), \(amount(last.upper95, quantity.unit))]"]
      } + meanRows, wordColumns: 3, style: "dense systems"
    ).markup
  }

  /// Yuan in the unit of the page; other units as whole numbers.
  private func amount(_ value: Double, _ unit: SystemQuantity.Unit) -> String {
    unit == .yuan ? money(value) : NumberText.whole(value)
  }

  // MARK: Designs of the vulnerability index

  /// A design with its alerts that came true, that did not, what it missed and what it rightly left.
  private typealias Design = (
    name: Word, truePositives: SystemQuantity, falsePositives: SystemQuantity,
    falseNegatives: SystemQuantity, trueNegatives: SystemQuantity
  )

  private static let designs: [Design] = [
    (
      .designIncome, .shadowIncomeTruePositives, .shadowIncomeFalsePositives,
      .shadowIncomeFalseNegatives, .shadowIncomeTrueNegatives
    ),
    (
      .designFourLooks, .shadowFourLooksTruePositives, .shadowFourLooksFalsePositives,
      .shadowFourLooksFalseNegatives, .shadowFourLooksTrueNegatives
    ),
    (
      .designTwelve, .shadowTwelveIndicatorsTruePositives, .shadowTwelveIndicatorsFalsePositives,
      .shadowTwelveIndicatorsFalseNegatives, .shadowTwelveIndicatorsTrueNegatives
    ),
    (
      .designTwenty, .shadowTwentyVariablesTruePositives, .shadowTwentyVariablesFalsePositives,
      .shadowTwentyVariablesFalseNegatives, .shadowTwentyVariablesTrueNegatives
    ),
    (
      .designThree, .shadowThreeDimensionsTruePositives, .shadowThreeDimensionsFalsePositives,
      .shadowThreeDimensionsFalseNegatives, .shadowThreeDimensionsTrueNegatives
    ),
    (
      .designExpectedPoverty, .shadowExpectedPovertyTruePositives,
      .shadowExpectedPovertyFalsePositives, .shadowExpectedPovertyFalseNegatives,
      .shadowExpectedPovertyTrueNegatives
    ),
  ]

  /// All designs on the same households, over all years; empty if they were not scored.
  private var designsTable: Markup {
    let rows = Self.designs.compactMap(designRow)
    guard !rows.isEmpty else { return "" }
    let table = ReportTable(
      caption: say(.designsCaption),
      header: [
        say(.indexDesign), say(.precision), say(.recall), say(.balancedAccuracy),
        say(.alertsPerHundred),
      ], rows: rows, style: "short"
    ).markup
    return Markup([table, note(.designsNote)])
  }

  private func designRow(_ design: Design) -> [Markup]? {
    let sum = { (quantity: SystemQuantity) in
      years.map { index.system(quantity, year: $0).mean }.reduce(0, +)
    }
    let (hits, alarms) = (sum(design.truePositives), sum(design.falsePositives))
    let (misses, quiet) = (sum(design.falseNegatives), sum(design.trueNegatives))
    guard hits + misses > 0, alarms + quiet > 0 else { return nil }
    let (recall, specificity) = (hits / (hits + misses), quiet / (alarms + quiet))
    let precision = hits + alarms > 0 ? hits / (hits + alarms) : .nan
    let alerted = (hits + alarms) / (hits + alarms + misses + quiet)
    return ["\(say(design.name))"]
      + [precision, recall, (recall + specificity) / 2, alerted].map {
        "\(NumberText.percentDigits($0, decimals: 1))"
      }
  }
}
