// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

// Entities of the names of standard input, one a line, through the Swift library: the id, a tab and
// the best name for each.

import Namesake

var names: [String] = []
while let line = readLine() { names.append(line) }
for found in deduplicate(names) { print("\(found.entity)\t\(found.canonical)") }
