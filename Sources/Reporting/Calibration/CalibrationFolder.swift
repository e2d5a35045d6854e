import Experiments
import Households

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder in which a calibration leaves its report, tables and ensemble.
public enum CalibrationFolder {
  /// Where a calibration is written if its author names no place.
  public static func defaultPath(for plan: CalibrationPlan) -> String {
    "Outputs/calibration-\(plan.name)"
  }

  /// Asked before anything is simulated, so that nobody waits for minutes to learn that a folder is in
  /// the way.
  ///
  /// - Throws: ``FolderError/exists(path:)``.
  public static func refuseExisting(at path: String) throws(FolderError) {
    if FileManager.default.fileExists(atPath: path) { throw .exists(path: path) }
  }

  /// Writes the folder, all of it or nothing.
  ///
  /// - Parameters:
  ///   - completed: The calibration.
  ///   - path: The folder.
  ///   - replace: Whether a folder of a calibration that is in the way is written anew.
  /// - Throws: ``FolderError``.
  public static func write(
    _ completed: CompletedCalibration, to path: String, replace: Bool
  ) throws {
    try FolderWriter(path: path, mark: "calibration.md", files: files(completed))
      .write(replace: replace)
  }

  /// Text of each file of the folder, by name.
  static func files(_ completed: CompletedCalibration) -> [(name: String, text: String)] {
    [
      (name: "calibration.md", text: CalibrationText.report(completed)),
      (name: "moments.csv", text: completed.momentsText),
      (name: "emulators.csv", text: completed.emulatorsText),
      (name: "conflicts.csv", text: completed.conflictsText),
      (name: "parameters.csv", text: completed.parametersText),
      (name: "points.csv", text: completed.pointsText),
      (name: "\(completed.posterior.name).csv", text: completed.posteriorText),
    ]
  }
}
