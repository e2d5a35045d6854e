import Households
import Testing

@Suite struct PopulationMarginTests {
  @Test func `Every margin of a tenth of the province is within its tolerance`() throws {
    let scenario = try PopulationFixture.scenario()
    let population = try PopulationSynthesis.population(
      of: scenario, sampleFraction: 0.1, threads: 2)
    let margins = try PopulationMargins.measure(population, scenario: scenario)
    #expect(margins.count == 38)
    for margin in margins {
      #expect(
        margin.isWithin,
        "\(margin.key) in \(margin.region) is \(margin.achieved), not \(margin.target) ± \(margin.tolerance)"
      )
    }
  }

  @Test func `A population drawn with another mean income is out of tolerance`() throws {
    var scenario = try PopulationFixture.scenario()
    let declared = scenario.parameters
    scenario.parameters = declared.replacing("population.mean_income", with: 13_600)
    let population = try PopulationSynthesis.population(
      of: scenario, sampleFraction: 0.02, threads: 2)
    scenario.parameters = declared
    let margins = try PopulationMargins.measure(population, scenario: scenario)
    #expect(margins.first { $0.key == "mean_income" }?.isWithin == false)
    #expect(margins.first { $0.key == "household_size" }?.isWithin == true)
  }

  @Test func `Margins of one county leave out what is known for the province only`() throws {
    let scenario = try PopulationFixture.scenario(counties: [40])
    let population = try PopulationSynthesis.population(
      of: scenario, sampleFraction: 0.2, threads: 1)
    let margins = try PopulationMargins.measure(population, scenario: scenario)
    #expect(!margins.contains { $0.key == "wage_share" })
    #expect(margins.filter { !$0.isWithin }.isEmpty)
    let index = margins.first { $0.key == "income_index" }
    #expect(index?.achieved == 1)
  }
}

@Suite struct PopulationGeographyTests {
  @Test func `The geography has 88 counties, 66 of them formerly poor and 20 of them key`() throws {
    let geography = try PopulationFixture.geography()
    #expect(geography.counties.count == 88)
    #expect(geography.counties.filter(\.isFormerlyPoor).count == 66)
    #expect(geography.counties.filter { $0.delistedYear != nil }.count == 66)
    #expect(geography.counties.filter(\.isKeyCounty).count == 20)
    #expect(geography.prefectures.count == 9)
  }

  @Test func `Prefecture shares add up to one, and drought exposure has mean one`() throws {
    let geography = try PopulationFixture.geography()
    let shares = geography.prefectures.reduce(0) { $0 + $1.formerlyPoorShare }
    #expect((shares - 1).magnitude < 1e-9)
    let persons = geography.counties.reduce(0) { $0 + $1.ruralPopulation }
    let exposure = geography.counties.reduce(0) { $0 + $1.ruralPopulation * $1.droughtExposure }
    #expect((exposure / persons - 1).magnitude < 0.005)
    #expect(geography.counties.first { $0.code == 522324 }?.droughtExposure == 1.5)
  }
}
