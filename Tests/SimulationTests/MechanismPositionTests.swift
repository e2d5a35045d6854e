import Households
import Testing

@testable import Simulation

struct MechanismPositionTests {
  @Test func `A mechanism's position is its place among all mechanisms`() {
    #expect(Mechanism.allCases.map(\.position) == Array(0..<Mechanism.count))
    #expect(MemoryLayout<Mechanism>.size == 1)
  }
}
