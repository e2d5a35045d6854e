import Experiments
import Households
import Reporting

extension SimulationOptions {
  /// Whether results have to be computed and can be written to a folder.
  ///
  /// Asked before the simulation, so that nobody waits for minutes to learn that a folder is in the way.
  ///
  /// - Returns: `false` if the identical results are there already; then their report is named.
  /// - Throws: ``FolderError/exists(path:)``.
  func mayWrite(to place: String, over existing: ExistingFolder) throws -> Bool {
    switch existing {
    case .none: return true
    case .different where !replace: throw FolderError.exists(path: place)
    case .identical where !replace:
      let text = BilingualText(
        chinese: "相同的运行已有结果，予以保留。", english: "The identical run is already there and is kept.")
      print(text[messages])
      tellReport(in: place)
      return false
    default: return true
    }
  }

  /// Names the report, the last line of a command.
  func tellReport(in folder: String) {
    let text = BilingualText(chinese: "报告：", english: "Report: ")
    print(text[messages] + folder + "/report.html")
  }
}
