// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import ArgumentParser
public import Namesake
package import RecordFormats

// Values of the library that are written as words on the command line: their raw values.
extension Profile: ExpressibleByArgument {}
extension OffsetUnit: ExpressibleByArgument {}
extension NameKind: ExpressibleByArgument {}
extension RecordFormat: ExpressibleByArgument {}
