import NumericalMethods
import Testing

struct CholeskyTests {
  @Test func `The factor of a matrix worked by hand`() throws {
    let factor = try #require(
      Cholesky.lowerFactor(of: [4, 12, -16, 12, 37, -43, -16, -43, 98], size: 3))
    let expected = [2.0, 0, 0, 6, 1, 0, -8, 5, 3]
    for (found, wanted) in zip(factor, expected) { #expect((found - wanted).magnitude < 1e-12) }
  }

  @Test func `A matrix that is not positive-definite has no factor`() {
    #expect(Cholesky.lowerFactor(of: [1, 2, 2, 1], size: 2) == nil)
  }
}
