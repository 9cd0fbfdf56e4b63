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
func library(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, with dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name)] + dependencies,
    swiftSettings: strict
  )
}

let package = Package(
  name: "namesake",
  products: [
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

    library("StringDistance"),

    // Floor 2: text to a structured name.
    library("NameModel", on: ["CNamesakeTables", "TextBytes", "TextNormalization"]),

    // Floor 3: two names to a probability; an article to its mentions.
    library(
      "NameComparison",
      on: ["NameModel", "StringDistance", "TextBytes", "TextNormalization"]),
    library("MentionExtraction", on: ["NameModel", "TextBytes", "TextNormalization"]),

    tests(of: "TextNormalization", with: ["TextBytes"]),
    tests(of: "MentionExtraction", with: ["NameModel", "TextBytes", "TextNormalization"]),

    // Tools.
    .executableTarget(
      name: "TableForge",
      dependencies: [
        "ICUText", "TextBytes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Lexicons", "Rules"],
      swiftSettings: strict),
  ]
)
