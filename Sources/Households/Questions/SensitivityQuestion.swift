/// What a sensitivity analysis is to do: which uncertain numbers move a rate.
public struct SensitivityQuestion: Sendable {
  /// How much is simulated.
  public struct Design: Sendable, Hashable {
    /// Futures, households and seed of the baseline, the tornado and the shocks that are switched off.
    public var study: StudyDesign
    /// Futures of each point of the screening and of the indices.
    public var futures: Int
    /// Base points of the screening, from each of which every theme or number is moved once.
    public var blocks: Int
    /// Leading themes whose numbers are moved one by one; 0 for all themes.
    public var themes: Int
    /// Rows of the design of the Sobol' indices; 0 for none.
    public var rows: Int
    /// Leading numbers that get indices and a bar of the tornado.
    public var top: Int

    /// The work of an analysis.
    public init(
      study: StudyDesign, futures: Int, blocks: Int, themes: Int, rows: Int, top: Int
    ) {
      self.study = study
      self.futures = futures
      self.blocks = blocks
      self.themes = themes
      self.rows = rows
      self.top = top
    }
  }

  /// Short name, from the file's name.
  public let name: String
  /// Title for readers.
  public let title: BilingualText
  /// The question as a sentence.
  public let question: BilingualText?
  /// The question file as it was read.
  public let text: String
  /// The scenario whose uncertainty is asked about.
  public let baseline: QuestionScenario
  /// The rate.
  public let rate: HeadlineRate
  /// Ensemble of a calibration whose marginals take the place of priors; `nil` for priors alone.
  public let posterior: PosteriorEnsemble?
  /// Numbers that get indices whatever the screening says.
  public let named: [String]
  /// The work that reaches the precision meant.
  public let whole: Design
  /// The work within ten minutes.
  public let quick: Design

  /// A question, already validated.
  public init(
    name: String, title: BilingualText, question: BilingualText?, text: String,
    baseline: QuestionScenario, rate: HeadlineRate, posterior: PosteriorEnsemble?,
    named: [String], whole: Design, quick: Design
  ) {
    self.name = name
    self.title = title
    self.question = question
    self.text = text
    self.baseline = baseline
    self.rate = rate
    self.posterior = posterior
    self.named = named
    self.whole = whole
    self.quick = quick
  }
}
