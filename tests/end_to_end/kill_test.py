#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at any moment loses nothing that was committed, and leaves nothing half done.

kill_test.py BINARY. The moments are random; DATELINE_KILL_SEED repeats those that a failure names.
Needs no display.
"""
import csv
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

BINARY = ""
SEED = int(os.environ.get("DATELINE_KILL_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)
ROUNDS = 10
# Large enough that an import takes longer than the start of the program.
ROWS = 1500


class KilledWriter(unittest.TestCase):
    def setUp(self):
        self.random = random.Random(SEED)
        self.folder = tempfile.mkdtemp(prefix="dateline-kill-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8",
                            "HOME": self.folder, "XDG_RUNTIME_DIR": self.folder,
                            "XDG_CONFIG_HOME": self.folder, "XDG_DATA_HOME": self.folder}
        self.file = os.path.join(self.folder, "case.dateline")
        self.run_to_end("new", self.file)

    def start(self, *words):
        return subprocess.Popen([BINARY, *words], env=self.environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def run_to_end(self, *words):
        done = subprocess.run([BINARY, *words], env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=100, check=False)
        self.assertEqual(done.returncode, 0, f"seed {SEED}: dateline {' '.join(words)}\n"
                                             f"{done.stdout}{done.stderr}")
        return done.stdout

    def events_in_file(self):
        return json.loads(self.run_to_end("info", self.file, "--json"))["events"]

    def batch(self, number):
        """A folder of our own tables with ROWS events that no other batch has, of a kind that needs
        nobody to take part: dateline check has nothing to say of them."""
        folder = os.path.join(self.folder, f"batch-{number}")
        os.mkdir(folder)
        with open(os.path.join(folder, "events.csv"), "w", encoding="utf-8", newline="") as out:
            table = csv.writer(out, lineterminator="\r\n")
            table.writerow("id,title,kind,when,status,place,notes,tags".split(","))
            for row in range(ROWS):
                table.writerow([f"e{number}-{row}", f"Event {row} of batch {number}", "launch",
                                f"2024-{row % 12 + 1:02}", "confirmed", "", "", ""])
        return folder

    def kill_after(self, process, seconds):
        """Kills it then; true if it had not ended by itself before."""
        try:
            process.wait(timeout=seconds)
            return False
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return True

    def test_an_import_is_whole_or_absent_and_those_before_it_stay(self):
        begin = time.monotonic()
        self.run_to_end("import", self.file, self.batch(0))
        whole = time.monotonic() - begin
        self.assertEqual(self.events_in_file(), ROWS)
        kept = 1

        killed = 0
        for number in range(1, ROUNDS + 1):
            writer = self.start("import", self.file, self.batch(number))
            killed += self.kill_after(writer, self.random.uniform(0, 1.1 * whole))
            self.run_to_end("check", self.file)
            events = self.events_in_file()
            self.assertIn(events, (kept * ROWS, (kept + 1) * ROWS), f"seed {SEED}, round {number}")
            if writer.returncode == 0:
                self.assertEqual(events, (kept + 1) * ROWS, f"seed {SEED}, round {number}: lost")
            kept = events // ROWS
        self.assertGreater(killed, 0, f"seed {SEED}: no import was killed, nothing was tested")

        self.run_to_end("import", self.file, self.batch(ROUNDS + 1))
        self.assertEqual(self.events_in_file(), (kept + 1) * ROWS)

    def test_a_killed_window_leaves_the_file_whole_and_free_to_write(self):
        for number in range(1, 5):
            window = self.start(self.file)
            self.kill_after(window, self.random.uniform(0.2, 1.5))
            self.assertEqual(window.returncode, -signal.SIGKILL,
                             f"seed {SEED}, round {number}: the window had ended by itself")
            self.run_to_end("check", self.file)
            self.run_to_end("import", self.file, self.batch(number))
            self.assertEqual(self.events_in_file(), number * ROWS, f"seed {SEED}")


if __name__ == "__main__":
    BINARY = os.path.abspath(sys.argv.pop(1))
    print("seed", SEED)
    unittest.main(verbosity=2)
