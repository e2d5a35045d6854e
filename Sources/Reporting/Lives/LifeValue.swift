import Households
import Simulation

/// Values of a household's life as text.
enum LifeValue {
  /// A cell of a table: the shortest digits that give the engine's number back, or a word.
  static func cell(_ value: Double, _ column: LifeColumn) -> String {
    if let word = column.word(of: value) { return word }
    switch column.unit {
    case .yuan, .yuanPerHead, .ratio:
      let text = Float(value == 0 ? 0 : value).description
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    default: return String(Int(value))
    }
  }

  /// A number with its unit for readers; money in whole yuan.
  static func said(_ value: Double, _ column: LifeColumn, in language: Language) -> String {
    func unit(_ word: Word) -> String {
      word.said(in: language, ["number": NumberText.whole(value)])
    }
    return switch column.unit {
    case .yuan: unit(.lifeYuan)
    case .yuanPerHead: unit(.lifeYuanPerHead)
    case .months: unit(.lifeMonths)
    case .yesNo: (value == 0 ? Word.lifeNo : .lifeYes).said(in: language)
    case .cause:
      Cause(rawValue: Int(value)).map { said($0, in: language) }
        ?? Word.lifeNobody.said(in: language)
    case .kind, .stage: (word(column.word(of: value) ?? "")).said(in: language)
    case .ratio: NumberText.fixed(value, decimals: 3)
    case .persons: unit(.lifePersons)
    case .day: value == 0 ? Word.lifeNobody.said(in: language) : unit(.lifeDay)
    case .count, .code: NumberText.whole(value)
    }
  }

  /// A cause in the middle of a sentence.
  static func said(_ cause: Cause, in language: Language) -> String {
    Word(cause).said(in: language).lowercased()
  }

  private static func word(_ code: String) -> Word {
    switch code {
    case "unstable": .lifeKindUnstable
    case "marginal": .lifeKindMarginal
    case "sudden": .lifeKindSudden
    case "travelling": .lifeStageTravelling
    case "waiting": .lifeStageWaiting
    case "accepted": .lifeStageAccepted
    default: .lifeNobody
    }
  }

  /// A column with its value, as a part of a sentence; what is only true or not needs no value.
  static func item(_ value: Double, _ column: LifeColumn, in language: Language) -> String {
    let name = column.text[language]
    switch column.unit {
    case .yesNo: return name
    case .count where value == 1: return name
    case .cause, .kind, .stage:
      return name + (language == .chinese ? "：" : ": ") + said(value, column, in: language)
    default: return name + " " + said(value, column, in: language)
    }
  }
}
