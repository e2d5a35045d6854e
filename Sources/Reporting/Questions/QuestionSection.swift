import Households

/// A part of an answer below its sentences: a heading, and what stands under it in order.
struct QuestionSection: Sendable {
  /// A piece of a section.
  enum Piece: Sendable {
    /// A paragraph.
    case paragraph(BilingualText)
    /// A drawing with its caption; the drawing is made for a language because its words are in it.
    case figure(caption: BilingualText, @Sendable (Language) -> Markup)
    /// A table.
    case table(@Sendable (Language) -> ReportTable)
    /// A paragraph of small print.
    case note(BilingualText)
    /// A heading below the section's.
    case heading(BilingualText)
  }

  /// A name for links, of small letters and hyphens.
  var id: String
  var heading: BilingualText
  var pieces: [Piece]
}
