/// Where a number comes from, from firm to weak.
public enum Origin: String, Sendable, CaseIterable {
  /// Stated in the plan 《贵州防贫工作方案》.
  case plan
  /// Looked up in a publication.
  case literature
  /// Derived by arithmetic from stated or published figures.
  case derived
  /// Set so that simulated moments meet recorded ones.
  case calibrated
  /// Remembered from a publication that was not looked up.
  case recalled
  /// A modelling judgement.
  case assumption
}

/// What is believed about a number before data: its distribution for parameter uncertainty.
public enum Prior: Hashable, Sendable {
  /// Not uncertain (a definition or a policy setting).
  case fixed
  /// Uniform between two bounds.
  case uniform(Double, Double)
  /// Triangular: lowest, most likely, highest.
  case triangular(Double, Double, Double)
  /// Normal with mean and standard deviation.
  case normal(Double, Double)
  /// Lognormal with median and standard deviation of the logarithm.
  case lognormal(Double, Double)
  /// Beta with its two shape parameters.
  case beta(Double, Double)
  /// Equally likely readings, such as contradictory figures of the plan.
  case choices([Double])
}

/// One number (or twelve, one a calendar month) of the model, with everything needed to trust it.
public struct Parameter: Sendable {
  /// Dotted name, `<mechanism or theme>.<quantity>`, such as `illness.major_share`.
  public let name: String
  /// One value, or twelve (January first) for a seasonal pattern.
  public let values: [Double]
  /// Unit in words, such as `share` or `yuan per person and year`.
  public let unit: String
  /// Lowest and highest value the model accepts.
  public let valid: ClosedRange<Double>
  /// Distribution for parameter uncertainty.
  public let prior: Prior
  /// How firm the number is.
  public let origin: Origin
  /// Plan section, publication or the word assumption with its reason.
  public let source: String
  /// What it means, for readers.
  public let meaning: BilingualText
  /// File that declares it, relative to the scenario folder.
  public let file: String

  /// A declared number.
  public init(
    name: String, values: [Double], unit: String, valid: ClosedRange<Double>, prior: Prior,
    origin: Origin, source: String, meaning: BilingualText, file: String
  ) {
    self.name = name
    self.values = values
    self.unit = unit
    self.valid = valid
    self.prior = prior
    self.origin = origin
    self.source = source
    self.meaning = meaning
    self.file = file
  }

  /// The same declaration with another value.
  public func replacing(with value: Double) -> Parameter {
    Parameter(
      name: name, values: [value], unit: unit, valid: valid, prior: prior, origin: origin,
      source: source, meaning: meaning, file: file)
  }
}
