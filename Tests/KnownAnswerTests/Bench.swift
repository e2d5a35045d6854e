import Households
import Randomness
import TestSupport

@testable import Simulation

/// One block on a workbench: passes can be run one by one and their columns looked at.
final class Bench {
  let plan: SimulationPlan
  let population: Population
  let state: StateColumns
  let scratch: ScratchColumns
  let tally = CountyTally()
  let requests = RequestList(capacity: 10_000)
  let staff = TownshipStaff(county: 0, townships: 100)
  let fund: CountyFund
  let noise = NoiseCodes(county: 0, townships: 100)
  let quotas = CountyQuotas(capacity: 10_000)
  let current = UnsafeMutablePointer<CountyMonth>.allocate(capacity: 1)
  let environment: Environment
  let key: DrawKey
  let county: Int

  init(_ scenario: Scenario, rows: [HouseholdRecord], replication: UInt32 = 0) throws {
    plan = try SimulationPlan(scenario)
    fund = CountyFund(tally: tally, fraction: 1)
    county = rows[0].county
    population = TestPopulation.population(rows, counties: scenario.geography.counties.count)
    key = DrawKey(seed: 5, shockYear: replication, householdReplication: replication)
    environment = Environment(plan, key: key)
    let size = StateColumns.capacity * StateColumns.bytesPerHousehold
    state = StateColumns(base: .allocate(byteCount: size, alignment: 64))
    scratch = ScratchColumns(base: .allocate(byteCount: ScratchColumns.byteCount, alignment: 64))
    scratch.base.initializeMemory(as: UInt8.self, repeating: 0, count: ScratchColumns.byteCount)
    current.initialize(to: CountyMonth.assembled(plan, environment, month: 0, county: county))
    InitialState.prepare(block(0))
  }

  deinit {
    state.base.deallocate()
    scratch.base.deallocate()
    tally.deallocate()
    current.deinitialize(count: 1)
    current.deallocate()
  }

  var count: Int { population.blocks[0].count }

  func block(_ month: Int) -> BlockMonth {
    current.pointee = CountyMonth.assembled(plan, environment, month: month, county: county)
    return BlockMonth(
      p: population.blocks[0].columns, s: state, x: scratch, count: count, month: month, key: key,
      county: UnsafePointer(current), tally: tally, requests: requests, block: 0,
      staff: staff, fund: fund, noise: noise, quotas: quotas, profile: nil)
  }
}
