import Households
import Randomness

/// M3 big-data platform 大数据平台: how often data come, from which departments, on what equipment.
///
/// Delays and noise of `response_time` and `vulnerability_index` (docked or not) stay as they are. New
/// are the months in which the platform looks at all, the departments that it cannot see, and the
/// spread of its noise over townships and villages: the noise of 2023 is kept on average.
struct PlatformSettings: Sendable {
  /// Months between updates.
  let updateInterval: Double
  let departmentsShare: Double
  /// Shares of townships and villages with terminals that work well.
  let townshipTerminals: Double
  let villageTerminals: Double
  let townshipTerminals2023: Double
  let villageTerminals2023: Double
  /// Factors on the standard deviation of the platform's noise where terminals are lacking.
  let townshipNoise: Double
  let villageNoise: Double

  init(_ p: ParameterReader) {
    updateInterval = p["platform.update_interval"]
    departmentsShare = p["platform.departments_share"]
    let usable = 1 - p["platform.old_equipment"]
    let usable2023 = 1 - p["platform.old_equipment_2023"]
    townshipTerminals = p["platform.township_terminals"] * usable
    villageTerminals = p["platform.village_terminals"] * usable
    townshipTerminals2023 = p["platform.township_terminals_2023"] * usable2023
    villageTerminals2023 = p["platform.village_terminals_2023"] * usable2023
    townshipNoise = p["platform.township_noise"]
    villageNoise = p["platform.village_noise"]
  }

  /// Whether the platform is updated in a month: in every month, or each March, June and so on, the
  /// same months in all counties, as evaluations are.
  func isUpdated(month: Int, strength: Float) -> Bool {
    guard strength > 0 else { return true }
    let interval = 1 + min(Double(strength), 1) * (updateInterval - 1)
    return (month + 1) % max(1, Int(Elementary.nearest(interval))) == 0
  }
}

/// What a sign in the data is about, and so which department sends it.
enum Sign {
  static var medical: UInt8 { 1 }
  static var job: UInt8 { 2 }
  static var disaster: UInt8 { 4 }
  static var income: UInt8 { 8 }
  static var education: UInt8 { 16 }
  /// A sign of an earlier month that waited for the update.
  static var kept: UInt8 { 32 }
  static var kinds: Int { 5 }
  static var all: UInt8 { 31 }
  /// Signs of one month only; the others last.
  static var events: UInt8 { job | disaster | education }
}

/// The departments that are connected.
enum Departments {
  /// Rank of each kind of sign in a county, from 0 to 1: connected once the share passes it.
  static func ranks(county: Int) -> [Double] {
    let world = DrawKey(seed: 0, shockYear: 0, householdReplication: 0)
    let first = world.world(.county, county, .platform)
    let last = world.world(.county, county, .platform, draw: 1)
    return [first[0], first[1], first[2], first[3], last[0]].map(\.uniform)
  }

  /// Bits of the kinds of sign whose department is connected.
  static func connected(_ ranks: [Double], share: Double, strength: Float) -> UInt8 {
    guard strength > 0 else { return Sign.all }
    let reached = 1 - min(Double(strength), 1) * (1 - share)
    return (0..<Sign.kinds).reduce(0) { ranks[$1] < reached ? $0 | 1 << UInt8($1) : $0 }
  }
}

enum PlatformPass {
  /// The signs that the platform sees this month.
  ///
  /// What a connected department knows before the next update waits for it; the sign's day is kept, so
  /// that the wait counts in the days from sign to money. What an unconnected one knows is lost.
  static func seen(_ b: BlockMonth, _ row: Int, _ signs: UInt8) -> UInt8 {
    let connected = b.county.pointee.connectedKinds
    let isUpdated = b.county.pointee.isPlatformUpdated
    let unseen = signs & ~connected & (isUpdated ? Sign.all : Sign.events)
    if unseen != 0 { b.note(.unseenSigns, row: row) }
    let visible = signs & connected
    let isWaiting = b.s.flags[row] & StateFlags.waitingSign != 0
    if isUpdated { return isWaiting ? visible | Sign.kept : visible }
    if !isWaiting, visible & ~Sign.income != 0 {
      b.s.flags[row] |= StateFlags.waitingSign
      b.s.shockDay[row] = AlertPass.signDay(b, row)
    }
    return 0
  }
}

/// Noise of the platform by the equipment of townships and villages.
enum PlatformNoise {
  /// As `AlertPass.refreshNoise`, which has drawn the quantiles into the mask, with one table for each
  /// of the four cases.
  ///
  /// Model equation (57.1).
  static func refresh(_ b: BlockMonth, sigma: Double) {
    let s = b.county.pointee.settings.platform
    let strength = Double(b.county.pointee.optional.platform)
    let township = 1 + strength * (s.townshipNoise - 1)
    let village = 1 + strength * (s.villageNoise - 1)
    func mean(_ share: Double, _ factor: Double) -> Double { share + (1 - share) * factor * factor }
    let mix = mean(s.townshipTerminals2023, township) * mean(s.villageTerminals2023, village)
    let best = sigma / mix.squareRoot()
    b.noise.prepare(best * SIMD4(1, township, village, township * village))
    let limit = Rollout.limit(s.villageTerminals)
    let (noise, steps) = (b.s.scoreNoise, b.x.mask)
    for row in 0..<b.count {
      let hasTerminals = b.noise.hasTerminals(
        township: Int(b.p.township[row]), share: s.townshipTerminals)
      let kind = (hasTerminals ? 0 : 1) | (b.takesPart(row, in: .village, limit: limit) ? 0 : 2)
      noise[row] = b.noise.code(kind, step: steps[row])
    }
  }
}
