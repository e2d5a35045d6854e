import ArgumentParser

/// The three numbers of `--variance`, such as `16,8,4`.
struct VarianceLevels: ExpressibleByArgument {
  let levels: SIMD3<Int>

  /// Reads three whole numbers from 2 to 10,000; `nil` for anything else.
  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0.filter { $0 != " " }) }
    guard parts.count == 3, numbers.count == 3, numbers.allSatisfy((2...10_000).contains) else {
      return nil
    }
    levels = SIMD3(numbers[0], numbers[1], numbers[2])
  }
}
