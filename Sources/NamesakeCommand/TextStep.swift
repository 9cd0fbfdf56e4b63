// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import Namesake
import TextBytes

/// What `normalize` does to a text: one of our profiles, or an ICU transform by name.
enum TextStep: Sendable {
  case profile(Profile, LanguageTag?)
  case transform(String)

  /// What is added to the name of a field.
  var suffix: String {
    switch self {
    case .profile(let profile, _): profile.rawValue
    case .transform: "transform"
    }
  }

  /// Name and version of the profile, such as `key@1`, or the transform's id.
  var identifier: String {
    switch self {
    case .profile(let profile, _): profile.identifier
    case .transform(let identifier): identifier
    }
  }
}

/// A thread's own state for a step.
///
/// A transform is ICU's and belongs to one thread; a line goes in and a line comes out, so a line
/// feed that a transform makes is a space.
struct TextStepRunner {
  private var normalizer: TextNormalizer
  private let transform: ICU.Transform?
  private var invalidTexts = 0

  /// Opens what the step needs; `TransformName` has checked that ICU has the transform.
  init(_ step: TextStep) {
    switch step {
    case .profile(let profile, let language):
      (normalizer, transform) = (TextNormalizer(profile, language: language), nil)
    case .transform(let identifier):
      (normalizer, transform) = (TextNormalizer(.nfc), ICU.Transform(identifier))
    }
  }

  /// Number of repairs since the value was made; it grows when a text was not UTF-8.
  var repairCount: Int { normalizer.repairCount + invalidTexts }

  /// Appends what the step makes of a text.
  mutating func run(_ input: Span<UInt8>, into output: inout ByteBuffer) {
    guard let transform else { return normalizer.normalize(input, into: &output) }
    let bytes = input.array
    if String(validating: bytes, as: UTF8.self) == nil { invalidTexts += 1 }
    output.append(transform(bytes).map { $0 == 0x0A ? 0x20 : $0 })
  }

  /// The same with the map of positions; for profiles only.
  mutating func run(
    _ input: Span<UInt8>, into output: inout ByteBuffer, offsets: inout OffsetMap
  ) {
    normalizer.normalize(input, into: &output, offsets: &offsets)
  }
}
