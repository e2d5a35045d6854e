import ArgumentParser
import Estimation
import Experiments
import Households
import Reporting
import ScenarioFiles
import Simulation

/// What a failure is for the shell.
extension ExitCode {
  /// The command line or the input is wrong.
  static var wrongInput: ExitCode { ExitCode(64) }
  /// Stopped by Ctrl-C or a request to terminate.
  static var interrupted: ExitCode { ExitCode(130) }
}

/// Says on standard error why a command ends, and gives the exit status that belongs to it.
struct Failure {
  let message: BilingualText
  let status: ExitCode

  /// The failure that an error of one of the modules means.
  init(_ error: any Error) {
    switch error {
    case let error as ScenarioFileErrors:
      self.init(.wrongInput, error.message(in: .chinese), error.message(in: .english))
    case let error as FolderError:
      self.init(error)
    case let error as ComparisonError:
      self.init(.wrongInput, error.message.chinese, error.message.english)
    case let error as ExportMistakes:
      self.init(.wrongInput, error.message.chinese, error.message.english)
    case let error as StressError:
      self.init(.wrongInput, error.message.chinese, error.message.english)
    case let error as TuningError:
      self.init(.wrongInput, error.message.chinese, error.message.english)
    case let error as ThresholdError:
      let message = ThresholdText.message(error)
      self.init(.wrongInput, message.chinese, message.english)
    case let error as CalibrationError:
      self.init(.failure, error.message.chinese, error.message.english)
    case let error as HouseholdChoiceError:
      self.init(.wrongInput, error.message.chinese, error.message.english)
    case let error as BackTest.Mistake:
      self.init(error)
    case let error as SimulationError:
      self.init(error)
    case let error as SynthesisError:
      self.init(error)
    default:
      self.init(.failure, "运行失败：\(error)", "The run failed: \(error)")
    }
  }

  private init(_ status: ExitCode, _ chinese: String, _ english: String) {
    self.status = status
    message = BilingualText(chinese: chinese, english: english)
  }

  private init(_ error: FolderError) {
    if case .cannotWrite = error {
      self.init(.failure, error.message.chinese, error.message.english)
    } else {
      self.init(.wrongInput, error.message.chinese, error.message.english)
    }
  }

  private init(_ error: BackTest.Mistake) {
    switch error {
    case .yearOutside(let record, let years):
      let span = "\(years.lowerBound)-\(years.upperBound)"
      self.init(
        .wrongInput, "记录 \(record)：年份不在其情景有结果的年份 \(span) 之内。请改年份或情景的 period。",
        "Record \(record): its year is not among \(span), for which its scenario has results. Change "
          + "the year or the scenario's period.")
    case .placeOutside(let record):
      self.init(
        .wrongInput, "记录 \(record)：其情景没有模拟这个地方。请写 520000 或情景中某县的代码。",
        "Record \(record): its scenario does not simulate the place. Write 520000 or the code of a "
          + "county of the scenario.")
    }
  }

  private init(_ error: SimulationError) {
    switch error {
    case .missingParameters(let names):
      self.init(missing: names)
    case .correlationNotPositiveDefinite:
      self.init(
        .wrongInput, "drought.common_correlation 与 drought.correlation_length 给不出有效的相关矩阵。",
        "drought.common_correlation and drought.correlation_length leave no valid correlation.")
    case .cancelled:
      self.init(.interrupted, "已中断，没有写出任何结果。", "Interrupted; nothing was written.")
    case .booksDoNotBalance(let county, let year, let replication, let fen):
      self.init(
        .failure,
        "程序错误：第 \(replication) 次模拟中县 \(county) 的 \(year) 年账目相差 \(fen) 分，请报告。",
        "A fault of the program: in replication \(replication) the books of county \(county) for "
          + "\(year) are out by \(fen) fen. Please report it.")
    }
  }

  private init(_ error: SynthesisError) {
    switch error {
    case .missingParameters(let names):
      self.init(missing: names)
    case .townshipTooLarge(let county, let township, let households, let largest):
      self.init(
        .wrongInput,
        "农户表：县 \(county) 的第 \(township) 个乡镇有 \(households) 户，至多 \(largest) 户；请拆分。",
        "Household table: township \(township) of county \(county) has \(households) households, "
          + "at most \(largest) fit. Split it.")
    case .repeatedHousehold(let id):
      self.init(
        .wrongInput, "农户表：编号 \(id) 出现了两次。",
        "Household table: the number \(id) belongs to two households.")
    }
  }

  private init(missing names: [String]) {
    let list = names.joined(separator: ", ")
    self.init(
      .wrongInput, "参数文件中缺少：\(list)", "No parameter file declares: \(list)")
  }

  /// Runs a command's work; an error is said on standard error and becomes an exit status.
  static func said(in language: Language, _ work: () throws -> Void) throws {
    do {
      try work()
    } catch let status as ExitCode {
      throw status
    } catch let error as ValidationError {
      throw error
    } catch {
      let failure = Failure(error)
      StandardError.write(failure.message[language] + "\n")
      throw failure.status
    }
  }
}
