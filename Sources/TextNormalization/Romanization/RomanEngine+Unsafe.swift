// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import ICUText
internal import TextBytes

/// One pass over UTF-8 that romanizes each character as its neighbours, its word and the text's
/// language say.
///
/// Stretches of Latin letters go through the plain table walk. Everything else is taken scalar by
/// scalar: the rules of its bucket are tried in order, and where none holds the plain table says
/// what it becomes. Text whose marks would compose is left to the caller, which composes it first.
///
/// The file is long because the steps of the pass share its position, its window and its pointer:
/// apart they would hand all of these on at every character.
///
/// Safety: a window writes through a pointer behind the buffer's bytes; no emission is longer than
/// `longestEmission`, and a window ends while that much room is left. Positions before the window
/// are only touched down to the last emission, which lies in the same buffer.
struct RomanEngine<Recorder: OffsetRecorder> {
  private let isASCII: Bool
  private let isComposed: Bool
  private let base: ScalarTable
  private let rules = RomanRules.standard
  private var languages: RomanLanguages
  private(set) var recorder: Recorder
  private(set) var invalidCount = 0
  /// Whether the text has marks that compose, so that nothing was decided.
  private(set) var needsComposition = false

  private var position = 0
  /// Classes of the character before, and the character itself where it is a Hangul syllable.
  private var previous: UInt32 = 0
  private var previousSyllable: UInt32 = 0
  private var wordStart = 0
  /// The last thing written: where it stands, what it came from.
  private var last = Emission(output: -1, end: -1, input: 0)
  private var syllableEnd = -1
  private var doublesNext = false
  private var schwa = SchwaPlan()

  private struct Emission {
    var output: Int
    var end: Int
    var input: Int
  }

  /// Bytes of input that one window takes, and of output that one emission takes at most.
  private static var window: Int { 512 }
  private static var longestEmission: Int { 256 }
  private static var roomPerByte: Int { 14 }
  /// A shorter stretch of Latin letters is not worth a walk of its own.
  private static var shortestStretch: Int { 24 }

  init(_ profile: Profile, _ languages: RomanLanguages, isComposed: Bool, recorder: Recorder) {
    isASCII = profile == .ascii
    base = profile == .ascii ? .ascii : .latin
    self.isComposed = isComposed
    self.languages = languages
    self.recorder = recorder
  }

  /// Romanizes the whole input.
  mutating func run(_ input: Span<UInt8>, into output: inout ByteBuffer) {
    languages.beginText()
    while position < input.count, !needsComposition {
      let (start, isASCII) = (position, isASCII)
      let end = unsafe input.withUnsafeBufferPointer {
        unsafe RomanSource($0).latinEnd(from: start, isASCII: isASCII)
      }
      if end - start >= Self.shortestStretch || end == input.count {
        walk(input, start..<end, into: &output)
        continue
      }
      let outputBase = output.count
      let room = Self.roomPerByte * min(input.count - start, Self.window) + 2 * Self.longestEmission
      unsafe input.withUnsafeBufferPointer { buffer in
        unsafe output.appendUninitialized(capacity: room) { target in
          let sink = unsafe RomanSink(target, at: outputBase, room: room - Self.longestEmission)
          return takeWindow(unsafe RomanSource(buffer), sink)
        }
      }
    }
  }

  /// A stretch of Latin letters.
  private mutating func walk(
    _ input: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer
  ) {
    var shifted = MappingWalk(
      table: base, ascii: .copies, input: input.extracting(range), turkic: nil,
      recorder: ShiftedOffsets(recorder, by: range.lowerBound), outputStart: output.count)
    shifted.run(into: &output)
    recorder = shifted.recorder.recorder
    position = range.upperBound
    unsafe input.withUnsafeBufferPointer {
      let source = unsafe RomanSource($0)
      let start = source.start(before: position) ?? range.lowerBound
      previous = source.classes(at: start, rules)
    }
    forgetEmission()
  }

  private mutating func forgetEmission() {
    last = Emission(output: -1, end: -1, input: 0)
    doublesNext = false
    previousSyllable = 0
  }

  /// Takes characters until the window is full or a long stretch of ASCII is behind it.
  private mutating func takeWindow(_ source: RomanSource, _ sink: consuming RomanSink) -> Int {
    let limit = min(source.count, position + Self.window)
    while position < limit, sink.hasRoom {
      let lead = source[position]
      if lead < 0x80 {
        if takeASCII(source, limit, &sink) { break }
        continue
      }
      let (value, length) = source.scalar(at: position)
      if length == 0 {
        takeInvalid(source, &sink)
        continue
      }
      let classes = rules.classes(of: value)
      let bits = classes.bits
      if bits & RomanClasses.interacting != 0, !isComposed, interacts(value, source) {
        needsComposition = true
        break
      }
      if previous & RomanClasses.word == 0 { wordStart = position }
      if value >= HangulRomanization.first, value <= HangulRomanization.last {
        takeHangul(value, source, &sink)
        previous = bits
        continue
      }
      previousSyllable = 0
      if RomanSyllable.isSyllabic(value) {
        takeSyllable(value, source, &sink)
        previous = bits
        continue
      }
      if value >= 0x3400, bits & RomanClasses.syllable != 0, let han = languages.han,
        takeHan(value, length, han, source, &sink)
      {
        previous = bits
        continue
      }
      if classes.bucket != 0, applyRule(classes, length, source, &sink) { continue }
      takePlain(value, bits, length, source, &sink)
    }
    return sink.written
  }

  // MARK: - Characters without rules

  /// Copies ASCII; true behind a stretch that is long enough to look for a walk.
  private mutating func takeASCII(
    _ source: RomanSource, _ limit: Int, _ sink: inout RomanSink
  ) -> Bool {
    let start = position
    let output = sink.position
    while position < limit, sink.hasRoom {
      let byte = source[position]
      guard byte < 0x80 else { break }
      sink.append(byte)
      position += 1
    }
    recorder.record(output: output..<sink.position, input: start..<position, isDirect: true)
    previous = rules.classes(of: UInt32(source[position - 1])).bits
    forgetEmission()
    return position - start >= Self.shortestStretch
  }

  private mutating func takeInvalid(_ source: RomanSource, _ sink: inout RomanSink) {
    invalidCount += 1
    let start = position
    position += source.invalidLength(at: position)
    let output = sink.position
    if isASCII { sink.append(0x3F) } else { sink.append(replacement: ()) }
    recorder.record(output: output..<sink.position, input: start..<position, isDirect: false)
    previous = 0
    forgetEmission()
  }

  private mutating func takePlain(
    _ value: UInt32, _ bits: UInt32, _ length: Int, _ source: RomanSource, _ sink: inout RomanSink
  ) {
    let end = position + length
    let isSyllable = bits & RomanClasses.syllable != 0
    let (before, start) = (last, sink.position)
    begin(isSyllable: isSyllable, &sink)
    let output = sink.position
    let entry = base[value]
    unsafe sink.append(entry, of: base, from: source.start + position, length)
    if doublesNext { doubleWritten(from: output, &sink) }
    if bits & RomanClasses.schwa != 0,
      !schwa.isSilent(behind: end, wordStart: wordStart, in: source, rules)
    {
      sink.append(UInt8(ascii: "i"))
    }
    if isSyllable { syllableEnd = sink.position }
    // A space that was written before it has no source.
    let isDirect =
      output == start && sink.position - output == length
      && entry & 15 == MappingFlags.identity
    finish(from: start, output, to: end, isDirect: isDirect, &sink)
    if !isASCII, bits & RomanClasses.mark != 0, before.end == output {
      compose(with: before, &sink)
    }
    previous = bits
  }

  /// A Han character as the tag's language reads it; false when it has no such reading.
  private mutating func takeHan(
    _ value: UInt32, _ length: Int, _ han: HanReading, _ source: RomanSource,
    _ sink: inout RomanSink
  ) -> Bool {
    let entry = han.table[value]
    guard entry & 15 != MappingFlags.identity else { return false }
    let start = sink.position
    begin(isSyllable: han.hasSpaces, &sink)
    let output = sink.position
    unsafe sink.append(entry, of: han.table, from: source.start + position, length)
    if isASCII { sink.mapLetters(from: output, by: base) }
    if han.hasSpaces { syllableEnd = sink.position }
    finish(from: start, output, to: position + length, isDirect: false, &sink)
    return true
  }

  private mutating func takeHangul(
    _ value: UInt32, _ source: RomanSource, _ sink: inout RomanSink
  ) {
    let end = position + 3
    let next = source.scalar(at: end).value
    let letters = HangulRomanization.letters(of: value, behind: previousSyllable, before: next)
    let output = sink.position
    for index in 0..<letters.count { sink.append(letters.bytes[index]) }
    finish(from: output, output, to: end, isDirect: false, &sink)
    previousSyllable = value
  }

  private mutating func takeSyllable(
    _ value: UInt32, _ source: RomanSource, _ sink: inout RomanSink
  ) {
    let syllable = RomanSyllable.next(value, at: position, in: source)
    let output = sink.position
    for index in 0..<syllable.count { sink.append(syllable.letters[index]) }
    finish(from: output, output, to: position + 3 * syllable.scalars, isDirect: false, &sink)
  }

  // MARK: - Rules

  /// Tries the rules of a bucket; false when none holds.
  @inline(__always)  // One a character.
  private mutating func applyRule(
    _ classes: RomanClasses, _ length: Int, _ source: RomanSource, _ sink: inout RomanSink
  ) -> Bool {
    let profile: UInt8 = isASCII ? 2 : 1
    let (next, nextLength) = source.scalar(at: position + length)
    let nextBits = nextLength == 0 ? 0 : rules.classes(of: next).bits
    for number in rules.rules(in: classes.bucket) {
      let rule = unsafe rules.rule(number)
      let wanted = unsafe rule.pointee.languages
      guard unsafe rule.pointee.profiles & profile != 0, wanted == 0 || holds(wanted, source)
      else { continue }
      var end = position + length
      var lastBits = classes.bits
      var bitsBehind = nextBits
      let tailCount = unsafe rule.pointee.tailCount
      if tailCount > 0 {
        let tail = unsafe rules.tail(rule)
        guard nextLength > 0, unsafe tail[0] == next else { continue }
        end += nextLength
        lastBits = nextBits
        if tailCount > 1 {
          guard let more = unsafe matchEnd(of: tail, tailCount, from: end, source) else { continue }
          (end, lastBits) = more
        }
        bitsBehind = source.classes(at: end, rules)
      }
      guard unsafe holds(rule.pointee, bitsBehind, source) else { continue }
      unsafe carryOut(rule, to: end, lastBits, source, &sink)
      return true
    }
    return false
  }

  /// End of a tail behind its first character, and the classes of its last, where it stands there.
  private func matchEnd(
    of tail: UnsafePointer<UInt32>, _ count: Int, from start: Int, _ source: RomanSource
  ) -> (end: Int, bits: UInt32)? {
    var end = start
    var bits: UInt32 = 0
    for index in 1..<count {
      let (value, length) = source.scalar(at: end)
      guard length > 0, unsafe value == tail[index] else { return nil }
      end += length
      bits = rules.classes(of: value).bits
    }
    return (end, bits)
  }

  @inline(__always)  // One a rule.
  private func holds(_ rule: RomanRuleRecord, _ next: UInt32, _ source: RomanSource) -> Bool {
    if rule.before != 0, previous & rule.before == 0 { return false }
    if previous & rule.notBefore | next & rule.notAfter != 0 { return false }
    if rule.after != 0, next & rule.after == 0 { return false }
    if rule.flags & RomanRuleRecord.caps != 0 {
      let isAmongCapitals =
        next & RomanClasses.upper != 0
        || next & RomanClasses.word == 0 && previous & RomanClasses.upper != 0
      if !isAmongCapitals { return false }
    }
    return rule.flags & RomanRuleRecord.name == 0 || isName(source)
  }

  @inline(__always)  // One a rule of a language.
  private mutating func holds(_ wanted: UInt32, _ source: RomanSource) -> Bool {
    if wanted & languages.unsettled == 0 { return wanted & languages.settled != 0 }
    return languages.hold(wanted, wordStart: wordStart, in: source)
  }

  /// Whether two to four ideographs begin here and stand alone, as names do.
  private func isName(_ source: RomanSource) -> Bool {
    guard previous & RomanClasses.word == 0 else { return false }
    var end = position
    var count = 0
    while count < 5 {
      let (value, length) = source.scalar(at: end)
      let bits = length == 0 ? 0 : rules.classes(of: value).bits
      guard bits & RomanClasses.syllable != 0 else {
        return count >= 2 && bits & RomanClasses.word == 0
      }
      end += length
      count += 1
    }
    return false
  }

  private mutating func carryOut(
    _ rule: UnsafePointer<RomanRuleRecord>, to end: Int, _ bits: UInt32, _ source: RomanSource,
    _ sink: inout RomanSink
  ) {
    switch unsafe rule.pointee.action {
    case RomanRuleRecord.lengthens: lengthen(to: end, &sink)
    case RomanRuleRecord.doublesNext:
      position = end
      doublesNext = true
    case RomanRuleRecord.repeats: repeatLast(to: end, isSyllable: last.end == syllableEnd, &sink)
    default: unsafe write(rule, to: end, bits, source, &sink)
    }
    previous = bits
  }

  private mutating func write(
    _ rule: UnsafePointer<RomanRuleRecord>, to end: Int, _ bits: UInt32, _ source: RomanSource,
    _ sink: inout RomanSink
  ) {
    var end = end
    let isSyllable = bits & RomanClasses.syllable != 0
    let outputStart = sink.position
    begin(isSyllable: isSyllable, &sink)
    let output = sink.position
    if unsafe rule.pointee.action == RomanRuleRecord.doublesPrevious {
      let count = last.end - last.output
      if last.end == output, count > 0, count <= 4 { sink.copy(from: last.output, count) }
    }
    let start = sink.position
    unsafe sink.append(target: rules.target(rule), Int(rule.pointee.targetCount))
    if doublesNext { doubleWritten(from: start, &sink) }
    if unsafe rule.pointee.flags & RomanRuleRecord.inherent != 0 {
      if source.classes(at: end, rules) & RomanClasses.nukta != 0, !isBurmese(source) { end += 3 }
      if speaksVowel(behind: end, source) { sink.append(UInt8(ascii: "a")) }
    } else if bits & RomanClasses.schwa != 0,
      !schwa.isSilent(behind: end, wordStart: wordStart, in: source, rules)
    {
      sink.append(UInt8(ascii: "i"))
    }
    if isSyllable { syllableEnd = sink.position }
    finish(from: outputStart, output, to: end, isDirect: false, &sink)
  }

  private func isBurmese(_ source: RomanSource) -> Bool {
    source[position] == 0xE1 && source[position + 1] < 0x84
  }

  /// Whether a consonant's inherent vowel is spoken.
  private mutating func speaksVowel(behind end: Int, _ source: RomanSource) -> Bool {
    let (next, length) = source.scalar(at: end)
    let bits = length == 0 ? 0 : rules.classes(of: next).bits
    if bits & RomanClasses.sign != 0 { return false }
    if isBurmese(source) {
      // A killed consonant behind it makes a rime with it, which has its own vowel.
      guard bits & RomanClasses.consonant != 0 else { return true }
      let killer = RomanClasses.killer | RomanClasses.nukta
      return source.classes(at: end + length, rules) & killer == 0
    }
    return languages.speaksEveryVowel
      || !schwa.isSilent(behind: end, wordStart: wordStart, in: source, rules)
  }

  // MARK: - Writing

  /// What ッ before it asked for.
  private mutating func doubleWritten(from start: Int, _ sink: inout RomanSink) {
    if sink.position > start { sink.doubleConsonant(at: start) }
    doublesNext = false
  }

  private mutating func begin(isSyllable: Bool, _ sink: inout RomanSink) {
    if isSyllable, syllableEnd == sink.position { sink.append(0x20) }
  }

  /// Records what was written from `start` on; the space between two syllables lies before
  /// `output`.
  @inline(__always)  // One a character.
  private mutating func finish(
    from start: Int, _ output: Int, to end: Int, isDirect: Bool, _ sink: inout RomanSink
  ) {
    recorder.record(output: start..<sink.position, input: position..<end, isDirect: isDirect)
    if sink.position > output {
      last = Emission(output: output, end: sink.position, input: position)
    }
    position = end
  }

  /// Writes what was written last with its last vowel long.
  private mutating func lengthen(to end: Int, _ sink: inout RomanSink) {
    if !isASCII, last.end == sink.position, sink.lengthenVowel() {
      rewriteLast(to: end, &sink)
    }
    position = end
  }

  private mutating func rewriteLast(to end: Int, _ sink: inout RomanSink) {
    recorder.rewind(output: last.output, input: last.input)
    recorder.record(
      output: last.output..<sink.position, input: last.input..<end, isDirect: false)
    last.end = sink.position
  }

  private mutating func repeatLast(to end: Int, isSyllable: Bool, _ sink: inout RomanSink) {
    let count = last.end - last.output
    guard last.end == sink.position, count > 0, count <= 16 else {
      position = end
      return
    }
    let (from, start) = (last.output, sink.position)
    if isSyllable { sink.append(0x20) }
    let output = sink.position
    sink.copy(from: from, count)
    if isSyllable { syllableEnd = sink.position }
    finish(from: start, output, to: end, isDirect: false, &sink)
  }

  /// Joins a mark that was just written with what was written before it (а́ is á).
  private mutating func compose(with before: Emission, _ sink: inout RomanSink) {
    guard sink.position - before.output <= 24 else { return }
    let composed = ICU.normalize(.nfc, sink.bytes(from: before.output))
    sink.replace(from: before.output, composed)
    last = before
    rewriteLast(to: position, &sink)
  }

  /// Whether a mark may compose with what stands before it, or stands out of order.
  private func interacts(_ value: UInt32, _ source: RomanSource) -> Bool {
    let own = CharacterProperties(value)
    var end = position
    var marks = 0
    while let start = source.start(before: end) {
      let before = source.scalar(at: start).value
      let combiningClass = CharacterProperties(before).combiningClass
      if own.combiningClass > 0, combiningClass > own.combiningClass { return true }
      if own.composesBackward, ScalarTable.nfc.mayCompose(before) { return true }
      // More marks than anybody writes: composing sorts them once.
      if combiningClass == 0 || marks == 32 { return marks == 32 }
      end = start
      marks += 1
    }
    return false
  }
}
