#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Households

/// The drawn households as one table: a row a household, a column a fixed fact, as the month reads it.
///
/// Rows stand county by county and township by township, in order of number within a township.
/// `county` is a code, `residence` the index of a prefecture; amounts are in yuan, those of income by
/// household and month. Numbers have the shortest digits that give the engine's single precision back.
public enum PopulationTable {
  /// Names of all columns, in order.
  public static var header: [String] {
    [
      "id", "county", "township", "weight", "sample_group", "flags", "persons", "males_0_to_14",
      "males_15_to_44", "males_45_to_59", "males_from_60", "females_0_to_14", "females_15_to_44",
      "females_45_to_59", "females_from_60", "workers", "students_senior", "students_vocational",
      "students_college", "livelihood", "destination", "residence", "permanent_income", "wage",
      "business", "transfer", "property", "savings", "assets", "debt", "admission_hazard",
      "trait_allowance", "trait_awareness", "trait_insurance", "trait_credit",
    ] + Rollout.allCases.map { "place_\($0.rawValue)" }
      + Product.allCases.map { "product_\($0.rawValue)" }
  }

  /// The whole table as comma-separated values.
  public static func text(_ population: Population, geography: Geography) -> String {
    var table = CommaSeparatedTable(header: header)
    for block in population.blocks {
      let code = String(geography.counties[block.county].code)
      for row in 0..<block.count { table.append(cells(block.columns, row, county: code)) }
    }
    return table.text
  }

  /// Writes the table into a file, over one that may be there, so that it is never half written.
  ///
  /// - Throws: ``FolderError/cannotWrite(path:reason:)`` if the file system refuses.
  public static func write(
    _ population: Population, geography: Geography, to path: String
  ) throws {
    do {
      try Data(text(population, geography: geography).utf8)
        .write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw FolderError.cannotWrite(path: path, reason: "\(error)")
    }
  }

  private static func cells(
    _ c: PopulationColumns, _ row: Int, county: String
  ) -> [String] {
    var cells = [String(c.id[row]), county, String(c.township[row])]
    cells += [c.weight, c.sampleGroup].map { String($0[row]) }
    cells += [String(c.flags[row]), String(c.persons[row])]
    cells += (0..<8).map { String(c.members($0)[row]) }
    cells.append(String(c.workers[row]))
    cells += (0..<3).map { String(c.students($0)[row]) }
    cells += [c.livelihood, c.destination, c.residence].map { String($0[row]) }
    cells += [
      c.permanentIncome, c.wage, c.business, c.transfer, c.property, c.savings, c.assets, c.debt,
      c.admissionHazard,
    ].map { $0[row].description }
    cells += (0..<4).map { String(c.trait($0)[row]) }
    cells += Rollout.allCases.map { String(c.place(in: $0)[row]) }
    return cells + Product.allCases.map { String(c.product($0.index)[row]) }
  }
}
