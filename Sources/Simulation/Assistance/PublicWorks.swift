import Households
import Randomness

/// A13 public works 水利、冷链、加工、道路: what stands in the province beyond 2023, and what it costs.
struct PublicWorksSettings: Sendable {
  /// Land newly irrigated in the province, mu, and crop land a rural person.
  let irrigatedLand: Double
  let landPerPerson: Double
  /// Share of the drought loss that irrigation prevents on its land.
  let effectiveness: Double
  /// Share by which all cold stores together damp the price moves of what spoils.
  let coldStoreDamping: Double
  /// What all new workshops add to the share that is processed.
  let processing: Double
  /// Share of villages with a new road × rise of the farm-gate price there.
  let roadGain: Double
  /// Cost of everything that stands, yuan: irrigation, and the rest.
  let irrigationCost: Double
  let otherCost: Double

  init(_ p: ParameterReader) {
    irrigatedLand = p["public_works.irrigated_land"]
    landPerPerson = p["public_works.land_per_person"]
    effectiveness = p["public_works.irrigation_effectiveness"]
    let stores = p["public_works.cold_stores"]
    let workshops = p["public_works.processing_workshops"]
    let roads = p["public_works.roads"]
    coldStoreDamping = stores * p["public_works.damping_per_cold_store"]
    processing = workshops * p["public_works.processing_per_workshop"]
    let connected = roads * p["public_works.villages_per_km"] / p["public_works.villages"]
    roadGain = min(1, connected) * p["public_works.road_price_gain"]
    irrigationCost = irrigatedLand * p["public_works.irrigation_cost"]
    otherCost =
      stores * p["public_works.cold_store_cost"]
      + workshops * p["public_works.workshop_cost"] + roads * p["public_works.road_cost"]
  }
}

/// Step 2: how works change what a county's drought and prices do to its households.
///
/// Works are spread over the province (irrigation by rural population × exposure to drought, the rest
/// by rural population), and a household feels its county's mean. Nothing built changes nothing, to the
/// last bit.
///
/// Model equation (48.1).
enum PublicWorks {
  /// Land newly irrigated in a county, mu.
  static func irrigatedLand(_ plan: SimulationPlan, month: Int, county: Int) -> Double {
    let strength = Double(plan.strengths(.publicWorks, month: month, county: county))
    return plan.months[month].publicWorks.irrigatedLand * strength * plan.irrigationShare[county]
  }

  /// Factor on the county's drought loss.
  static func droughtLeft(_ plan: SimulationPlan, month: Int, county: Int) -> Float {
    let s = plan.months[month].publicWorks
    let land = s.landPerPerson * plan.scenario.geography.counties[county].ruralPopulation
    let share = irrigatedLand(plan, month: month, county: county) / max(land, 1)
    return Float(1 - min(1, share) * s.effectiveness)
  }

  /// Change of the farm-gate log price of a product for a change of the market's: workshops process
  /// more, and cold stores let growers of vegetables and fruit wait.
  static func passThrough(
    _ plan: SimulationPlan, month: Int, county: Int, _ product: Product
  ) -> Double {
    let prices = plan.months[month].prices
    let strength = Double(plan.strengths(.publicWorks, month: month, county: county))
    guard strength > 0 else { return prices.passThrough }
    let s = plan.months[month].publicWorks
    let processed = min(s.processing * strength, 1 - prices.processed)
    let pass = prices.passThrough - processed * prices.processingRelief
    let spoils = product == .vegetables || product == .fruit
    return spoils ? pass * (1 - min(1, s.coldStoreDamping * strength)) : pass
  }

  /// Rise of the farm-gate price by roads.
  static func priceGain(_ plan: SimulationPlan, month: Int, county: Int) -> Double {
    let strength = Double(plan.strengths(.publicWorks, month: month, county: county))
    return plan.months[month].publicWorks.roadGain * strength
  }

  /// Counts the land irrigated at the end of the year, and the cost of what was added this month.
  ///
  /// A county's works do not depend on how many of its households are simulated, so the sample's books
  /// get the sampled fraction of them.
  static func count(
    _ plan: SimulationPlan, month: Int, county: Int, fraction: Double, _ tally: CountyTally
  ) {
    let rise =
      cost(plan, month: month, county: county)
      - (month > 0 ? cost(plan, month: month - 1, county: county) : 0)
    if rise > 0 {
      tally.money[Programme.publicWorks.rawValue] += Int64(
        Elementary.nearest(rise * fraction * 100))
    }
    let date = plan.scenario.start.advanced(by: month)
    guard date.month == 12, date.year >= plan.scenario.firstResultYear else { return }
    let land = irrigatedLand(plan, month: month, county: county)
    tally.systems[SystemQuantity.irrigatedLand.rawValue] += Int64(
      Elementary.nearest(land * fraction))
  }

  /// Cost of all works that stand in a county, yuan.
  private static func cost(_ plan: SimulationPlan, month: Int, county: Int) -> Double {
    let s = plan.months[month].publicWorks
    let strength = Double(plan.strengths(.publicWorks, month: month, county: county))
    let irrigation = s.irrigationCost * plan.irrigationShare[county]
    return (irrigation + s.otherCost * plan.ruralShare[county]) * strength
  }
}
