// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Glibc

/// Does small fixed pieces of work, so that what they take can be counted rather than timed.
///
///     WorkCounts --list          names of the works
///     WorkCounts WORK…           does these works, all without names
///
/// Each work runs once to bring tables and caches to life, and once more to be counted; its answer is
/// checked. Prints a line for each: its name and how often memory was asked for, which only
/// `Gate/allocations.c` can tell. Under callgrind `--toggle-collect=counted_work` counts the
/// instructions of the second run alone. `.ci/gate` compares both with what they were.
@main
enum WorkCounts {
  static func main() {
    let works = CountedWork.all
    let wanted = CommandLine.arguments.dropFirst()
    if wanted.first == "--list" {
      for work in works { print(work.name) }
      return
    }
    for name in wanted where !works.contains(where: { $0.name == name }) {
      print("WorkCounts: there is no work \(name); --list shows them")
      exit(2)
    }
    for work in works where wanted.isEmpty || wanted.contains(work.name) {
      let run = work.prepare()
      run()
      let before = Allocations.count
      unsafe CountedRegion.body = run
      countedWork()
      let asked = Allocations.count.flatMap { after in before.map { after - $0 } }
      print("\(work.name)\t\(asked.map { "\($0)" } ?? "-")")
    }
  }
}

/// What `counted_work` does.
enum CountedRegion {
  // Set before the call, on the only thread there is then.
  nonisolated(unsafe) static var body: () -> Void = {}
}

/// The region that callgrind counts, under a name that it can be told.
@c(counted_work)
@inline(never)
public func countedWork() { unsafe CountedRegion.body() }

/// How often memory was asked for, nil without `Gate/allocations.c`.
enum Allocations {
  private typealias Counter = @convention(c) () -> Int

  private static let counter: Counter? = unsafe dlsym(nil, "allocation_count").map {
    // The library that is loaded before all others declares it so.
    unsafe unsafeBitCast($0, to: Counter.self)
  }

  static var count: Int? { counter?() }
}
