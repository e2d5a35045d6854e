import Estimation
import Experiments
import Households
import Simulation

extension Word {
  /// The word for a measure of rates.
  init(_ measure: PersonMeasure) {
    switch measure {
    case .stock: self = .stock
    case .flow: self = .flow
    case .ever: self = .ever
    case .recognised: self = .recognised
    case .need: self = .need
    case .gap: self = .gap
    case .severity: self = .severity
    case .formerlyPoor, .monitored: self = .monitoredPersons
    }
  }

  /// The word for where a number comes from.
  init(_ origin: Origin) {
    switch origin {
    case .plan: self = .originPlan
    case .literature: self = .originLiterature
    case .derived: self = .originDerived
    case .calibrated: self = .originCalibrated
    case .recalled: self = .originRecalled
    case .assumption: self = .originAssumption
    }
  }

  /// The word for a cause.
  init(_ cause: Cause) {
    switch cause {
    case .illness: self = .causeIllness
    case .disaster: self = .causeDisaster
    case .prices: self = .causePrices
    case .jobs: self = .causeJobs
    case .schooling: self = .causeSchooling
    case .accidents: self = .causeAccidents
    case .policyLapse: self = .causePolicyLapse
    case .noShock: self = .causeNoShock
    }
  }

  /// The word for what a household mainly lives on.
  init(_ livelihood: Livelihood) {
    switch livelihood {
    case .wage: self = .livelihoodWage
    case .mixed: self = .livelihoodMixed
    case .farm: self = .livelihoodFarm
    case .noLabour: self = .livelihoodNoLabour
    }
  }

  /// The word for where wage earners work.
  init(_ destination: WorkDestination) {
    switch destination {
    case .local: self = .destinationLocal
    case .elsewhereInProvince: self = .destinationProvince
    case .guangdong: self = .destinationGuangdong
    case .zhejiang: self = .destinationZhejiang
    }
  }

  /// The word for a verdict.
  init(_ verdict: Verdict) {
    switch verdict {
    case .met: self = .met
    case .missed: self = .missedTarget
    case .undecided: self = .undecided
    }
  }

  /// The word for a reading of the plan.
  init(_ reading: Reading) {
    switch reading {
    case .hard: self = .hardReading
    case .stretch: self = .stretchReading
    case .early: self = .earlyReading
    case .late: self = .lateReading
    }
  }

  /// The word for who pays a programme.
  init(sourceOf programme: Programme) {
    switch programme.source {
    case "medical_insurance_fund": self = .sourceMedicalInsuranceFund
    case "state_budget": self = .sourceStateBudget
    case "insurer": self = .sourceInsurer
    case "households": self = .sourceHouseholds
    case "anti_poverty_fund": self = .sourceAntiPovertyFund
    case "county_budget": self = .sourceCountyBudget
    case "unmet_request": self = .sourceUnmetRequest
    case "enterprises": self = .sourceEnterprises
    case "cost_of_error": self = .sourceCostOfError
    default: self = .sourceFundAccount
    }
  }

  /// The word for the unit of what a system did.
  init(_ unit: SystemQuantity.Unit) {
    switch unit {
    case .households: self = .unitHouseholds
    case .persons: self = .unitPersons
    case .yuan: self = .moneyUnit
    case .count: self = .unitCount
    case .days: self = .unitDays
    case .points: self = .unitPoints
    }
  }

  /// The word for a quantity of the finding system.
  init(_ quantity: FindingQuantity) {
    switch quantity {
    case .alertsFromIndex: self = .alertsFromIndex
    case .alertsFromTriggers: self = .alertsFromTriggers
    case .alertsFromOwnReports: self = .alertsFromOwnReports
    case .alertsFromPatrols: self = .alertsFromPatrols
    case .visits: self = .visits
    case .waitingForVisit: self = .waitingForVisit
    case .recognisedUnstable: self = .recognisedUnstable
    case .recognisedMarginal: self = .recognisedMarginal
    case .recognisedSudden: self = .recognisedSudden
    case .missed: self = .missedHouseholds
    case .falseInclusions: self = .falseInclusions
    case .wrongExclusions: self = .wrongExclusions
    case .eliminated: self = .eliminated
    case .monitoredHouseholds: self = .monitoredHouseholds
    case .monitoredPersons: self = .monitoredPersons
    case .daysToRecognition: self = .daysToRecognition
    case .daysToMoney: self = .daysToMoney
    case .firstPayments: self = .firstPayments
    }
  }
}
