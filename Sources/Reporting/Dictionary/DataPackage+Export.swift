import Experiments
import Households

extension DataPackage {
  /// The dictionary of an export.
  ///
  /// - Parameters:
  ///   - export: What is exported.
  ///   - tables: Every table with its text and the SHA-256 of it.
  ///   - language: Language of titles and descriptions; both are there in any case.
  init(
    _ export: CompletedExport, tables: [(schema: TableSchema, text: String, digest: String)],
    language: Language
  ) {
    let record = export.comparison.baseline.record
    let scenario = export.comparison.baseline.scenario
    name = "fangpin-" + Self.slug(record.scenario) + "-" + export.digest.prefix(12)
    profile = "tabular-data-package"
    let heading = BilingualText(
      chinese: "防贫模拟数据：" + scenario.title.chinese,
      english: "Fangpin, simulated data: " + scenario.title.english)
    title = heading[language]
    (title_zh, title_en) = (heading.chinese, heading.english)
    let about = Self.about(export)
    description = about[language]
    (description_zh, description_en) = (about.chinese, about.english)
    version = record.version
    licenses = [
      Licence(
        name: "GPL-3.0-or-later", path: "https://www.gnu.org/licenses/gpl-3.0.html",
        title: "GNU General Public License, version 3 or later")
    ]
    sources = [
      Source(title: "Fangpin \(record.version), scenario \(record.scenario)", path: nil),
      Source(
        title: "2020 Population Census by County, rounded (names and codes of places, population)",
        path: nil),
      Source(
        title: "Numbers of the model with their sources: Scenarios/parameters of Fangpin", path: nil
      ),
    ]
    keywords = ["return to poverty", "返贫", "microsimulation", "Guizhou", "贵州"]
    fangpin = Program(
      name: "fangpin", version: record.version, exportDigest: export.digest, seed: record.seed,
      replications: record.replications, sample: record.sample, households: record.households,
      scenarios: export.runs.map { ScenarioEntry($0.record) },
      panel: export.panelChoice.map { choice in
        PanelEntry(
          households: choice.households, replications: choice.replications,
          years: [choice.years.lowerBound, choice.years.upperBound], months: choice.months)
      })
    resources = tables.map {
      Resource($0.schema, text: $0.text, digest: $0.digest, language: language)
    }
  }

  private static func about(_ export: CompletedExport) -> BilingualText {
    let record = export.comparison.baseline.record
    let count = export.runs.count
    return BilingualText(
      chinese:
        "由 fangpin \(record.version) 模拟：\(count) 个情景，\(record.replications) 次未来，样本 \(record.sample)"
        + "（\(record.households) 户），种子 \(record.seed)。全部为模拟数据，不含真实住户。区间不含参数的不确定性。",
      english:
        "Simulated by fangpin \(record.version): \(count) scenario(s), \(record.replications) futures, sample "
        + "\(record.sample) (\(record.households) households), seed \(record.seed). All of it is simulated; no real "
        + "household is in it. Intervals leave out what is not known of the parameters.")
  }

  /// A name as packages may have it: small Latin letters, digits, dots, hyphens.
  private static func slug(_ name: String) -> String {
    let letters = name.lowercased().unicodeScalars.map { scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
    }
    return String(letters)
  }
}

extension DataPackage.ScenarioEntry {
  init(_ record: RunRecord) {
    name = record.scenario
    scenarioDigest = record.scenarioDigest
    parametersDigest = record.parametersDigest
    populationDigest = record.populationDigest
    runDigest = record.runDigest
    outcomesDigest = record.outcomesDigest
  }
}
