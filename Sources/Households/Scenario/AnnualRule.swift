/// A rule by which policy answers, each January, to what the authorities saw of the year before.
///
/// It reads recognised figures only: what nobody has found moves no rule. Where its condition holds,
/// it moves the strength of one mechanism from that January on.
public struct AnnualRule: Sendable, Hashable {
  /// A figure of a year that the authorities have on their desks.
  public enum Quantity: String, Sendable, Hashable, CaseIterable {
    /// Formerly-poor persons whose return was found in the year ÷ formerly-poor persons.
    case recognisedFlow = "recognised_flow"
    /// Formerly-poor persons in a found and open spell of return on 31 December ÷ formerly-poor
    /// persons; that a found spell has ended is taken to be known.
    case recognisedStock = "recognised_stock"
    /// Formerly-poor persons in monitored households on 31 December ÷ formerly-poor persons.
    case monitoredShare = "monitored_share"
    /// Mean days from the first sign to recognition, over the households recognised in the year.
    case daysToRecognition = "days_to_recognition"
    /// Emergency relief refused for want of money ÷ relief paid and refused.
    case reliefShortageShare = "relief_shortage_share"
    /// Cases that wait for a visit on 31 December ÷ these and the visits made in the year.
    case waitingShare = "waiting_share"

    /// Values it can have; all but the days are shares.
    public var valid: ClosedRange<Double> { self == .daysToRecognition ? 0...3650 : 0...1 }
  }

  /// What it does to the strength of its mechanism.
  public enum Effect: Sendable, Hashable {
    /// Multiplies the strength each time it fires, within bounds; 1 is as the scenario writes it.
    case multiply(by: Double, within: ClosedRange<Double>)
    /// Sets the strength to a multiple of what the scenario writes.
    case set(to: Double)

    /// The factor on the scenario's strength after firing once more.
    ///
    /// Model equation (62.1).
    public func applied(to factor: Double) -> Double {
      switch self {
      case .multiply(let step, let bounds):
        min(max(factor * step, bounds.lowerBound), bounds.upperBound)
      case .set(let value): value
      }
    }
  }

  /// Whose figures decide, and where the strength moves.
  public enum Scope: String, Sendable, Hashable, CaseIterable {
    /// Each prefecture by its own figures.
    case eachPrefecture = "each_prefecture"
    /// The whole province by the province's figures.
    case province
  }

  /// Title for readers.
  public let title: BilingualText
  /// What is looked at.
  public let quantity: Quantity
  /// Whether it fires above the threshold; otherwise below it.
  public let isAbove: Bool
  /// The threshold; a figure equal to it does not fire.
  public let threshold: Double
  /// Whose strength moves.
  public let mechanism: Mechanism
  /// How it moves.
  public let effect: Effect
  /// Where it moves.
  public let scope: Scope

  /// A rule.
  public init(
    title: BilingualText, quantity: Quantity, isAbove: Bool, threshold: Double,
    mechanism: Mechanism, effect: Effect, scope: Scope
  ) {
    self.title = title
    self.quantity = quantity
    self.isAbove = isAbove
    self.threshold = threshold
    self.mechanism = mechanism
    self.effect = effect
    self.scope = scope
  }

  /// Whether the figure of last year makes it fire; no figure (nobody counted) never does.
  public func fires(at figure: Double?) -> Bool {
    guard let figure else { return false }
    return isAbove ? figure > threshold : figure < threshold
  }

  /// Mechanisms whose strength authorities can move: policies and the finding of households.
  ///
  /// Public works are left out: what has been built stands, whatever last year showed.
  public static let movable = Mechanism.allCases.filter {
    ($0.section == .policies || $0.section == .finding) && $0 != .publicWorks
  }
}
