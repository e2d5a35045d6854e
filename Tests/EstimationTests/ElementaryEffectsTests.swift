import Estimation
import Testing
import ToyModels

struct ElementaryEffectsTests {
  private func effects(_ design: RadialDesign, _ function: ([Double]) -> Double) throws
    -> ElementaryEffects
  {
    let values = (0..<design.blocks).flatMap { design.points(block: $0).map(function) }
    return try ElementaryEffects(design: design, values: values, resamples: 200, seed: 0)
  }

  @Test(arguments: [0, 0.25])
  func `A linear function has its slopes as effects, everywhere`(leastStep: Double) throws {
    let slopes: [Double] = [3, -2, 0, 0.5]
    let design = RadialDesign(
      groups: .single(4), blocks: 8, leastStep: leastStep, arrangement: .joint, seed: 0)
    #expect(design.count == 40)
    let found = try effects(design) { zip($0, slopes).reduce(1) { $0 + $1.0 * $1.1 } }
    for (effect, slope) in zip(found.effects, slopes) {
      #expect(isNear(effect.meanSize.value, slope.magnitude, 1e-9))
      #expect(isNear(effect.meanSize.lower95, slope.magnitude, 1e-9))
      #expect(isNear(effect.mean ?? .nan, slope, 1e-9))
      #expect(isNear(effect.deviation ?? .nan, 0, 1e-9))
    }
    #expect(found.ranking == [0, 1, 3, 2])
  }

  /// With w = 2x − 1 and others at random, f = Σ βᵢ wᵢ + Σ βᵢⱼ wᵢ wⱼ has EEᵢ = 2 βᵢ + 2 Σ βᵢⱼ wⱼ.
  ///
  /// Its mean is 2 βᵢ and its variance 4 Σ βᵢⱼ² / 3 (after Morris 1991). The third factor acts by interaction
  /// alone: its mean effect hides it and μ* shows it.
  @Test func `Morris's function has its mean effects and spreads`() throws {
    let slopes: [Double] = [10, -5, 0, 0]
    let design = RadialDesign(groups: .single(4), blocks: 512, arrangement: .joint, seed: 4)
    let found = try effects(design) { x in
      let w: [Double] = x.map { 2 * $0 - 1 }
      let plain: Double = zip(w, slopes).reduce(0) { $0 + $1.0 * $1.1 }
      return plain + 6 * w[0] * w[2] - 3 * w[1] * w[2]
    }
    // Standard error of a mean: at most √60 / √512 = 0.34.
    let deviations: [Double] = [48, 12, 60, 0].map { ($0 as Double).squareRoot() }
    for (i, effect) in found.effects.enumerated() {
      #expect(isNear(effect.mean ?? .nan, 2 * slopes[i], 0.4))
      #expect(isNear(effect.deviation ?? .nan, deviations[i], 0.25))
    }
    // |aU + bV| of uniform U, V in (−1, 1) has mean a/2 + b²/6a for a ≥ b: |12 w₀ − 6 w₁| has 6.5.
    #expect(isNear(found.effects[2].meanSize.value, 6 + 0.5, 0.4))
    #expect(isNear(found.effects[3].meanSize.value, 0, 1e-9))
    #expect(found.ranking == [0, 1, 2, 3])
    let interval = found.effects[2].meanSize
    #expect(interval.lower95 < 6.5 && interval.upper95 > 6.5)
    #expect(isNear(interval.standardError, ((60 - 6.5 * 6.5) / 512.0).squareRoot(), 0.04))
  }

  /// Rows of the moved coordinates are four later than those of the base.
  @Test(arguments: [PointPairs.Arrangement.joint, .shuffled])
  func `Blocks are made of the rows of a Sobol' sequence`(arrangement: PointPairs.Arrangement) {
    let design = RadialDesign(groups: .single(3), blocks: 8, arrangement: arrangement, seed: 6)
    let pairs = PointPairs(factors: 3, rows: 12, arrangement: arrangement, seed: 6)
    for block in 0..<8 {
      let (base, other) = (pairs.base(row: block), pairs.other(row: block + 4))
      let points = design.points(block: block)
      #expect(points[0] == base)
      #expect(points[2] == [base[0], other[1], base[2]])
      #expect(points == (0..<4).map { design.point(4 * block + $0) })
      #expect(design.step(block: block, group: 1) == other[1] - base[1])
    }
    #expect(design.place(of: 4).block == 1 && design.place(of: 4).group == nil)
    #expect(design.place(of: 7).block == 1 && design.place(of: 7).group == 2)
    let more = RadialDesign(groups: .single(3), blocks: 20, arrangement: arrangement, seed: 6)
    #expect(more.point(31) == design.point(31))
  }

  @Test func `A group moves all of its members, and has no sign`() throws {
    let groups = FactorGroups(factors: 3, members: [[0, 2], [1]])
    let design = RadialDesign(groups: groups, blocks: 6, arrangement: .joint, seed: 1)
    #expect(design.count == 18)
    for block in 0..<6 {
      let (base, moved) = (design.point(3 * block), design.point(3 * block + 1))
      #expect(base[0] != moved[0] && base[1] == moved[1] && base[2] != moved[2])
      let squares: Double = zip(base, moved).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      #expect(isNear(design.step(block: block, group: 0), (squares / 2).squareRoot(), 1e-15))
    }
    let found = try effects(design) { 4 * $0[1] + $0[0] - $0[2] }
    #expect(found.effects[0].mean == nil && found.effects[0].deviation == nil)
    #expect(found.effects[0].meanSize.value > 0)
    #expect(isNear(found.effects[1].mean ?? .nan, 4, 1e-12))
  }

  /// A factor with three levels whose outcome rises by 1 a level has the effect 2 over its range.
  @Test func `A factor with levels always moves to another level`() throws {
    let design = RadialDesign(
      groups: .single(2), levels: [3, nil], blocks: 64, arrangement: .joint, seed: 0)
    var moves: Set<Int> = []
    for block in 0..<64 {
      let (from, to) = (design.point(3 * block)[0] * 3, design.point(3 * block + 1)[0] * 3)
      #expect([0.5, 1.5, 2.5].contains { isNear(from, $0, 1e-12) })
      let step: Double = to - from
      #expect(step.magnitude > 0.9)
      #expect(isNear(design.step(block: block, group: 0), step / 2, 1e-12))
      moves.insert(Int(step.rounded()))
    }
    #expect(moves == [-2, -1, 1, 2])
    let found = try effects(design) { ($0[0] * 3).rounded(.down) }
    #expect(isNear(found.effects[0].mean ?? .nan, 2, 1e-12))
  }

  /// A count that jumps by 1 at ½ has the effect 1 over its range, but a jump over a short step looks like
  /// a steep slope.
  @Test func `Steps can be kept from being next to nothing`() throws {
    func spread(_ leastStep: Double) throws -> Double {
      let design = RadialDesign(
        groups: .single(20), blocks: 64, leastStep: leastStep, arrangement: .shuffled, seed: 2)
      for block in 0..<64 {
        for group in 0..<20 {
          #expect(design.step(block: block, group: group).magnitude >= leastStep)
        }
        #expect(design.point(21 * block + 1).allSatisfy { $0 > 0 && $0 < 1 })
      }
      let found = try effects(design) { $0.reduce(0) { $0 + $1.rounded() } }
      let sizes = found.effects.map(\.meanSize.value)
      return sizes.reduce(0, max) / sizes.reduce(Double.infinity, min)
    }
    #expect(try spread(0.25) < 2)
    #expect(try spread(0) > 3)
  }

  @Test func `Hundreds of factors are screened, and the few that matter are found`() throws {
    let design = RadialDesign(
      groups: .single(400), blocks: 4, leastStep: 0.25, arrangement: .shuffled, seed: 0)
    let found = try effects(design) { 2 * $0[399] - $0[17] * $0[17] + 0.001 * $0[200] }
    #expect(Array(found.ranking.prefix(3)) == [399, 17, 200])
  }

  @Test func `An outcome that is no number is told, and one that never changes has no effect`()
    throws
  {
    let design = RadialDesign(groups: .single(2), blocks: 2, arrangement: .joint, seed: 0)
    #expect(throws: SensitivityError.notFinite(point: 4)) {
      try ElementaryEffects(design: design, values: [0, 0, 0, 0, .nan, 0], seed: 0)
    }
    let flat = try ElementaryEffects(
      design: design, values: [Double](repeating: 7, count: 6), seed: 0)
    #expect(flat.effects.allSatisfy { $0.meanSize.value == 0 && $0.deviation == 0 })
    // A step of 0 changes nothing, and is no division by 0.
    let still = ElementaryEffects(
      changes: [[0, 2]], steps: [[0, 0.5]], isSigned: [true], resamples: 10, seed: 0)
    #expect(still.effects[0].mean == 2)
  }
}
