import Foundation
import ToyModels

extension CoverageTable {
  /// Tables in Markdown with headings in one language.
  struct Headings {
    let models: [String]
    let fixed: String
    let rarer: String
    let others: String
    let otherNames: [String]
    let stopped: String

    static let english = Headings(
      models: ["years alike", "moderate shocks", "rare droughts"],
      fixed: """
        | model | R | rate, Student's | rate | (misses: interval too low / too high) | \
        difference, Student's | difference |
        """,
      rarer: """
        | R | rate, Student's | rate | experiments without the warning, % | rate in these | difference |
        """,
      others: "| model | interval | rate | difference |",
      otherNames: ["Johnson 1978", "Hall 1992, cubic", "bootstrap-t"],
      stopped: """
        | model | half-width of the rate, points | growth | mean R | mean rate, % | rate | difference |
        """)

    static let chinese = Headings(
      models: ["各年相同", "年景有好有坏", "罕见大旱"],
      fixed: """
        | 模型 | R | 比率，t 区间 | 比率 | （未包含真值：区间偏低／偏高） | 配对差，t 区间 | 配对差 |
        """,
      rarer: "| R | 比率，t 区间 | 比率 | 未触发提示的实验（%） | 其中的比率 | 配对差 |",
      others: "| 模型 | 区间 | 比率 | 配对差 |",
      otherNames: ["Johnson 1978", "Hall 1992，三次变换", "自助 t"],
      stopped: """
        | 模型 | 比率的半宽（百分点） | 增长倍数 | 平均 R | 平均比率（%） | 比率 | 配对差 |
        """)
  }

  /// The four tables, in the order in which documents show them.
  func tables(_ headings: Headings) -> [String] {
    [
      fixedTable(headings), rarerTable(headings), othersTable(headings), stoppedTable(headings),
    ]
  }

  private func fixedTable(_ headings: Headings) -> String {
    let rows = fixed.indices.flatMap { model in
      Self.sizes.indices.map { size in
        let found = fixed[model][size]
        return [
          headings.models[model], String(Self.sizes[size]), Self.percent(found.plainRate.covered),
          "**\(Self.percent(found.rate.covered))**",
          "\(Self.percent(found.rate.below)) / \(Self.percent(found.rate.above))",
          Self.percent(found.plainDifference.covered),
          "**\(Self.percent(found.difference.covered))**",
        ]
      }
    }
    return Self.table(headings.fixed, rows)
  }

  private func rarerTable(_ headings: Headings) -> String {
    let rows = rarer.indices.map { size in
      let found = rarer[size]
      let share = Double(found.unwarnedRate.experiments) / Double(found.rate.experiments)
      return [
        String(Self.largeSizes[size]), Self.percent(found.plainRate.covered),
        "**\(Self.percent(found.rate.covered))**", Self.percent(share),
        Self.percent(found.unwarnedRate.covered), "**\(Self.percent(found.difference.covered))**",
      ]
    }
    return Self.table(headings.rarer, rows)
  }

  private func othersTable(_ headings: Headings) -> String {
    let rows = others.indices.flatMap { model in
      others[model].indices.map { interval in
        let found = others[model][interval]
        return [
          headings.models[model], headings.otherNames[interval],
          Self.percent(found.plainRate.covered), Self.percent(found.plainDifference.covered),
        ]
      }
    }
    return Self.table(headings.others, rows)
  }

  private func stoppedTable(_ headings: Headings) -> String {
    let rows = stopped.indices.flatMap { model in
      stopped[model].indices.map { place in
        let found = stopped[model][place]
        let halfWidth = Self.halfWidths[place / Self.growths.count] * 100
        return [
          headings.models[model], String(format: "%.3f", halfWidth),
          String(Self.growths[place % Self.growths.count]),
          String(format: "%.0f", found.rate.meanReplications),
          String(format: "%.3f", found.rate.meanRate * 100),
          "**\(Self.percent(found.rate.rate.covered))**",
          "**\(Self.percent(found.difference.difference.covered))**",
        ]
      }
    }
    return Self.table(headings.stopped, rows)
  }

  private static func table(_ header: String, _ rows: [[String]]) -> String {
    let columns = header.filter { $0 == "|" }.count - 1
    let rule = "|" + String(repeating: "---|", count: columns)
    return ([header, rule] + rows.map { "| " + $0.joined(separator: " | ") + " |" })
      .joined(separator: "\n") + "\n"
  }
}
