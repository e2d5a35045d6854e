import Households
import Randomness

/// Step 9: recognition, kind, choice of measures and the requests for money.
enum RecognitionPass {
  static func run(_ b: BlockMonth) {
    let (stage, due, mask) = (b.s.stage, b.s.dueDay, b.x.mask)
    let nextDay = UInt16(min(b.nextDay, 65_000))
    for i in 0..<b.count {
      let isDue: UInt8 = due[i] < nextDay ? 1 : 0
      mask[i] = stage[i] == CaseStage.accepted ? isDue : 0
    }
    let found = b.x.collect(b.count)
    for place in 0..<found { recognise(b, Int(b.x.rows[place])) }
  }

  /// The kind of monitored household that a household in need is.
  ///
  /// Model equation (25.1).
  static func kind(_ b: BlockMonth, _ row: Int) -> UInt8 {
    let income = Float(b.s.income12[row]) * IndicatorPass.incomeUnit
    let isUnderLine = income < b.county.pointee.settings.calendar.monitoringLine
    return !isUnderLine
      ? MonitoredKind.sudden
      : b.isFormerlyPoor(row) ? MonitoredKind.unstable : MonitoredKind.marginal
  }

  private static func recognise(_ b: BlockMonth, _ row: Int) {
    let m = b.county
    let line = m.pointee.settings.calendar.monitoringLine
    let kind = kind(b, row)
    enrol(b, row, kind)
    b.tellPanel(PanelFact.recognition, row: row)
    if m.pointee.isRecorded {
      let quantity: FindingQuantity =
        kind == MonitoredKind.sudden
        ? .recognisedSudden
        : kind == MonitoredKind.unstable ? .recognisedUnstable : .recognisedMarginal
      b.count(quantity, row: row)
      let days = max(0, Int(b.s.dueDay[row]) - Int(b.s.shockDay[row]))
      b.count(.daysToRecognition, row: row, times: days)
      // False inclusion: clearly above the range and without any other sign of need.
      let margin = m.pointee.settings.finding.eliminationMargin
      if b.x.own12[row] > margin * line, b.s.hardship[row] == 0 {
        b.count(.falseInclusions, row: row)
        b.note(.falseInclusions(of: kind), row: row)
      }
    }
    if b.s.flags[row] & StateFlags.returned != 0 { ReturnPass.countRecognised(b, row) }
    choose(b, row, kind)
  }

  /// Puts a household on the list of the monitored.
  ///
  /// Model equation (25.4).
  static func enrol(_ b: BlockMonth, _ row: Int, _ kind: UInt8) {
    b.s.stage[row] = CaseStage.none
    b.s.monitored[row] = kind
    b.s.monitoredMonths[row] = 0
    b.s.measures[row] = 0
    b.s.reached[row] |= Reach.monitoring.bit
  }

  /// Chooses measures; each fails with the chance of execution failure.
  ///
  /// What costs money is asked for from the county's pots, again every quarter until it is granted.
  ///
  /// Model equation (25.2).
  private static func choose(_ b: BlockMonth, _ row: Int, _ kind: UInt8) {
    let m = b.county
    let s = m.pointee.settings
    let words = b.key.household(b.p.id[row], month: b.month, .measures)
    let late = b.key.household(b.p.id[row], month: b.month, .response)
    setPaymentDay(b, row, late)
    let failure = Coordination.executionFailure(m)
    let needsRelief =
      kind == MonitoredKind.sudden || b.x.total12[row] < s.calendar.returnLine
    if m.pointee.reliefStrength > 0, needsRelief {
      if words[0].uniform < failure {
        policyLapse(b, row, Relief.amount(b, row))
        b.note(.failedMeasures, row: row)
      } else {
        b.s.wanted[row] |= Measures.relief
      }
    }
    if m.pointee.allowanceStrength > 0, Allowance.isReachable(b, row) {
      if words[1].uniform < failure {
        b.note(.failedMeasures, row: row)
      } else {
        b.s.pending[row] |= Measures.allowance
      }
    }
    let canWork = b.s.workers[row] > 0 && !b.isNoLabour(row)
    if m.pointee.industryStrength > 0, canWork, b.s.industryMonths[row] == 0,
      words[3].uniform < Publicity.takeUp(b, row, s.industry.takeUp)
    {
      if words[2].uniform < failure {
        b.note(.failedMeasures, row: row)
      } else {
        b.s.wanted[row] |= Measures.industry
      }
    }
    countMeasures(b, row, words, failure, offersRelief: needsRelief, offersIndustry: canWork)
    RequestPass.ask(b, row)
  }

  /// Counts the measures offered and taken up, and those that are carried out.
  private static func countMeasures(
    _ b: BlockMonth, _ row: Int, _ words: SIMD4<UInt32>, _ failure: Double, offersRelief: Bool,
    offersIndustry: Bool
  ) {
    let m = b.county
    guard m.pointee.isRecorded else { return }
    let hasIndustry =
      m.pointee.industryStrength > 0 && offersIndustry && b.s.industryMonths[row] == 0
      && words[3].uniform < Publicity.takeUp(b, row, m.pointee.settings.industry.takeUp)
    let isChosen = SIMD4<Int>(
      m.pointee.reliefStrength > 0 && offersRelief ? 1 : 0,
      m.pointee.allowanceStrength > 0 && Allowance.isReachable(b, row) ? 1 : 0,
      hasIndustry ? 1 : 0, 0)
    var carriedOut = 0
    for measure in 0..<3 where words[measure].uniform >= failure {
      carriedOut += isChosen[measure]
    }
    b.note(.measuresChosen, row: row, isChosen.wrappedSum())
    b.note(.measuresCarriedOut, row: row, carriedOut)
  }

  /// Days from recognition to money: usual, late with a chance, longer for who lives elsewhere.
  ///
  /// Model equation (25.3).
  private static func setPaymentDay(_ b: BlockMonth, _ row: Int, _ words: SIMD4<UInt32>) {
    let m = b.county
    let r = m.pointee.settings.response
    var delay = 0.0
    if m.pointee.delayStrength > 0 {
      delay = r.paymentDays
      if words[0].uniform < r.lateChance * Coordination.factor(m) { delay += r.lateDays }
      if b.b16(b.p.flags[row], HouseholdFlags.livesElsewhere.rawValue) {
        delay += -Agreements.meanDelay(b, row) * Elementary.log(words[1].uniform)
      }
      delay *= Double(m.pointee.delayStrength)
    }
    b.s.paymentDay[row] = UInt16(min(Double(b.s.dueDay[row]) + delay, 65_000))
  }

  /// Assistance that should have come and did not is a loss of its own channel.
  static func policyLapse(_ b: BlockMonth, _ row: Int, _ yuan: Float) {
    let code = b.s.loss(Cause.policyLapse.rawValue, slot: b.lossSlot)
    code[row] = LossCode.code(LossCode.yuan(code[row]) + yuan)
    b.tell(.lossPolicyLapse, row: row, yuan)
  }
}
