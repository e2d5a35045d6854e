import Households

/// A target of the plan that no household model can compute, and why.
public struct UncomputedTarget: Sendable {
  /// Rows of the plan's table of figures.
  public let planRows: String
  /// What the plan wants, for readers.
  public let title: BilingualText
  /// Why it is not computed.
  public let reason: BilingualText

  init(_ planRows: String, _ title: BilingualText, _ reason: BilingualText) {
    self.planRows = planRows
    self.title = title
    self.reason = reason
  }

  /// All of them, so that none is silently dropped.
  public static let all: [UncomputedTarget] = [
    UncomputedTarget(
      "S070, S323",
      BilingualText(chinese: "五级监测体系全覆盖", english: "Five tiers of monitoring, complete"),
      BilingualText(
        chinese: "层级数是组织形式，不改变住户的处境；人员和网格由“网格与干部队伍”模拟。",
        english: "The number of tiers is a form of organisation that changes no household; staff "
          + "and grids are simulated.")),
    UncomputedTarget(
      "S077, S306",
      BilingualText(
        chinese: "产值超过1亿元的项目占30%", english: "30 % of projects with output above 100 million yuan"),
      BilingualText(
        chinese: "模型中没有企业和项目的产值。", english: "The model has no firms and no output of projects.")
    ),
    UncomputedTarget(
      "S097",
      BilingualText(chinese: "农村消费市场扩大15%", english: "Rural consumer market 15 % larger"),
      BilingualText(
        chinese: "市场规模取决于模型之外的城镇居民和企业；农村居民人均消费另有目标。",
        english:
          "Its size depends on towns and firms outside the model; consumption per head has a "
          + "target of its own.")),
    UncomputedTarget(
      "S318",
      BilingualText(chinese: "人均住房面积25平方米", english: "25 square metres of floor per head"),
      BilingualText(
        chinese: "方案的现状（18平方米）低于2020年普查的37至39平方米，没有可用的起点。",
        english: "The plan's present (18) lies below the census of 2020 (37 to 39), so there is no "
          + "usable start.")),
  ]
}
