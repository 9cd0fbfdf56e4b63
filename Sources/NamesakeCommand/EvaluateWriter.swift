// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MatchEvaluation
import RecordFormats

/// The measures as text, as JSON lines, or as a table: one row over all, one for each category.
struct EvaluateWriter {
  let groups: EvaluateGroups

  /// The output in a format.
  func bytes(_ format: RecordFormat) -> [UInt8] {
    switch format {
    case .text: Array(text.utf8)
    case .jsonl: json
    case .csv: table(.csv)
    case .tsv: table(.tsv)
    }
  }

  /// Over all first, without a name.
  private var rows: [(name: String?, result: PairEvaluation)] {
    [(nil, groups.all)] + groups.categories.map { ($0.name, $0.result) }
  }

  // MARK: - Text

  private var text: String {
    let all = groups.all
    var text =
      "\(all.count) pairs, \(all.positives) the same, "
      + "\(all.count - all.positives) not; threshold \(groups.threshold)\n"
    if let best = all.best {
      text +=
        "best F1 \(best.tally.f1.fixed(3)) at \(best.threshold.fixed(3)): "
        + "precision \(best.tally.precision.fixed(3)), recall \(best.tally.recall.fixed(3))\n"
    }
    text += "\n" + aligned([measureTitles] + rows.map(measureCells))
    text += "\nReliability over all: the share that is the same should be the mean score\n"
    text += aligned([["score", "pairs", "mean score", "same"]] + reliability(all.calibration))
    guard !groups.categories.isEmpty else { return text }
    text += "\nReliability by category: % that are the same (pairs), by score\n"
    let scales = (0..<Calibration.binCount).map { Self.scale($0) }
    return text + aligned([["category"] + scales] + groups.categories.map(reliabilityCells))
  }

  private var measureTitles: [String] {
    ["category", "pairs", "same"] + EvaluateGroups.measures.map(\.title)
  }

  private func measureCells(_ name: String?, _ result: PairEvaluation) -> [String] {
    [name ?? "over all", "\(result.count)", "\(result.positives)"]
      + EvaluateGroups.measures.map { $0.value(result)?.fixed(3) ?? "–" }
  }

  private func reliability(_ calibration: Calibration) -> [[String]] {
    calibration.bins.enumerated().map { place, bin in
      [
        Self.scale(place), "\(bin.count)", bin.meanScore?.fixed(3) ?? "–",
        bin.positiveShare?.fixed(3) ?? "–",
      ]
    }
  }

  private func reliabilityCells(_ name: String, _ result: PairEvaluation) -> [String] {
    [name]
      + result.calibration.bins.map { bin in
        bin.positiveShare.map { "\(($0 * 100).fixed(0)) (\(bin.count))" } ?? "–"
      }
  }

  /// A bin's part of the scale: `0.3–0.4`.
  static func scale(_ bin: Int) -> String {
    let width = 1 / Double(Calibration.binCount)
    return "\((Double(bin) * width).fixed(1))–\((Double(bin + 1) * width).fixed(1))"
  }

  /// Lines of columns: the first begins at the left, the others end together.
  private func aligned(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    return rows.map { row in
      row.indices.map { column in
        let blanks = widths[column] - row[column].unicodeScalars.count
        let padding = String(repeating: " ", count: blanks)
        return column == 0 ? row[column] + padding : padding + row[column]
      }.joined(separator: "  ") + "\n"
    }.joined()
  }

  // MARK: - Records

  private var json: [UInt8] {
    var bytes: [UInt8] = []
    for (name, result) in rows {
      var members = JSONMembers()
      if let name {
        members.add("category", string: name)
      } else {
        members.add("category") { $0 += Array("null".utf8) }
      }
      members.add("pairs", result.count)
      members.add("positives", result.positives)
      members.add("threshold", groups.threshold)
      for measure in EvaluateGroups.measures {
        members.add(measure.name, Self.rounded(measure.value(result)))
      }
      members.add("reliability") { append(result.calibration, to: &$0) }
      bytes.appendJSONObject(members)
      bytes.append(0x0A)
    }
    return bytes
  }

  private func append(_ calibration: Calibration, to json: inout [UInt8]) {
    json.append(UInt8(ascii: "["))
    for (place, bin) in calibration.bins.enumerated() {
      if place > 0 { json.append(UInt8(ascii: ",")) }
      var members = JSONMembers()
      members.add("from", Double(place) / Double(Calibration.binCount))
      members.add("to", Double(place + 1) / Double(Calibration.binCount))
      members.add("pairs", bin.count)
      members.add("mean_score", Self.rounded(bin.meanScore))
      members.add("positive_share", Self.rounded(bin.positiveShare))
      json.appendJSONObject(members)
    }
    json.append(UInt8(ascii: "]"))
  }

  private func table(_ dialect: CSVDialect) -> [UInt8] {
    let titles =
      ["category", "pairs", "positives", "threshold"] + EvaluateGroups.measures.map(\.name)
    let lines =
      [titles]
      + rows.map { name, result in
        [name ?? "", "\(result.count)", "\(result.positives)", "\(groups.threshold)"]
          + EvaluateGroups.measures.map { measure in
            measure.value(result).map { "\(Self.rounded($0))" } ?? ""
          }
      }
    var bytes: [UInt8] = []
    for line in lines {
      for (column, field) in line.enumerated() {
        if column > 0 { bytes.append(dialect.delimiter) }
        bytes.appendCSVField(field.utf8Span.span, dialect: dialect)
      }
      bytes.append(0x0A)
    }
    return bytes
  }

  /// Six places; a measure that is not told becomes `null`.
  private static func rounded(_ value: Double?) -> Double {
    value.map { ($0 * 1e6).rounded() / 1e6 } ?? .nan
  }
}
