import Foundation

/// Finds places for texts beside points, so that few lie on points or on one another.
struct FreePlaces {
  private typealias Box = (left: Double, top: Double, right: Double, bottom: Double)

  private static let size = 12.0
  private let frame: Box
  private var taken: [Box] = []

  /// Places inside a plot.
  init(within plot: (left: Double, right: Double, top: Double, bottom: Double)) {
    frame = (plot.left, plot.top - 4, plot.right, plot.bottom)
  }

  /// Keeps texts away from a point.
  mutating func keepFree(around point: (Double, Double), radius: Double) {
    guard point.0.isFinite, point.1.isFinite else { return }
    taken.append((point.0 - radius, point.1 - radius, point.0 + radius, point.1 + radius))
  }

  /// Keeps texts away from a line through points.
  mutating func keepFree(along line: [(Double, Double)]) {
    for (from, to) in zip(line, line.dropFirst()) {
      let length = hypot(to.0 - from.0, to.1 - from.1)
      guard length.isFinite else { continue }
      let count = max(1, Int(length / 10))
      for place in 0...count {
        let part = Double(place) / Double(count)
        let point = (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
        keepFree(around: point, radius: 3)
      }
    }
  }

  /// Draws a text at the free place nearest to a point; where all places are taken, at the one where
  /// it covers least.
  mutating func draw(
    _ text: String, near point: (Double, Double), bold: Bool = false, on canvas: inout Canvas
  ) {
    guard point.0.isFinite, point.1.isFinite else { return }
    let width = TextWidth.pixels(of: text, size: Self.size)
    var best: Box?
    var lowest = Double.infinity
    for box in candidates(width: width, near: point) {
      let overlap = taken.reduce(0) { $0 + area($1, box) }
      let outside = width * 16 - area(frame, box)
      let away = hypot((box.left + box.right) / 2 - point.0, (box.top + box.bottom) / 2 - point.1)
      let cost = overlap * 4 + outside * 20 + away
      if cost < lowest { (best, lowest) = (box, cost) }
    }
    guard let box = best else { return }
    taken.append(box)
    let middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    if (middle.1 - point.1).magnitude > 26 || (middle.0 - point.0).magnitude > width / 2 + 22 {
      canvas.line(point.0, point.1, middle.0, middle.1, stroke: "#888", width: 0.7)
    }
    canvas.text(
      text, x: middle.0, y: middle.1 + 4.5, anchor: .middle, size: Self.size, bold: bold,
      halo: true)
  }

  private func candidates(width: Double, near point: (Double, Double)) -> [Box] {
    let sides = [1.0, -1, 0]
    return [0.0, -14, 14, -24, 24, -38, 38, -52, 52].flatMap { down in
      sides.flatMap { side -> [Box] in
        guard side != 0 || down.magnitude >= 14 else { return [] }
        return [0.0, 16].map { gap in
          let middle = point.0 + side * (width / 2 + 11 + gap)
          let y = point.1 + down
          return (middle - width / 2, y - 8, middle + width / 2, y + 8)
        }
      }
    }
  }

  private func area(_ first: Box, _ second: Box) -> Double {
    let width = min(first.right, second.right) - max(first.left, second.left)
    let height = min(first.bottom, second.bottom) - max(first.top, second.top)
    return width > 0 && height > 0 ? width * height : 0
  }
}
