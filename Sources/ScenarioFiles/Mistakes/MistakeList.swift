import Households

/// Collects mistakes while files are read, one per place, so that no cause is reported twice.
final class MistakeList {
  private(set) var mistakes: [ScenarioMistake] = []
  private var places: Set<Place> = []

  var isEmpty: Bool { mistakes.isEmpty }

  /// Notes a mistake, unless one is already noted at the same place.
  func add(
    _ place: Place, english: String, chinese: String, remedy: BilingualText? = nil
  ) {
    guard place.line == 0 || places.insert(place).inserted else { return }
    mistakes.append(
      ScenarioMistake(
        file: place.file, line: place.line, column: place.column,
        problem: BilingualText(chinese: chinese, english: english), remedy: remedy))
  }

  /// Notes the mistakes of another file.
  func add(_ errors: ScenarioFileErrors) {
    for mistake in errors.mistakes {
      add(
        Place(file: mistake.file, line: mistake.line, column: mistake.column),
        english: mistake.problem.english, chinese: mistake.problem.chinese,
        remedy: mistake.remedy)
    }
  }

  /// Throws everything that was noted, if anything was.
  func throwIfAny() throws(ScenarioFileErrors) {
    if !mistakes.isEmpty { throw ScenarioFileErrors(mistakes: mistakes) }
  }
}

extension BilingualText {
  /// A text that is the same in both languages.
  init(_ text: String) { self.init(chinese: text, english: text) }
}
