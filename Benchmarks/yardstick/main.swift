import Foundation

// yardstick-1 (Benchmarks/peers/YARDSTICK.md) with this program's draws, passes over columns and
// integer tallies. Prints one line of JSON, as every program of Benchmarks/peers does.
let clock = ContinuousClock()
let began = clock.now
guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
  FileHandle.standardError.write(
    Data("yardstick [--n N] [--r R] [--threads K] [--seed S] [--block ROWS]\n".utf8))
  exit(64)
}
do {
  let environments = try Environment.all(options)
  let households = Households(try HouseholdFacts.all(options), blockSize: options.blockSize)
  let ready = clock.now
  let run = YardstickRun(options: options, households: households, environments: environments)
  let tallies = run.run()
  let done = clock.now
  print(
    ResultLine(
      options: options, persons: households.persons, tallies: tallies,
      setUp: began.duration(to: ready), loop: ready.duration(to: done)
    ).text)
} catch {
  FileHandle.standardError.write(Data("yardstick: \(error)\n".utf8))
  exit(1)
}
