import Households
import Randomness

/// A2 workshops 帮扶车间.
///
/// The jobs of 2023 are in the incomes of the population; those beyond them are new.
struct WorkshopsSettings: Sendable {
  /// Jobs in the province beyond those of 2023.
  let jobs: Double
  /// Yuan a new job.
  let cost: Double

  init(_ p: ParameterReader) {
    jobs = max(0, p["workshops.jobs"] - p["workshops.jobs_2023"])
    cost = p["workshops.cost_per_job"]
  }
}

/// Step 3: formerly-poor and monitored households without a job ask for one in a workshop.
///
/// A workshop helps by ending joblessness sooner: who gets a job in it works from the next month on,
/// and may lose it like any other. A job is filled again when its holder may be expected to have left.
enum WorkshopsPass {
  /// Puts one jobless worker of a household on the county's list while a job is free.
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.workshops > 0,
      b.requests.payable & Measures.workshopJob != 0
    else { return }
    let (first, second, third) = (b.s.jobless(0), b.s.jobless(1), b.s.jobless(2))
    let (monitored, mask) = (b.s.monitored, b.x.mask)
    let (flags, former) = (b.p.flags, HouseholdFlags.formerlyPoor.rawValue)
    for i in 0..<b.count {
      let isJobless: UInt8 = first[i] | second[i] | third[i] == 0 ? 0 : 1
      let isFormer: UInt8 = flags[i] & former == 0 ? 0 : 1
      let isMeant: UInt8 = isFormer | monitored[i] == 0 ? 0 : 1
      mask[i] = isJobless & isMeant
    }
    let found = b.x.collect(b.count)
    for place in 0..<found {
      let row = Int(b.x.rows[place])
      guard joblessWorker(b, row) != nil else { continue }
      b.requests.append(
        Request(
          rank: rank(b, row), block: UInt32(b.block), row: UInt16(row),
          measure: Measures.workshopJob))
    }
  }

  /// The first worker who is alive and has no job.
  static func joblessWorker(_ b: BlockMonth, _ row: Int) -> Int? {
    (0..<min(3, Int(b.s.workers[row]))).first { worker in
      b.s.jobless(worker)[row] > 0 && b.s.disability[row] & 8 << UInt8(worker) == 0
    }
  }

  /// Monitored households first, then by the household's luck of the month.
  ///
  /// Model equation (39.1).
  private static func rank(_ b: BlockMonth, _ row: Int) -> UInt64 {
    let id = b.p.id[row]
    let luck = UInt64(b.key.household(id, month: b.month, .workshops)[0] >> 1)
    let order: UInt64 = b.s.monitored[row] != 0 ? 0 : 1
    return order << 63 | luck << 32 | UInt64(id)
  }
}
