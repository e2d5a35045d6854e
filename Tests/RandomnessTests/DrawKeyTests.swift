import Randomness
import Testing

struct DrawKeyTests {
  let key = DrawKey(seed: 42, shockYear: 3, householdReplication: 3)

  @Test func `Whose, when, what for and which draw all matter`() {
    let first = key.household(7, month: 5, .illnessDetail)
    #expect(first == key.household(7, month: 5, .illnessDetail))
    #expect(first != key.household(8, month: 5, .illnessDetail))
    #expect(first != key.household(7, month: 6, .illnessDetail))
    #expect(first != key.household(7, month: 5, .accidentDetail))
    #expect(first != key.household(7, month: 5, .illnessDetail, draw: 1))
  }

  @Test func `Households' luck and shared shocks can be varied apart`() {
    let otherYear = DrawKey(seed: 42, shockYear: 4, householdReplication: 3)
    #expect(key.household(7, month: 5, .coping) == otherYear.household(7, month: 5, .coping))
    #expect(
      key.shared(.county, 1, month: 5, .weather) != otherYear.shared(.county, 1, month: 5, .weather)
    )
    let otherLuck = DrawKey(seed: 42, shockYear: 3, householdReplication: 4)
    #expect(key.household(7, month: 5, .coping) != otherLuck.household(7, month: 5, .coping))
    #expect(
      key.shared(.county, 1, month: 5, .weather) == otherLuck.shared(.county, 1, month: 5, .weather)
    )
  }

  @Test func `Words in wide lanes are the household's words`() {
    let words = key.household(7, month: 5, .illnessDetail, draw: 2)
    let wide = key.wideHousehold(7, month: 5, .illnessDetail, draw: 2)
    #expect(UInt32(truncatingIfNeeded: wide.0) == words[0])
    #expect(UInt32(truncatingIfNeeded: wide.1) == words[1])
    #expect(UInt32(truncatingIfNeeded: wide.2) == words[2])
    #expect(UInt32(truncatingIfNeeded: wide.3) == words[3])
  }

  @Test func `The world is the same in every replication of a seed`() {
    let other = DrawKey(seed: 42, shockYear: 9, householdReplication: 8)
    #expect(key.world(.county, 4, .county) == other.world(.county, 4, .county))
  }

  @Test func `Uniform numbers stay inside their interval`() {
    #expect(UInt32.min.uniform > 0)
    #expect(UInt32.max.uniform < 1)
    #expect(UInt32.min.uniformFloat == 0)
    #expect(UInt32.max.uniformFloat < 1)
  }
}
