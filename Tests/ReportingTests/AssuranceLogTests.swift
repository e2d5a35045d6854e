import Experiments
import Households
import Testing

@testable import Reporting

struct AssuranceLogTests {
  private let text = AssuranceLog.text(MadeUpRun().content)

  @Test func `The log has its five parts in both languages, Chinese first`() throws {
    let parts = text.components(separatedBy: "\n---\n")
    #expect(parts.count == 2)
    for heading in ["## 数据", "## 假设", "## 作者的决定", "## 本次运行通过的检查", "## 使用限度"] {
      #expect(parts[0].contains(heading), "\(heading)")
    }
    for heading in ["## Data", "## Assumptions", "## Decisions of the author", "## Checks"] {
      #expect(parts[1].contains(heading), "\(heading)")
    }
    #expect(!text.contains("{"), "every gap of a sentence is filled")
  }

  @Test func `It holds the digests and the command of the run`() {
    let content = MadeUpRun().content
    #expect(text.contains(content.record.outcomesDigest))
    #expect(text.contains(content.record.populationDigest))
    #expect(text.contains("fangpin run"))
  }

  @Test func `Checks that a small run fails are said to have failed`() {
    var run = MadeUpRun()
    run.replications = 20
    let small = AssuranceLog.text(run.content)
    #expect(small.contains("Not passed: fewer than 200 replications"))
    #expect(small.contains("未通过：重复次数少于 200"))
  }
}
