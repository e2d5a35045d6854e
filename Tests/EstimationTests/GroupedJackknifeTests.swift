import Estimation
import Testing

struct GroupedJackknifeTests {
  @Test func `For a mean over equal groups the jackknife is the textbook variance`() {
    let numerators = (0..<40).map { Double(($0 * 7) % 11) }
    let jackknife = GroupedJackknife(
      numerators: numerators, denominators: Array(repeating: 1, count: 40), sampleFraction: 0.25)
    let textbook = Moments(numerators).variance / 40
    #expect((jackknife.error.variance - 0.75 * textbook).magnitude < 1e-12)
    #expect(jackknife.error.degreesOfFreedom == 39)
  }

  @Test func `Three groups of different size match a case worked by hand`() {
    let jackknife = GroupedJackknife(
      numerators: [1, 2, 3], denominators: [10, 10, 20], sampleFraction: 0.5)
    // Without each group: 5/30, 4/30, 3/20; their mean is 0.15.
    let squares = [5.0 / 30, 4.0 / 30, 3.0 / 20].map { ($0 - 0.15) * ($0 - 0.15) }
    let expected = 0.5 * 2 / 3 * squares.reduce(0, +)
    #expect((jackknife.error.variance - expected).magnitude < 1e-15)
  }

  @Test func `A complete population has no error of households`() {
    let jackknife = GroupedJackknife(
      numerators: [1, 2], denominators: [3, 3], sampleFraction: 1)
    #expect(jackknife.error == .none)
  }

  @Test func `Groups without households do not count`() {
    let full = GroupedJackknife(
      numerators: [1, 2, 3], denominators: [5, 5, 5], sampleFraction: 0.1)
    let withEmpty = GroupedJackknife(
      numerators: [1, 0, 2, 3], denominators: [5, 0, 5, 5], sampleFraction: 0.1)
    #expect(full.error == withEmpty.error)
  }

  @Test func `One group with households cannot tell the error`() {
    let jackknife = GroupedJackknife(
      numerators: [1, 0], denominators: [5, 0], sampleFraction: 0.1)
    #expect(jackknife.error.variance.isNaN)
  }

  @Test func `The difference of a ratio from itself has no error`() {
    let jackknife = GroupedJackknife(
      numerators: [1, 2, 4], denominators: [5, 6, 7], sampleFraction: 0.1)
    #expect(jackknife.minus(jackknife).error.variance == 0)
  }

  @Test func `Differences that share their households have a smaller error than their parts`() {
    let numerators = (0..<40).map { Double(($0 * 7) % 11) }
    let denominators = Array(repeating: 100.0, count: 40)
    let before = GroupedJackknife(
      numerators: numerators, denominators: denominators, sampleFraction: 0.1)
    let after = GroupedJackknife(
      numerators: numerators.map { $0 * 0.9 }, denominators: denominators, sampleFraction: 0.1)
    let difference = after.minus(before).error.variance
    #expect((difference - 0.01 * before.error.variance).magnitude < 1e-12 * difference + 1e-18)
  }
}
