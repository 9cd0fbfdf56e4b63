// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeTables

/// What each feature of two names adds to the log-odds that they are the same.
///
/// A text of lines `weight<TAB>feature`, with comments behind `#`: `namesake train comparison`
/// writes it. Its features are those of this version of the library; a model for others is refused.
public struct ComparisonModel: Sendable {
  /// Weights in nats, by place in the feature space.
  let weights: [Double]
  /// What tells this model from others: the text of the line `# id`.
  public let identifier: String

  /// Why a model cannot be used.
  public struct Fault: Error, Sendable, Equatable {
    /// What is wrong, and where.
    public let message: String
  }

  /// Creates a model from weights in the order of the feature space.
  init(weights: [Double], identifier: String) {
    self.weights = weights
    self.identifier = identifier
  }

  /// Reads a model.
  ///
  /// - Parameter text: The lines of a model file.
  /// - Throws: `Fault` when a line cannot be read, or a feature is unknown or left out.
  public init(text: String) throws(Fault) {
    let names = FeatureSpace.standard.names
    var places: [Substring: Int] = [:]
    for (place, name) in names.enumerated() { places[name[...]] = place }
    var weights = [Double?](repeating: nil, count: names.count)
    var identifier = ""
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("# id ") { identifier = String(line.dropFirst(5)) }
      if line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let weight = Double(fields[0]) else {
        throw Fault(message: "line \(number + 1) is not a weight, a tab and a feature")
      }
      guard let place = places[fields[1]] else {
        throw Fault(message: "line \(number + 1): this version has no feature \(fields[1])")
      }
      weights[place] = weight
    }
    if let missing = weights.firstIndex(of: nil) {
      throw Fault(message: "the feature \(names[missing]) has no weight")
    }
    self.weights = weights.compactMap(\.self)
    self.identifier = identifier
  }

  /// The model as a file's text.
  ///
  /// - Parameter card: Lines of comment that say what the model was made of.
  public func text(card: [String]) -> String {
    var text = "# id \(identifier)\n"
    for line in card { text += "# \(line)\n" }
    for (weight, name) in zip(weights, FeatureSpace.standard.names) {
      text += "\((weight * 1e4).rounded() / 1e4)\t\(name)\n"
    }
    return text
  }

  /// The model that ships with the library.
  public static let standard: ComparisonModel = {
    let table = unsafe nsk_table_comparison()
    let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.count)
    do throws(Fault) {
      return try ComparisonModel(text: unsafe String(decoding: bytes, as: UTF8.self))
    } catch {
      preconditionFailure("the embedded comparison model is damaged: \(error.message)")
    }
  }()
}
