/// A box in the space of factors, and how well it singles out the cases.
public struct PrimBox: Sendable, Hashable {
  /// How a box came about.
  public enum Step: String, Sendable, Hashable, Codable {
    /// Everything.
    case start
    /// A slice was taken off.
    case peel
    /// A slice was put back.
    case paste
  }

  /// One limit of a box.
  public struct Restriction: Sendable, Hashable {
    /// Which values the limit leaves.
    public enum Limit: Sendable, Hashable {
      /// Not below a number.
      case atLeast(Double)
      /// Not above a number.
      case atMost(Double)
      /// One of some categories, in ascending order.
      case oneOf([Int])
    }

    /// Number of the factor.
    public let factor: Int
    /// Which values the limit leaves.
    public let limit: Limit
    /// Quasi-p: chance that as many states as are in the box would have at least as many cases if the limit
    /// told nothing, that is if each were a case with the density of the box without this limit.
    ///
    /// It is no test: the limit was looked for in the same states.
    ///
    /// Source: B. P. Bryant and R. J. Lempert, "Thinking inside the box", *Technological Forecasting and
    /// Social Change* 77(1), 2010.
    public let quasiProbability: Double
  }

  /// How the box came about.
  public let step: Step
  /// What is inside, by factor; shape `[factors]`.
  public let ranges: [PrimRange]
  /// The limits that the box has, by factor; a factor may have a lower and an upper one.
  public let restrictions: [Restriction]
  /// Number of states inside.
  public let states: Int
  /// Number of cases inside.
  public let cases: Int
  /// Share of all cases that is inside.
  public let coverage: Double
  /// Share of the states inside that are cases.
  public let density: Double
  /// Share of all states that is inside.
  public let mass: Double

  /// Factors that have a limit, in ascending order.
  public var restrictedFactors: [Int] {
    restrictions.reduce(into: []) { if $0.last != $1.factor { $0.append($1.factor) } }
  }
}
