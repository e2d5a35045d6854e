import Experiments
import Households

/// What the report of a sweep is written from.
public struct SweepPage: Sendable {
  private let answer: SweepAnswer

  /// The content of the report.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - identity: Which question it answers.
  ///   - work: How it was computed.
  ///   - repeatCommand: The command that gives the same tables.
  /// - Returns: The content of the report.
  public static func content(
    _ answer: SweepAnswer, identity: QuestionIdentity, work: QuestionWork, repeatCommand: String
  ) -> QuestionContent {
    let page = SweepPage(answer: answer)
    let chinese = page.text(.chinese)
    let english = page.text(.english)
    return QuestionContent(
      identity: identity, title: answer.question.title,
      subtitle: BilingualText(chinese: "设置与参数扫描", english: "Sweep of settings and numbers"),
      question: answer.question.question
        ?? BilingualText(
          chinese: "各设置取不同的值，结果怎样变化？", english: "What do other values of the settings change?"),
      answers: zip(chinese.sentences, english.sentences).map {
        BilingualText(chinese: $0, english: $1)
      },
      sections: page.sections,
      limits: zip(chinese.cautions, english.cautions).map {
        BilingualText(chinese: $0, english: $1)
      },
      tables: answer.tables, questionText: answer.question.text, repeatCommand: repeatCommand,
      work: work)
  }

  private func text(_ language: Language) -> SweepText {
    SweepText(answer: answer, language: language)
  }

  private var sections: [QuestionSection] {
    var drawings: [QuestionSection.Piece] = []
    for number in answer.question.outcomes.indices {
      guard let chinese = text(.chinese).figure(number), let english = text(.english).figure(number)
      else { continue }
      drawings.append(
        .figure(caption: BilingualText(chinese: chinese.caption, english: english.caption)) {
          $0 == .chinese ? chinese.drawing : english.drawing
        })
    }
    var sections: [QuestionSection] = []
    if !drawings.isEmpty {
      sections.append(
        QuestionSection(
          id: "drawings",
          heading: BilingualText(chinese: "结果怎样变化", english: "How the outcomes change"),
          pieces: drawings))
    }
    var tables: [QuestionSection.Piece] = []
    if !answer.effects.isEmpty {
      tables.append(.table { text($0).effectTable ?? text($0).pointTable })
    }
    tables.append(.table { text($0).pointTable })
    sections.append(
      QuestionSection(
        id: "points", heading: BilingualText(chinese: "各点的结果", english: "The points"),
        pieces: tables))
    return sections
  }
}
