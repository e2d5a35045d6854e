import Foundation
import Households
import Testing

@testable import ScenarioFiles

struct HouseholdTableTests {
  let folder: ScenarioFolder
  init() throws { folder = try ScenarioFolder() }

  static let chinese = """
    户编号,县代码,乡镇序号,男0-14岁,男15-44岁,男45-59岁,男60岁以上,女0-14岁,女15-44岁,女45-59岁,女60岁以上,\
    务工人数,生计类型,务工地,脱贫户,参保,人均纯收入（元）,工资性收入,经营净收入,转移净收入,财产净收入,茶叶收入,存款,生产性资产
    9,威宁县,1,1,1,0,0,0,1,0,1,1,兼业,广东,是,否,"9,500",3,1,1,0,5,3000,8000
    7,520526,0,0,0,0,1,0,0,0,1,0,无劳动力,,0,,4000,0,0.2,0.8,0,,100,0
    """
  static let english = """
    id,county_code,township,males_0_14,males_15_44,males_45_59,males_60_plus,females_0_14,\
    females_15_44,females_45_59,females_60_plus,workers,livelihood,destination,formerly_poor,\
    insured,permanent_income,wage_income,business_income,transfer_income,property_income,\
    product_tea,savings,assets
    9,520526,1,1,1,0,0,0,1,0,1,1,mixed,guangdong,yes,no,9500,0.6,0.2,0.2,0,1,3000,8000
    7,520526,0,0,0,0,1,0,0,0,1,0,no_labour,local,no,yes,4000,0,20,80,0,0,100,0
    """

  func rows(_ table: String) throws -> [HouseholdRecord] {
    try folder.write("households.csv", table)
    let scenario = try folder.extending("population: {file: households.csv}\n")
    guard case .table(let rows) = scenario.populationSource else { return [] }
    #expect(scenario.counties == Set(rows.map(\.county)).sorted())
    return rows
  }

  @Test func `A row becomes a household`() throws {
    let rows = try rows(Self.chinese)
    #expect(rows.map(\.id) == [7, 9])
    let household = rows[1]
    #expect(household.county == 0 && household.township == 1)
    #expect(household.members == SIMD8(1, 1, 0, 0, 0, 1, 0, 1))
    #expect(household.workers == 1)
    #expect(household.livelihood == .mixed && household.destination == .guangdong)
    #expect(household.flags == [.formerlyPoor])
    #expect(household.permanentIncome == 9500)
    #expect(household.sourceShares == SIMD4(0.6, 0.2, 0.2, 0))
    #expect(household.productShares == SIMD8(0, 0, 0, 0, 1, 0, 0, 0))
    #expect(household.weight == 1 && household.debt == 0)
    #expect(rows[0].flags == [.noLabour, .basicInsurance])
    #expect(rows[0].productShares == SIMD8(1, 0, 0, 0, 0, 0, 0, 0))
    for trait in 0..<4 { #expect((0..<1).contains(household.traits[trait])) }
    #expect(Set((0..<4).map { household.traits[$0] }).count == 4)
  }

  @Test func `Chinese and English headers give the same households`() throws {
    #expect(try rows(Self.chinese) == rows(Self.english))
  }

  @Test func `The example of ten thousand households is read whole`() throws {
    let table = HouseholdTable(
      geography: try ScenarioLibrary.geography(folder: Repository.scenarios),
      mistakes: MistakeList())
    let rows = try #require(
      table.records(at: Repository.scenarios + "/examples-data/households.csv", asked: nil))
    #expect(rows.count == 10_000)
    #expect(Set(rows.map(\.id)).count == 10_000)
    for (row, next) in zip(rows, rows.dropFirst()) {
      #expect((row.county, row.township, row.id) < (next.county, next.township, next.id))
    }
  }

  @Test(arguments: [
    "身份证号", "身份证", "姓名", "户主姓名", "电话", "手机号", "住址", "银行账号", "id_card", "name", "head_name",
    "phone", "Address",
  ])
  func `A column that identifies a person is refused with the reason`(column: String) throws {
    let lines = Self.english.split(separator: "\n")
    let table = "\(lines[0]),\(column)\n\(lines[1]),secret\n"
    try folder.write("households.csv", table)
    let messages = try folder.messages("extends: base.yaml\npopulation: {file: households.csv}\n")
    #expect(messages.contains("the column \(column) can identify a person"))
    #expect(messages.contains("delete the column to protect the people in the table"))
    #expect(!messages.contains("secret"))
  }

  @Test func `No documented column is mistaken for a personal one`() {
    for column in HouseholdColumns.all {
      #expect(!PersonalColumns.contains(column.english))
      #expect(!PersonalColumns.contains(column.chinese))
    }
  }

  @Test func `A township that fits no block is a mistake`() throws {
    let lines = Self.english.split(separator: "\n")
    var table = "\(lines[0])\n"
    for id in 1...2049 { table += "\(id)" + lines[2].dropFirst(1) + "\n" }
    try folder.write("households.csv", table)
    let messages = try folder.messages("extends: base.yaml\npopulation: {file: households.csv}\n")
    #expect(messages.contains("households.csv:2050:1: error: township 0 has more than 2048"))
  }

  @Test func `A household table decides the digest by its rows, not by its path`() throws {
    try folder.write("a.csv", Self.chinese)
    try folder.write("b.csv", Self.english)
    try folder.write("c.csv", Self.english.replacingOccurrences(of: "8000", with: "8001"))
    let contents = try ["a", "b", "c"].map {
      ResolvedScenario.content(try folder.extending("population: {file: \($0).csv}\n"))
    }
    #expect(contents[0] == contents[1])
    #expect(contents[1] != contents[2])
  }
}
