import Estimation
import Households
import Simulation

extension Page {
  /// What was paid by whom, the fund's account, and who paid the medical bills.
  var moneySection: Markup {
    section(
      .moneyHeading, id: "money",
      [
        figure(
          assistanceBars.markup(label: say(.assistanceCaption)), caption: say(.assistanceCaption)),
        moneyTable, fundTable, fundSourcesTable, perMonitoredTable,
        figure(medicalBars.markup(label: say(.medicalCaption)), caption: say(.medicalCaption)),
      ])
  }

  private static let medical: [Programme] = [
    .basicMedicalInsurance, .seriousIllnessInsurance, .medicalAssistance,
    .antiPovertyInsuranceClaims, .reimbursementGuarantee, .medicalOwnPayment,
  ]
  private static let assistance: [Programme] = [
    .minimumLivingAllowance, .emergencyRelief, .industrySupport, .premiumFromFund,
    .premiumFromCounty,
  ]
  private static let shortages: [Programme] = [.reliefShortage, .industryShortage]
  private var account: [Programme] {
    [
      .fundReceived, .fundCarriedIn, .emergencyRelief, .industrySupport, .premiumFromFund,
      .fundIdle, .fundLeakage,
    ] + (isMoved(.performancePaid) ? [.performancePaid] : []) + [.fundCarriedOut]
  }

  private var assistanceBars: StackedBars {
    StackedBars(
      bars: years.map { year in
        let yuan = Self.assistance.map { index.money($0, year: year).mean }
        return StackedBars.Bar(label: String(year), sizes: yuan, texts: yuan.map(money))
      },
      parts: Self.assistance.map { $0.text[language] }, unit: say(.moneyUnit),
      axisText: moneyAxis, plotHeight: 220)
  }

  /// Text of round ticks: no decimals where the steps are whole.
  private func moneyAxis(step: Double) -> (Double) -> String {
    let unit = language == .chinese ? 10_000.0 : 1_000_000
    let decimals = LinearScale.decimals(forStep: step / unit)
    return { NumberText.fixed($0 / unit, decimals: decimals, grouped: true) }
  }

  private var medicalBars: StackedBars {
    StackedBars(
      bars: years.map { year in
        let yuan = Self.medical.map { index.money($0, year: year).mean }
        let all = yuan.filter(\.isFinite).reduce(0, +)
        let shares = yuan.map { all > 0 ? $0 / all : .nan }
        return StackedBars.Bar(
          label: String(year), sizes: shares,
          texts: shares.map { NumberText.percentDigits($0, decimals: 0) + " %" })
      },
      parts: Self.medical.map { $0.text[language] }, unit: "%", axisText: Axes.percentText,
      plotHeight: 220)
  }

  /// Programmes of the systems that a scenario switches on, if they moved any money.
  private var added: [Programme] {
    let listed = Set(Self.medical + Self.assistance + Self.shortages)
    return Programme.allCases.filter { programme in
      !listed.contains(programme) && programme.source != "fund_account"
        && years.contains { index.money(programme, year: $0).mean > 0 }
    }
  }

  private var moneyTable: Markup {
    ReportTable(
      caption: say(.moneyTableCaption, ["year": String(lastYear)]),
      header: [say(.programme), say(.source)] + years.map(String.init)
        + [say(.lastYearInterval, ["year": String(lastYear)])],
      rows: (Self.medical + Self.assistance + added + Self.shortages).map { programme in
        ["\(programme.text[language])", "\(say(Word(sourceOf: programme)))"]
          + years.map { "\(money(index.money(programme, year: $0).mean))" }
          + ["\(moneyInterval(index.money(programme, year: lastYear)))"]
      }, wordColumns: 2, style: "wide"
    ).markup
  }

  private var fundTable: Markup {
    ReportTable(
      caption: say(.fundCaption), header: [say(.year)] + account.map { $0.text[language] },
      rows: years.map { year in
        ["\(year)"] + account.map { "\(money(index.money($0, year: year).mean))" }
      }, style: "short wide"
    ).markup
  }
}
