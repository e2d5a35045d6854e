import Foundation
import Households
import Simulation

/// Where the time of a run went, the longest first.
enum ProfileTable {
  /// Steps with their share and their nanoseconds a household-month of one thread.
  static func text(_ outcomes: Outcomes, language: Language) -> String {
    let total = max(outcomes.profile.reduce(0, +), 1e-12)
    let months = Double(max(outcomes.householdMonths, 1))
    let steps = zip(ModelStep.allCases, outcomes.profile).sorted { $0.1 > $1.1 }
    let header = [
      say("步骤", "step"), say("占时", "share"), say("纳秒/户·月", "ns per household-month"),
    ]
    let rows = steps.map { step, seconds in
      [
        step.text[language], String(format: "%.1f %%", seconds / total * 100),
        String(format: "%.2f", seconds / months * 1e9),
      ]
    }
    let sum = [
      say("合计", "all"), "100 %", String(format: "%.2f", total / months * 1e9),
    ]
    return TerminalTable(rows: [header] + rows + [sum], alignedRight: [false, true, true]).text
  }
}
