// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import ArgumentParser
import NormalizationLaws
public import TextNormalization

/// A long seeded run of the laws of normalization; the test suite runs a short one.
@main
struct NormalizationFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Looks for inputs that break a law of normalization.",
    discussion: """
      Every profile, on every code point alone and behind a letter and a mark, on random bytes and
      on random text: applying it again changes nothing, the forms of a text agree, offsets lead
      back, the output is well-formed and bounded, and nothing traps. Prints what breaks a law, made
      as short as can be. Exit code 0 when nothing does, 1 otherwise.

      Example:
        swift run -c release NormalizationFuzz --bytes 100000000 --seed 1
      """)

  @Option(help: "Random bytes to try, half of them as text.")
  var bytes = 100_000_000

  @Option(help: "Seed; equal seeds try equal inputs.")
  var seed: UInt64 = 1

  @Option(help: "Profile to try; give it again for more (default: all).")
  var profile: [Profile] = []

  @Flag(help: "Leave out the run over all code points.")
  var skipsCodePoints = false

  func run() throws {
    var run = LawRun(profile.isEmpty ? Profile.allCases : profile)
    if !skipsCodePoints {
      for value in UInt32(0)...0x10FFFF {
        guard let scalar = Unicode.Scalar(value) else { continue }
        for text in ["\(scalar)", "a\(scalar)", "i\(scalar)\u{307}", "\u{3046}\(scalar)\(scalar)"] {
          run.check(Array(text.utf8))
        }
      }
      print("every code point: \(run.inputs) inputs")
    }
    var maker = InputMaker(seed: seed)
    var left = bytes
    while left > 0, run.failures < 20 {
      let length = maker.length()
      let input = left & 1 == 0 ? maker.bytes(count: length) : maker.scalars(count: length)
      left -= max(input.count, 1)
      run.check(input)
    }
    print("\(run.inputs) inputs, \(run.bytes) bytes, \(run.failures) failures (seed \(seed))")
    if run.failures > 0 { throw ExitCode(1) }
  }
}

extension Profile: ExpressibleByArgument {}

/// Counts inputs and reports failures.
private struct LawRun {
  private(set) var inputs = 0
  private(set) var bytes = 0
  private(set) var failures = 0
  private var laws: NormalizationLaws

  init(_ profiles: [Profile]) { laws = NormalizationLaws(profiles) }

  mutating func check(_ input: [UInt8]) {
    inputs += 1
    bytes += input.count
    guard failures < 20, let law = laws.broken(by: input) else { return }
    failures += 1
    let shortest = laws.shrunk(input, breaking: law)
    let codes = String(decoding: shortest, as: UTF8.self).unicodeScalars
      .map { String($0.value, radix: 16, uppercase: true) }
    let hex = shortest.map { String($0, radix: 16) }
    print("\(law): \(codes.joined(separator: " ")) (bytes \(hex.joined(separator: " ")))")
  }
}
