import Foundation
import Testing

@Suite(.serialized) struct ExplainTests {
  static let small = ["explain", "--sample", "0.0005"]

  /// Rows of a table that are wanted, by column.
  private func rows(
    _ text: String, where isWanted: (Substring) -> Bool = { _ in true }
  ) -> [[String: String]] {
    func cells(_ line: Substring) -> [String] {
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let lines = text.split(separator: "\n")
    let header = lines.first.map(cells) ?? []
    return lines.dropFirst().filter(isWanted).map {
      Dictionary(uniqueKeysWithValues: zip(header, cells($0)))
    }
  }

  @Test func `A life is told month by month in both languages`() throws {
    let english = try Program.run(Self.small + ["--households", "1", "--language", "en"])
    #expect(english.status == 0)
    #expect(english.errors.isEmpty)
    #expect(english.output.hasPrefix("Household "))
    #expect(english.output.contains("\n2022-01 "))
    #expect(english.output.contains("\n2030-12 "))
    #expect(english.output.contains("lines: return line 6,000 yuan a head"))
    let chinese = try Program.run(Self.small + ["--households", "1", "--language", "zh"])
    #expect(chinese.output.hasPrefix("住户 "))
    #expect(chinese.output.contains("标准：返贫线 6,000 元／人"))
  }

  @Test func `A table has a row a household and month and a column a fact`() throws {
    let result = try Program.run(Self.small + ["--households", "3", "--format", "csv"])
    #expect(result.status == 0)
    let rows = rows(result.output)
    #expect(rows.count == 3 * 108)
    let first = try #require(rows.first)
    #expect(first["scenario"] == "guizhou")
    #expect(first["month"] == "2022-01")
    let columns = [
      "draw_word_0", "draw_word_3", "jobless_0", "admission", "accident", "death", "disability",
      "fire", "bill_basic", "bill_serious", "bill_assistance", "bill_insurance",
      "bill_guarantee", "bill_own", "wage", "business", "other", "relief", "allowance", "aid",
      "cash_out", "rigid", "consumption", "left", "savings", "informal_debt", "formal_debt",
      "assets", "damage", "extra_work", "own_12", "total_12", "income_12", "rigid_12", "aid_12",
      "return_line", "monitoring_line", "loss_illness", "loss_policy_lapse", "return_entered",
      "return_left", "cause", "returned", "alert_from_index", "alert_from_triggers",
      "alert_from_own_report", "alert_from_patrol", "visited", "recognised", "kind",
      "granted_relief", "delivered_relief", "eliminated", "left_school",
    ]
    for column in columns { #expect(first[column] != nil, "\(column)") }
    #expect(Set(rows.compactMap { $0["household"] }).count == 3)
    let codebook = try Program.run("explain", "--columns", "--language", "en")
    #expect(codebook.output.split(separator: "\n").count == first.count - 7 + 1)
  }

  @Test func `The first households are the same in a larger sample, and by their numbers`() throws {
    func households(_ arguments: [String]) throws -> [String] {
      rows(try Program.run(["explain", "--format", "csv"] + arguments).output)
        .filter { $0["month"] == "2022-01" }.compactMap { $0["household"] }
    }
    let small = try households(["--sample", "0.0005", "--households", "3"])
    #expect(small == (try households(["--sample", "0.001", "--households", "3"])))
    let turned = [small[2], small[0]]
    #expect(
      turned
        == (try households(["--sample", "0.0005", "--household", turned.joined(separator: ",")])))
  }

  @Test func `Two scenarios part in a month and at a step`() throws {
    let folder = try TemporaryFolder()
    let dear = try folder.write(
      "dear.yaml",
      """
      title: {zh: 住院更贵, en: Dearer hospitals}
      extends: \(Program.repository.path)/Scenarios/guizhou.yaml
      shocks:
        illness: {ordinary_median: [{from: start, value: 4500}, {from: 2024-01, value: 9000}]}

      """)
    let arguments = Self.small + ["--households", "2", "--compare", dear, "--language"]
    let english = try Program.run(arguments + ["en"])
    #expect(english.status == 0)
    #expect(english.output.contains("part in 20"))
    #expect(english.output.contains("first at the step: Illness, accidents and who pays the bill"))
    #expect(english.output.contains("hospital bill"))
    #expect(english.output.contains("Over all months"))
    #expect(try Program.run(arguments + ["zh"]).output.contains("最先不同的环节：疾病、意外和医疗费用结算"))
    let table = try Program.run(
      Self.small + ["--households", "2", "--compare", dear, "--format", "csv"])
    #expect(Set(rows(table.output).compactMap { $0["scenario"] }) == ["guizhou", "dear"])
  }

  @Test func `A scenario has the same life as itself`() throws {
    let result = try Program.run(
      Self.small + [
        "--households", "1", "--compare", "Scenarios/guizhou.yaml", "--language", "en",
      ])
    #expect(result.output.contains("has the same life under both scenarios"))
  }

  @Test func `The document is JSON with every column explained`() throws {
    let result = try Program.run(Self.small + ["--households", "1", "--format", "json"])
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let document = try #require(json as? [String: Any])
    let scenarios = try #require(document["scenarios"] as? [[String: Any]])
    let households = try #require(scenarios[0]["households"] as? [[String: Any]])
    let months = try #require(households[0]["months"] as? [[String: Any]])
    let columns = try #require(document["columns"] as? [[String: Any]])
    #expect(months.count == 108)
    #expect(months[0].count == columns.count + 1)
  }

  @Test func `An unknown household ends with 64 and says what to do`() throws {
    let english = try Program.run(Self.small + ["--household", "5", "--language", "en"])
    #expect(english.status == 64)
    #expect(english.output.isEmpty)
    #expect(english.errors.contains("--household: found 5"))
    #expect(english.errors.contains("expected the number of a household in the sample, such as"))
    #expect(english.errors.contains("--sample 0.6771"))
    let chinese = try Program.run(Self.small + ["--household", "5", "--language", "zh"])
    #expect(chinese.errors.contains("应为样本中的住户编号"))
  }

  @Test(
    arguments: [
      ["explain"], ["explain", "--household", "1", "--households", "2"],
      ["explain", "--household", "one"], ["explain", "--households", "0"],
      ["explain", "--households", "1", "--replication", "-1"],
      ["explain", "--households", "1", "--sample", "5"],
      ["explain", "--households", "1", "--format", "xml"],
    ])
  func `A wrong command line ends with 64`(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
  }

  /// The lives of all households of a few in one county, against what `run` counts of them.
  @Test func `Returned households are those that a run counts`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "county.yaml",
      """
      title: {zh: 一个县, en: One county}
      extends: \(Program.repository.path)/Scenarios/guizhou.yaml
      population: {counties: [520526]}

      """)
    let options = ["--sample", "0.003", "--seed", "7"]
    let run = try Program.run(
      ["run", path, "--replications", "1", "--quiet", "--output", folder.path("run")] + options)
    #expect(run.status == 0)
    let json = try JSONSerialization.jsonObject(with: Data(folder.text("run/run.json").utf8))
    let count = try #require((json as? [String: Any])?["households"] as? Int)
    let lives = try Program.run(
      ["explain", path, "--households", String(count), "--format", "csv"] + options)
    let decembers = rows(lives.output) { $0.contains("-12,") }
      .filter { $0["formerly_poor"] == "1" }
    let stock = rows(try folder.text("run/rates.csv")).filter {
      $0["measure"] == "stock" && $0["group"] == "all" && $0["region"] == "520526"
    }
    #expect(stock.count == 8)
    #expect(stock.contains { $0["mean"] != "0" })
    for row in stock {
      let year = try #require(row["year"])
      let (inReturn, all) = persons(decembers.filter { $0["month"] == year + "-12" })
      #expect(abs(inReturn / all - (Double(row["mean"] ?? "") ?? -1)) < 1e-12, "\(year)")
    }
  }

  /// Persons in return to poverty, and all of them.
  private func persons(_ months: [[String: String]]) -> (inReturn: Double, all: Double) {
    var sums = (inReturn: 0.0, all: 0.0)
    for month in months {
      let value = { (column: String) in Double(month[column] ?? "") ?? 0 }
      let alive = value("persons") - (value("death") != 0 && value("persons") > 1 ? 1 : 0)
      sums.all += alive * value("weight")
      sums.inReturn += value("returned") * alive * value("weight")
    }
    return sums
  }
}
