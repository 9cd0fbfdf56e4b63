# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Starts a command and writes what it took: `launching.py REPORT COMMAND…`.

A small process between the measuring one and the command: the most memory that a process has held
counts that of the process it was forked from.
"""
import os
import sys
import time


def main():
    start = time.perf_counter()
    child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    with open(sys.argv[1], "w", encoding="utf-8") as report:
        print(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, file=report)
    sys.exit(min(abs(os.waitstatus_to_exitcode(status)), 255))


main()
