import Households
import Randomness

/// The public posts and the workshop jobs of one county in one possible future.
///
/// What one household gets another cannot, so they are given away for the whole county at the end of a
/// month, in order of rank whatever the blocks, and take effect in the next.
struct CountyJobs {
  /// Share of the province's rural people who live here, times the share of households simulated.
  private let share: Double
  /// What is added before rounding down: spread evenly over counties, so that small numbers add up to
  /// the province's, and fixed, so that more for the province is never less for a county.
  private let offset: Double
  /// What part of a job is vacated at first: spread over counties like the offset and apart from it.
  private let start: Double
  private var openPosts = 0
  private var openJobs = 0
  /// Workshop jobs that are held, that have ever been paid for, and the part of a job that its holder
  /// may be expected to have left.
  private var held = 0
  private var built = 0
  private var left = 0.0

  /// - Parameters:
  ///   - county: Number of the county.
  ///   - share: Its share of the province, in the simulated sample.
  init(county: Int, share: Double) {
    self.share = share
    // Multiples of an irrational number fill the unit interval evenly.
    func spread(_ irrational: Double) -> Double {
      let turns = (Double(county) + 0.5) * irrational
      return turns - turns.rounded(.down)
    }
    offset = spread(5.0.squareRoot() / 2)
    start = spread(2.0.squareRoot())
  }

  /// Empties posts and jobs before a possible future begins.
  mutating func begin() { (openPosts, openJobs, held, built, left) = (0, 0, 0, 0, start) }

  /// Whether a request is for work, not for money.
  static func shares(_ request: Request) -> Bool {
    request.measure & (Measures.publicPost | Measures.workshopJob) != 0
  }

  /// The county's part of a number of the province, in whole posts or jobs.
  ///
  /// Model equation (38.1).
  func part(of province: Double) -> Int { Int((province * share + offset).rounded(.down)) }

  /// Counts what is free at the beginning of a month, and pays for the workshop jobs that are new.
  ///
  /// Model equation (39.1).
  ///
  /// - Parameters:
  ///   - m: The county's month.
  ///   - postsHeld: Households that will still have a post after this month.
  ///   - tally: Where the cost of new jobs is counted.
  mutating func open(_ m: UnsafePointer<CountyMonth>, postsHeld: Int, _ tally: CountyTally) {
    let optional = m.pointee.optional
    let posts = m.pointee.settings.publicPosts.posts * Double(optional.publicPosts)
    openPosts = part(of: posts) - postsHeld
    let workshops = m.pointee.settings.workshops
    let jobs = part(of: workshops.jobs * Double(optional.workshops))
    if jobs > built {
      let fen = Int64(Elementary.nearest(workshops.cost * 100))
      tally.money[Programme.workshops.rawValue] += Int64(jobs - built) * fen
      built = jobs
    }
    left += Double(held) * Double(m.pointee.settings.jobs.separation)
    let vacated = min(held, Int(left))
    held -= vacated
    left -= Double(vacated)
    openJobs = jobs - held
  }

  /// What there is to give away this month.
  var payable: UInt8 {
    (openPosts > 0 ? Measures.publicPost : 0) | (openJobs > 0 ? Measures.workshopJob : 0)
  }

  /// Gives a post or job to a household if one is left for all the households that its row stands for.
  ///
  /// Model equation (39.1).
  mutating func grant(_ request: Request, _ b: BlockMonth) {
    let row = Int(request.row)
    let weight = Int(b.p.weight[row])
    if request.measure == Measures.publicPost {
      guard openPosts >= weight else { return }
      openPosts -= weight
      b.s.postMonths[row] = b.county.pointee.settings.publicPosts.termMonths
    } else if openJobs >= weight, let worker = WorkshopsPass.joblessWorker(b, row) {
      openJobs -= weight
      held += weight
      b.s.jobless(worker)[row] = 0
      b.note(.workshopJobs, row: row)
    }
  }
}
