/// What is counted in persons (or in persons × 1,000,000 for the two depths) for each county and year.
///
/// The first seven are the measures of `rates.csv`; each is divided by `formerlyPoor`.
public enum PersonMeasure: Int, Sendable, CaseIterable {
  /// In return to poverty on 31 December.
  case stock
  /// Entered return to poverty during the year.
  case flow
  /// Was ever in return to poverty since the first result year.
  case ever
  /// Entries that the monitoring system has found, in the year in which both first hold.
  case recognised
  /// Below the return line on 31 December if assistance is not counted.
  case need
  /// Poverty gap (FGT 1) on 31 December: sum of persons × shortfall share × 1,000,000.
  case gap
  /// Poverty severity (FGT 2) on 31 December: sum of persons × squared shortfall share × 1,000,000.
  case severity
  /// Formerly-poor persons alive on 31 December: the denominator.
  case formerlyPoor
  /// Formerly-poor persons in an open monitored household on 31 December.
  case monitored

  /// Name in tables.
  public var name: String { self == .formerlyPoor ? "formerly_poor" : "\(self)" }
  /// The measures that become rates.
  public static let rates: [PersonMeasure] = [
    .stock, .flow, .ever, .recognised, .need, .gap, .severity,
  ]
  /// What the tally must be divided by to give persons.
  public var unitsPerPerson: Double { self == .gap || self == .severity ? 1_000_000 : 1 }
}

/// The main cause of an entry into return to poverty, by the trigger rule: the channel with the
/// largest loss in the six months before.
public enum Cause: Int, Sendable, CaseIterable {
  case illness, disaster, prices, jobs, schooling, accidents, policyLapse
  /// No channel lost more than the threshold share of the line: lack of labour or means.
  case noShock

  /// Name in tables, after `cause:`.
  public var name: String {
    switch self {
    case .policyLapse: "policy_lapse"
    case .noShock: "no_shock"
    default: "\(self)"
    }
  }
  /// Channels whose losses are recorded month by month (all but `noShock`).
  public static let channelCount = 7
}

/// A part of the formerly-poor population, or a cause of return, for which rates are reported.
public enum Group: Sendable, Hashable, CaseIterable {
  case all
  case wage, mixed, farm, noLabour, relocated
  case illness, disaster, prices, jobs, schooling, accidents, policyLapse, noShock

  /// Position in the tallies.
  public var index: Int {
    guard let index = Self.allCases.firstIndex(of: self) else {
      preconditionFailure("a group is one of all groups")
    }
    return index
  }
  /// Number of groups.
  public static let count = 14
  /// The cause, for the last eight groups; their rates have all formerly-poor persons below the line.
  public var cause: Cause? { Cause(rawValue: index - 6) }
  /// Name in tables: `all`, a household type, or `cause:illness` and so on.
  public var name: String {
    if let cause { return "cause:" + cause.name }
    return self == .noLabour ? "no_labour" : "\(self)"
  }
}

/// How the system of finding households did, in households unless said otherwise.
public enum FindingQuantity: Int, Sendable, CaseIterable {
  /// Alerts by channel.
  case alertsFromIndex, alertsFromTriggers, alertsFromOwnReports, alertsFromPatrols
  /// Visits made in the year, and cases that waited for a visit on 31 December.
  case visits, waitingForVisit
  /// Recognised in the year by kind.
  case recognisedUnstable, recognisedMarginal, recognisedSudden
  /// In need (below the monitoring line before aid) and not monitored on 31 December.
  case missed
  /// Recognised in the year although not in need.
  case falseInclusions
  /// Visited in the year, in need, and rejected.
  case wrongExclusions
  /// Risk eliminated in the year.
  case eliminated
  /// Open monitored households and persons on 31 December.
  case monitoredHouseholds, monitoredPersons
  /// Days from the sign (the day on which a channel first saw the household) to recognition, summed
  /// over the recognised of the year.
  case daysToRecognition
  /// Days from the sign to first money, summed, and how many first payments there were.
  case daysToMoney, firstPayments

  /// Name in tables.
  public var name: String {
    var name = ""
    for letter in "\(self)" {
      name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
    return name
  }
}
