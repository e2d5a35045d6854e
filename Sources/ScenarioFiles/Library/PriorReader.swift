import Households

/// Reads the distribution of a parameter and checks that it makes sense.
struct PriorReader {
  private static let kinds = [
    "fixed", "uniform", "triangular", "normal", "lognormal", "beta", "choices",
  ]
  let values: ValueReader
  let name: String
  let valid: ClosedRange<Double>

  /// `fixed`, or a map with one kind and its numbers such as `{uniform: [0.1, 0.3]}`.
  func prior(_ node: SourceNode) -> Prior? {
    let key = "\(name).prior"
    if node.text == "fixed" { return .fixed }
    guard let map = KeyedNode(node, key: key, keys: Self.kinds, mistakes: values.mistakes) else {
      return nil
    }
    guard map.entries.count == 1 else {
      values.add(
        node, "\(key) must name one distribution.", "\(key) 应只写一个分布。",
        remedy: BilingualText("{uniform: [0.1, 0.3]}"))
      return nil
    }
    let entry = map.entries[0]
    if entry.key == "fixed" { return .fixed }
    guard Self.kinds.contains(entry.key) else { return nil }
    let counts = ["triangular": 3...3, "choices": 1...64]
    guard
      let numbers = values.numbers(
        entry.value, key: "\(key).\(entry.key)", count: counts[entry.key] ?? 2...2),
      let prior = prior(entry.key, numbers, at: entry.value)
    else { return nil }
    return prior
  }

  private func prior(_ kind: String, _ n: [Double], at node: SourceNode) -> Prior? {
    let makesSense: Bool
    let prior: Prior
    switch kind {
    case "uniform": (prior, makesSense) = (.uniform(n[0], n[1]), n[0] < n[1])
    case "triangular":
      prior = .triangular(n[0], n[1], n[2])
      makesSense = n[0] <= n[1] && n[1] <= n[2] && n[0] < n[2]
    case "normal": (prior, makesSense) = (.normal(n[0], n[1]), n[1] > 0)
    case "lognormal": (prior, makesSense) = (.lognormal(n[0], n[1]), n[0] > 0 && n[1] > 0)
    case "beta": (prior, makesSense) = (.beta(n[0], n[1]), n[0] > 0 && n[1] > 0)
    default: (prior, makesSense) = (.choices(n), true)
    }
    guard makesSense else {
      values.add(
        node, "\(name).prior has numbers that make no \(kind) distribution.",
        "\(name).prior 的数不能构成 \(kind) 分布。",
        remedy: BilingualText(chinese: "请检查次序和符号。", english: "Check their order and sign."))
      return nil
    }
    let bounded = ["uniform", "triangular", "choices"].contains(kind)
    if bounded, let outside = n.first(where: { !valid.contains($0) }) {
      values.add(
        node, "\(name).prior reaches \(NumberWords.digits(outside)), outside the valid range.",
        "\(name).prior 达到 \(NumberWords.digits(outside))，超出有效范围。")
      return nil
    }
    return prior
  }
}
