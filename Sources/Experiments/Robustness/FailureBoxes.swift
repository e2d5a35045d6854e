import Estimation
import Households

/// Something that differs between the states in which packages are tried.
public enum FailureFactor: Sendable {
  /// An uncertain number.
  case parameter(Parameter)
  /// Which event happens; categories are the events of the question.
  case event
  /// Which package is adopted; categories are the packages of the question.
  case package

  /// Name in tables.
  public var name: String {
    switch self {
    case .parameter(let parameter): parameter.name
    case .event: "event"
    case .package: "package"
    }
  }
}

/// Under which conditions packages fail.
public struct FailureBoxes: Sendable {
  /// The package whose failures these are, by its place in the question; `nil` for all packages together.
  public let package: Int?
  /// What the conditions are made of, in the order of the boxes' factors.
  public let factors: [FailureFactor]
  /// Number of states, of all packages that count.
  public let states: Int
  /// Number of failures among them.
  public let failures: Int
  /// Boxes from everything to the last; empty if no state is a failure, or every state.
  public let trajectory: [PrimBox]
  /// The box that is told: the densest with the coverage asked for; `nil` without boxes, or if no condition
  /// tells failures from others.
  public let box: PrimBox?
  /// How often each factor has a limit again when half of the states are searched; `nil` without a box.
  public let stability: PrimStability?

  /// Looks for the conditions.
  ///
  /// - Parameters:
  ///   - package: The package whose failures these are; `nil` for all.
  ///   - factors: What may tell failures, with its value in each state.
  ///   - isFailure: Whether each state is a failure.
  ///   - coverage: Least share of the failures in the box.
  ///   - seed: Key of the halves.
  init(
    package: Int?, factors: [(factor: FailureFactor, values: PrimFactor)], isFailure: [Bool],
    coverage: Double, seed: UInt64
  ) {
    self.package = package
    self.factors = factors.map(\.factor)
    states = isFailure.count
    failures = isFailure.count { $0 }
    let values = factors.map(\.values)
    let prim = try? Prim(factors: values, isCase: isFailure)
    trajectory = prim?.trajectory ?? []
    let box = prim?.box(coverageAtLeast: coverage).flatMap { $0.restrictions.isEmpty ? nil : $0 }
    self.box = box
    stability = box.map {
      PrimStability(of: $0, factors: values, isCase: isFailure, seed: seed)
    }
  }
}
