import Randomness

/// Chooses the best of several policies under shared shocks with as few replications as it takes.
///
/// After n₀ replications and after every further one, each pair of policies that are still in the race is
/// compared; policy *i* drops out when, with *r* replications and means X̄ (smaller is better),
///
///     X̄ᵢ > X̄ₗ + W(r)      W(r) = max(0, δ/(2r) · (h² S²/δ² − r))
///     h² = 2 η (n₀ − 1)    η = ½ ( (2α/(k − 1))^(−2/(n₀ − 1)) − 1 )
///
/// where S² is the variance of the difference of the two over the first n₀ replications. If the best is
/// better than every other by δ or more, it is chosen with a chance of at least 1 − α; if not, the chosen
/// one is within δ of the best with about that chance. Differences that are normal are assumed, and any
/// correlation is allowed, so shared shocks save replications.
///
/// Policies whose means are equal when no more replications are asked for cannot be told apart: the first
/// of them is kept.
///
/// Source: S.-H. Kim and B. L. Nelson, "A fully sequential procedure for indifference-zone selection in
/// simulation", *ACM Transactions on Modeling and Computer Simulation* 11(3), 2001, with c = 1.
public struct KimNelson: Sendable {
  /// Which policy is the best.
  public enum Goal: String, Sendable, Hashable, Codable {
    /// The one with the smallest expected value.
    case smallest
    /// The one with the largest expected value.
    case largest
  }

  /// Number of policies *k*.
  public let policies: Int
  /// Replications before the first comparison, n₀.
  public let firstStage: Int
  /// Allowed chance of a wrong choice α.
  public let error: Double
  /// Smallest difference that matters δ, in the unit of the values.
  public let difference: Double
  /// Which policy is the best.
  public let goal: Goal
  /// Policies still in the race, in ascending order.
  public private(set) var survivors: [Int]
  /// Replication, counted from 1, after which each policy was dropped; `nil` while it is in the race.
  public private(set) var droppedAfter: [Int?]
  /// Number of replications so far.
  public private(set) var replications = 0
  /// First values, and sums of what later ones add to them, sign turned so that smaller is better.
  private var first: [Double]
  private var sums: [Double]
  /// Values of the first stage, policy by policy.
  private var stage: [[Double]]
  /// Variance of the difference of each pair over the first stage; shape `[k × k]`.
  private var spread: [Double] = []

  /// A race that has not begun.
  ///
  /// - Parameters:
  ///   - policies: Number of policies, at least 2.
  ///   - firstStage: Replications before the first comparison, at least 2; Kim and Nelson advise 10 to 20
  ///     or more.
  ///   - error: Allowed chance of a wrong choice, above 0 and below (k − 1)/2 and 1.
  ///   - difference: Smallest difference that matters, positive, in the unit of the values.
  ///   - goal: Which policy is the best.
  public init(
    policies: Int, firstStage: Int, error: Double, difference: Double, goal: Goal = .smallest
  ) {
    precondition(policies > 1 && firstStage > 1, "two policies and two replications at least")
    precondition(difference > 0, "the difference that matters must be positive")
    precondition(
      error > 0 && error < 1 && 2 * error < Double(policies - 1), "the error is a small chance")
    (self.policies, self.firstStage, self.error) = (policies, firstStage, error)
    (self.difference, self.goal) = (difference, goal)
    survivors = Array(0..<policies)
    droppedAfter = Array(repeating: nil, count: policies)
    first = Array(repeating: 0, count: policies)
    sums = Array(repeating: 0, count: policies)
    stage = Array(repeating: [], count: policies)
  }

  /// Runs the race over a table that is complete, until it is decided or the table ends.
  ///
  /// - Parameters:
  ///   - table: A value by policy and replication, replications in the same order in all policies; shape
  ///     `[k][R]`.
  ///   - firstStage: Replications before the first comparison, at least 2.
  ///   - error: Allowed chance of a wrong choice.
  ///   - difference: Smallest difference that matters, in the unit of the values.
  ///   - goal: Which policy is the best.
  public init(
    table: [[Double]], firstStage: Int, error: Double, difference: Double, goal: Goal = .smallest
  ) {
    self.init(
      policies: table.count, firstStage: firstStage, error: error, difference: difference,
      goal: goal)
    precondition(table.allSatisfy { $0.count == table[0].count }, "equally many replications")
    for replication in table[0].indices where !isDecided {
      add(survivors.map { table[$0][replication] })
    }
  }

  /// The constant η.
  public var eta: Double {
    let odds = 2 * error / Double(policies - 1)
    return 0.5 * (Elementary.pow(odds, -2 / Double(firstStage - 1)) - 1)
  }

  /// The constant h².
  public var spreadFactor: Double { 2 * eta * Double(firstStage - 1) }

  /// Whether one policy alone is left.
  public var isDecided: Bool { survivors.count == 1 }

  /// The chosen policy; `nil` until it is decided.
  public var best: Int? { isDecided ? survivors[0] : nil }

  /// The policy in the race with the best mean so far; the first of equals.
  public var leader: Int {
    survivors.min { (centre($0), $0) < (centre($1), $1) } ?? survivors[0]
  }

  /// Mean of a policy over the replications in which it was in the race; NaN before the first.
  public func mean(of policy: Int) -> Double {
    goal == .smallest ? centre(policy) : -centre(policy)
  }

  /// Replications after which the race is decided for certain; `nil` before the first comparison.
  public var mostReplications: Int? {
    guard replications >= firstStage else { return nil }
    if isDecided { return replications }
    var most = replications
    for i in survivors {
      for l in survivors where l > i {
        let needed = spreadFactor * spread[i * policies + l] / (difference * difference)
        // A race that cannot end within the numbers of the machine ends never.
        most = max(most, needed < 0x1p62 ? Int(needed.rounded(.up)) : Int.max)
      }
    }
    return most
  }

  /// Takes the next replication of the policies in the race.
  ///
  /// - Parameter values: One value per policy of ``survivors``, in that order, finite.
  public mutating func add(_ values: [Double]) {
    precondition(!isDecided, "the race is over")
    precondition(values.count == survivors.count, "one value for each policy in the race")
    replications += 1
    for (policy, raw) in zip(survivors, values) {
      let value = goal == .smallest ? raw : -raw
      if replications == 1 { first[policy] = value }
      sums[policy] += value - first[policy]
      if replications <= firstStage { stage[policy].append(value) }
    }
    guard replications >= firstStage else { return }
    if replications == firstStage { measureSpread() }
    screen()
  }

  private func centre(_ policy: Int) -> Double {
    let count = droppedAfter[policy] ?? replications
    return count == 0 ? .nan : first[policy] + sums[policy] / Double(count)
  }

  private mutating func measureSpread() {
    spread = Array(repeating: 0, count: policies * policies)
    for i in 0..<policies {
      for l in 0..<policies where l != i {
        let differences = zip(stage[i], stage[l]).map { $0 - $1 }
        spread[i * policies + l] = Moments(differences).variance
      }
    }
    stage = []
  }

  private mutating func screen() {
    let means = (0..<policies).map { centre($0) }
    let count = Double(replications)
    let factor = spreadFactor / (difference * difference)
    let dropped = survivors.filter { i in
      survivors.contains { l in
        guard l != i else { return false }
        let rest = factor * spread[i * policies + l] - count
        if rest <= 0 && means[i] == means[l] { return l < i }
        return means[i] > means[l] + max(0, difference / (2 * count) * rest)
      }
    }
    for policy in dropped { droppedAfter[policy] = replications }
    survivors.removeAll { dropped.contains($0) }
  }
}
