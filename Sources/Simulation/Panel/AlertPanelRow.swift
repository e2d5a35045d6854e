import Households

/// A household on a date of a panel; to be read while the panel is handed over.
public struct AlertPanelRow {
  let panel: AlertPanel
  /// Number of the date in the panel's ``AlertPanel/dates``.
  public let dateNumber: Int
  /// Number of the household in the panel's ``AlertPanel/households``.
  public let place: Int

  /// The date.
  public var date: Month { panel.dates[dateNumber] }
  /// What does not change of the household.
  public var household: PanelHousehold { panel.households[place] }
  /// Members alive.
  public var persons: Int { Int(panel.persons(date: dateNumber, place)) }

  /// What a design compares with its threshold, on what has arrived at the platform; higher is more at
  /// risk.
  ///
  /// - `income`: minus the twelve-month income that the platform sees (its error included) over the
  ///   monitoring line. With v the threshold and s the spread of the index as scenarios give them, its
  ///   threshold here is −exp(−s Φ⁻¹(v)).
  /// - `fourLooks`, `twelveIndicators`, `threeDimensions`: the weighted sum of standardised indicators.
  /// - `twentyVariables`: the logarithm of the odds of need within half a year.
  /// - `expectedPoverty`: Φ⁻¹ of the chance that income lies below the line.
  ///
  /// The last two are −∞ before their first fit.
  ///
  /// - Parameter design: The design.
  /// - Returns: The score, in single precision as the engine has it.
  public func score(_ design: IndexDesign) -> Float {
    panel.score(design, date: dateNumber, place)
  }

  /// Whether a design would alert at the threshold of the date, whether or not it is the one in force.
  ///
  /// That is score > threshold; the income design multiplies where its score divides, so the two may
  /// differ by the last bit.
  public func alerts(_ design: IndexDesign) -> Bool {
    panel.alerts(date: dateNumber, place) & design.bit != 0
  }

  /// Twelve-month income per head after rigid spending, without assistance, yuan.
  public var ownIncome: Float { panel.incomes(date: dateNumber, place).own }
  /// The same with assistance, yuan.
  public var totalIncome: Float { panel.incomes(date: dateNumber, place).total }
  /// Income without assistance over the monitoring line.
  public var ownOverMonitoringLine: Float { ownIncome / panel.lines(date: dateNumber).monitoring }
  /// Income with assistance over the return line.
  public var totalOverReturnLine: Float { totalIncome / panel.lines(date: dateNumber).return }

  private var month: Int { panel.monthOfDate[dateNumber] }
  private var facts: UInt8 { panel.fact(month: month, place) }

  /// Whether the household is on the list of the monitored.
  public var isMonitored: Bool { facts & PanelFact.monitored != 0 }
  /// Whether a perfect visit would find it in need.
  public var isInNeed: Bool { facts & PanelFact.need != 0 }
  /// Whether it is in return to poverty.
  public var isReturned: Bool { facts & PanelFact.returned != 0 }

  /// What the monitoring system did from the month of the date until the month before the next date.
  public var events: PanelEvents {
    var bits: UInt8 = 0
    for month in month..<panel.endOfDate[dateNumber] { bits |= panel.fact(month: month, place) }
    return PanelEvents(facts: bits)
  }

  /// What became of the household in the months after that of the date.
  ///
  /// - Parameter months: Number of months, at least 1; 6 and 12 are usual.
  /// - Returns: The outcome, of fewer months (and marked incomplete) if the run ends before.
  public func outcome(months: Int) -> PanelOutcome {
    let last = min(month + months, panel.monthCount - 1)
    var outcome = PanelOutcome(months: last - month, isComplete: last == month + months)
    var before = facts & PanelFact.returned
    for next in month + 1..<last + 1 {
      let facts = panel.fact(month: next, place)
      let returned = facts & PanelFact.returned
      if facts & PanelFact.need != 0, outcome.firstNeed == 0 { outcome.firstNeed = next - month }
      if facts & PanelFact.below != 0 { outcome.monthsBelow += 1 }
      if returned != 0 { outcome.monthsReturned += 1 }
      if returned > before { outcome.hasEntered = true }
      before = returned
      outcome.aid += Double(panel.aid(month: next, place))
    }
    return outcome
  }
}
