import Households

/// Reads how much work a calibration is.
struct DesignReader {
  private static let keys = [
    "waves", "draws", "replications", "sample", "seed", "weather_years", "price_futures",
    "candidates", "cut_off", "tolerated",
  ]
  let values: ValueReader

  /// The design, or `nil` with its mistakes noted.
  func design(_ node: SourceNode) -> CalibrationPlan.Design? {
    guard let map = KeyedNode(node, key: "design", keys: Self.keys, mistakes: values.mistakes)
    else { return nil }
    let missing = Self.keys.filter { map[$0] == nil }
    if !missing.isEmpty {
      let list = missing.joined(separator: ", ")
      values.add(node, "design lacks \(list).", "design 缺少 \(list)。")
    }
    let waves = whole(map, "waves", 2...20)
    let draws = whole(map, "draws", 8...4096)
    let replications = whole(map, "replications", 2...10_000)
    let seed = whole(map, "seed", 0...Int.max)
    let weather = whole(map, "weather_years", 1...1_000_000)
    let prices = whole(map, "price_futures", 1...10_000)
    let candidates = whole(map, "candidates", 100...10_000_000)
    let tolerated = whole(map, "tolerated", 0...100)
    let sample = real(map, "sample", 1e-6...1)
    let cutOff = real(map, "cut_off", 0.5...100)
    guard let waves, let draws, let replications, let seed, let weather, let prices,
      let candidates, let tolerated, let sample, let cutOff
    else { return nil }
    return CalibrationPlan.Design(
      waves: waves, draws: draws, replications: replications, sample: sample, seed: UInt64(seed),
      weatherYears: weather, priceFutures: prices, candidates: candidates, cutOff: cutOff,
      tolerated: tolerated)
  }

  private func whole(_ map: KeyedNode, _ name: String, _ valid: ClosedRange<Int>) -> Int? {
    map[name].flatMap { values.integer($0, key: "design.\(name)", valid: valid) }
  }

  private func real(_ map: KeyedNode, _ name: String, _ valid: ClosedRange<Double>) -> Double? {
    map[name].flatMap {
      values.number(
        $0, key: "design.\(name)",
        rule: ValueReader.NumberRule(
          valid: valid, unit: "number", isShare: valid.upperBound == 1))
    }
  }
}
