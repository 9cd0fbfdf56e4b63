# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Our side: a server that does one request after the other on one thread."""
import subprocess

import machine


class Engine:
    def __init__(self):
        self.output = machine.WORK / "answer"
        self.process = subprocess.Popen(
            [machine.SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, *request):
        """Seconds of processor time: of the whole and of the main part."""
        self.process.stdin.write("\t".join(map(str, [*request, self.output])) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        try:
            whole, main = map(float, answer.split())
        except ValueError:
            raise RuntimeError(answer.strip() or "the server ended") from None
        return whole, main

    def answer(self):
        return self.output.read_text(encoding="utf-8")

    def numbers(self):
        return [float(line) for line in self.answer().split()]

    def close(self):
        self.process.stdin.close()
        self.process.wait()
