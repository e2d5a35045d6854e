import Testing

/// What would make results differ between machines or runs stays out of the model.
struct SameBytesTests {
  static let modules = ["Sources/Households", "Sources/Simulation"]

  @Test(arguments: modules)
  func `The model does without Foundation and the C library`(folder: String) throws {
    let foreign: Set = [
      "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "RealModule", "Numerics",
    ]
    for file in try Repository.swiftFiles(in: folder) {
      #expect(foreign.isDisjoint(with: file.imports), "\(file.path)")
    }
  }

  @Test(arguments: modules)
  func `The model takes functions from Elementary and never from the C library`(
    folder: String
  ) throws {
    let call = try Regex(
      #"(^|[^A-Za-z0-9_.])_?(exp|exp2|expm1|log|log2|log10|log1p|pow|sin|cos|tan|tgamma|erf)\("#)
    for file in try Repository.swiftFiles(in: folder) {
      for line in file.code where line.text.contains(call) {
        guard !line.text.contains("func ") else { continue }
        Issue.record("\(file.path):\(line.number): \(line.text)")
      }
    }
  }

  @Test(arguments: modules)
  func `The model draws no random number that has no key`(folder: String) throws {
    let words = ["SystemRandomNumberGenerator", ".random(in", ".shuffled(", ".randomElement("]
    for file in try Repository.swiftFiles(in: folder) {
      for line in file.code {
        for word in words where line.text.contains(word) {
          Issue.record("\(file.path):\(line.number): \(word)")
        }
      }
    }
  }
}
