import Testing

@testable import Simulation

struct LossCodeTests {
  @Test func `A coded loss is within a thirty-second of the loss`() {
    var yuan: Float = 1
    while yuan < 60_000 {
      let back = LossCode.yuan(LossCode.code(yuan))
      #expect(abs(back - yuan) <= yuan / 32 * 1.001)
      yuan *= 1.0137
    }
  }

  @Test func `Nothing and gains are coded as zero and huge losses as the largest`() {
    #expect(LossCode.code(0) == 0)
    #expect(LossCode.code(-5_000) == 0)
    #expect(LossCode.code(1e9) == 255)
    #expect(LossCode.yuan(0) == 0)
  }

  @Test func `Codes keep the order of losses`() {
    var last: UInt8 = 0
    for yuan in stride(from: Float(0), to: 70_000, by: 13) {
      let code = LossCode.code(yuan)
      #expect(code >= last)
      last = code
    }
  }
}
