// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes

/// Romanizes whole texts: the profiles `latin` and `ascii`.
///
/// The standards, by script; the rule files of TableForge name them letter by letter.
///
///     Cyrillic     by language: BGN/PCGN; Ukraine 2010, Bulgaria 2009, Serbian Latin, MNS 5217
///     Greek        ELOT 743:1982 with its combinations
///     Armenian     BGN/PCGN 1981            Georgian   national system of 2002
///     Arabic       BGN/PCGN 1956, article al-; Persian 1958, Urdu 2007, Pashto 1968, Kurdish 2007
///     Hebrew       BGN/PCGN 2018            Ethiopic   BGN/PCGN 1967
///     Indic        ISO 15919; in ASCII the Hunterian system; vowels by `SchwaPlan`
///     Sinhala      ISO 15919                Burmese    BGN/PCGN 1970
///     Hangul       Revised Romanization 2000
///     kana         Hepburn                  Han        Hanyu Pinyin, surnames by their reading
///                  by tag: Japanese on, Korean RR, Jyutping, quốc ngữ (Unihan)
///     Thai, Lao    RTGS 1999, BGN/PCGN 1966 Khmer      Geographic Department 1995
///     Tibetan      THL Simplified Phonetic 2003
///     others       ICU's Any-Latin, else the letters' Unicode names
enum Romanization {
  /// Romanizes UTF-8, into the buffer behind what it holds; gives the number of repairs.
  ///
  /// - Complexity: O(*n*). Text that is not composed is composed first.
  static func run<Recorder: OffsetRecorder>(
    _ profile: Profile, _ languages: RomanLanguages, _ input: Span<UInt8>,
    into output: inout ByteBuffer, recorder: inout Recorder
  ) -> Int {
    let start = output.count
    let engine = engine(profile, languages, input, &output, recorder, isComposed: false)
    guard engine.needsComposition else {
      recorder = engine.recorder
      return engine.invalidCount
    }
    output.truncate(to: start)
    var composed = ByteBuffer(capacity: input.count + 64)
    let plan = NormalizationPlan(.nfc)
    guard Recorder.isRecording else {
      var walk = MappingWalk(
        table: plan.table, ascii: plan.ascii, input: input, turkic: nil, recorder: NoOffsets(),
        outputStart: 0)
      walk.run(into: &composed)
      let invalidCount = walk.invalidCount
      _ = self.engine(
        profile, languages, composed.span, &output, NoOffsets(), isComposed: true)
      return invalidCount
    }
    var walk = MappingWalk(
      table: plan.table, ascii: plan.ascii, input: input, turkic: nil, recorder: OffsetMap(),
      outputStart: 0)
    walk.run(into: &composed)
    let (invalidCount, source) = (walk.invalidCount, walk.recorder)
    let second = self.engine(
      profile, languages, composed.span, &output, OffsetMap(), isComposed: true)
    // What one stretch of marks gave together has one source.
    var joined: OffsetMap.Segment?
    for segment in second.recorder.segments {
      let input = source.input(of: segment.input)
      if let known = joined, input.lowerBound < known.input.upperBound {
        joined = OffsetMap.Segment(
          output: known.output.lowerBound..<segment.output.upperBound,
          input: known.input.lowerBound..<max(known.input.upperBound, input.upperBound),
          isDirect: false)
      } else {
        if let known = joined {
          recorder.record(output: known.output, input: known.input, isDirect: false)
        }
        joined = OffsetMap.Segment(output: segment.output, input: input, isDirect: false)
      }
    }
    if let known = joined {
      recorder.record(output: known.output, input: known.input, isDirect: false)
    }
    return invalidCount
  }

  private static func engine<Recorder: OffsetRecorder>(
    _ profile: Profile, _ languages: RomanLanguages, _ input: Span<UInt8>,
    _ output: inout ByteBuffer, _ recorder: Recorder, isComposed: Bool
  ) -> RomanEngine<Recorder> {
    var engine = RomanEngine(profile, languages, isComposed: isComposed, recorder: recorder)
    engine.run(input, into: &output)
    return engine
  }
}
