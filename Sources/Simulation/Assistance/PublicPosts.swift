import Households
import Randomness

/// A2 public posts 公益性岗位.
struct PublicPostsSettings: Sendable {
  init(_ p: ParameterReader) {}
}

enum PublicPostsPass {
  static func run(_ b: BlockMonth) {
    guard b.county.pointee.optional.publicPosts > 0 else { return }
  }
}
