import Experiments
import Households
import Simulation

/// The household-month panel of an export.
extension TableSchema {
  /// What a state's columns are of: the scenario itself, or one of the two runs beside it.
  enum Half: String, CaseIterable {
    /// The scenario itself.
    case own = ""
    /// Nobody found is helped.
    case withoutHelp = "no_help_"
    /// Everybody in need is found and helped.
    case withFullHelp = "full_help_"

    fileprivate var under: BilingualText {
      switch self {
      case .own: BilingualText(chinese: "本情景：", english: "In the scenario itself: ")
      case .withoutHelp:
        BilingualText(
          chinese: "无人因识别而得到帮扶时：", english: "With nobody helped because of being found: ")
      case .withFullHelp:
        BilingualText(
          chinese: "困难户当月即被识别并得到全部帮扶时：",
          english: "With everybody in need found and helped at once: ")
      }
    }
  }

  /// `panel.csv`.
  static let panel = TableSchema(
    "panel", title: ("农户逐月面板", "Household-month panel"),
    about: (
      """
      每行一次未来、一户、一个月（当月数据已到达、已预警、尚未走访之时）。\
      no_help_ 各列来自另一次模拟：同样的农户、冲击和抽样数，但把 help-off 文件的设定叠加在情景之上，\
      使走访从不认定监测对象、期初也没有监测对象；与识别无关的保障（医保、防贫保、贷款、储备、期初已有的低保）照旧，\
      而且自模拟开始起一直如此，所以它不是“这一个月起停止帮扶”。full_help_ 各列同理，叠加 help-on 文件：\
      收入低于监测线者每月都被发现，走访不限、无差错、无延迟、资金不限。\
      own_income 则是本情景中扣除帮扶后的收入，住户的行为仍受帮扶影响。结果列看此后至多 12 个月，months_followed 不足 12 时不完整。
      """,
      """
      A future, household and month a row, at the moment when the month's data have arrived and alerted and \
      nobody has been visited yet. Columns no_help_… come from another run of the same households, shocks and \
      draws, with the settings of the help-off file laid over the scenario: no visit ends in recognition and \
      nobody is monitored at the start, while protection that does not depend on recognition stays (medical and \
      anti-poverty insurance, loans, stocks, the allowance of those who had it at the start); and this has been \
      so since the start of the run, so it is not help that stops in this month. Columns full_help_… likewise, \
      with the help-on file: everybody below the monitoring line is found each month, with no limit of visits, \
      error, delay or money. own_income instead is income in the scenario itself less assistance, of a household \
      whose behaviour had the assistance. Outcomes look at up to 12 months after the row; they are incomplete \
      where months_followed is below 12.
      """
    ), key: ["replication", "household", "month"],
    fields: [
      .count("replication", unit: nil, "未来的编号，从 0 起", "Number of the future, from 0"),
      .count("household", unit: nil, "住户编号", "Number of the household"),
      TableField("month", .yearmonth, "月份", "Month"),
      .flag("monitored", "平台可见：已是监测对象", "Seen by the platform: on the list of the monitored"),
      .figure(
        "seen_income", unit: "yuan/person/year", "平台可见：近 12 个月人均收入，含误差和滞后",
        "Seen by the platform: income of twelve months per head, with its error and delay"),
    ] + scores + [
      .flag("alert", "平台当月对其立案（任一渠道）", "The platform opened a case in the month (any channel)"),
      .flag("visit", "当月走访", "Visited in the month"),
      .flag("recognition", "当月纳入监测", "Put on the list of the monitored in the month"),
      .count(
        "months_followed", unit: "months", "此后模拟的月数", "Months simulated after the row, 12 at most",
        (0, 12)),
    ] + Half.allCases.flatMap(state),
    references: [
      Reference(field: "household", table: "households", key: "id"),
      Reference(field: "month", table: "months", key: "month"),
    ])

  private static var scores: [TableField] {
    IndexDesign.allCases.map { design in
      .figure(
        "score_\(name(design))", unit: unit(design),
        "平台可见：\(title(design).chinese)指数的分数，越高越危险；首次拟合前为空",
        "Seen by the platform: score of the design \(title(design).english), higher is more at risk; empty before its first fit"
      )
    }
      + IndexDesign.allCases.map { design in
        .flag(
          "alerts_\(name(design))", "若用\(title(design).chinese)指数，按当月阈值会否预警",
          "Whether the design \(title(design).english) would alert at its threshold of the month")
      }
  }

  private static func unit(_ design: IndexDesign) -> String {
    switch design {
    case .income: "minus seen income over the monitoring line"
    case .twentyVariables: "log odds"
    case .expectedPoverty: "standard normal quantile"
    default: "standardised points"
    }
  }

  private static func state(_ half: Half) -> [TableField] {
    func name(_ name: String) -> String { half.rawValue + name }
    func figure(
      _ field: String, _ unit: String, _ chinese: String, _ english: String
    ) -> TableField {
      .figure(name(field), unit: unit, half.under.chinese + chinese, half.under.english + english)
    }
    func count(_ field: String, _ chinese: String, _ english: String) -> TableField {
      .count(
        name(field), unit: "months", half.under.chinese + chinese, half.under.english + english,
        (0, 12))
    }
    func flag(_ field: String, _ chinese: String, _ english: String) -> TableField {
      .flag(name(field), half.under.chinese + chinese, half.under.english + english)
    }
    return [
      .count(
        name("persons"), unit: "persons", half.under.chinese + "存活人口",
        half.under.english + "members alive", (0, 60)),
      figure(
        "own_income", "yuan/person/year", "近 12 个月人均收入，扣除刚性支出，不含帮扶",
        "income of twelve months per head after rigid spending, without assistance"),
      figure("total_income", "yuan/person/year", "同上，含帮扶", "the same with assistance"),
      flag(
        "in_need", "完善的走访会认定为困难（不含帮扶的收入低于监测线，或已压缩消费）",
        "a perfect visit would find it in need (income without assistance below the monitoring line, or consumption cut)"
      ),
      flag("returned", "处于返贫状态", "in return to poverty"),
      count(
        "first_need_12", "此后首次困难的月份，0 为没有",
        "the first month after the row in which it is in need; 0 for none"),
      count(
        "months_below_12", "此后低于返贫线（含帮扶）的月数", "months below the return line, assistance included"),
      count("months_returned_12", "此后处于返贫状态的月数", "months in return to poverty"),
      flag("entered_12", "此后进入返贫", "enters return to poverty"),
      figure("aid_12", "yuan/household", "此后得到的帮扶", "assistance received"),
    ]
  }
}
