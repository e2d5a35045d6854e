import Foundation

// Fills in the documents of coverage: each line `{table 1}` … `{table 4}` of a template on the command
// line, then the Swift table. Arguments: template and document in English, the same in Chinese, and the
// path of the Swift table.
let paths = CommandLine.arguments.dropFirst().map { URL(filePath: $0) }
guard paths.count == 5 else {
  FileHandle.standardError.write(
    Data("coverage: TEMPLATE DOCUMENT TEMPLATE-ZH DOCUMENT-ZH TABLE\n".utf8))
  exit(64)
}
let measured = CoverageTable()
for (place, headings) in [(0, CoverageTable.Headings.english), (2, .chinese)] {
  var text = try String(contentsOf: paths[place], encoding: .utf8)
  for (number, table) in measured.tables(headings).enumerated() {
    text = text.replacingOccurrences(of: "{table \(number + 1)}\n", with: table)
  }
  try Data(text.utf8).write(to: paths[place + 1])
}
try Data(measured.source.utf8).write(to: paths[4])
