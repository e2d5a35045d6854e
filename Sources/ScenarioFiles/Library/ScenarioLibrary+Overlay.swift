import Households

extension ScenarioLibrary {
  /// Reads a scenario with what another file itself writes laid over it; what that file extends does not count.
  ///
  /// So the same changes can be made to any scenario, such as those that leave everybody without help.
  ///
  /// - Parameters:
  ///   - path: The scenario file.
  ///   - overlay: The file whose own settings are laid over it; its events come on top of the others.
  /// - Returns: A scenario in which nothing is left to check, with the overlay's title and name.
  /// - Throws: Every mistake of all files at once, in order of place.
  public static func scenario(
    at path: String, under overlay: String
  ) throws(ScenarioFileErrors) -> Scenario {
    let mistakes = MistakeList()
    guard let root = rootFolder(above: path) else {
      mistakes.add(
        .whole(path), english: "no folder above this file holds parameters and geography.",
        chinese: "此文件的上级文件夹中没有 parameters 和 geography。")
      throw ScenarioFileErrors(mistakes: mistakes.mistakes)
    }
    let declared = readParameters(folder: root, mistakes: mistakes)
    let geography = readGeography(folder: root, mistakes: mistakes)
    try mistakes.throwIfAny()
    let chain = ScenarioChain(
      reader: ScenarioFileReader(declared: declared, geography: geography, mistakes: mistakes),
      root: root)
    let scenario = chain.scenario(at: path, under: overlay)
    try mistakes.throwIfAny()
    guard let scenario else { fatalError("a scenario without value and without mistake") }
    return scenario
  }
}
