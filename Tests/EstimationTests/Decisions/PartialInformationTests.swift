import Estimation
import NumericalMethods
import Randomness
import Testing
import ToyModels

/// Nothing against t₁ + t₂ with t₁ ~ N(0.3, 1) and t₂ ~ N(0, 1), for which with m = 0.3 and s the standard
/// deviation of what is learnt the value is s φ(m/s) + m Φ(m/s) − m: 0.426836 for both (s = √2), 0.266761
/// for t₁ (s = 1).
struct PartialInformationTests {
  private static func normals(_ count: Int, dimension: Int, seed: UInt64?) -> [Double] {
    let sequence = SobolSequence(dimensions: 3, seed: seed)
    return (0..<count).map {
      Elementary.normalQuantile(sequence.coordinate(point: $0, dimension: dimension))
    }
  }

  private static func value(_ mean: Double, _ deviation: Double) -> Double {
    let ratio = mean / deviation
    let density = Elementary.exp(-ratio * ratio / 2) / (2 * Double.pi).squareRoot()
    return deviation * density + mean * Distributions.normalProbability(below: ratio) - mean
  }

  @Test func `Values of the closed form are found on an even sample`() {
    #expect((Self.value(0.3, 2.0.squareRoot()) - 0.426836).magnitude < 5e-7)
    #expect((Self.value(0.3, 1) - 0.266761).magnitude < 5e-7)
    let count = 1 << 14
    let first = Self.normals(count, dimension: 0, seed: nil).map { 0.3 + $0 }
    let second = Self.normals(count, dimension: 1, seed: nil)
    let table = CostEffectiveness(
      effects: [[Double](repeating: 0, count: count), zip(first, second).map { $0 + $1 }],
      costs: [[Double]](repeating: [Double](repeating: 0, count: count), count: 2))
    let perfect = table.point(at: 1).perfectInformation
    #expect((perfect - 0.426836).magnitude < 0.001, "\(perfect)")
    let partial = PartialInformation(
      factor: first, netBenefit: table.netBenefit(at: 1),
      rules: PartialInformation.Rules(blocks: 30, orders: 3, resamples: 0))
    #expect((partial.raw - 0.266761).magnitude < 0.002, "\(partial.raw)")
    #expect(partial.bias >= 0 && partial.bias < 0.002)
    #expect(partial.value == partial.raw - partial.bias)
  }

  /// A factor that has nothing to do with net benefits is worth nothing, but blocks find something: with 30
  /// blocks of 10 draws and three policies of variance 0, 1 and 1 about 0.17.
  @Test func `The bias of an idle factor is taken off`() {
    var numbers = RandomNumbers(seed: 8)
    var values: [Double] = []
    for sample in 0..<20 {
      let benefit = [0.0, 1, 1].map { scale in (0..<300).map { _ in scale * numbers.normal() } }
      let idle = (0..<300).map { _ in numbers.uniform() }
      let found = PartialInformation(
        factor: idle, netBenefit: benefit,
        rules: PartialInformation.Rules(
          blocks: 30, orders: 10, resamples: 20, seed: UInt64(sample)))
      #expect(found.raw > 0.08, "\(found.raw)")
      #expect(found.value.magnitude < 4 * found.standardError, "\(found)")
      values.append(found.value)
    }
    let moments = Moments(values)
    let error = (moments.variance / 20).squareRoot()
    #expect(error < 0.02 && moments.mean.magnitude < 3 * error, "\(moments)")
  }

  /// The spread of the value over 60 samples is known within 9 %, and so is what the samples claim.
  @Test func `The standard error is the spread over samples`() {
    var numbers = RandomNumbers(seed: 9)
    var values: [Double] = []
    var errors: [Double] = []
    for _ in 0..<60 {
      let x = (0..<400).map { _ in 0.3 + numbers.normal() }
      let benefit = [[Double](repeating: 0, count: 400), x.map { $0 + numbers.normal() }]
      let found = PartialInformation(
        factor: x, netBenefit: benefit,
        rules: PartialInformation.Rules(blocks: 10, orders: 5, resamples: 60))
      values.append(found.value)
      errors.append(found.standardError)
    }
    let spread = Moments(values).variance.squareRoot()
    let claimed = Moments(errors).mean
    #expect(claimed / spread > 0.75 && claimed / spread < 1.33, "\(spread) \(claimed)")
    #expect((Moments(values).mean - 0.266761).magnitude < 3 * spread / 60.0.squareRoot() + 0.01)
  }

  @Test func `The seed alone decides the resamples, and seed 0 works`() {
    let benefit = [[Double](repeating: 0, count: 50), DecisionCases.part(3, 50).map { $0 - 0.5 }]
    let factor = DecisionCases.part(5, 50)
    func found(_ seed: UInt64) -> PartialInformation {
      PartialInformation(
        factor: factor, netBenefit: benefit,
        rules: PartialInformation.Rules(blocks: 5, seed: seed))
    }
    #expect(found(0) == found(0))
    #expect(found(0).standardError > 0)
    #expect(found(0).bias != found(1).bias)
  }
}
