/// One axis of a chart: its words, its kind of scale, and the text of its ticks.
struct ChartAxis {
  /// What is measured, with its unit.
  var title: String
  /// Text of a tick, given the step between ticks.
  var text: (Double) -> (Double) -> String = ChartAxis.number
  /// Whether equal factors take equal lengths; only positive values have a place then.
  var isLogarithmic = false
  /// Whether zero must be on the axis, as the lengths of bars ask for.
  var includesZero = false
  /// Values that must have a place besides those that are drawn, so that charts can be compared.
  var covers: [Double] = []
  /// The ticks, where they are not to be chosen: years, or the settings that were tried.
  var ticks: [Double]?

  /// A scale between two pixels, and the ticks with their texts.
  func placed(
    _ values: [Double], from start: Double, to end: Double, count: Int = 6
  ) -> (scale: LinearScale, ticks: [(value: Double, text: String)]) {
    let all = values + covers + (ticks ?? [])
    var (domain, chosen) =
      isLogarithmic
      ? LinearScale.logarithmicDomain(of: all)
      : includesZero
        ? LinearScale.niceDomain(of: all, count: count)
        : LinearScale.closeDomain(of: all, count: count)
    if let ticks, !isLogarithmic, let low = all.filter(\.isFinite).min(),
      let high = all.filter(\.isFinite).max(), low < high
    {
      domain = low...high
      chosen = ticks
    } else if let ticks {
      chosen = ticks
    }
    let scale = LinearScale(domain: domain, start: start, end: end, isLogarithmic: isLogarithmic)
    return (scale, chosen.map { ($0, text(step(at: $0, among: chosen))($0)) })
  }

  /// The step that tells a tick apart from its neighbours.
  private func step(at tick: Double, among ticks: [Double]) -> Double {
    guard !isLogarithmic, self.ticks == nil, ticks.count > 1 else {
      return tick == 0 ? 1 : tick.magnitude
    }
    return ticks[1] - ticks[0]
  }

  /// Plain numbers.
  static func number(step: Double) -> (Double) -> String {
    let decimals = LinearScale.decimals(forStep: step)
    return { NumberText.fixed($0, decimals: decimals, grouped: true) }
  }

  /// Shares as per cent without the sign.
  static func percent(step: Double) -> (Double) -> String { Axes.percentText(step: step) }

  /// Years and other numbers that have no commas.
  static func plain(step: Double) -> (Double) -> String {
    { NumberText.plain($0.rounded() == $0 ? $0.rounded() : $0) }
  }
}
