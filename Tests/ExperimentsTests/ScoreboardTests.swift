import Estimation
import Households
import Simulation
import Testing

@testable import Experiments

/// Targets other than the rate, on tallies whose figures can be worked out on paper.
struct ScoreboardTests {
  private func figures(_ made: HandMadeOutcomes) -> TargetFigures {
    TargetFigures(made.outcomes, HandMadeOutcomes.scenario())
  }

  @Test func `Accuracy is the mean of sensitivity and specificity`() throws {
    var made = HandMadeOutcomes()
    made.set(.inNeed, 2024, prefecture: 0, 40)
    made.set(.inNeed, 2024, prefecture: 1, 60)
    made.set(.householdsRural, 2024, prefecture: 0, 1100)
    made.set(.missed, 2024, prefecture: 1, 30)
    made.set(.falseInclusions, 2024, prefecture: 0, 50)
    // 70 of 100 in need are monitored; 50 of 1,000 others were wrongly included.
    let values = try #require(figures(made).values(.identificationAccuracy, year: 2024))
    for value in values { #expect((value - (0.7 + 0.95) / 2).magnitude < 1e-12) }
  }

  @Test func `Growth is a year's and counts from the first result year`() throws {
    var made = HandMadeOutcomes(years: 2024...2026)
    for (year, income) in [(2024, 100), (2026, 121)] {
      made.set(.incomeFormerlyPoor, year, prefecture: 0, Int64(income * 6000))
      made.set(.incomeRural, year, prefecture: 0, Int64(year == 2024 ? 1000 : 1040) * 100)
      made.set(.personsRural, year, prefecture: 0, 100)
      for prefecture in 0..<2 {
        made.set(.formerlyPoor, .all, year, prefecture: prefecture, 3000)
      }
    }
    let growth = try #require(figures(made).values(.formerlyPoorGrowth, year: 2026))
    let above = try #require(figures(made).values(.growthAboveRural, year: 2026))
    #expect((growth[0] - 0.1).magnitude < 1e-9)
    #expect((above[0] - (0.1 - (1.04.squareRoot() - 1))).magnitude < 1e-9)
    #expect(figures(made).values(.formerlyPoorGrowth, year: 2024) == nil)
    // 20,000 yuan in 2022 grows by 10 % a year.
    let national = try #require(figures(made).values(.ruralToNational, year: 2024))
    #expect((national[0] - 1000 / 24_200).magnitude < 1e-9)
  }

  @Test func `What was not counted gives no row rather than a number`() throws {
    let tables = try RunTables(
      outcomes: HandMadeOutcomes().outcomes, scenario: HandMadeOutcomes.scenario())
    #expect(!tables.targets.contains { $0.target == "self_development" })
    #expect(!tables.targets.contains { $0.target == "reimbursement" })
  }

  @Test func `A goal from below is met by figures above it`() throws {
    var made = HandMadeOutcomes()
    for (replication, failed) in [Int64(2), 4, 6, 30].enumerated() {
      made.set(.students, 2025, prefecture: 0, 100, in: replication)
      made.set(.withdrawnStudents, 2025, prefecture: 0, failed, in: replication)
    }
    let tables = try RunTables(outcomes: made.outcomes, scenario: HandMadeOutcomes.scenario())
    let row = try #require(tables.targets.first { $0.target == "school_enrolment" })
    #expect(row.side == .atLeast && row.limit == 0.9 && row.probabilityMet == 0.75)
    #expect(row.verdict == .undecided)
    #expect((row.estimate.mean - 0.895).magnitude < 1e-12)
    #expect(row.planRows == "S076, S314")
  }

  @Test func `A lever is what the scenario sets, without luck`() throws {
    let parameters = Parameters(
      declared: HandMadeOutcomes.parameters.declared + [
        HandMadeOutcomes.parameter("training.coverage", 0.6),
        HandMadeOutcomes.parameter("training.coverage_2023", 0.38),
      ])
    var scenario = HandMadeOutcomes.scenario(parameters: parameters)
    let made = HandMadeOutcomes()
    let target = try #require(PlanTarget.all.first { $0.name == "training_coverage" })
    #expect(
      TargetFigures(made.outcomes, scenario).values(target.figure, year: 2025)
        == [0.38, 0.38, 0.38, 0.38])
    scenario.mechanisms[.training] = MechanismSetting()
    #expect(
      TargetFigures(made.outcomes, scenario).values(target.figure, year: 2025)
        == [0.6, 0.6, 0.6, 0.6])
  }

  @Test func `Every figure of the plan with the role of a target is on the scoreboard or refused`()
  {
    let listed =
      (PlanTarget.all.map(\.planRows) + UncomputedTarget.all.map(\.planRows)
      + [Limits.planRows(.hard), Limits.planRows(.stretch)])
      .flatMap { $0.split(separator: ",").map { $0.filter { !$0.isWhitespace } } }
    let wanted = [
      64, 65, 66, 67, 68, 69, 70, 76, 77, 78, 80, 82, 83, 87, 88, 90, 91, 93, 94, 97, 157, 270, 271,
      272, 278, 289, 290, 292, 293, 294, 297, 298, 299, 300, 301, 306, 307, 310, 312, 313, 314, 315,
      317, 318, 323, 326, 328, 330, 332, 334, 341,
    ].map { "S" + (($0 as Int) < 100 ? "0\($0)" : "\($0)") }
    #expect(Set(wanted).subtracting(listed.map { String($0) }).isEmpty)
  }
}
