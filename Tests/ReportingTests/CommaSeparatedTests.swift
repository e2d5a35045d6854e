import Estimation
import Testing

@testable import Experiments
@testable import Reporting

struct CommaSeparatedTests {
  private let estimate = Estimate(
    mean: 0.0043, standardError: 0.0001, lower95: 0.0041, upper95: 0.0045, p05: 0.003, p25: 0.0035,
    p50: 0.0042, p75: 0.005, p95: 1e-5, replications: 200)
  private let region = Region(code: 520526, name: "威宁县, \"草海\"")

  private var tables: RunTables {
    RunTables(
      rates: [
        RateRow(year: 2025, measure: .stock, region: region, group: .all, estimate: estimate),
        RateRow(year: 2025, measure: .flow, region: region, group: .policyLapse, estimate: .absent),
      ],
      targets: [
        TargetRow(
          target: "stock", year: 2025, limit: 0.005, reading: .hard, estimate: estimate,
          verdict: .met, probabilityMet: 0.87, probabilityLower95: 0.8165,
          probabilityUpper95: 0.91, replicationsToSettle: nil)
      ],
      money: [
        MoneyRow(programme: .premiumFromCounty, year: 2025, region: region, estimate: estimate)
      ],
      monitoring: [
        MonitoringRow(quantity: .daysToMoney, year: 2025, region: region, estimate: estimate)
      ])
  }

  private let columns = "mean,standard_error,lower95,upper95,p05,p50,p95,replications"
  private let figures = "0.0043,0.0001,0.0041,0.0045,0.003,0.0042,1e-05,200"
  private let name = "\"威宁县, \"\"草海\"\"\""

  @Test func `The text of rates is exact, with quoted names and empty cells for NaN`() {
    #expect(
      tables.ratesText == """
        year,measure,region,group,\(columns),region_name
        2025,stock,520526,all,\(figures),\(name)
        2025,flow,520526,cause:policy_lapse,,,,,,,,0,\(name)

        """)
  }

  @Test func `The texts of targets, money and monitoring are exact`() {
    #expect(
      tables.targetsText == """
        target,year,limit,reading,mean,lower95,upper95,verdict,probability_met,\
        probability_lower95,probability_upper95,side,unit,plan_rows
        stock,2025,0.005,hard,0.0043,0.0041,0.0045,met,0.87,0.8165,0.91,at_most,share,

        """)
    #expect(
      tables.moneyText == """
        programme,source,year,region,\(columns),region_name
        premium_from_county,county_budget,2025,520526,\(figures),\(name)

        """)
    #expect(
      tables.monitoringText == """
        year,quantity,region,\(columns),region_name
        2025,days_to_money,520526,\(figures),\(name)

        """)
  }

  @Test func `Differences name their reform, and an infinite saving is spelled out`() {
    let reform = ReformTables(
      name: "fund-800", title: .init(chinese: "甲", english: "A"), tables: tables,
      differences: [
        DifferenceRow(rate: tables.rates[0], replicationsSaved: .infinity),
        DifferenceRow(rate: tables.rates[0], replicationsSaved: 4.25),
      ], moneyDifferences: tables.money)
    #expect(
      ReformTables.differencesText([reform]) == """
        year,measure,region,group,\(columns),region_name,reform,replications_saved
        2025,stock,520526,all,\(figures),\(name),fund-800,inf
        2025,stock,520526,all,\(figures),\(name),fund-800,4.25

        """)
    #expect(ReformTables.moneyDifferencesText([reform]).hasSuffix("\(name),fund-800\n"))
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("return\r\nfeed", "\"return\r\nfeed\""), ("", ""),
  ])
  func `Cells are quoted as RFC 4180 asks`(cell: String, expected: String) {
    #expect(CommaSeparatedTable.quoted(cell) == expected)
  }
}
