import Experiments
import Households

/// Writes reports: one HTML file that needs no network, no script and no other file.
public enum Report {
  /// The report of one run.
  public static func html(_ content: ReportContent, language: Language) -> String {
    let page = Page(content, language: language)
    let sections = [
      page.verdictSection, page.scoreboardSection, page.ratesSection, page.uncertaintySection,
      page.varianceSection,
      page.causesSection,
      page.placesSection,
      page.moneySection, page.findingSection, page.systemsSection, page.assumptionsSection,
      page.limitsSection,
      page.provenanceSection,
    ]
    return document(page, heading: .reportTitle, sections: sections)
  }

  /// The report of a comparison.
  public static func html(_ content: ComparisonContent, language: Language) -> String {
    let page = Page(content.baseline, language: language)
    let comparison = ComparisonPage(content, language: language)
    let decision = content.answer.map { DecisionSections($0, language: language).markup }
    let sections = [
      comparison.verdictsSection, decision ?? Markup(), comparison.effectsSection,
      comparison.moneySection,
      comparison.assumptionsSections, page.limitsSection, comparison.provenanceSection,
    ]
    let question = content.answer?.question
    return document(
      page, heading: .comparisonTitle, sections: sections, title: question?.title,
      summary: question?.sentence)
  }

  /// A report; its title and summary are those of the scenario unless a question has its own.
  private static func document(
    _ page: Page, heading: Word, sections: [Markup], title own: BilingualText? = nil,
    summary: BilingualText? = nil
  ) -> String {
    let scenario = page.content.scenario
    let title = (own ?? scenario.title)[page.language]
    let header: Markup = """
      <h1>\(title)<br><small>\(page.say(heading))</small></h1>
      <p class="summary">\((summary ?? scenario.summary)[page.language])</p>
      <p class="run">\(page.runLine)</p>
      """
    return HTMLDocument(
      title: "\(title) · \(page.say(heading))", language: page.language, header: header,
      sections: sections
    ).text
  }
}
