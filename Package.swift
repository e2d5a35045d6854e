// swift-tools-version: 6.1
import PackageDescription

// Every outside library enters through exactly one module; ArchitectureTests holds us to it.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "fangpin",
  products: [.executable(name: "fangpin", targets: ["fangpin"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // From the ground up.
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .target(name: "NumericalMethods", dependencies: ["CGSL"], swiftSettings: strict),
    .target(name: "Randomness", swiftSettings: strict),
    .target(
      name: "Provenance", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(name: "Households", dependencies: ["Randomness"], swiftSettings: strict),
    .target(
      name: "Simulation", dependencies: ["Households", "Randomness", "NumericalMethods"],
      exclude: ["README.md"], swiftSettings: strict),
    .target(
      name: "Estimation", dependencies: ["NumericalMethods", "Randomness"], swiftSettings: strict),
    .target(
      name: "ScenarioFiles", dependencies: ["Households", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "Experiments",
      dependencies: [
        "Households", "Simulation", "Estimation", "Provenance", "Randomness", "NumericalMethods",
      ],
      swiftSettings: strict),
    .target(
      name: "Reporting",
      dependencies: ["Experiments", "Households", "Simulation", "Estimation", "Provenance"],
      swiftSettings: strict),
    .executableTarget(
      name: "fangpin",
      dependencies: [
        "Experiments", "Estimation", "ScenarioFiles", "Reporting", "Households", "Simulation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Tests: one target per module, and whole-model tests.
    .target(
      name: "TestSupport", dependencies: ["Households", "Randomness", "ScenarioFiles"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "NumericalMethodsTests", dependencies: ["NumericalMethods"]),
    .testTarget(name: "RandomnessTests", dependencies: ["Randomness", "NumericalMethods"]),
    .testTarget(
      name: "HouseholdsTests",
      dependencies: ["Households", "ScenarioFiles", "NumericalMethods", "TestSupport"]),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["Simulation", "Households", "ScenarioFiles", "TestSupport"]),
    .target(
      name: "ToyModels", dependencies: ["Estimation", "NumericalMethods", "Randomness"],
      path: "Tests/ToyModels", swiftSettings: strict),
    .executableTarget(
      name: "coverage", dependencies: ["Estimation", "ToyModels"], path: "Benchmarks/coverage",
      swiftSettings: strict),
    .executableTarget(
      name: "yardstick", dependencies: ["Randomness"], path: "Benchmarks/yardstick",
      swiftSettings: strict),
    .testTarget(
      name: "EstimationTests", dependencies: ["Estimation", "NumericalMethods", "ToyModels"],
      exclude: ["cases"]),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: [
        "Experiments", "ScenarioFiles", "Estimation", "Households", "Simulation", "TestSupport",
      ]),
    .testTarget(name: "ScenarioFilesTests", dependencies: ["ScenarioFiles"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "Experiments", "Households", "Estimation", "Simulation", "ScenarioFiles",
        "TestSupport",
      ]),
    .testTarget(name: "ArchitectureTests"),
    .testTarget(
      name: "KnownAnswerTests",
      dependencies: [
        "Simulation", "Households", "ScenarioFiles", "NumericalMethods", "Randomness",
        "TestSupport",
      ],
      exclude: ["README.md"]),
    .testTarget(
      name: "FrozenRunTests",
      dependencies: ["Experiments", "Households", "Simulation", "ScenarioFiles"],
      exclude: ["frozen.json"]),
    .testTarget(name: "CommandLineTests", dependencies: ["fangpin"]),
  ],
  swiftLanguageModes: [.v6]
)
