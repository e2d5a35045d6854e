import ArgumentParser
import Experiments

/// The command line: reads what was asked, hands it on, and prints what came back.
@main
struct Fangpin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fangpin",
    abstract: say(
      "模拟贵州农村家庭，计算返贫率及其不确定性和政策成本。",
      "Simulates Guizhou's rural households: return to poverty, how sure that is, and what it costs."
    ),
    discussion: say(
      """
      先试试：
        fangpin run Scenarios/guizhou.yaml --sample 0.05 --replications 200
        fangpin compare Scenarios/guizhou.yaml Scenarios/packages/targets-2025.yaml
      退出状态：0 完成，1 运行失败，64 命令或输入有误，130 被中断。
      """,
      """
      To begin with:
        fangpin run Scenarios/guizhou.yaml --sample 0.05 --replications 200
        fangpin compare Scenarios/guizhou.yaml Scenarios/packages/targets-2025.yaml
      Exit status: 0 done, 1 the run failed, 64 wrong command line or input, 130 interrupted.
      """),
    version: ProgramVersion.current,
    subcommands: [
      RunCommand.self, CompareCommand.self, StressCommand.self, TuneCommand.self,
      SweepCommand.self, ArticlesCommand.self, SensitivityCommand.self, RobustCommand.self,
      CalibrateCommand.self, BackTestCommand.self, ExportCommand.self,
      ExplainCommand.self, CheckCommand.self, PopulationCommand.self, ParametersCommand.self,
      SchemaCommand.self, MechanismsCommand.self,
    ])
}
