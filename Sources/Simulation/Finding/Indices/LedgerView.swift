import Households

/// What the platform of a county can see of a household this month, as standardised indicators.
///
/// Where departments are not docked, medical bills are not seen, and what has reached the platform at
/// a given day lacks the last months. A group of indicators that the county does not share counts as
/// average (0). The index that decides alerts looks at the data of the month (`lag` 0), because an
/// alert then travels for the data's delay; to see late data as well would count that twice.
struct LedgerView {
  let b: BlockMonth
  let row: Int
  /// Months by which the data are late.
  let lag: Int

  /// What there is to know about the month.
  static func ofMonth(_ b: BlockMonth, _ row: Int) -> LedgerView {
    LedgerView(b: b, row: row, lag: 0)
  }

  /// What has arrived by the end of the month.
  static func arrived(_ b: BlockMonth, _ row: Int) -> LedgerView {
    let m = b.county
    return LedgerView(
      b: b, row: row, lag: m.pointee.isDocked ? 0 : m.pointee.settings.indices.lagMonths)
  }

  /// 1 for every indicator that the county shares with the platform, 0 for the others.
  static func shared(_ m: UnsafePointer<CountyMonth>) -> IndicatorValues {
    var shared = IndicatorValues(repeating: 1)
    if !m.pointee.isDocked {
      shared[IndexIndicator.medicalBills.rawValue] = 0
      shared[IndexIndicator.followUp.rawValue] = 0
    }
    for indicator in IndexIndicator.allCases where m.pointee.gaps & indicator.group.bit != 0 {
      shared[indicator.rawValue] = 0
    }
    return shared
  }

  /// Standardised indicators, (value − mean) / scale within ± the limit; 0 where nothing is shared.
  ///
  /// Model equation (58.1).
  func indicators(shared: IndicatorValues) -> IndicatorValues {
    let m = b.county
    var raw = IndicatorValues()
    seeShares(&raw)
    seeWork(&raw)
    seeWealth(&raw)
    seeLedger(&raw)
    seeAmounts(&raw)
    let limit = m.pointee.settings.indices.limit
    let (mean, inverse) = (
      m.pointee.settings.indices.mean, m.pointee.settings.indices.inverseScale
    )
    for i in 0..<IndexIndicator.count {
      raw[i] = max(-limit, min(limit, (raw[i] - mean[i]) * inverse[i])) * shared[i]
    }
    return raw
  }

  /// The same for one household alone.
  func indicators() -> IndicatorValues { indicators(shared: Self.shared(b.county)) }

  /// Logarithm of the monitoring line over income as the platform sees it, 5 % of the line at least.
  func shortfall() -> Float { -Single.log(relativeIncome()) }

  private func relativeIncome() -> Float {
    let line = b.county.pointee.settings.calendar.monitoringLine
    let seen = ownIncome() * 64 / Float(b.s.scoreNoise[row])
    return max(seen / line, 0.05)
  }

  /// A year's sum from the months of a ring that have arrived: the sum of all twelve less the last.
  private func year<T: FixedWidthInteger>(
    _ twelve: Int32, _ ring: (Int) -> UnsafeMutablePointer<T>
  ) -> Float {
    let months = StateColumns.ringMonths
    var sum = twelve
    for age in 0..<lag {
      let slot = b.slot - age
      sum &-= Int32(ring(slot < 0 ? slot + months : slot)[row])
    }
    return Float(sum) * Float(months) / Float(months - lag)
  }

  private func rigidSpending() -> Float {
    let free = b.county.pointee.settings.calendar.freeRigidSpending
    return max(0, year(b.s.rigid12[row], b.s.rigidRing) * IndicatorPass.rigidUnit - free)
  }

  /// Income of twelve months a head after rigid spending, without the platform's noise.
  func ownIncome() -> Float {
    if lag == 0 { return b.x.own12[row] }
    return year(b.s.income12[row], b.s.incomeRing) * IndicatorPass.incomeUnit - rigidSpending()
  }

  private func seeShares(_ raw: inout IndicatorValues) {
    let own = max(0, Float(b.s.income12[row]) * IndicatorPass.incomeUnit)
    let aid = Float(b.s.aid12[row]) * IndicatorPass.aidUnit
    raw[IndexIndicator.aidShare.rawValue] = aid / max(own + aid, 1)
    raw[IndexIndicator.followUp.rawValue] = b.s.followup[row] > 0 ? 1 : 0
  }

  /// Everything that counts by its logarithm, all at once.
  private func seeAmounts(_ raw: inout IndicatorValues) {
    let c = b.county.pointee.settings.calendar
    let scale = c.monitoringLine * max(b.x.persons[row], 1)
    let bills = max(0, b.s.householdOutOfPocket[row]) / max(c.ruralIncomeLastYear, 1)
    let debt = max(0, b.s.informalDebt[row] + b.s.formalDebt[row] + b.s.loan[row])
    let logarithms = Single.log(
      SIMD8(
        relativeIncome(), 1 + bills, 1 + rigidSpending() / c.monitoringLine,
        1 + losses(.disaster) / scale, 1 + losses(.prices) / scale,
        1 + max(0, b.s.damage[row]) / c.monitoringLine, 1 + debt / scale, 1))
    raw[IndexIndicator.incomeShortfall.rawValue] = -logarithms[0]
    raw[IndexIndicator.medicalBills.rawValue] = logarithms[1]
    raw[IndexIndicator.rigidSpending.rawValue] = logarithms[2]
    raw[IndexIndicator.disasterLoss.rawValue] = logarithms[3]
    raw[IndexIndicator.priceLoss.rawValue] = logarithms[4]
    raw[IndexIndicator.houseDamage.rawValue] = logarithms[5]
    raw[IndexIndicator.debt.rawValue] = logarithms[6]
  }

  /// Losses of the last six months that have been reported, yuan.
  private func losses(_ cause: Cause) -> Float {
    let months = StateColumns.lossMonths
    var sum: Float = 0
    for age in min(lag, months)..<months {
      let slot = b.lossSlot - age
      sum += LossCode.yuan(b.s.loss(cause.rawValue, slot: slot < 0 ? slot + months : slot)[row])
    }
    return sum
  }

  private func seeWork(_ raw: inout IndicatorValues) {
    var (months, lost) = (0, 0)
    for worker in 0..<min(3, Int(b.s.workers[row])) {
      if !WorkerPlaces.isDead(b, row, worker) {
        months += max(0, min(12, Int(b.s.jobless(worker)[row]) - lag))
      }
      let bit = UInt8(1) &<< UInt8(truncatingIfNeeded: worker)
      if b.s.disability[row] & (bit | bit &<< 3) != 0 { lost += 1 }
    }
    raw[IndexIndicator.joblessMonths.rawValue] = Float(months)
    raw[IndexIndicator.lostWorkers.rawValue] = Float(lost)
    let adults = b.membersOfWorkingAge(row)
    let able = b.isNoLabour(row) ? 0 : Float(max(0, adults - lost))
    let persons = max(b.x.persons[row], 1)
    raw[IndexIndicator.labourLack.rawValue] = 1 - min(1, able / persons)
    let earning = max(0, Int(b.s.workers[row]) - lost)
    raw[IndexIndicator.wageEarnerLack.rawValue] = 1 / Float(1 + earning)
  }

  private func seeWealth(_ raw: inout IndicatorValues) {
    let c = b.county.pointee.settings.calendar
    let scale = c.monitoringLine * max(b.x.persons[row], 1)
    // 1 without savings, one half with a quarter's worth of the line.
    raw[IndexIndicator.savingsLack.rawValue] = 1 / (1 + max(0, b.s.savings[row]) * 4 / scale)
    let start = max(b.p.assets[row], 1) * c.businessIndex
    raw[IndexIndicator.assetLoss.rawValue] = max(-1, min(1, 1 - b.s.assets[row] / start))
  }

  private func seeLedger(_ raw: inout IndicatorValues) {
    var students = 0
    for stage in 0..<3 { students += Int(b.s.students(stage)[row]) }
    raw[IndexIndicator.students.rawValue] = Float(students)
    raw[IndexIndicator.withdrawnStudents.rawValue] = Float(b.s.withdrawn[row])
    let isFarm = b.p.livelihood[row] == Livelihood.farm.rawValue
    raw[IndexIndicator.farmLivelihood.rawValue] = isFarm ? 1 : 0
    raw[IndexIndicator.householdSize.rawValue] = b.x.persons[row]
    raw[IndexIndicator.formerlyPoor.rawValue] = b.isFormerlyPoor(row) ? 1 : 0
  }
}
