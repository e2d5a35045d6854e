import Households

/// A page with the style sheet of all reports, which needs no network, no script and no other file.
struct HTMLDocument {
  /// The title of the window.
  var title: String
  var language: Language
  /// What stands above the sections.
  var header: Markup
  var sections: [Markup]

  /// The whole file.
  var text: String {
    let markup: Markup = """
      <!doctype html>
      <html lang="\(language == .chinese ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(StyleSheet.text)
      </style>
      </head>
      <body>
      \(Fill.patterns)
      <main>
      <header>
      \(header)
      </header>
      \(sections)
      </main>
      </body>
      </html>

      """
    return markup.text
  }
}
