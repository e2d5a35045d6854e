import Households
import Randomness

/// The month's one block of chance for each household: three workers' jobs, and rare events; what
/// jobs leave of their words decides whether assistance ends.
enum DrawsPass {
  static func run(_ b: BlockMonth) {
    let id = b.p.id
    let (w0, w1, w2, w3) = (b.x.word(0), b.x.word(1), b.x.word(2), b.x.word(3))
    let key = b.key
    let month = b.month
    for i in 0..<b.count {
      let words = key.household(id[i], month: month, .monthlyEvents)
      w0[i] = words[0]
      w1[i] = words[1]
      w2[i] = words[2]
      w3[i] = words[3]
    }
  }
}
