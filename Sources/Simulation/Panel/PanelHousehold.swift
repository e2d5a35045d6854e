import Households

/// A household of a panel: what does not change in a run.
public struct PanelHousehold: Sendable, Hashable {
  /// Persistent number.
  public let number: UInt32
  /// Index of the county of registration in the geography.
  public let county: Int
  /// Index of that county's prefecture in the geography.
  public let prefecture: Int
  /// What it mainly lives on.
  public let livelihood: Livelihood
  /// Whether it was registered as poor before 2020 and lifted since.
  public let isFormerlyPoor: Bool
  /// Households it stands for before sampling.
  public let weight: UInt8
  /// Hash group 0 to 39, for the error of a sample of households.
  public let sampleGroup: UInt8

  init(_ block: PopulationBlock, row: Int, prefecture: Int) {
    let p = block.columns
    guard let livelihood = Livelihood(rawValue: p.livelihood[row]) else {
      preconditionFailure("every household lives on something")
    }
    number = p.id[row]
    county = block.county
    self.prefecture = prefecture
    self.livelihood = livelihood
    isFormerlyPoor = p.flags[row] & HouseholdFlags.formerlyPoor.rawValue != 0
    weight = p.weight[row]
    sampleGroup = p.sampleGroup[row]
  }
}
