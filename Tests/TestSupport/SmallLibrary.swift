import Foundation

/// A folder of scenarios of two prefectures and few years that stands on the committed numbers.
public final class SmallLibrary {
  /// The folder.
  public let path: String

  /// A folder with `base.yaml`.
  public init() throws {
    path = FileManager.default.temporaryDirectory.path + "/fangpin-library-\(UUID().uuidString)"
    let manager = FileManager.default
    try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
    for name in ["parameters", "geography"] {
      try manager.createSymbolicLink(
        atPath: "\(path)/\(name)",
        withDestinationPath: "\(TestScenario.repository)/Scenarios/\(name)")
    }
    try write(
      "base.yaml",
      """
      title: {zh: 小基准, en: Small base}
      period: {start: 2022-01, results_from: 2023, end: 2024}
      population: {counties: [赤水市, 仁怀市, 万山区]}
      policies: {reimbursement_guarantee: off}
      """)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file; returns its path.
  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try Data(text.utf8).write(to: url)
    return url.path
  }
}
