import Randomness

/// Draws the households of one county, township by township.
struct CountyDraw: Sendable {
  private let draw: HouseholdDraw
  private let plan: SynthesisPlan
  private let county: CountyPlan

  init(plan: SynthesisPlan, county: CountyPlan) {
    self.plan = plan
    self.county = county
    draw = HouseholdDraw(plan: plan, county: county)
  }

  /// Rows of the sample, in order of township.
  ///
  /// Which ordinary households are kept, and so every township's borders, are settled for all
  /// households before the sample is taken: a household has the same township in every sample.
  func rows(sampleFraction: Double) -> [HouseholdRecord] {
    let poor = county.formerlyPoor.households
    let ordinary = keptOrdinary()
    let modelled = poor + ordinary.count
    let townships = Int((Double(modelled) / plan.settings.townshipHouseholds).rounded(.up))
    var rows: [HouseholdRecord] = []
    rows.reserveCapacity(Int(Double(modelled) * min(sampleFraction * 1.1, 1)) + 64)
    for township in 0..<townships {
      for serial in part(township, of: townships, poor) {
        let id = draw.id(serial: UInt32(serial))
        guard SampleHash.contains(id, fraction: sampleFraction) else { continue }
        rows.append(draw.household(id, township: township, weight: 1))
      }
      for place in part(township, of: townships, ordinary.count) {
        let kept = ordinary[place]
        guard SampleHash.contains(kept.id, fraction: sampleFraction) else { continue }
        rows.append(draw.household(kept.id, township: township, weight: kept.weight))
      }
    }
    return rows
  }

  private func part(_ township: Int, of townships: Int, _ count: Int) -> Range<Int> {
    count * township / townships..<count * (township + 1) / townships
  }

  /// Ordinary households near the line, and a sample of the others with its weight.
  private func keptOrdinary() -> [(id: UInt32, weight: Int)] {
    let kind = county.ordinary
    let near = kind.share(below: plan.settings.ordinaryCutoff)
    let share = plan.settings.ordinarySampleShare
    let weight = min(max(Int((1 / share).rounded()), 1), 255)
    var kept: [(id: UInt32, weight: Int)] = []
    kept.reserveCapacity(Int(Double(kind.households) * (near + share) * 1.1) + 64)
    for serial in 0..<kind.households {
      let id = draw.id(serial: HouseholdDraw.firstOrdinary + UInt32(serial))
      let words = draw.incomeWords(of: id)
      if words[0].uniform < near {
        kept.append((id, 1))
      } else if words[1].uniform < share {
        kept.append((id, weight))
      }
    }
    return kept
  }
}
