// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeTables

/// What the features of two names say about their being the same.
///
/// A text that `namesake train comparison` writes: comments behind `#`, a line `bias` and a line
/// `output` with the sixteen numbers of the hidden units, and for each feature its name, its linear
/// weight and its sixteen weights, all with tabs between. Its features are those of this version of
/// the library; a model for others is refused.
public struct ComparisonModel: Sendable {
  /// The weights, by place in the feature space.
  let network: FeatureNetwork
  /// What tells this model from others: the text of the line `# id`.
  public let identifier: String

  /// Why a model cannot be used.
  public struct Fault: Error, Sendable, Equatable {
    /// What is wrong, and where.
    public let message: String
  }

  /// Creates a model from a network over the feature space.
  package init(network: FeatureNetwork, identifier: String) {
    self.network = network
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
    var rows = [[Float]?](repeating: nil, count: names.count)
    var bias: [Float] = []
    var output: [Float] = []
    var identifier = ""
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("# id ") { identifier = String(line.dropFirst(5)) }
      if line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t")
      let values = fields.dropFirst().compactMap { Float($0) }
      let units = FeatureNetwork.Units.scalarCount
      guard values.count == fields.count - 1 else {
        throw Fault(message: "line \(number + 1) holds something that is no number")
      }
      switch fields[0] {
      case "bias" where values.count == units: bias = values
      case "output" where values.count == units: output = values
      default:
        guard let place = places[fields[0]], values.count == units + 1 else {
          throw Fault(message: "line \(number + 1): this version has no feature \(fields[0])")
        }
        rows[place] = values
      }
    }
    if let missing = rows.firstIndex(of: nil) {
      throw Fault(message: "the feature \(names[missing]) has no weights")
    }
    guard !bias.isEmpty, !output.isEmpty else {
      throw Fault(message: "the lines bias and output are missing")
    }
    let complete = rows.compactMap(\.self)
    network = FeatureNetwork(
      linear: complete.map { $0[0] }, hidden: complete.map { Self.units($0.dropFirst()) },
      bias: Self.units(bias[...]), output: Self.units(output[...]))
    self.identifier = identifier
  }

  private static func units(_ values: ArraySlice<Float>) -> FeatureNetwork.Units {
    FeatureNetwork.Units(values)
  }

  /// The model as a file's text.
  ///
  /// - Parameter card: Lines of comment that say what the model was made of.
  /// - Returns: Lines that `init(text:)` reads.
  public func text(card: [String]) -> String {
    var text = "# id \(identifier)\n"
    for line in card { text += "# \(line)\n" }
    text += "bias" + Self.columns(network.bias) + "\noutput" + Self.columns(network.output) + "\n"
    for (place, name) in FeatureSpace.standard.names.enumerated() {
      text += name + "\t" + Self.rounded(network.linear[place])
      text += Self.columns(network.hidden[place]) + "\n"
    }
    return text
  }

  private static func columns(_ units: FeatureNetwork.Units) -> String {
    units.indices.map { "\t" + rounded(units[$0]) }.joined()
  }

  /// Four places are more than the data can tell.
  private static func rounded(_ value: Float) -> String {
    "\((Double(value) * 1e4).rounded() / 1e4)"
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
