import Experiments
import Households

/// Writes the answer to a question as one HTML file that needs no network, no script and no other file.
public struct QuestionPage {
  let content: QuestionContent
  let language: Language

  /// The whole page in a language.
  public static func html(_ content: QuestionContent, language: Language) -> String {
    let page = QuestionPage(content: content, language: language)
    let title = content.title[language]
    let subtitle = content.subtitle[language]
    let header: Markup = """
      <h1>\(title)<br><small>\(subtitle)</small></h1>
      <p class="summary">\(content.question[language])</p>
      <p class="run">\(page.designLine)</p>
      """
    return HTMLDocument(
      title: "\(title) · \(subtitle)", language: language, header: header,
      sections: [page.answerSection] + content.sections.map(page.markup)
        + [page.workSection, page.limitsSection, page.provenanceSection]
    ).text
  }

  private func say(_ word: Word, _ values: [String: String] = [:]) -> String {
    word.said(in: language, values)
  }

  private func section(_ heading: String, id: String, _ body: [Markup]) -> Markup {
    "<section id=\"\(id)\"><h2>\(heading)</h2>\(body)</section>\n"
  }

  private func paragraphs(_ texts: [BilingualText]) -> [Markup] {
    texts.map { "<p>\($0[language])</p>\n" }
  }

  /// One line on how much was simulated, under the title.
  private var designLine: String {
    let design = content.identity.design
    let values = [
      "replications": NumberText.whole(Double(design.replications)),
      "draws": NumberText.whole(Double(design.draws)),
    ]
    var facts: [String] = []
    if design.draws > 1 {
      facts.append(say(.workDraws, values))
    } else if content.work.isPaired {
      facts.append(say(.workFuturesEach, values))
    }
    facts += [
      "\(say(.sampleShare)) \(NumberText.percent(design.sample, decimals: 1))",
      "\(say(.seed)) \(design.seed)", "\(say(.version)) \(content.identity.version)",
    ]
    return facts.joined(separator: language == .chinese ? "；" : "; ")
  }

  private var answerSection: Markup {
    let warnings: Markup =
      content.warnings.isEmpty
      ? ""
      : """
      <div class="warning"><p><b>\(say(.warning))</b></p>
      \(paragraphs(content.warnings))</div>

      """
    return section(
      say(.answerHeading), id: "answer",
      ["<div class=\"verdict\">\n\(paragraphs(content.answers))</div>\n", warnings])
  }

  private func markup(_ part: QuestionSection) -> Markup {
    section(part.heading[language], id: part.id, part.pieces.map(markup))
  }

  private func markup(_ piece: QuestionSection.Piece) -> Markup {
    switch piece {
    case .paragraph(let text): "<p>\(text[language])</p>\n"
    case .figure(let caption, let drawing):
      "<figure>\(drawing(language))<figcaption>\(caption[language])</figcaption></figure>\n"
    case .table(let table): table(language).markup
    case .note(let text): "<p class=\"note\">\(text[language])</p>\n"
    case .heading(let text): "<h3>\(text[language])</h3>\n"
    }
  }

  private var workSection: Markup {
    let (design, work) = (content.identity.design, content.work)
    let seconds = { (value: Double) in NumberText.fixed(value, decimals: 1, grouped: true) }
    let count = { (value: Int) in NumberText.whole(Double(value)) }
    var facts: [(Word, String)] = [
      (.sampleShare, NumberText.percent(design.sample, decimals: 1))
    ]
    if let households = work.households {
      facts.append((.householdsPerFuture, count(households)))
    }
    facts.append((.replications, count(design.replications)))
    if design.draws > 1 { facts.append((.parameterDraws, count(design.draws))) }
    if let posterior = work.posterior { facts.append((.posteriorEnsemble, posterior)) }
    facts += [
      (.seed, String(design.seed)), (.futuresSimulated, count(work.account.simulated)),
      (.futuresReused, count(work.account.reused)),
      (.householdMonths, count(work.account.householdMonths)),
      (.secondsSimulating, seconds(work.account.secondsSimulating)),
      (.secondsBuilding, seconds(work.account.secondsBuilding)),
      (.secondsTotal, seconds(work.seconds)), (.machineThreads, String(work.threads)),
    ]
    return section(
      say(.workHeading), id: "work", [table(facts.map { (say($0.0), $0.1) })])
  }

  private var limitsSection: Markup {
    let items: [Markup] =
      (content.limits.map { $0[language] } + sharedLimits.map { say($0) })
      .map { "<li>\($0)</li>\n" }
    return section(say(.limitsHeading), id: "limits", ["<ul>\n\(items)</ul>\n"])
  }

  /// Limits of every answer.
  private var sharedLimits: [Word] {
    let isCalibrated = content.identity.posteriorDigest != nil
    return [
      content.identity.design.draws < 2
        ? .limitParameters : isCalibrated ? .limitPosterior : .limitPriors,
      isCalibrated ? .limitCalibrated : .limitCalibration, .limitHouseholds, .limitCounties,
      .limitData, .limitDefinition, .limitMechanisms,
    ]
  }

  private var provenanceSection: Markup {
    let identity = content.identity
    let facts =
      [(say(.version), identity.version), (say(.questionDigest), identity.digest)]
      + identity.scenarios.map { (say(.scenarioDigestOf, ["name": $0.name]), $0.digest) }
    let files = ReportTable(
      caption: say(.questionTables), header: [say(.tableColumn), say(.tableRows)],
      rows: content.tables.map {
        ["<code>\($0.name)</code>", "\(NumberText.whole(Double($0.rows)))"]
      },
      style: "short")
    return section(
      say(.questionProvenanceHeading), id: "provenance",
      [
        "<p>\(say(.questionRepeatCommand))</p>\n<pre>\(content.repeatCommand)</pre>\n",
        content.tables.isEmpty ? "" : files.markup, table(facts),
      ])
  }

  private func table(_ facts: [(String, String)]) -> Markup {
    let rows: [Markup] = facts.map { name, value in
      "<tr><td class=\"word\">\(name)</td><td class=\"word digest\">\(value)</td></tr>\n"
    }
    return "<table class=\"short\"><tbody>\n\(rows)</tbody></table>\n"
  }
}
