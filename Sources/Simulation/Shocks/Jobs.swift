import Households
import Randomness

/// H5 migration and jobs 外出务工.
struct JobSettings: Sendable {
  let separation: Float
  let finding: Float
  let fallback: Float
  let olderSeparation: Float
  let olderFinding: Float
  let season: Float
  let recessionEnter: Double
  let recessionLeave: Double
  let recessionSeparation: Float
  let recessionFinding: Float
  let recessionWage: Float
  let pandemicEnter: Double
  let pandemicLeave: Double
  let pandemicReturn: Double
  let pandemicSeparation: Float
  let pandemicFinding: Float
  let destinationVolatility: Double
  /// Wage income at the expected share of employment relative to full employment, for households
  /// without and with an older worker.
  ///
  /// Model equation (8.4).
  var expectedShare: Float
  var expectedShareOlder: Float

  init(_ p: ParameterReader) {
    separation = p.float("jobs.separation")
    finding = p.float("jobs.finding")
    fallback = p.float("jobs.fallback")
    olderSeparation = p.float("jobs.older_separation")
    olderFinding = p.float("jobs.older_finding")
    season = p.float("jobs.season")
    recessionEnter = p["jobs.recession_enter"]
    recessionLeave = p["jobs.recession_leave"]
    recessionSeparation = p.float("jobs.recession_separation")
    recessionFinding = p.float("jobs.recession_finding")
    recessionWage = p.float("jobs.recession_wage")
    pandemicEnter = p["jobs.pandemic_enter"]
    pandemicLeave = p["jobs.pandemic_leave"]
    pandemicReturn = p["jobs.pandemic_return"]
    pandemicSeparation = p.float("jobs.pandemic_separation")
    pandemicFinding = p.float("jobs.pandemic_finding")
    destinationVolatility = p["jobs.destination_volatility"]
    func share(_ lose: Float, _ find: Float, _ fallback: Float) -> Float {
      let employed = find / max(find + lose, 1e-6)
      return employed + (1 - employed) * fallback
    }
    expectedShare = share(separation, finding, fallback)
    expectedShareOlder = share(separation * olderSeparation, finding * olderFinding, fallback)
  }
}

/// State of the labour market in a month.
struct LabourMarket: Sendable {
  var separationFactor: Float = 1
  var findingFactor: Float = 1
  var wageFactor: Float = 1
  /// Share of workers away from home who lose their job and come home this month.
  var returnShare: Double = 0
  /// Whether the regime is a pandemic.
  var isPandemic = false
  /// Separation relative to its mean at each of the four destinations.
  var destination = SIMD4<Float>(repeating: 1)
  /// Whether a recession or a pandemic lasts.
  var isRecession = false

  /// The same market in months of an epidemic that the author of a scenario placed.
  func inEpidemic(_ s: JobSettings) -> LabourMarket {
    var market = self
    market.separationFactor = max(separationFactor, s.pandemicSeparation)
    market.findingFactor = min(findingFactor, s.pandemicFinding)
    return market
  }

  /// The same market where the job shock has another strength; separation is scaled by the pass.
  func scaled(by strength: Float) -> LabourMarket {
    var market = self
    market.findingFactor = max(0, 1 + (findingFactor - 1) * strength)
    market.wageFactor = 1 + (wageFactor - 1) * strength
    market.returnShare = min(1, returnShare * Double(strength))
    return market
  }
}

/// Labour-market regimes (normal, recession, pandemic) of one possible future, month by month.
enum LabourMarketPaths {
  /// Model equations (5.1), (5.2).
  static func draw(_ settings: [MonthSettings], key: DrawKey) -> [LabourMarket] {
    enum Regime { case normal, recession, pandemic }
    var regime = Regime.normal
    var path: [LabourMarket] = []
    for (month, all) in settings.enumerated() {
      let s = all.jobs
      let u = key.shared(.province, 0, month: month, .regime)[0].uniform
      var market = LabourMarket()
      switch regime {
      case .normal:
        if u < s.pandemicEnter {
          regime = .pandemic
          market.returnShare = s.pandemicReturn
        } else if u < s.pandemicEnter + s.recessionEnter {
          regime = .recession
        }
      case .recession: if u < s.recessionLeave { regime = .normal }
      case .pandemic: if u < s.pandemicLeave { regime = .normal }
      }
      market.isRecession = regime != .normal
      if regime == .recession {
        market.separationFactor = s.recessionSeparation
        market.findingFactor = s.recessionFinding
        market.wageFactor = 1 + s.recessionWage
      } else if regime == .pandemic {
        market.isPandemic = true
        market.separationFactor = s.pandemicSeparation
        market.findingFactor = s.pandemicFinding
      }
      for place in 0..<4 {
        let z = Elementary.normalQuantile(
          key.shared(.destination, place, month: month, .destination)[0].uniform)
        let sigma = s.destinationVolatility
        market.destination[place] = Float(Elementary.exp(sigma * z - sigma * sigma / 2))
      }
      path.append(market)
    }
    return path
  }
}

/// Step 3: workers lose and find jobs.
enum JobsPass {
  /// Moves every worker between employed and jobless, and counts the months without a job.
  ///
  /// Reads words 0–2, workers, destination, flags; writes `jobless`.
  ///
  /// Model equations (8.1), (8.2), (8.3).
  static func run(_ b: BlockMonth) {
    let m = b.county
    let s = m.pointee.settings.jobs
    let strength = m.pointee.jobsStrength
    let lose = s.separation * m.pointee.market.separationFactor * strength
    let find = strength > 0 ? s.finding * m.pointee.market.findingFactor : 1
    let local = m.pointee.market.destination[0]
    let inside = m.pointee.market.destination[1]
    let guangdong = m.pointee.market.destination[2]
    let zhejiang = m.pointee.market.destination[3]
    let destination = b.p.destination
    let flags = b.p.flags
    let older = HouseholdFlags.olderWorker.rawValue
    // Copied out of the settings: a load behind a condition would keep the loop from vectorising.
    // Where the job shock is off, everybody finds a job at once.
    let (olderLose, olderFind) = (s.olderSeparation, strength > 0 ? s.olderFinding : 1)
    for worker in 0..<3 {
      let word = b.x.word(worker)
      let jobless = b.s.jobless(worker)
      for i in 0..<b.count {
        let place = destination[i]
        let inProvince = place == 0 ? local : inside
        let outside = place == 2 ? guangdong : zhejiang
        let there = place < 2 ? inProvince : outside
        let isOlder = flags[i] & older != 0
        let hazard = lose * there * (isOlder ? olderLose : 1)
        let chance = find * (isOlder ? olderFind : 1)
        let u = word[i].uniformFloat
        let months = Int32(jobless[i])
        let isJobless = months > 0
        let switches = u < (isJobless ? chance : hazard)
        let longer = min(months &+ 1, 255)
        let next = isJobless ? (switches ? 0 : longer) : (switches ? 1 : 0)
        jobless[i] = UInt8(truncatingIfNeeded: next)
      }
    }
  }

  /// Sends a share of the workers away from home back without a job: stress event or pandemic.
  ///
  /// Model equation (8.5).
  static func returnMigrants(_ b: BlockMonth, share: Double) {
    for i in 0..<b.count where b.p.destination[i] != WorkDestination.local.rawValue {
      let words = b.key.household(b.p.id[i], month: b.month, .returnOfMigrants)
      for worker in 0..<Int(b.s.workers[i])
      where b.s.jobless(worker)[i] == 0 && words[worker].uniform < share {
        b.s.jobless(worker)[i] = 1
        b.note(.migrantsReturned, row: i)
      }
    }
  }
}
