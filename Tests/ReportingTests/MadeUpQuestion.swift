import Households

@testable import Experiments
@testable import Reporting

/// An answer with every kind of chart, from made-up figures.
struct MadeUpQuestion {
  var title = BilingualText(chinese: "临时救助与公益岗位", english: "Relief and public posts")
  var seed: UInt64 = 0
  var text = "question: {a: 1}\n"

  var identity: QuestionIdentity {
    QuestionIdentity(
      command: "sweep", name: "relief", text: text, scenarios: [],
      design: StudyDesign(replications: 200, sample: 0.01, seed: seed), version: "1.2.3")
  }

  private func both(_ chinese: String, _ english: String) -> BilingualText {
    BilingualText(chinese: chinese, english: english)
  }

  var content: QuestionContent {
    var account = StudyAccount()
    account.simulated = 1_200
    account.reused = 3_400
    account.secondsSimulating = 84.26
    return QuestionContent(
      identity: identity, title: title, subtitle: both("参数扫描", "Sweep"),
      question: both(
        "临时救助标准和公益岗位各取多少，才能把 2030 年底返贫率控制在 0.3 % 以内？",
        "How much relief and how many posts keep the stock of 2030 within 0.3 %?"),
      answers: [
        both(
          "临时救助标准为 1,240 元（95 % 区间 [1,080, 1,430] 元）时，2030 年底返贫率恰为 0.30 %。",
          "With relief of 1,240 yuan (95 % interval [1,080, 1,430]) the stock of 2030 is 0.30 %.")
      ],
      warnings: [both("只模拟了 1 % 的住户。", "Only 1 % of the households were simulated.")],
      sections: sections,
      limits: [both("未考虑组合之间的交互。", "Interactions are left out.")],
      tables: [
        QuestionTable(
          name: "cells.csv",
          columns: ["setting_yuan"] + QuestionTable.estimateColumns(unit: "share"),
          rows: [["1000", "0.004", "0.0001", "0.0038", "0.0042", "200"]])
      ],
      questionText: text,
      repeatCommand: "fangpin sweep relief.yaml --replications 200 --sample 0.01 --seed 0",
      work: QuestionWork(account: account, seconds: 91.3, threads: 2, households: 21_345))
  }

  private var sections: [QuestionSection] {
    let charts = MadeUpCharts.all
    return [
      QuestionSection(
        id: "charts", heading: both("图", "Charts"),
        pieces: [
          .paragraph(both("各图使用编造的数字。", "All figures are made up.")),
          .heading(both("小标题", "A smaller heading")),
        ]
          + charts.map { chart in
            .figure(caption: self.both("图注：\(chart.name)", "Caption: \(chart.name)")) {
              chart.drawing($0)
            }
          }
          + [
            .table { language in
              ReportTable(
                caption: language == .chinese ? "表" : "Table", header: ["a", "b"],
                rows: [["x", "1"]])
            }, .note(both("小字说明。", "Small print.")),
          ])
    ]
  }
}
