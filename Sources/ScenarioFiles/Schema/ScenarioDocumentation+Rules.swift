import Households

extension ScenarioDocumentation {
  /// The parts on regulations and on annual rules.
  var ruleText: String { language == .chinese ? Self.chineseRules : Self.englishRules }

  private static let englishRules = """

    ## Regulation — `regulation`

    A draft of a regulation is a file of its own; a scenario adopts it from its date in force on. What holds where several
    write the same number: the extended file, then the regulation, then the adopting file. The outermost `regulation`
    replaces that of an extended file; `regulation: off` adopts nothing.

    | key | meaning | unit | range | default | example |
    |---|---|---|---|---|---|
    | `adopt` | the draft, relative to this file | path | | required | `regulation: {adopt: regulations/draft-2025.yaml}` |
    | `without` | articles left out | numbers | 1 – 999 | none | `without: [12, 17]` |
    | `only` | the articles adopted, instead of `without` | numbers | 1 – 999 | all | `only: [3, 4]` |
    | `in_force` | another date in force; dates of single articles move by as many months | month | within the period | as drafted | `in_force: 2024-07` |

    A draft has `title` (both languages), `in_force` and a list `articles`; each article has:

    | key | meaning | unit | range | default | example |
    |---|---|---|---|---|---|
    | `number` | its number, once in a draft | number | 1 – 999 | required | `number: 12` |
    | `heading` | what it is about, in both languages or `{zh: …}` alone | text | | required | `heading: {zh: 资金保障, en: Fund}` |
    | `text` | the words of the article, in Chinese | text | | required | `text: 省级财政每年安排……` |
    | `in_force` | its own date in force | month | within the period | of the draft | `in_force: 2026-01` |
    | `settings` | what it changes: the sections of a scenario file, or `none` | map | | required | `settings: {policies: {fund: {total: 1.2e9}}}` |

    Every value holds from the date in force on; before it holds what the extended file says. An article cannot set `from`
    and `to` of a mechanism, nor `places` of one that is already in force, and an article with settings must change something.

    ## Annual rules — `rules`

    Each January, first after the first year with results, the rules are applied in the order in which they are written. They
    see what the authorities saw of the year before, never the truth. A rule that fires moves the strength of a mechanism
    from that January on, as a multiple of the `scale` that the scenario writes; it stays until a rule moves it again.

    | key | meaning | unit | range | default | example |
    |---|---|---|---|---|---|
    | `title` | title for readers | text | | required | `title: {zh: 加强核查, en: More visits}` |
    | `when.quantity` | the figure that is looked at (below) | word | | required | `quantity: recognised_stock` |
    | `when.above`, `when.below` | fires above, or below, this number; one of the two | share or days | 0 – 1, days 0 – 3650 | required | `above: 0.005` |
    | `then.mechanism` | a mechanism of `policies` or `finding` | word | | required | `mechanism: visits` |
    | `then.multiply` | multiplies the strength each time it fires | times | 0 – 10, not 1 | this or `set` | `multiply: 1.2` |
    | `then.set` | sets the strength; 1 is as the scenario writes it | times | 0 – 10 | this or `multiply` | `set: 1.5` |
    | `then.at_least`, `then.at_most` | bounds of the strength | times | 0 – 10 | 0, 10 | `at_most: 2` |
    | `places` | `each_prefecture`: each by its own figures; `province`: all by the province's | word | | each_prefecture | `places: province` |

    | quantity | what the authorities see |
    |---|---|
    | `recognised_flow` | formerly-poor persons whose return was found in the year ÷ formerly-poor persons |
    | `recognised_stock` | formerly-poor persons in a found and open spell of return on 31 December ÷ formerly-poor persons |
    | `monitored_share` | formerly-poor persons in monitored households on 31 December ÷ formerly-poor persons |
    | `days_to_recognition` | mean days from the first sign to recognition |
    | `relief_shortage_share` | emergency relief refused for want of money ÷ relief paid and refused |
    | `waiting_share` | cases waiting for a visit on 31 December ÷ these and the visits of the year |
    """

  private static let chineseRules = """

    ## 条例 — `regulation`

    条例草案是单独的文件；情景从施行日期起采用它。多处写了同一个数时，被扩展文件最低，条例其次，采用条例的文件最高。
    最外层文件的 `regulation` 代替被扩展文件的；`regulation: off` 表示不采用。

    | 键 | 含义 | 单位 | 范围 | 缺省 | 示例 |
    |---|---|---|---|---|---|
    | `adopt` | 草案文件（相对于本文件） | 路径 | | 必填 | `regulation: {adopt: regulations/draft-2025.yaml}` |
    | `without` | 略去的条文 | 序号 | 1 – 999 | 无 | `without: [12, 17]` |
    | `only` | 采用的条文，代替 `without` | 序号 | 1 – 999 | 全部 | `only: [3, 4]` |
    | `in_force` | 另定施行日期；单条的日期同样推移 | 月份 | 模拟期内 | 草案所定 | `in_force: 2024-07` |

    草案有 `title`（两种语言）、`in_force` 和列表 `articles`；每一条有：

    | 键 | 含义 | 单位 | 范围 | 缺省 | 示例 |
    |---|---|---|---|---|---|
    | `number` | 条文序号，不得重复 | 序号 | 1 – 999 | 必填 | `number: 12` |
    | `heading` | 条标，两种语言或只写 `{zh: …}` | 文字 | | 必填 | `heading: {zh: 资金保障, en: Fund}` |
    | `text` | 条文正文（中文） | 文字 | | 必填 | `text: 省级财政每年安排……` |
    | `in_force` | 该条自己的施行日期 | 月份 | 模拟期内 | 草案所定 | `in_force: 2026-01` |
    | `settings` | 改变的设置：情景文件的各节，或 `none` | 键值 | | 必填 | `settings: {policies: {fund: {total: 1.2e9}}}` |

    各值从施行之日起有效，此前为被扩展文件的值。条文不能设定机制的 `from` 和 `to`，也不能设定已经有效的机制的 `places`；
    有设置的条文必须有所改变。

    ## 年度规则 — `rules`

    从第一个有结果的年份之后的一月起，每年一月按书写顺序执行。规则只看主管部门在上一年看到的数据，不看真实情况。
    触发后，从该年一月起改变一种机制的强度（情景所写 `scale` 的倍数），直到再次被规则改变。

    | 键 | 含义 | 单位 | 范围 | 缺省 | 示例 |
    |---|---|---|---|---|---|
    | `title` | 标题 | 文字 | | 必填 | `title: {zh: 加强核查, en: More visits}` |
    | `when.quantity` | 所看的数据（见下表） | 词 | | 必填 | `quantity: recognised_stock` |
    | `when.above`、`when.below` | 高于或低于此数时触发，二选一 | 占比或天 | 0 – 1，天数 0 – 3650 | 必填 | `above: 0.005` |
    | `then.mechanism` | `policies` 或 `finding` 中的机制 | 词 | | 必填 | `mechanism: visits` |
    | `then.multiply` | 每次触发时强度乘以此数 | 倍 | 0 – 10，不得为 1 | 与 `set` 二选一 | `multiply: 1.2` |
    | `then.set` | 把强度设为此数；1 为情景所写的强度 | 倍 | 0 – 10 | 与 `multiply` 二选一 | `set: 1.5` |
    | `then.at_least`、`then.at_most` | 强度的下限和上限 | 倍 | 0 – 10 | 0、10 | `at_most: 2` |
    | `places` | `each_prefecture`：各市州看自己的数据；`province`：全省看全省数据 | 词 | | each_prefecture | `places: province` |

    | 数据 | 主管部门看到的 |
    |---|---|
    | `recognised_flow` | 当年被识别的返贫脱贫人口 ÷ 脱贫人口 |
    | `recognised_stock` | 12月31日已识别且仍在返贫的脱贫人口 ÷ 脱贫人口 |
    | `monitored_share` | 12月31日监测户中的脱贫人口 ÷ 脱贫人口 |
    | `days_to_recognition` | 从出现迹象到认定的平均天数 |
    | `relief_shortage_share` | 因缺钱未发的临时救助 ÷ 已发与未发的临时救助 |
    | `waiting_share` | 12月31日等待核查的户 ÷ 等待户与当年核查数之和 |
    """
}
