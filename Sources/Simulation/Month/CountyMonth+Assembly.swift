import Households

extension CountyMonth {
  /// Puts together what a county's households share this month; the annual rules may have moved the
  /// strengths of mechanisms by the factors of `adjustment`.
  ///
  /// Model equations (6.1), (6.2).
  ///
  /// A function, because an initialiser would own what it is given, and so copy it.
  static func assembled(
    _ plan: SimulationPlan, _ environment: Environment, month: Int, county: Int,
    adjustment: StrengthAdjustment = .none
  ) -> CountyMonth {
    let date = plan.scenario.start.advanced(by: month)
    let numbers = environment.months.address(of: month)
    // Not the plan: to catch it would count each of its twenty parts.
    let strengths = plan.strengths
    func strength(_ mechanism: Mechanism) -> Float {
      strengths(mechanism, month: month, county: county) * Float(adjustment[mechanism])
    }
    let drought = environment.drought(plan, month: month, county: county)
    var season = SIMD8<Float>()
    var price = SIMD8<Float>()
    var cheap = SIMD8<Float>()
    var weather = SIMD8<Float>()
    var wet = SIMD8<Float>()
    for product in Product.allCases {
      let k = product.index
      let own = numbers.pointee.products[k]
      season[k] = Float(own.season)
      let loss = environment.priceLoss(plan, month: month, county: county, product: product)
      cheap[k] = Float(loss)
      price[k] = Float(own.season * loss)
      weather[k] = Float(own.season * own.droughtSensitivity) * drought.loss
      wet[k] = Float(own.floodSensitivity)
    }
    let geography = plan.scenario.geography
    let prefecture = geography.counties[county].prefecture
    let placed = EpidemicMonth.placed(plan.scenario.events, date, county: county)
    var market = environment.markets[month].scaled(by: strength(.jobs))
    if placed.isOn { market = market.inEpidemic(numbers.pointee.jobs) }
    let response = strength(.responseTime)
    let optional = OptionalStrengths(strength)
    let isDocked = plan.dockingRank[county] < numbers.pointee.response.dockedShare || response == 0
    return CountyMonth(
      numbers: numbers, monthOfYear: date.month, market: market,
      isDocked: isDocked,
      gaps: numbers.pointee.indices.gaps(plan.gapRank[county], isDocked: isDocked),
      isPlatformUpdated: numbers.pointee.platform.isUpdated(
        month: month, strength: strength(.platform)),
      connectedKinds: Departments.connected(
        plan.departmentRanks[county], share: numbers.pointee.platform.departmentsShare,
        strength: strength(.platform)),
      agreementPartners: numbers.pointee.agreements.partners(
        places: plan.agreementPlaces, prefecture: prefecture),
      severeDrought: drought.severe,
      seasonBegins: month == 0 || date.month == 1 || date.month == 6,
      floodFootprint: environment.flood(plan, month: month, county: county),
      floodTable: plan.floodTable, productSeason: season, productPriceLoss: price,
      productDroughtLoss: weather * PublicWorks.droughtLeft(plan, month: month, county: county),
      productWeatherLoss: weather, productCheapness: cheap, productFloodLoss: wet,
      epidemic: placed.joined(
        by: environment.markets[month], numbers.pointee.epidemic, strength: strength(.epidemic)),
      policyYear: environment.policyYear(
        numbers.pointee.policyChange, county: county, year: date.year,
        strength: strength(.policyChange)),
      illnessStrength: strength(.illness),
      jobsStrength: strength(.jobs), schoolingStrength: strength(.schooling),
      accidentStrength: strength(.accidents), basicStrength: strength(.basicMedicalInsurance),
      seriousStrength: strength(.seriousIllnessInsurance),
      assistanceStrength: strength(.medicalAssistance),
      insuranceStrength: strength(.antiPovertyInsurance),
      guaranteeStrength: strength(.reimbursementGuarantee),
      allowanceStrength: strength(.minimumLivingAllowance),
      reliefStrength: strength(.emergencyRelief), industryStrength: strength(.industrySupport),
      fundStrength: strength(.fund), monitoringStrength: strength(.monitoring),
      indexStrength: strength(.vulnerabilityIndex), triggerStrength: strength(.hardTriggers),
      ownReportStrength: strength(.ownReports), patrolStrength: strength(.patrols),
      visitStrength: strength(.visits), delayStrength: response,
      errorStrength: strength(.identificationErrors), copingStrength: strength(.coping),
      assetStrength: strength(.assetFeedback), optional: optional,
      farmContracts: FarmContracts(numbers.pointee, optional),
      returnShare: Self.returnShare(plan, market, date, month: month, county: county),
      isRecorded: date.year >= plan.scenario.firstResultYear,
      year: max(0, date.year - plan.scenario.firstResultYear),
      fireHazard: Self.fireHazard(numbers.pointee, geography.prefectures[prefecture]))
  }

  /// Share of migrants sent home by a pandemic or by a stress event that begins this month.
  ///
  /// Model equation (6.3).
  private static func returnShare(
    _ plan: SimulationPlan, _ market: LabourMarket, _ date: Month, month: Int, county: Int
  ) -> Double {
    var share = market.returnShare
    for event in plan.scenario.events where event.from == date {
      guard event.covers(date, county: county) else { continue }
      switch event.kind {
      case .returnOfMigrants(let sent), .epidemic(_, let sent, _): share = max(share, sent)
      default: continue
      }
    }
    return share
  }

  /// Wooden villages of Qiandongnan (prefecture code 522600) burn more often.
  ///
  /// Model equation (6.4).
  private static func fireHazard(_ s: MonthSettings, _ prefecture: Prefecture) -> Float {
    let isQiandongnan = prefecture.code == 522600
    return (isQiandongnan ? s.accidents.fireRateQiandongnan : s.accidents.fireRate) / 12
  }
}
