import Estimation
import Experiments
import Households
import Simulation

extension Page {
  /// What each of the plan's systems did: one line a quantity, in three years.
  var systemsSection: Markup {
    section(.systemsHeading, id: "systems", [systemsTable, note(.systemsNote)])
  }

  /// Quantities that the run counted.
  private var shownQuantities: [SystemQuantity] {
    SystemQuantity.allCases.filter { index.system($0, year: lastYear).mean.isFinite }
  }

  private var systemsTable: Markup {
    ReportTable(
      caption: say(.systemsCaption, ["year": String(lastYear)]),
      header: [say(.system), say(.quantity), say(.unit)] + years.map(String.init)
        + [say(.lastYearInterval, ["year": String(lastYear)])],
      rows: shownQuantities.map { quantity in
        let last = index.system(quantity, year: lastYear)
        let name = quantity.mechanism?.name[language] ?? say(.everyRun)
        return ["\(name)", "\(quantity.text[language])", "\(say(Word(quantity.unit)))"]
          + years.map { "\(amount(index.system(quantity, year: $0).mean, quantity.unit))" }
          + [
            "[\(amount(last.lower95, quantity.unit)), \(amount(last.upper95, quantity.unit))]"
          ]
      }, wordColumns: 3, style: "wide"
    ).markup
  }

  /// Yuan in the unit of the page; other units as whole numbers.
  private func amount(_ value: Double, _ unit: SystemQuantity.Unit) -> String {
    unit == .yuan ? money(value) : NumberText.whole(value)
  }
}
