// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// Decides what each thread names: all its mentions vote.
enum KindVote {
  static func kinds(of candidates: [Candidate], threads: [Int]) -> [NameKind] {
    var votes = [Candidate.Votes](repeating: .init(), count: (threads.max() ?? -1) + 1)
    for (candidate, thread) in zip(candidates, threads) { votes[thread] += candidate.votes }
    return threads.map { votes[$0].kind ?? .person }
  }
}
