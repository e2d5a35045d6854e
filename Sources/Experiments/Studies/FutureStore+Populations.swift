import Foundation
import Households
import Provenance

extension FutureStore {
  /// Populations that are kept, the latest; a whole province takes 300 MB.
  private static let mostPopulations = 8

  /// The households of a scenario, read from the store where they have been built before.
  ///
  /// A household table is given and not drawn, so it is never kept.
  ///
  /// - Parameters:
  ///   - scenario: What is believed.
  ///   - options: Sample, threads and size of blocks.
  /// - Returns: The households and their digest.
  /// - Throws: `SynthesisError`.
  func population(
    of scenario: Scenario, _ options: RunOptions
  ) throws -> (population: Population, digest: String) {
    guard case .synthetic = scenario.populationSource else {
      return try PopulationInputs.built(of: scenario, options)
    }
    let place = path(PopulationInputs.text(of: scenario, options), ending: "population")
    if let kept = PopulationFile.read(at: place, threads: options.threads) { return kept }
    let built = try PopulationInputs.built(of: scenario, options)
    replace(place) {
      try PopulationFile.write(
        built.population, digest: built.digest, threads: options.threads, to: $0)
    }
    forgetOldPopulations()
    return built
  }

  private func forgetOldPopulations() {
    let manager = FileManager.default
    let files = (manager.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".population") }
      .map { "\(folder)/\($0)" }
    guard files.count > Self.mostPopulations else { return }
    let dated = files.map { path in
      let date = (try? manager.attributesOfItem(atPath: path))?[.modificationDate] as? Date
      return (path: path, date: date ?? .distantPast)
    }
    for old in dated.sorted(by: { $0.date > $1.date }).dropFirst(Self.mostPopulations) {
      try? manager.removeItem(atPath: old.path)
    }
  }
}
