import Households
import Randomness

/// A2 skills training 技能培训.
///
/// What was learnt by 2023 is in the wages of the population, so only training beyond the coverage of
/// 2023 raises them.
struct TrainingSettings: Sendable {
  /// Places in the roll-out that are trained in 2023, and now.
  let earlier: UInt32
  let now: UInt32
  let mastery: Double
  let wageEffect: Float
  let cost: Float

  init(_ p: ParameterReader) {
    earlier = Rollout.limit(p["training.coverage_2023"])
    now = Rollout.limit(p["training.coverage"])
    mastery = p["training.mastery"]
    wageEffect = p.float("training.wage_effect")
    cost = p.float("training.cost")
  }
}

/// Step 4: formerly-poor households are trained as coverage passes their place; who masters earns more.
///
/// Model equation (37.1).
enum TrainingPass {
  /// Trains those who are due, and raises the month's wage of the skilled.
  ///
  /// A skill stays: coverage that falls later takes no training back.
  static func run(_ b: BlockMonth) {
    let m = b.county
    guard m.pointee.optional.training > 0 else { return }
    train(b)
    let effect = m.pointee.settings.training.wageEffect * m.pointee.optional.training
    let (wage, flags, skilled) = (b.x.wage, b.s.flags, StateFlags.skilled)
    for i in 0..<b.count { wage[i] *= flags[i] & skilled == 0 ? 1 : 1 + effect }
  }

  /// The skilled expect their wage: what they earn more is no windfall to be saved.
  static func expected(_ b: BlockMonth) {
    let m = b.county
    guard m.pointee.optional.training > 0 else { return }
    let effect = m.pointee.settings.training.wageEffect * m.pointee.optional.training
    let index = m.pointee.settings.calendar.wageIndex
    let (wage, expected) = (b.s.wage, b.x.expected)
    let (flags, skilled) = (b.s.flags, StateFlags.skilled)
    for i in 0..<b.count {
      expected[i] += wage[i] * (flags[i] & skilled == 0 ? 0 : effect * index)
    }
  }

  private static func train(_ b: BlockMonth) {
    let m = b.county
    let (earlier, now) = (
      m.pointee.settings.training.earlier, m.pointee.settings.training.now
    )
    let (place, mask) = (b.p.place(in: .training), b.x.mask)
    let (fixed, former) = (b.p.flags, HouseholdFlags.formerlyPoor.rawValue)
    let (flags, trained, workers) = (b.s.flags, StateFlags.trained, b.s.workers)
    for i in 0..<b.count {
      let own = UInt32(place[i])
      let isDue: UInt8 = own < earlier ? 0 : (own < now ? 1 : 0)
      let isNew: UInt8 = flags[i] & trained == 0 ? 1 : 0
      let isFormer: UInt8 = fixed[i] & former == 0 ? 0 : 1
      let works: UInt8 = workers[i] > 0 ? 1 : 0
      mask[i] = isDue & isNew & isFormer & works
    }
    let found = b.x.collect(b.count)
    for place in 0..<found { train(b, Int(b.x.rows[place])) }
  }

  /// One course; whether it is mastered is the household's own luck, whenever it is held.
  private static func train(_ b: BlockMonth, _ row: Int) {
    let m = b.county
    b.s.flags[row] |= StateFlags.trained
    b.pay(m.pointee.settings.training.cost, .training, row: row)
    let u = b.key.household(b.p.id[row], month: 0, .training)[0].uniform
    guard u < m.pointee.settings.training.mastery else { return }
    b.s.flags[row] |= StateFlags.skilled
    b.note(.trainedHouseholds, row: row)
  }
}
