import Estimation
import Experiments
import Households
import Simulation

extension CompletedArticles {
  /// Tidy tables: contributions, what the whole draft changes, interactions, and what articles change.
  var tables: [QuestionTable] {
    [contributionsTable, effectsTable, interactionsTable, changesTable]
  }

  private func number(_ value: Double) -> String { CommaSeparatedTable.number(value) }

  private func place(_ prefecture: Int?) -> [String] {
    guard let prefecture else { return [String(Geography.provinceCode), "贵州省"] }
    let one = question.baseline.scenario.geography.prefectures[prefecture]
    return [String(one.code), one.name]
  }

  private func unit(_ quantity: ArticleQuantity) -> String {
    switch quantity {
    case .rate: "share"
    case .personYears: "person_years"
    case .publicCost: "yuan"
    case .visits: "visits"
    }
  }

  /// Columns that tell a quantity apart: its unit is a column because rows differ in it.
  private static let figureColumns = [
    "mean", "se", "lower95", "upper95", "replications",
  ]

  private var contributionsTable: QuestionTable {
    QuestionTable(
      name: "contributions.csv",
      columns: [
        "article", "heading", "region_code", "region_name", "quantity", "unit", "measure",
      ] + Self.figureColumns,
      rows: contributions.flatMap { one in
        [("shapley", one.shapley), ("drop_one", one.dropOne), ("add_one", one.addOne)].map {
          [String(one.article), question.article(one.article)?.heading.chinese ?? ""]
            + place(one.prefecture) + [one.quantity.rawValue, unit(one.quantity), $0.0]
            + QuestionTable.cells($0.1)
        }
      })
  }

  private var effectsTable: QuestionTable {
    QuestionTable(
      name: "draft.csv",
      columns: ["region_code", "region_name", "quantity", "unit", "measure"] + Self.figureColumns,
      rows: effects.flatMap { effect in
        [("baseline", effect.baseline), ("draft", effect.draft), ("change", effect.change)].map {
          place(effect.prefecture) + [effect.quantity.rawValue, unit(effect.quantity), $0.0]
            + QuestionTable.cells($0.1)
        }
      })
  }

  private var interactionsTable: QuestionTable {
    QuestionTable(
      name: "interactions.csv",
      columns: ["first_article", "second_article", "measure", "above_noise"]
        + QuestionTable.estimateColumns(unit: "share"),
      rows: interactions.flatMap { pair in
        [("index", pair.index), ("alone", pair.alone), ("within", pair.within)].map {
          [
            String(pair.first), String(pair.second), $0.0,
            $0.0 == "index" ? (pair.isAboveNoise ? "yes" : "no") : "",
          ] + QuestionTable.cells($0.1)
        }
      })
  }

  private var changesTable: QuestionTable {
    QuestionTable(
      name: "articles.csv",
      columns: [
        "article", "heading", "in_force", "expressible", "examined", "verdict_rate", "key",
        "before",
        "after",
      ],
      rows: question.draft.articles.flatMap { article -> [[String]] in
        let isExamined = question.examined.contains(article.number)
        let head = [
          String(article.number), article.heading.chinese, "\(article.inForce)",
          article.isExpressible ? "yes" : "no", isExamined ? "yes" : "no",
          isExamined ? verdict(article.number).rawValue : "",
        ]
        let own = changes.filter { $0.article == article.number }
        guard !own.isEmpty else { return [head + ["", "", ""]] }
        return own.map { head + [$0.key, number($0.before), number($0.after)] }
      })
  }
}
