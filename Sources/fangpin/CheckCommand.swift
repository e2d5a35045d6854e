import ArgumentParser
import Experiments
import Foundation
import Households
import Reporting
import ScenarioFiles
import Simulation

/// `fangpin check`: all mistakes of a scenario at once, and whom its policies would reach.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(
      "检查情景文件，一次列出全部错误，并估算每项政策惠及多少户。",
      "Check a scenario: all mistakes at once, and how many households each policy would reach."))

  @Argument(help: scenarioHelp)
  var scenario: String

  @Option(
    help: help("估算惠及户数所用农户的份额。", "Share of households for the estimate of reach.", valueName: "F"))
  var sample = 0.02

  func validate() throws {
    guard sample > 0, sample <= 1 else {
      throw ValidationError(
        say("--sample 应大于 0 且不超过 1。", "--sample must be above 0 and at most 1."))
    }
  }

  func run() throws {
    try Failure.said(in: MessageLanguage.current) {
      let scenario = try ScenarioLibrary.scenario(at: scenario)
      let threads = ProcessInfo.processInfo.activeProcessorCount
      let population = try PopulationSynthesis.population(
        of: scenario, sampleFraction: sample, threads: threads)
      let simulator = try Simulator(scenario: scenario, population: population)
      let reach = try simulator.reach(seed: 1, threads: threads)
      print(say("没有发现错误。", "No mistakes found."))
      print(
        say(
          "\(scenario.start) 至 \(scenario.end) 期间至少惠及一次的农户数（一种可能的未来，样本 \(sample)）：",
          "Households reached at least once from \(scenario.start) to \(scenario.end) "
            + "(one possible future, sample \(sample)):"))
      let rows = Reach.allCases.map { policy in
        [policy.name[MessageLanguage.current], grouped(reach[policy, default: 0])]
      }
      print(TerminalTable(rows: rows, alignedRight: [false, true]).text, terminator: "")
    }
  }

  private func grouped(_ households: Int) -> String {
    let digits = Array(String(Int((Double(households) / sample).rounded())))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}

extension Reach {
  /// Name for readers.
  var name: BilingualText {
    switch self {
    case .basicMedicalInsurance: .init(chinese: "基本医保", english: "basic medical insurance")
    case .seriousIllnessInsurance: .init(chinese: "大病保险", english: "serious-illness insurance")
    case .medicalAssistance: .init(chinese: "医疗救助", english: "medical assistance")
    case .antiPovertyInsurance: .init(chinese: "防贫保", english: "anti-poverty insurance")
    case .reimbursementGuarantee:
      .init(chinese: "90% 报销兜底", english: "90 % reimbursement guarantee")
    case .minimumLivingAllowance: .init(chinese: "低保", english: "minimum living allowance")
    case .emergencyRelief: .init(chinese: "临时救助", english: "emergency relief")
    case .industrySupport: .init(chinese: "产业帮扶", english: "industry support")
    case .monitoring: .init(chinese: "防止返贫监测", english: "monitoring")
    }
  }
}
