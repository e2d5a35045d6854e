/// Which parameters are fitted to which moments of which scenario, and with how much work.
public struct CalibrationPlan: Sendable, Hashable {
  /// The work of a calibration.
  public struct Design: Sendable, Hashable {
    /// Rounds of simulated points, at least 2: the first from the priors, the last near the targets.
    public var waves: Int
    /// Points a wave.
    public var draws: Int
    /// Possible futures of each point, the same for all points.
    public var replications: Int
    /// Share of households.
    public var sample: Double
    /// Seed of points and futures.
    public var seed: UInt64
    /// Years of weather for what speaks of droughts alone.
    public var weatherYears: Int
    /// Futures of prices for what speaks of prices alone.
    public var priceFutures: Int
    /// Points tried on the emulators in each wave after the first.
    public var candidates: Int
    /// Implausibility above which a point is ruled out, in standard deviations.
    public var cutOff: Double
    /// Moments that a point may miss by more than that.
    public var tolerated: Int

    /// The work of a calibration.
    public init(
      waves: Int, draws: Int, replications: Int, sample: Double, seed: UInt64, weatherYears: Int,
      priceFutures: Int, candidates: Int, cutOff: Double, tolerated: Int
    ) {
      self.waves = waves
      self.draws = draws
      self.replications = replications
      self.sample = sample
      self.seed = seed
      self.weatherYears = weatherYears
      self.priceFutures = priceFutures
      self.candidates = candidates
      self.cutOff = cutOff
      self.tolerated = tolerated
    }
  }

  /// Short name, from the file's name.
  public var name: String
  /// Title for readers.
  public var title: BilingualText
  /// Names of the fitted parameters; their declared priors are used.
  public var parameters: [String]
  /// The moments, in the order of the file.
  public var moments: [Moment]
  /// The work.
  public var design: Design

  /// A plan.
  public init(
    name: String, title: BilingualText, parameters: [String], moments: [Moment], design: Design
  ) {
    self.name = name
    self.title = title
    self.parameters = parameters
    self.moments = moments
    self.design = design
  }

  /// Places of the moments to which parameters are fitted.
  public var fitted: [Int] { moments.indices.filter { moments[$0].role == .fit } }
}
