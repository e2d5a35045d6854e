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
  public static var header: [String] { TableSchema.population.header }

  /// The whole table as comma-separated values.
  public static func text(_ population: Population, geography: Geography) -> String {
    CommaSeparatedTable.text(.population) { table in
      fill(&table, population, geography: geography) { _, _ in [] }
    }
  }

  /// Adds rows of households; `leading` gives the cells in front of a row, or `nil` for no row.
  static func fill(
    _ table: inout CommaSeparatedTable, _ population: Population, geography: Geography,
    leading: (PopulationBlock, Int) -> [String]?
  ) {
    for block in population.blocks {
      let code = String(geography.counties[block.county].code)
      for row in 0..<block.count {
        guard let first = leading(block, row) else { continue }
        table.leading = first
        table.append(cells(block.columns, row, county: code))
      }
    }
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
