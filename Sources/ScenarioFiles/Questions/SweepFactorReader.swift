import Households

/// Reads the factors of a sweep and the points over which they are moved.
struct SweepFactorReader {
  /// A factor with what its entry says of its values.
  struct Moved {
    let factor: Factor
    let node: SourceNode
    /// Levels of a grid; `nil` if none are written.
    let levels: [Double]?
    /// Where it lies in a randomised design; `nil` if it is not written.
    let spread: SweepQuestion.Spread?
  }

  let reader: QuestionReader
  private var values: ValueReader { reader.values }

  /// The entries of `factors`.
  func factors() -> [Moved] {
    guard let node = reader.map["factors"] else { return [] }
    guard case .list(let items) = node.content, !items.isEmpty else {
      values.expected(
        node, key: "factors", english: "a list of factors", chinese: "因素的列表",
        remedy: BilingualText(
          chinese: "例如 - {factor: policies.fund.total, values: [1e8, 2e8]}",
          english: "Such as - {factor: policies.fund.total, values: [1e8, 2e8]}"))
      return []
    }
    var moved: [Moved] = []
    for (number, item) in items.enumerated() {
      guard let entry = entry(item, key: "factors[\(number + 1)]") else { continue }
      if moved.contains(where: { $0.factor.name == entry.factor.name }) {
        values.add(
          item, "\(entry.factor.name) is listed twice.", "\(entry.factor.name) 重复列出。")
      }
      moved.append(entry)
    }
    return moved
  }

  private func entry(_ node: SourceNode, key: String) -> Moved? {
    let keys = ["factor", "title", "from", "values", "levels", "range", "prior"]
    guard let map = KeyedNode(node, key: key, keys: keys, mistakes: reader.mistakes) else {
      return nil
    }
    guard let name = map["factor"] else {
      values.add(
        node, "\(key) lacks factor.", "\(key) 缺少 factor。",
        remedy: BilingualText(
          chinese: "例如 factor: policies.fund.total", english: "Such as factor: policies.fund.total")
      )
      return nil
    }
    let month = map["from"].flatMap { values.month($0, key: "\(key).from") }
    guard var factor = reader.factor(name, key: "\(key).factor", from: month) else { return nil }
    if let title = map["title"].flatMap({ values.bilingual($0, key: "\(key).title") }) {
      factor = factor.called(title)
    }
    let written = ["values", "levels", "range", "prior"].filter { map[$0] != nil }
    if written.count > 1 {
      let list = written.joined(separator: ", ")
      values.add(node, "\(key) has \(list), but one is enough.", "\(key) 同时写了 \(list)，只能写一个。")
      return nil
    }
    let mistakes = reader.mistakes.mistakes.count
    var levels: [Double]?
    var spread: SweepQuestion.Spread?
    if let node = map["values"] { levels = list(node, factor, key: "\(key).values") }
    if let node = map["levels"] { levels = ladder(node, factor, key: "\(key).levels") }
    if let node = map["range"] { spread = range(node, factor, key: "\(key).range") }
    if let node = map["prior"] { spread = prior(node, factor, key: "\(key).prior") }
    guard reader.mistakes.mistakes.count == mistakes else { return nil }
    return Moved(factor: factor, node: node, levels: levels, spread: spread)
  }

  private func list(_ node: SourceNode, _ factor: Factor, key: String) -> [Double]? {
    guard case .list(let items) = node.content, items.count > 1 else {
      values.expected(node, key: key, english: "a list of two or more values", chinese: "至少两个值的列表")
      return nil
    }
    var levels: [Double] = []
    for (number, item) in items.enumerated() {
      guard let value = reader.value(item, of: factor, key: "\(key)[\(number + 1)]") else {
        continue
      }
      if levels.contains(value) {
        values.add(item, "\(key) has this value twice.", "\(key) 中此值重复。")
      }
      levels.append(value)
    }
    return levels.sorted()
  }

  /// Evenly spaced levels: `{from: 0, to: 1, count: 5}`.
  private func ladder(_ node: SourceNode, _ factor: Factor, key: String) -> [Double]? {
    guard
      let map = KeyedNode(
        node, key: key, keys: ["from", "to", "count"], mistakes: reader.mistakes)
    else { return nil }
    let missing = ["from", "to", "count"].filter { map[$0] == nil }
    guard let first = map["from"], let last = map["to"], let count = map["count"] else {
      let list = missing.joined(separator: ", ")
      values.add(node, "\(key) lacks \(list).", "\(key) 缺少 \(list)。")
      return nil
    }
    let low = reader.value(first, of: factor, key: "\(key).from")
    let high = reader.value(last, of: factor, key: "\(key).to")
    let steps = values.integer(count, key: "\(key).count", valid: 2...100)
    guard let low, let high, let steps else { return nil }
    guard low < high else {
      values.add(node, "\(key) ends before it begins.", "\(key) 的 to 不大于 from。")
      return nil
    }
    return (0..<steps).map { low + (high - low) * Double($0) / Double(steps - 1) }
  }

  private func range(
    _ node: SourceNode, _ factor: Factor, key: String
  ) -> SweepQuestion.Spread? {
    guard case .list(let items) = node.content, items.count == 2 else {
      values.expected(
        node, key: key, english: "two values, lowest and highest", chinese: "最低和最高两个值")
      return nil
    }
    let low = reader.value(items[0], of: factor, key: "\(key)[1]")
    let high = reader.value(items[1], of: factor, key: "\(key)[2]")
    guard let low, let high else { return nil }
    guard low < high else {
      values.add(node, "\(key) ends before it begins.", "\(key) 的最高值不大于最低值。")
      return nil
    }
    return .range(low...high)
  }

  private func prior(
    _ node: SourceNode, _ factor: Factor, key: String
  ) -> SweepQuestion.Spread? {
    guard values.boolean(node, key: key) == true else {
      values.expected(node, key: key, english: "true", chinese: "true")
      return nil
    }
    guard case .parameter(let name) = factor.target,
      let declared = reader.reader.byName[name], declared.prior != .fixed
    else {
      values.add(
        node, "\(factor.name) has no prior.", "\(factor.name) 没有先验分布。",
        remedy: BilingualText(
          chinese: "请写 range: [最低, 最高]。", english: "Write range: [lowest, highest]."))
      return nil
    }
    return .prior(declared.prior)
  }

  // MARK: Points

  /// The points; `nil` with mistakes noted.
  func points(_ moved: [Moved]) -> SweepQuestion.Points? {
    let known = ["grid", "list", "latin_hypercube", "sobol"]
    guard let node = reader.map["points"] else { return grid(moved) }
    if case .list(let rows) = node.content { return list(rows, moved) }
    switch node.text {
    case "grid": return grid(moved)
    case "latin_hypercube": return spreads(moved).map { .latinHypercube($0) }
    case "sobol": return spreads(moved).map { .sobol($0) }
    default:
      values.expected(
        node, key: "points", english: "grid, latin_hypercube, sobol, or a list of points",
        chinese: "grid、latin_hypercube、sobol，或各点的列表",
        remedy: Spelling.remedy(for: node.text ?? "", among: known))
      return nil
    }
  }

  private func grid(_ moved: [Moved]) -> SweepQuestion.Points? {
    for entry in moved where entry.levels == nil {
      values.add(
        entry.node, "\(entry.factor.name) has neither values nor levels, which a grid needs.",
        "\(entry.factor.name) 没有 values 或 levels，网格需要其一。",
        remedy: BilingualText(
          chinese: "例如 levels: {from: 0, to: 1, count: 5}",
          english: "Such as levels: {from: 0, to: 1, count: 5}"))
    }
    let levels = moved.compactMap(\.levels)
    guard levels.count == moved.count, !levels.isEmpty else { return nil }
    let count = levels.reduce(1.0) { $0 * Double($1.count) }
    guard count <= Double(SweepQuestionFile.mostPoints) else {
      values.add(
        reader.map["factors"] ?? reader.map.node,
        "the grid has \(Int(min(count, 1e15))) points, at most \(SweepQuestionFile.mostPoints).",
        "网格有 \(Int(min(count, 1e15))) 个点，至多 \(SweepQuestionFile.mostPoints) 个。",
        remedy: BilingualText(
          chinese: "请减少取值，或写 points: sobol。", english: "Take fewer levels, or points: sobol."))
      return nil
    }
    return .grid(levels)
  }

  private func spreads(_ moved: [Moved]) -> [SweepQuestion.Spread]? {
    for entry in moved where entry.spread == nil {
      values.add(
        entry.node,
        "\(entry.factor.name) has neither range nor prior, which a random design needs.",
        "\(entry.factor.name) 没有 range 或 prior，随机设计需要其一。",
        remedy: BilingualText(
          chinese: "例如 range: [0, 1]，或 prior: true",
          english: "Such as range: [0, 1], or prior: true"))
    }
    if reader.counts("points", 2...SweepQuestionFile.mostPoints) == nil {
      values.add(
        reader.map["design"] ?? reader.map.node,
        "design lacks points, which a random design needs.",
        "design 缺少 points，随机设计需要它。")
    }
    let spreads = moved.compactMap(\.spread)
    return spreads.count == moved.count && !spreads.isEmpty ? spreads : nil
  }

  private func list(_ rows: [SourceNode], _ moved: [Moved]) -> SweepQuestion.Points? {
    var points: [[Double]] = []
    for (number, row) in rows.enumerated() {
      let key = "points[\(number + 1)]"
      guard case .list(let cells) = row.content, cells.count == moved.count else {
        values.expected(
          row, key: key, english: "a list of \(moved.count) values, one a factor",
          chinese: "\(moved.count) 个值的列表，每个因素一个")
        continue
      }
      let point = zip(cells, moved).compactMap { cell, entry in
        reader.value(cell, of: entry.factor, key: "\(key), \(entry.factor.name)")
      }
      guard point.count == moved.count else { continue }
      if points.contains(point) {
        values.add(row, "\(key) is there twice.", "\(key) 重复。")
      }
      points.append(point)
    }
    return points.count == rows.count && !points.isEmpty ? .list(points) : nil
  }
}
