import Estimation

/// A rate by year as a fan of possible futures against target paths.
struct FanChart {
  /// A limit that changes from year to year.
  struct Path {
    var label: String
    var points: [(year: Int, limit: Double)]
    var dash: String
  }

  var years: [Int]
  var estimates: [Estimate]
  var paths: [Path]
  /// Words for the unit, the two bands and the line.
  var unit: String
  var wideBandLabel: String
  var narrowBandLabel: String
  var lineLabel: String
  /// Text that appears when a pointer rests on a year.
  var tooltip: (Int, Estimate) -> String

  private var axes: Axes { Axes(left: 58, right: 730, top: 40, bottom: 300) }

  /// Draws it; `label` is for screen readers.
  func markup(label: String) -> Markup {
    var canvas = Canvas(width: 960, height: 335)
    let values =
      estimates.flatMap { [$0.p95, $0.upper95] } + paths.flatMap { $0.points.map(\.limit) }
    let (domain, ticks) = LinearScale.niceDomain(of: values)
    let scale = LinearScale(domain: domain, start: axes.bottom, end: axes.top)
    drawBand(\.p05, \.p95, fill: "#dbe9f4", scale, &canvas)
    drawBand(\.p25, \.p75, fill: "#9cc3df", scale, &canvas)
    axes.drawValues(
      ticks, scale: scale, unit: unit, on: &canvas,
      text: Axes.percentText(step: ticks[1] - ticks[0]))
    drawPaths(scale, &canvas)
    drawMean(scale, &canvas)
    for (position, year) in years.enumerated() {
      canvas.text(String(year), x: x(position), y: axes.bottom + 20, anchor: .middle)
    }
    drawLabels(scale, &canvas)
    return canvas.markup(label: label)
  }

  private func x(_ position: Int) -> Double { axes.middle(position, of: years.count) }

  private func drawBand(
    _ low: KeyPath<Estimate, Double>, _ high: KeyPath<Estimate, Double>, fill: String,
    _ scale: LinearScale, _ canvas: inout Canvas
  ) {
    let indices = estimates.indices.filter { estimates[$0].mean.isFinite }
    // One year has no width, so it gets some on both sides.
    let reach = indices.count == 1 ? 30.0 : 0
    let upper = indices.flatMap { index in
      [
        (x(index) - reach, scale(estimates[index][keyPath: high])),
        (x(index) + reach, scale(estimates[index][keyPath: high])),
      ]
    }
    let lower = indices.reversed().flatMap { index in
      [
        (x(index) + reach, scale(estimates[index][keyPath: low])),
        (x(index) - reach, scale(estimates[index][keyPath: low])),
      ]
    }
    canvas.polygon(upper + lower, fill: fill, stroke: "#6f9fc4", strokeWidth: 0.6)
  }

  private func drawPaths(_ scale: LinearScale, _ canvas: inout Canvas) {
    for path in paths {
      let points = path.points.compactMap { point in
        years.firstIndex(of: point.year).map { (x($0), scale(point.limit)) }
      }
      canvas.polyline(points, stroke: "#ffffff", width: 4.5)
      canvas.polyline(points, stroke: "#111", width: 2.2, dash: path.dash)
      for point in points { canvas.circle(x: point.0, y: point.1, radius: 2.4, fill: "#111") }
    }
  }

  private func drawMean(_ scale: LinearScale, _ canvas: inout Canvas) {
    let shown = estimates.indices.filter { estimates[$0].mean.isFinite }
    canvas.polyline(
      shown.map { (x($0), scale(estimates[$0].mean)) }, stroke: Fill.ink, width: 2.6)
    for index in shown {
      let estimate = estimates[index]
      let (low, high) = (scale(estimate.lower95), scale(estimate.upper95))
      canvas.line(x(index), low, x(index), high, stroke: Fill.ink, width: 1.6)
      canvas.line(x(index) - 5, low, x(index) + 5, low, stroke: Fill.ink, width: 1.6)
      canvas.line(x(index) - 5, high, x(index) + 5, high, stroke: Fill.ink, width: 1.6)
      canvas.circle(
        x: x(index), y: scale(estimate.mean), radius: 4, fill: "#fff",
        title: tooltip(years[index], estimate))
      canvas.text(
        NumberText.percentDigits(estimate.mean), x: x(index),
        y: min(high, scale(estimate.mean)) - 9,
        anchor: .middle, size: 12.5, fill: Fill.ink, bold: true, halo: true)
    }
  }

  /// Labels stand at the right, next to what they name, and move apart where they would overlap.
  private func drawLabels(_ scale: LinearScale, _ canvas: inout Canvas) {
    guard let last = estimates.lastIndex(where: { $0.mean.isFinite }) else { return }
    let estimate = estimates[last]
    var labels = [
      (scale(estimate.mean), lineLabel),
      ((scale(estimate.p95) + scale(estimate.p75)) / 2, wideBandLabel),
      ((scale(estimate.p25) + scale(estimate.mean)) / 2, narrowBandLabel),
    ]
    for path in paths {
      if let point = path.points.last { labels.append((scale(point.limit), path.label)) }
    }
    labels.sort { $0.0 < $1.0 }
    var floor = axes.top - 20
    for (target, text) in labels {
      let y = max(target, floor + 17)
      floor = y
      canvas.line(x(last) + 7, target, axes.right + 4, y, stroke: "#777", width: 0.7)
      canvas.text(text, x: axes.right + 8, y: y + 4.5, size: 12.5)
    }
  }
}
