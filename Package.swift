// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// Every Swift target is built with the same strict settings.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A library target on one floor; `on` lists the lower floors it imports.
func library(
  _ name: String, on dependencies: [Target.Dependency] = [], excluding files: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: files, swiftSettings: strict)
}

/// The tests of one target; `excluding` lists data files that the tests read by themselves.
func tests(
  of name: String, with dependencies: [Target.Dependency] = [], excluding files: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name)] + dependencies,
    exclude: files,
    swiftSettings: strict
  )
}

let package = Package(
  name: "namesake",
  products: [
    .library(name: "Namesake", targets: ["Namesake"]),
    .library(name: "StringDistance", targets: ["StringDistance"]),
    .library(name: "NamesakeC", type: .dynamic, targets: ["NamesakeC"]),
    .executable(name: "namesake", targets: ["NamesakeCommand"]),
  ],
  dependencies: [
    // Flags, help and completions of the command.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Files and standard streams without Foundation.
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // Floor 0: ICU behind inline C wrappers, generated tables, bytes.
    .systemLibrary(
      name: "SystemICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .target(name: "CNamesakeICU", dependencies: ["SystemICU"]),
    library("ICUText", on: ["CNamesakeICU"]),
    .target(name: "CNamesakeTables", exclude: ["tables"]),
    library("TextBytes"),

    // Floor 1: bytes to match text.
    library("TextNormalization", on: ["ICUText", "CNamesakeTables", "TextBytes"]),

    // The learned aligner's inner loop, in C for its hash probes.
    .target(name: "CPieceAligner"),
    // Many short strings in the lanes of wide registers, in C for AVX2 with dispatch at run time.
    .target(name: "CDistanceLanes"),
    library(
      "StringDistance", on: ["CDistanceLanes", "CPieceAligner", "CVectorKernel", "TextBytes"]),

    // simdjson parses JSON, zlib and zstd unpack: each is the field's standard library for its job,
    // from Debian, and stays behind RecordFormats.
    .systemLibrary(name: "CSystemZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CSystemZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    // Not a system target: the -D in simdjson's pkg-config file makes SwiftPM warn at every build.
    .target(
      name: "CNamesakeJSON",
      cxxSettings: [.define("SIMDJSON_THREADS_ENABLED", to: "1")],
      linkerSettings: [.linkedLibrary("simdjson")]),
    library(
      "RecordFormats",
      on: [
        "CNamesakeJSON", "CSystemZlib", "CSystemZstd",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),

    // Floor 2: text to a structured name.
    library("NameModel", on: ["CNamesakeTables", "TextBytes", "TextNormalization"]),

    // Floor 3: two names to a probability; an article to its mentions.
    library(
      "NameComparison",
      on: ["CNamesakeTables", "NameModel", "StringDistance", "TextBytes", "TextNormalization"]),
    library(
      "NameTransliteration",
      on: ["NameComparison", "NameModel", "StringDistance", "TextBytes", "TextNormalization"]),
    library(
      "MentionExtraction",
      on: ["CNamesakeTables", "NameModel", "TextBytes", "TextNormalization"]),

    // Floor 4: many names to the few worth comparing; the products of word vectors in C.
    .target(name: "CVectorKernel"),
    library(
      "NameCatalog",
      on: [
        "CVectorKernel", "NameComparison", "NameModel", "RecordFormats", "StringDistance",
        "TextBytes", "TextNormalization",
      ]),

    // Floor 5: names and mentions to entities.
    library(
      "EntityResolution",
      on: [
        "MentionExtraction", "NameCatalog", "NameComparison", "NameModel", "RecordFormats",
        "TextBytes", "TextNormalization",
      ]),

    // Entities that last. GRDB, the usual Swift face of SQLite, imports Foundation, which would bring
    // a second ICU of 41 MB into the command; the few calls of SQLite's C interface that a store
    // needs stand in one file instead.
    .systemLibrary(
      name: "CSystemSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    library(
      "EntityStore", on: ["CSystemSQLite", "EntityResolution", "NameModel", "TextNormalization"]),

    // Measures: beside the floors, known to tests and to the command alone.
    library("MatchEvaluation"),

    // Learns the models from a user's data or ours.
    library(
      "ModelTraining",
      on: [
        "CPieceAligner", "CVectorKernel", "MentionExtraction", "NameCatalog", "NameComparison",
        "NameModel", "StringDistance", "TextBytes", "TextNormalization",
      ], excluding: ["Recipe"]),

    // Floor 6: what most people import.
    library(
      "Namesake",
      on: [
        "EntityResolution", "ICUText", "MentionExtraction", "NameCatalog", "NameComparison",
        "NameModel", "RecordFormats", "StringDistance", "TextBytes", "TextNormalization",
      ]),

    // Floor 7: faces.
    library(
      "NamesakeC", on: ["Namesake", "TextBytes"], excluding: ["namesake.h", "namesake.map"]),
    .executableTarget(
      name: "NamesakeCommand",
      dependencies: [
        "EntityResolution", "EntityStore", "ICUText", "MatchEvaluation", "MentionExtraction",
        "ModelTraining", "NameCatalog", "NameComparison", "NameModel", "NameTransliteration",
        "Namesake", "RecordFormats", "StringDistance", "TextBytes", "TextNormalization",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["namesake.1"],
      swiftSettings: strict),

    tests(
      of: "RecordFormats",
      with: [
        "CSystemZlib", "CSystemZstd", .product(name: "SystemPackage", package: "swift-system"),
      ]),
    tests(of: "Namesake"),
    tests(
      of: "NamesakeCommand",
      with: [
        // Built, not imported: a C program links the library.
        "NamesakeC", "RecordFormats", .product(name: "SystemPackage", package: "swift-system"),
      ], excluding: ["CProgram"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "EntityResolution", "MatchEvaluation", "MentionExtraction", "NameModel", "RecordFormats",
        "TextNormalization", .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    tests(of: "NameTransliteration", with: ["NameModel", "TextNormalization"]),
    tests(of: "TextBytes"),
    tests(of: "StringDistance"),
    tests(of: "NameModel"),
    tests(of: "NameComparison", with: ["NameModel"]),
    tests(
      of: "NameCatalog",
      with: [
        "CVectorKernel", "NameModel", .product(name: "SystemPackage", package: "swift-system"),
      ]),
    tests(of: "EntityResolution", with: ["NameModel", "TextNormalization"]),
    tests(of: "EntityStore", with: ["EntityResolution", "NameModel"]),
    tests(of: "MatchEvaluation"),
    tests(
      of: "TextNormalization", with: ["ICUText", "NormalizationLaws", "TextBytes"],
      excluding: ["Golden"]),
    tests(of: "TableForge", with: ["CNamesakeTables", "ICUText"]),
    tests(of: "MentionExtraction", with: ["NameModel", "TextBytes", "TextNormalization"]),

    // What must hold of every input, for the tests and for the long run.
    library("NormalizationLaws", on: ["ICUText", "TextBytes", "TextNormalization"]),
    .executableTarget(
      name: "NormalizationFuzz",
      dependencies: [
        "NormalizationLaws", "TextNormalization",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Times of searches, one by one, and their agreement with an exhaustive scan.
    .executableTarget(
      name: "CatalogueSpeed",
      dependencies: ["NameCatalog", "NameModel", "TextBytes", "TextNormalization"],
      path: "Benchmarks/CatalogueSpeed",
      swiftSettings: strict),

    // Our side of Benchmarks/compare-peers.py.
    .executableTarget(
      name: "EngineServer",
      dependencies: [
        "MentionExtraction", "NameCatalog", "NameComparison", "NameModel", "RecordFormats",
        "StringDistance", "TextBytes", "TextNormalization",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Benchmarks/EngineServer",
      swiftSettings: strict),

    // What small works take in allocations and instructions, for .ci/gate.
    .executableTarget(
      name: "WorkCounts",
      dependencies: [
        "EntityResolution", "MentionExtraction", "NameCatalog", "NameComparison", "NameModel",
        "StringDistance", "TextBytes", "TextNormalization",
      ],
      path: "Benchmarks/WorkCounts",
      swiftSettings: strict),

    // Tools.
    .executableTarget(
      name: "TableForge",
      dependencies: [
        "ICUText", "TextBytes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Languages", "Lexicons", "Rules"],
      swiftSettings: strict),
  ]
)
