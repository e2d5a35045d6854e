@testable import Experiments
import Households
import Testing

struct PopulationInputsTests {
  private let parameters = Parameters(declared: [
    HandMadeOutcomes.parameter("population.mean_income", 0.5),
    HandMadeOutcomes.parameter("illness.admission_old", 0.2),
    HandMadeOutcomes.parameter("emergency_relief.limit", 0.2),
    HandMadeOutcomes.parameter("response_time.days", 0.2),
  ])

  private func agree(_ name: String) -> Bool {
    PopulationInputs.agree(
      HandMadeOutcomes.scenario(parameters: parameters),
      HandMadeOutcomes.scenario(parameters: parameters.replacing(name, with: 0.3)))
  }

  @Test func `A policy does not ask for other households`() {
    #expect(agree("emergency_relief.limit"))
    #expect(agree("response_time.days"))
  }

  @Test func `Other incomes or illness rates ask for other households`() {
    #expect(!agree("population.mean_income"))
    #expect(!agree("illness.admission_old"))
  }

  @Test func `Other counties ask for other households`() {
    var other = HandMadeOutcomes.scenario()
    other.counties = [1]
    #expect(!PopulationInputs.agree(HandMadeOutcomes.scenario(), other))
  }
}
