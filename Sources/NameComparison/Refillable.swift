// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A list that is emptied and filled again for every pair of names: emptying it costs nothing, and
/// its memory stays.
struct Refillable<Element> {
  private var storage: [Element] = []
  private(set) var count = 0

  init() {}

  init(_ elements: [Element]) {
    storage = elements
    count = elements.count
  }

  /// What is in the list now.
  var elements: ArraySlice<Element> { storage[0..<count] }

  var isEmpty: Bool { count == 0 }

  var indices: Range<Int> { 0..<count }

  mutating func removeAll() { count = 0 }

  mutating func append(_ element: Element) {
    if count < storage.count { storage[count] = element } else { storage.append(element) }
    count += 1
  }

  /// Replaces all by one element many times.
  mutating func fill(_ element: Element, count: Int) {
    removeAll()
    for _ in 0..<count { append(element) }
  }

  subscript(index: Int) -> Element {
    get {
      precondition(index < count, "index beyond the end")
      return storage[index]
    }
    set {
      precondition(index < count, "index beyond the end")
      storage[index] = newValue
    }
  }

  mutating func sort(by areInIncreasingOrder: (Element, Element) -> Bool) {
    storage[0..<count].sort(by: areInIncreasingOrder)
  }
}
