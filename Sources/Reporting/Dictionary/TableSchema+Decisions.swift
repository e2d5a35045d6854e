import Experiments
import Households

/// The tables of a choice among policies.
extension TableSchema {
  private static let policy = TableField(
    "policy", .string, "政策（情景名称）", "The policy: name of a scenario")

  /// `choices.csv`.
  static let choices = TableSchema(
    "choices", title: ("选优", "The choice"),
    about: (
      "每行一个比率、一项政策：比率、与基准的配对差异（经 Holm 调整），以及选优的过程。",
      "A rate and policy a row: the rate, its paired difference from the scenario (adjusted by Holm), and how far the policy came in the selection of the best."
    ), key: ["rate", "policy"],
    fields: [
      TableField("rate", .string, "比率与年份", "Rate and year, such as stock_2025"), policy,
      .figure("mean", unit: "share", "预期值", "Expected rate", (0, nil)),
      .figure("lower95", unit: "share", "95 % 区间下端", "Lower end of its 95 % interval"),
      .figure("upper95", unit: "share", "95 % 区间上端", "Upper end of its 95 % interval"),
      .figure("difference", unit: "share", "与基准之差", "Difference from the scenario"),
      .figure(
        "difference_standard_error", unit: "share", "差异的标准误", "Its standard error", (0, nil)),
      .figure(
        "difference_lower95", unit: "share", "差异 95 % 区间下端", "Lower end of its 95 % interval"),
      .figure(
        "difference_upper95", unit: "share", "差异 95 % 区间上端", "Upper end of its 95 % interval"),
      probability("p_value", "差异为零的 p 值", "p-value of no difference"),
      probability("p_value_holm", "Holm 调整后的 p 值", "The same, adjusted by Holm for all reforms"),
      .figure(
        "simultaneous_lower", unit: "share", "同时区间下端", "Lower end of the simultaneous interval"),
      .figure(
        "simultaneous_upper", unit: "share", "同时区间上端", "Upper end of the simultaneous interval"),
      saved,
      TableField(
        "dropped_after", .integer, unit: "futures", "选优时在多少次未来之后被淘汰；空为未淘汰",
        "After how many futures the selection dropped it; empty if it did not", isRequired: false,
        (0, nil)),
      .word(
        "is_best", "是否选为最优", "Whether it was selected as the best",
        [.init("yes", "是", "Yes"), .init("no", "否", "No")]),
      .count("replications", unit: "futures", "未来的次数", "Number of futures"),
    ])

  /// `cost-effectiveness.csv`.
  static let costEffectiveness = TableSchema(
    "cost-effectiveness", title: ("成本效果", "Cost-effectiveness"),
    about: (
      "每行一项政策：全部结果年份合计，与基准相比少返贫的人年和多花的公共支出。",
      "A policy a row, over all result years: person-years kept out of return to poverty, and public spending, against the scenario."
    ), key: ["policy"],
    fields: [
      policy,
      .figure("person_years_kept", unit: "person-years", "少返贫的人年", "Person-years kept"),
      .figure("kept_lower95", unit: "person-years", "95 % 区间下端", "Lower end of its 95 % interval"),
      .figure("kept_upper95", unit: "person-years", "95 % 区间上端", "Upper end of its 95 % interval"),
      .figure("public_cost_yuan", unit: "yuan", "多花的公共支出", "Public spending above the scenario's"),
      .figure("cost_lower95", unit: "yuan", "95 % 区间下端", "Lower end of its 95 % interval"),
      .figure("cost_upper95", unit: "yuan", "95 % 区间上端", "Upper end of its 95 % interval"),
      .figure(
        "yuan_per_person_year", unit: "yuan/person-year", "每人年的成本", "Cost per person-year kept"),
      .figure(
        "yuan_per_person_year_lower95", unit: "yuan/person-year", "Fieller 95 % 区间下端；空为无界",
        "Lower end of its Fieller interval; empty if it has none"),
      .figure(
        "yuan_per_person_year_upper95", unit: "yuan/person-year", "Fieller 95 % 区间上端；空为无界",
        "Upper end of its Fieller interval; empty if it has none"),
      .word(
        "standing", "在效率前沿上的位置", "Standing on the efficiency frontier",
        [
          .init("efficient", "有效", "Efficient"), .init("dominated", "被超过", "Dominated"),
          .init("dominated_by_extension", "被组合超过", "Dominated by a mix of others"),
        ]),
      TableField(
        "compared_with", .string, "前沿上比它便宜的一项", "The next cheaper policy of the frontier",
        isRequired: false),
      .figure(
        "yuan_per_further_person_year", unit: "yuan/person-year", "相对于它每多一人年的成本",
        "Cost of a further person-year against that policy"),
    ])

  /// `cost-effectiveness-futures.csv`.
  static let costEffectivenessFutures = TableSchema(
    "cost-effectiveness-futures", title: ("成本效果：各次未来", "Cost-effectiveness by future"),
    about: (
      "每行一项方案、一次未来：成本效果平面上的一点。",
      "A reform and future a row: a point of the cost-effectiveness plane."
    ), key: ["policy", "future"],
    fields: [
      policy, .count("future", unit: nil, "未来的编号，从 0 起", "Number of the future, from 0"),
      .figure("person_years_kept", unit: "person-years", "少返贫的人年", "Person-years kept"),
      .figure("public_cost_yuan", unit: "yuan", "多花的公共支出", "Public spending above the scenario's"),
    ])
}
