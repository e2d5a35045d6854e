import Estimation
import Experiments
import Simulation

extension Page {
  /// The variance of the stock by source, if it was split.
  var varianceSection: Markup {
    let rows = content.variance.filter { $0.measure == .stock }
    guard let levels = rows.first?.components.levels else { return "" }
    let words = say(
      .varianceLevels,
      ["draws": String(levels[0]), "years": String(levels[1]), "luck": String(levels[2])])
    let table = ReportTable(
      caption: say(.varianceCaption, ["levels": words]),
      header: [
        say(.year), say(.fromParameters), say(.shockYears), say(.luckOfHouseholds),
        say(.interplayOfThree), say(.errorOfMean),
      ],
      rows: rows.map { row in
        ["\(row.year)"] + shares(row.components)
          + ["\(NumberText.percentDigits(row.components.meanVariance.squareRoot(), decimals: 2))"]
      }, style: "short")
    return section(.varianceHeading, id: "variance", [table.markup, note(.varianceNote)])
  }

  /// Shares of parameters, shock-years and households, and of all their interplay.
  private func shares(_ parts: VarianceComponents) -> [Markup] {
    let share = { (source: VarianceRow.Source) in
      max(0, parts.components[source.rawValue]) / parts.total
    }
    let main: [VarianceRow.Source] = [.parameters, .shockYears, .households]
    let rest = VarianceRow.Source.allCases.filter { !main.contains($0) }
    return (main.map(share) + [rest.reduce(0) { $0 + share($1) }]).map {
      "\(NumberText.percent($0, decimals: 1))"
    }
  }
}
