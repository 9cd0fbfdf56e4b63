// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CDistanceLanes

/// Patterns of at most 64 letters, side by side in the lanes of wide registers.
///
/// Safety: `masks` holds `capacity` bytes that this value alone owns, aligned to a row; the arrays
/// that C reads outlive the call, and their counts are those that CDistanceLanes.h asks for.
@safe
struct LanePatterns: ~Copyable {
  /// Letters of the longest pattern that fits.
  static let longestPattern = 64
  /// Letters of the longest text that is scored.
  static let longestText = Int(NSK_LANE_TEXT)
  /// The most patterns at a time: their rows are numbered by 16 bits.
  static let mostPatterns = 256
  /// With fewer patterns, one text at a time is faster.
  static let fewestPatterns = 2

  private static let rowBytes = Int(NSK_LANE_BYTES)
  private static let pageLetters = Int(NSK_LANE_PAGE)
  /// Pages of Unicode.
  private static let pageCount = 0x11_0000 / pageLetters

  private var masks: UnsafeMutableRawPointer
  private var capacity: Int
  private var groups: [nsk_lane_group] = []
  private var lengths: [UInt32] = []
  private var places: [UInt32] = []
  private var pages = [UInt16](repeating: 0, count: Self.pageCount)
  private var pageRows: [UInt16] = []
  private var rowCount: UInt32 = 0

  init() {
    capacity = Self.rowBytes
    unsafe masks = .allocate(byteCount: capacity, alignment: Self.rowBytes)
  }

  deinit { unsafe masks.deallocate() }

  /// Takes some strings of a list, which are to be sorted by falling length.
  ///
  /// - Complexity: O(*g* *r*) for *g* groups of lanes and *r* different letters.
  mutating func fill(_ list: LetterList, _ strings: ArraySlice<Int>) {
    precondition(strings.count <= Self.mostPatterns, "Too many patterns for the lanes.")
    numberLetters(list, strings)
    groups.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var next = strings.startIndex
    while next < strings.endIndex {
      let longest = list.length(of: strings[next])
      let bits = longest <= 8 ? 8 : longest <= 16 ? 16 : longest <= 32 ? 32 : 64
      let lanes = Self.rowBytes * 8 / bits
      let end = min(next + lanes, strings.endIndex)
      groups.append(
        nsk_lane_group(
          bits: UInt32(bits), count: UInt32(end - next), first: UInt32(lengths.count),
          shortest: UInt32(list.length(of: strings[end - 1])), longest: UInt32(longest)))
      for lane in 0..<lanes {
        let isUsed = next + lane < end
        lengths.append(isUsed ? UInt32(list.length(of: strings[next + lane])) : 0)
        places.append(isUsed ? UInt32(strings[next + lane]) : 0)
      }
      next = end
    }
    fillMasks(list)
  }

  /// Gives every letter of the strings a row.
  private mutating func numberLetters(_ list: LetterList, _ strings: ArraySlice<Int>) {
    for page in pages.indices { pages[page] = 0 }
    pageRows.removeAll(keepingCapacity: true)
    appendPage()
    rowCount = UInt32(NSK_LANE_PLACES) + 1
    for string in strings {
      for index in list.range(of: string) {
        let letter = Int(list.letters[index])
        if pages[letter / Self.pageLetters] == 0 {
          pages[letter / Self.pageLetters] = UInt16(pageRows.count / Self.pageLetters)
          appendPage()
        }
        let cell = cell(of: letter)
        if pageRows[cell] == 0 {
          pageRows[cell] = UInt16(rowCount)
          rowCount += 1
        }
      }
    }
  }

  private mutating func appendPage() {
    for _ in 0..<Self.pageLetters { pageRows.append(0) }
  }

  /// Where the row of a letter is noted.
  private func cell(of letter: Int) -> Int {
    Int(pages[letter / Self.pageLetters]) * Self.pageLetters + letter % Self.pageLetters
  }

  private mutating func fillMasks(_ list: LetterList) {
    let needed = groups.count * Int(rowCount) * Self.rowBytes
    if capacity < needed {
      unsafe masks.deallocate()
      capacity = needed
      unsafe masks = .allocate(byteCount: capacity, alignment: Self.rowBytes)
    }
    unsafe masks.initializeMemory(as: UInt8.self, repeating: 0, count: needed)
    for (number, group) in groups.enumerated() {
      let table = number * Int(rowCount)
      let laneBytes = Int(group.bits) / 8
      for lane in 0..<Int(group.count) {
        let string = Int(places[Int(group.first) + lane])
        for (place, index) in list.range(of: string).enumerated() {
          let row = Int(pageRows[cell(of: Int(list.letters[index]))])
          for row in [row, Int(NSK_LANE_PLACES)] {
            // A lane's bytes go from low to high, as everywhere this builds.
            let byte = (table + row) * Self.rowBytes + lane * laneBytes + place / 8
            unsafe masks.storeBytes(
              of: masks.load(fromByteOffset: byte, as: UInt8.self) | 1 << UInt8(place % 8),
              toByteOffset: byte, as: UInt8.self)
          }
        }
      }
    }
  }

  /// Scores all patterns and all texts of at most ``longestText`` letters.
  ///
  /// - Parameters:
  ///   - metric: What to measure.
  ///   - texts: The other side.
  ///   - least: Scores below it are 0.
  ///   - scores: The score of pattern *p* of its list and text *t* goes to *p* `stride` + *t*.
  ///   - stride: Scores of one pattern, at least as many as texts.
  ///   - isPortable: Leaves out what the machine has above its baseline; for tests.
  func score(
    _ metric: nsk_lane_metric, _ texts: LetterList, atLeast least: Double,
    into scores: inout [Float], stride: Int, isPortable: Bool
  ) {
    guard !groups.isEmpty, texts.count > 0 else { return }
    precondition(
      scores.count >= stride * Int((places.max() ?? 0) + 1) && stride >= texts.count,
      "The scores need room for every pattern and text.")
    unsafe withTables { patterns in
      unsafe texts.letters.withUnsafeBufferPointer { letters in
        unsafe texts.starts.withUnsafeBufferPointer { starts in
          unsafe scores.withUnsafeMutableBufferPointer { scores in
            var patterns = unsafe patterns
            var texts = unsafe nsk_lane_texts(
              letters: letters.baseAddress, starts: starts.baseAddress, count: UInt32(texts.count))
            let run = unsafe isPortable ? nsk_lanes_score_portable : nsk_lanes_score
            unsafe run(&patterns, metric, &texts, least, scores.baseAddress, stride)
          }
        }
      }
    }
  }

  private func withTables(_ body: (nsk_lane_patterns) -> Void) {
    unsafe groups.withUnsafeBufferPointer { groups in
      unsafe lengths.withUnsafeBufferPointer { lengths in
        unsafe places.withUnsafeBufferPointer { places in
          unsafe pages.withUnsafeBufferPointer { pages in
            unsafe pageRows.withUnsafeBufferPointer { pageRows in
              unsafe body(
                nsk_lane_patterns(
                  groups: groups.baseAddress, group_count: UInt32(groups.count),
                  row_count: rowCount, masks: masks.assumingMemoryBound(to: UInt8.self),
                  lengths: lengths.baseAddress, places: places.baseAddress,
                  pages: pages.baseAddress, page_rows: pageRows.baseAddress))
            }
          }
        }
      }
    }
  }
}
