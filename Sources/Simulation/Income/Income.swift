import Households

/// Numbers that shape income.
struct IncomeSettings: Sendable {
  let farmLeverage: Float
  let businessFloor: Float
  let assetElasticity: Float

  init(_ p: ParameterReader) {
    farmLeverage = p.float("income.farm_leverage")
    businessFloor = p.float("income.business_floor")
    assetElasticity = p.float("income.asset_elasticity")
  }
}

/// Step 4: income by source.
enum IncomePass {
  /// Wages: what each worker earns, and what illness, joblessness and accidents took.
  ///
  /// Reads the workers' states; writes `wage` and the losses of illness, jobs, accidents, disaster.
  ///
  /// Model equations (12.1), (12.2), (12.3).
  static func wages(_ b: BlockMonth) {
    let m = b.county
    let s = m.pointee.numbers
    let level = s.pointee.calendar.wageIndex * s.pointee.jobs.season * m.pointee.market.wageFactor
    let ordinary = level / s.pointee.jobs.expectedShare
    let older = level / s.pointee.jobs.expectedShareOlder
    let olderBit = HouseholdFlags.olderWorker.rawValue
    let flags = b.p.flags
    let fallback = s.pointee.jobs.fallback
    let carerShare = s.pointee.illness.carerShare
    let (keptIll, keptHurt) = (s.pointee.illness.disabilityWage, s.pointee.accidents.disabilityWage)
    let localLoss = s.pointee.drought.localWageLoss * m.pointee.severeDrought
    // What a recession takes from every wage is a loss of the labour market.
    let marketLoss = (1 - m.pointee.market.wageFactor) / m.pointee.market.wageFactor
    let wage = b.x.wage
    let illnessLoss = b.x.loss(Cause.illness.rawValue)
    let jobLoss = b.x.loss(Cause.jobs.rawValue)
    let accidentLoss = b.x.loss(Cause.accidents.rawValue)
    let disasterLoss = b.x.loss(Cause.disaster.rawValue)
    let base = b.s.wage
    let workers = b.s.workers
    let disability = b.s.disability
    let age = b.s.disabilityAge
    let carer = b.s.carer
    let destination = b.p.destination
    let extra = b.s.extraWork
    for i in 0..<b.count {
      let n = Float(workers[i])
      let share = base[i] * (flags[i] & olderBit == 0 ? ordinary : older) / max(n, 1)
      let bits = disability[i]
      let kept = bits & 64 != 0 ? keptIll : keptHurt
      var earned: Float = 0
      var sickLost: Float = 0
      var jobLost: Float = 0
      var disabledLost: Float = 0
      for worker in 0..<3 {
        let exists: Float = Float(worker) < n ? 1 : 0
        let bit = UInt8(1) &<< UInt8(truncatingIfNeeded: worker)
        let dead: Float = bits & (bit &<< 3) != 0 ? 0 : 1
        let able = exists * dead * (bits & bit != 0 ? kept : 1)
        let healthy: Float = b.s.sick(worker)[i] > 0 ? 0 : 1
        let employed: Float = b.s.jobless(worker)[i] > 0 ? fallback : 1
        disabledLost += exists - able
        sickLost += able * (1 - healthy)
        jobLost += able * healthy * (1 - employed)
        earned += able * healthy * employed
      }
      let care = min(earned, carer[i] > 0 ? carerShare : 0)
      let local: Float = destination[i] == 0 ? localLoss : 0
      let paid = (earned - care) * share
      wage[i] = paid * (1 - local) + extra[i]
      extra[i] = 0
      illnessLoss[i] += (sickLost + care) * share
      jobLoss[i] += jobLost * share + paid * marketLoss
      disasterLoss[i] += paid * local
      // A disability is the cause of what follows within a year; later it is a lack of labour.
      let recent: Float = age[i] < 12 ? disabledLost * share : 0
      let byIllness: Float = bits & 64 != 0 ? 1 : 0
      illnessLoss[i] += recent * byIllness
      accidentLoss[i] += recent * (1 - byIllness)
    }
  }

  /// Net business income by product and season under drought and prices, and other income.
  ///
  ///     Y = base [ A − G (price loss + drought loss) ], at least floor × base A (floor < 0)
  ///
  /// Model equations (13.1), (13.2), (13.3), (13.4), (13.5).
  static func business(_ b: BlockMonth) {
    let m = b.county
    let s = m.pointee.numbers
    let season = m.pointee.productSeason / 255
    let price = m.pointee.productPriceLoss / 255
    let drought = m.pointee.productDroughtLoss / 255
    let leverage = s.pointee.income.farmLeverage
    let floor = s.pointee.income.businessFloor
    let index = s.pointee.calendar.businessIndex
    let transferIndex = s.pointee.calendar.transferIndex
    let luckUnit: Float = 1 / 127.5
    let business = b.x.business
    let priceLoss = b.x.loss(Cause.prices.rawValue)
    let disasterLoss = b.x.loss(Cause.disaster.rawValue)
    let base = b.p.business
    let luck = b.s.droughtLuck
    let productivity = b.x.productivity
    let (p0, p1, p2, p3) = (b.p.product(0), b.p.product(1), b.p.product(2), b.p.product(3))
    let (p4, p5, p6, p7) = (b.p.product(4), b.p.product(5), b.p.product(6), b.p.product(7))
    for i in 0..<b.count {
      let (w0, w1, w2, w3) = (Float(p0[i]), Float(p1[i]), Float(p2[i]), Float(p3[i]))
      let (w4, w5, w6, w7) = (Float(p4[i]), Float(p5[i]), Float(p6[i]), Float(p7[i]))
      let a =
        (w0 * season[0] + w1 * season[1] + w2 * season[2] + w3 * season[3])
        + (w4 * season[4] + w5 * season[5] + w6 * season[6] + w7 * season[7])
      let cheap =
        (w0 * price[0] + w1 * price[1] + w2 * price[2] + w3 * price[3])
        + (w4 * price[4] + w5 * price[5] + w6 * price[6] + w7 * price[7])
      let dry =
        (w0 * drought[0] + w1 * drought[1] + w2 * drought[2] + w3 * drought[3])
        + (w4 * drought[4] + w5 * drought[5] + w6 * drought[6] + w7 * drought[7])
      let level = base[i] * index * productivity[i]
      let dryLoss = dry * Float(luck[i]) * luckUnit * leverage
      let cheapLoss = cheap * leverage
      business[i] = level * max(a - dryLoss - cheapLoss, floor * a)
      disasterLoss[i] += level * dryLoss
      priceLoss[i] += level * max(cheapLoss, 0)
    }
    let other = b.x.other
    let transfer = b.p.transfer
    let property = b.p.property
    for i in 0..<b.count { other[i] = (transfer[i] + property[i]) * transferIndex }
  }

  /// What the household would earn this month without any shock.
  ///
  /// Model equation (14.1).
  static func expected(_ b: BlockMonth) {
    let s = b.county.pointee.settings.calendar
    let expected = b.x.expected
    let wage = b.s.wage
    let business = b.p.business
    let other = b.x.other
    for i in 0..<b.count {
      expected[i] = wage[i] * s.wageIndex + business[i] * s.businessIndex + other[i]
    }
  }
}
