import Experiments
import Households

/// What the answer to a question is written from: words, drawings and tables of one command.
///
/// Words of a command are its own, in both languages; words that all commands share are in `Word`.
public struct QuestionContent: Sendable {
  /// Which question it answers.
  public var identity: QuestionIdentity
  /// The question's title.
  public var title: BilingualText
  /// The command in words, such as `压力测试` and `Stress test`.
  public var subtitle: BilingualText
  /// The question as a sentence.
  public var question: BilingualText
  /// The answer: sentences that can be read aloud, each with its interval.
  public var answers: [BilingualText]
  /// What a reader must know before using the figures.
  public var warnings: [BilingualText]
  /// What the answer rests on, in the order of reading.
  var sections: [QuestionSection]
  /// Limits of use of this command, before those that all answers share.
  public var limits: [BilingualText]
  /// Tidy tables by file name, such as `cells.csv`.
  public var tables: [QuestionTable]
  /// Texts for readers beside the report, such as a memorandum.
  public var documents: [QuestionDocument] = []
  /// The question file as it was read.
  public var questionText: String
  /// The command that gives the same tables.
  public var repeatCommand: String
  /// How it was computed.
  public var work: QuestionWork

  /// The content of an answer.
  init(
    identity: QuestionIdentity, title: BilingualText, subtitle: BilingualText,
    question: BilingualText, answers: [BilingualText], warnings: [BilingualText] = [],
    sections: [QuestionSection], limits: [BilingualText] = [], tables: [QuestionTable],
    questionText: String, repeatCommand: String, work: QuestionWork
  ) {
    self.identity = identity
    self.title = title
    self.subtitle = subtitle
    self.question = question
    self.answers = answers
    self.warnings = warnings
    self.sections = sections
    self.limits = limits
    self.tables = tables
    self.questionText = questionText
    self.repeatCommand = repeatCommand
    self.work = work
  }
}
