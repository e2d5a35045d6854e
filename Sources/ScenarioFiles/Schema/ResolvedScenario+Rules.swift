import Households

extension ResolvedWriter {
  /// Which articles were adopted, as comments: their values are written out below, so that the file
  /// needs no draft.
  func regulation() -> [String] {
    guard hasComments, let regulation = scenario.regulation else { return [] }
    let head =
      "# \(regulation.title.chinese) \(regulation.title.english) (\(regulation.file)), "
      + "in force \(regulation.inForce)"
    return [head]
      + regulation.articles.map { article in
        let keys = article.keys.isEmpty ? "no settings" : article.keys.joined(separator: ", ")
        return "#   article \(article.number) \(article.heading.chinese), from "
          + "\(article.inForce): \(keys)"
      }
  }

  /// The annual rules, if there are any.
  func rules() -> [String] {
    guard !scenario.rules.isEmpty else { return [] }
    return ["rules:" + comment(scenario.places["rules"])]
      + scenario.rules.map { rule in
        let title = hasComments ? "title: \(bilingual(rule.title)), " : ""
        let bound = "\(rule.isAbove ? "above" : "below"): \(NumberWords.digits(rule.threshold))"
        return "  - {\(title)when: {quantity: \(rule.quantity.rawValue), \(bound)}, "
          + "then: {mechanism: \(rule.mechanism.rawValue), \(effect(rule.effect))}, "
          + "places: \(rule.scope.rawValue)}"
      }
  }

  private func effect(_ effect: AnnualRule.Effect) -> String {
    switch effect {
    case .multiply(let step, let bounds):
      "multiply: \(NumberWords.digits(step)), at_least: \(NumberWords.digits(bounds.lowerBound)), "
        + "at_most: \(NumberWords.digits(bounds.upperBound))"
    case .set(let value): "set: \(NumberWords.digits(value))"
    }
  }
}
