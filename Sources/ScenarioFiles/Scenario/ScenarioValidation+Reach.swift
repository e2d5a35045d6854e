import Households

extension ScenarioValidation {
  /// Notes settings of the outermost file that can never take effect.
  ///
  /// Only of that file: an extended file may well be dated or placed beyond a shorter run of it.
  func checkReach(
    period: Period?, counties: [Int]?, _ settings: [Mechanism: MechanismSetting]
  ) {
    guard let period else { return }
    for parameter in reader.declared {
      guard let typed = file.parameters[parameter.name], case .path(let path) = typed.value else {
        continue
      }
      checkSteps(path, key: parameter.scenarioKey, at: typed.place, end: period.end)
    }
    for mechanism in Mechanism.allCases {
      guard let text = file.mechanisms[mechanism] else { continue }
      let key = "\(mechanism.section.rawValue).\(mechanism.rawValue)"
      if let scale = text.scale {
        checkSteps(scale.value, key: "\(key).scale", at: scale.place, end: period.end)
      }
      if let from = text.from, let month = from.value, month > period.end {
        never(key, "from \(month)", "从 \(month) 起", at: from.place, period)
      }
      if let to = text.to, let month = to.value, month < period.start {
        never(key, "until \(month)", "到 \(month) 止", at: to.place, period)
      }
      if let places = text.places, places.place.file == file.name, let counties,
        let own = settings[mechanism]?.counties, own.isDisjoint(with: counties)
      {
        mistakes.add(
          places.place, english: "\(key).places names only counties that are not simulated.",
          chinese: "\(key).places 中的县都不在模拟范围内。")
      }
    }
  }

  private func checkSteps(_ path: DatedPath, key: String, at place: Place, end: Month) {
    guard place.file == file.name,
      let late = path.steps.compactMap(\.from).first(where: { $0 > end })
    else { return }
    mistakes.add(
      place, english: "\(key) has a step from \(late), after the end of the period \(end).",
      chinese: "\(key) 有一段从 \(late) 开始，晚于模拟期末 \(end)。")
  }

  private func never(
    _ key: String, _ english: String, _ chinese: String, at place: Place, _ period: Period
  ) {
    guard place.file == file.name else { return }
    mistakes.add(
      place,
      english: "\(key) is in force \(english), outside the period \(period.start) – \(period.end).",
      chinese: "\(key) \(chinese)有效，不在模拟期 \(period.start) – \(period.end) 内。")
  }
}
