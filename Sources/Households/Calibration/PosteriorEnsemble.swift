import Randomness

/// Sets of parameters that reproduce recorded moments about equally well, with weights: what is believed
/// after calibration.
public struct PosteriorEnsemble: Sendable, Hashable {
  /// Short name, from the file's name.
  public let name: String
  /// Names of the calibrated parameters.
  public let parameters: [String]
  /// Values by member, in the order of the names; shape `[members][parameters]`.
  public let members: [[Double]]
  /// Weights of the members; they add up to 1.
  public let weights: [Double]

  /// An ensemble.
  ///
  /// - Parameters:
  ///   - name: Short name.
  ///   - parameters: Names, each once.
  ///   - members: At least one; one value a name.
  ///   - weights: One a member, none negative, not all 0.
  public init(name: String, parameters: [String], members: [[Double]], weights: [Double]) {
    precondition(members.count == weights.count && !members.isEmpty, "one weight a member")
    precondition(members.allSatisfy { $0.count == parameters.count }, "one value a parameter")
    let sum = weights.reduce(0, +)
    precondition(sum > 0 && weights.allSatisfy { $0 >= 0 }, "weights must be positive")
    self.name = name
    self.parameters = parameters
    self.members = members
    self.weights = weights.map { $0 / sum }
  }

  /// How many equally weighted members it is worth: 1 / Σ w².
  public var effectiveSize: Double { 1 / weights.reduce(0) { $0 + $1 * $1 } }

  /// Members taken in proportion to their weights, by systematic resampling: a member of weight *w* is
  /// taken ⌊*w* count⌋ or one more times.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - seed: Key of the only random number.
  /// - Returns: Places of members, ascending.
  public func resampled(_ count: Int, seed: UInt64) -> [Int] {
    let key = DrawKey(seed: seed, shockYear: 0, householdReplication: 0)
    let start = key.world(.province, 0, .resampling)[0].uniform
    var places: [Int] = []
    var member = 0
    var reached = weights[0]
    for step in 0..<count {
      let position = (Double(step) + start) / Double(count)
      while position >= reached, member + 1 < weights.count {
        member += 1
        reached += weights[member]
      }
      places.append(member)
    }
    return places
  }
}
