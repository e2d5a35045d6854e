import Experiments
import Households

extension Page {
  /// What the model cannot say.
  var limitsSection: Markup {
    let items: [Markup] = limits.map { "<li>\(say($0))</li>\n" }
    return section(.limitsHeading, id: "limits", ["<ul>\n\(items)</ul>\n"])
  }

  /// Limits of use, one sentence each.
  var limits: [Word] {
    [
      content.record.draws == nil
        ? .limitParameters : isCalibrated ? .limitPosterior : .limitPriors,
      isCalibrated ? .limitCalibrated : .limitCalibration,
      .limitHouseholds, .limitCounties, .limitData,
      .limitDefinition, .limitMechanisms,
    ]
  }

  /// Whether parameters were drawn from the ensemble of a calibration.
  var isCalibrated: Bool { content.record.posterior != nil }

  /// Seed, digests, version, and the command that gives the same run.
  var provenanceSection: Markup {
    let record = content.record
    let work: [(Word, String)] = [
      (.householdMonths, NumberText.whole(Double(record.householdMonths))),
      (.speed, NumberText.whole(record.householdMonthsPerSecond)), (.runDigest, record.runDigest),
    ]
    let facts = runFacts + work + digests
    let rows: [Markup] = facts.map { word, value in
      "<tr><td class=\"word\">\(say(word))</td><td class=\"word digest\">\(value)</td></tr>\n"
    }
    return section(
      .provenanceHeading, id: "provenance",
      [
        "<p><a href=\"assurance.md\">assurance.md</a>: \(say(.assuranceLink))</p>\n",
        "<p>\(say(.repeatCommand))</p>\n<pre>\(repeatCommand)</pre>\n",
        "<table class=\"short\"><tbody>\n\(rows)</tbody></table>\n",
      ])
  }

  /// How the run was made.
  var runFacts: [(Word, String)] {
    let record = content.record
    return [
      (.version, record.version), (.seed, String(record.seed)),
      (.replications, String(record.replications)),
      (.sampleShare, NumberText.percent(record.sample, decimals: 1)),
      (.households, NumberText.whole(Double(record.households))),
    ]
  }

  /// Digests of what went in and what came out.
  var digests: [(Word, String)] {
    let record = content.record
    return [
      (.scenarioDigest, record.scenarioDigest), (.parametersDigest, record.parametersDigest),
      (.populationDigest, record.populationDigest), (.outcomesDigest, record.outcomesDigest),
    ]
  }

  /// The command line of this run.
  var repeatCommand: String {
    let record = content.record
    let sample = NumberText.plain(record.sample)
    let posterior = record.posterior.map { " --posterior \($0).csv" } ?? ""
    let draws = (record.draws.map { " --draws \($0)" } ?? "") + posterior
    return "fangpin run \(record.scenario).yaml --replications \(record.replications)\(draws)"
      + " --sample \(sample) --seed \(record.seed) --language \(language.rawValue)"
  }

  /// One line on how the run was made, under the title.
  var runLine: String {
    let years = content.scenario.resultYears
    let draws =
      content.record.draws.map { say(.setsOfParameters, ["draws": String($0)]) } ?? ""
    return say(
      .runLine,
      [
        "years": "\(years.lowerBound)–\(years.upperBound)",
        "replications": String(content.record.replications),
        "sample": NumberText.percent(content.record.sample, decimals: 1),
        "seed": String(content.record.seed), "version": content.record.version,
      ]) + draws
  }
}
