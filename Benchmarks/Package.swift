// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
// A package of its own, so that users of the library build no benchmark dependency.
import PackageDescription

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v13)],
  dependencies: [
    // Named, because the identity of a path is its folder, whatever the checkout is called.
    .package(name: "namesake", path: ".."),
    // Percentiles, repetitions and baselines; without traits, whose interposers do not work with
    // this toolchain.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "NamesakeBenchmarks",
      dependencies: [
        .product(name: "Namesake", package: "namesake"),
        .product(name: "StringDistance", package: "namesake"),
        .product(name: "Benchmark", package: "benchmark"),
        "WireTexts",
      ],
      path: "Benchmarks/NamesakeBenchmarks",
      swiftSettings: [.swiftLanguageMode(.v6)],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    // Our side of compare-distances.py.
    .executableTarget(
      name: "DistanceComparison",
      dependencies: [.product(name: "StringDistance", package: "namesake")],
      path: "Distances",
      swiftSettings: [.swiftLanguageMode(.v6)]),
    // What a comparison of two names costs.
    .executableTarget(
      name: "ComparisonSpeed",
      dependencies: [.product(name: "Namesake", package: "namesake")],
      path: "Comparisons",
      swiftSettings: [.swiftLanguageMode(.v6)]),
    // Catalogues with known truth, as large as you like.
    .executableTarget(
      name: "GrowCatalogue", path: "GrowCatalogue", swiftSettings: [.swiftLanguageMode(.v6)]),
    // Our profiles and those of others over the same text in one run.
    .executableTarget(
      name: "TextRatios",
      dependencies: [.product(name: "Namesake", package: "namesake"), "Rivals", "WireTexts"],
      path: "Ratios",
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .target(
      name: "Rivals",
      path: "Rivals",
      cxxSettings: [
        .headerSearchPath("../.rivals/simdutf/include"),
        .headerSearchPath("../.rivals/simdutf/src"),
      ],
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .target(name: "WireTexts", path: "WireTexts", swiftSettings: [.swiftLanguageMode(.v6)]),
  ],
  cxxLanguageStandard: .cxx17
)
