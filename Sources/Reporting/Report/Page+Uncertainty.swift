import Estimation
import Experiments
import Simulation

extension Page {
  /// Where the spread of the stock comes from, if parameters were drawn.
  var uncertaintySection: Markup {
    let rows = content.tables.uncertainty.filter { $0.measure == .stock }
    guard let draws = content.record.draws, !rows.isEmpty else { return "" }
    let numbers = ["draws": String(draws), "count": String(content.record.replications)]
    return section(
      .uncertaintyHeading, id: "uncertainty",
      [uncertaintyTable(rows, caption: say(.uncertaintyCaption, numbers)), note(.uncertaintyNote)])
  }

  private func uncertaintyTable(_ rows: [UncertaintyRow], caption: String) -> Markup {
    let points = { (share: Double) in NumberText.percentDigits(share, decimals: 2) }
    return ReportTable(
      caption: caption,
      header: [
        say(.year), say(.meanLine), say(.fromParameters), say(.fromFutures), say(.fromInterplay),
        say(.simulationError), say(.overParameters), say(.probabilityOfMeeting), say(.chanceBySet),
      ],
      rows: rows.map { row in
        [
          "\(row.year)", "\(rateCell(index.rate(.stock, year: row.year)))",
          "\(points(row.parameterDeviation))", "\(points(row.futureDeviation))",
          "\(points(row.interplayDeviation))", "\(points(row.simulationError))",
          "[\(points(row.expectedLower95)), \(points(row.expectedUpper95))]",
          chance(row.probabilityMet), range(row.probabilityByDraw),
        ]
      }, style: "dense"
    ).markup
  }

  private func chance(_ chance: WilsonInterval?) -> Markup {
    guard let chance else { return "\(NumberText.missing)" }
    return """
      \(NumberText.probability(chance.probability)) \
      \(NumberText.probabilityInterval(chance.lower95, chance.upper95))
      """
  }

  private func range(_ quantiles: SIMD3<Double>?) -> Markup {
    guard let quantiles else { return "\(NumberText.missing)" }
    return """
      \(NumberText.probability(quantiles[0])) – \(NumberText.probability(quantiles[2]))
      """
  }
}
