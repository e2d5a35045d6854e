import Testing

@testable import Reporting

struct NumberTextTests {
  @Test func `Numbers have fixed decimals, commas and no negative zero`() {
    #expect(NumberText.fixed(1234567.891, decimals: 1, grouped: true) == "1,234,567.9")
    #expect(NumberText.fixed(0.05, decimals: 2) == "0.05")
    #expect(NumberText.fixed(-0.001, decimals: 2) == "0.00")
    #expect(NumberText.fixed(-1.5, decimals: 1) == "−1.5")
    #expect(NumberText.fixed(.nan, decimals: 1) == "—")
    #expect(NumberText.fixed(.infinity, decimals: 1) == "∞")
    #expect(NumberText.whole(999) == "999")
    #expect(NumberText.whole(1000) == "1,000")
  }

  @Test func `Rates are per cent with two decimals and intervals in brackets`() {
    #expect(NumberText.percent(0.0043) == "0.43\u{A0}%")
    #expect(NumberText.percentInterval(0.004, 0.0046) == "[0.40,\u{A0}0.46]\u{A0}%")
    #expect(NumberText.points(0.0012) == "+0.120")
    #expect(NumberText.points(-0.000001) == "0.000")
  }

  @Test func `Probabilities have a decimal only near certainty`() {
    #expect(NumberText.probability(0.87) == "87\u{A0}%")
    #expect(NumberText.probability(0.995) == "99.5\u{A0}%")
    #expect(NumberText.probabilityInterval(0.981, 1) == "[98,\u{A0}100]\u{A0}%")
  }

  @Test func `Round ticks cover the values and zero`() {
    let (domain, ticks) = LinearScale.niceDomain(of: [0.0021, 0.0083])
    #expect(domain == 0...ticks.last!)
    #expect(ticks.last! >= 0.0083 && ticks.count <= 7)
    let (signed, _) = LinearScale.niceDomain(of: [-0.003, 0.001])
    #expect(signed.lowerBound <= -0.003 && signed.upperBound >= 0.001)
    #expect(LinearScale.niceDomain(of: [0, 0]).1.count >= 2)
    #expect(LinearScale.niceDomain(of: [.nan]).1.count >= 2)
  }
}
