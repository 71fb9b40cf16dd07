#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window, worked as a person would work it: by the accessibility bus, the mouse and the keyboard.

window_test.py BINARY. Exits with 77 where the machine has no Xvfb, pyatspi or the like. The tests
are steps of one sitting at one open window, each leaving it as it was found.
"""
import os
import re
import subprocess
import sys
import unittest

import private_screen

SKIPPED = 77
BINARY = ""
TREATY = re.compile("^Mutual defence treaty signed, June 2024")
COUNT = re.compile(r"(\d+) of 17 events")


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


class WindowOfTheSample(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.screen = private_screen.PrivateScreen()
        cls.screen.__enter__()
        cls.addClassCleanup(cls.screen.__exit__, None, None, None)
        from accessible_program import AccessibleProgram
        cls.file = os.path.join(cls.screen.folder, "sitting.dateline")
        run(BINARY, "new", cls.file, "--sample")
        cls.window = AccessibleProgram(cls.screen, [BINARY, cls.file])
        cls.addClassCleanup(cls.window.end)

    def setUp(self):
        self.assertTrue(self.window.is_running(),
                        "the program has ended:\n" + self.screen.output(self.window.process))

    def pane(self, name):
        return self.window.find(name, role="frame")

    def timeline(self):
        return self.window.find("Timeline canvas")

    def treaty_mark(self):
        return self.window.find(TREATY, within=self.timeline())

    def title_field(self):
        return self.window.find("Title", within=self.pane("Details"))

    def shown_events(self):
        """What the window says of how many events it shows."""
        node = self.window.find_text(COUNT)
        from accessible_program import name_of, text_of
        return int(COUNT.search(name_of(node) + " " + text_of(node)).group(1))

    def select_treaty(self):
        self.window.act(self.treaty_mark())
        self.wait_for_title("Mutual defence treaty signed")

    def wait_for_title(self, title):
        from accessible_program import text_of, wait_until
        wait_until(lambda: text_of(self.title_field()) == title,
                   lambda: self.window.failure(f"Details does not show {title!r}"))

    def test_1_the_sample_is_open_and_whole(self):
        self.assertEqual(self.shown_events(), 17)
        for name in ("Timeline", "Graph", "Details", "Source", "Lists"):
            self.pane(name)
        self.window.find("Graph canvas")
        self.window.find(TREATY, within=self.timeline())

    def test_2_selecting_the_treaty_shows_its_claims_and_its_sentence(self):
        self.select_treaty()
        details = self.pane("Details")
        self.window.find_text("June 2024", within=details)
        self.window.find_text("Interfax", within=details)
        claims = [node for node in self.window.all(within=details)
                  if "Express & Star" in node.name or "Express & Star" in (node.description or "")]
        self.assertGreaterEqual(len(claims), 2, self.window.failure("two claims were expected"))
        self.window.find_text("sign the defence treaty with him", within=self.pane("Source"))

    def test_3_a_mouse_click_on_the_mark_selects_it_too(self):
        self.window.key("Escape")
        self.window.click(self.treaty_mark())
        self.wait_for_title("Mutual defence treaty signed")

    def test_4_the_filter_to_a_year_is_said_and_acted_on(self):
        when = self.window.find("When", role="text")
        self.window.replace_text(when, "2024")
        self.window.find_text(r"[Ff]ilter.*2024")
        self.assertEqual(self.shown_events(), 5)
        self.window.find(TREATY, within=self.timeline())
        self.window.wait_for_gone(re.compile("^Missile tests"))

        self.window.replace_text(when, "")
        self.window.find_text(r"17 of 17 events")

    def test_5_an_edit_is_kept_at_once_and_undone(self):
        self.select_treaty()
        self.window.replace_text(self.title_field(), "Treaty of mutual defence signed")
        self.window.find(re.compile("^Treaty of mutual defence signed"), within=self.timeline())
        self.assertIn("Treaty of mutual defence signed", self.events_in_file())

        self.window.key("Escape")
        self.window.key("ctrl+z")
        self.window.find(TREATY, within=self.timeline())
        self.assertNotIn("Treaty of mutual defence signed", self.events_in_file())

    def events_in_file(self):
        table = os.path.join(self.screen.folder, "events.csv")
        run(BINARY, "export", self.file, table, "--what", "events")
        with open(table, encoding="utf-8") as rows:
            return rows.read()

    def test_6_an_exported_pdf_holds_the_words_as_text(self):
        picture = os.path.join(self.screen.folder, "picture.pdf")
        # The canvas that was used last is what Export offers; the graph has the Korean names.
        self.window.click(self.window.find("Graph canvas"))
        self.window.menu("File", "Export picture…")
        dialog = self.window.find(re.compile("^Export"), role="dialog")
        self.window.replace_text(self.window.find("File", role="text", within=dialog), picture, accept=None)
        self.window.click(self.window.find("Export", role="push button", within=dialog))
        self.window.wait_for_gone(re.compile("^Export"), role="dialog")
        words = run("pdftotext", "-layout", picture, "-")
        self.assertIn("Pyongyang", words)
        self.assertRegex(words, "[\uac00-\ud7a3]{2,}")


if __name__ == "__main__":
    BINARY = os.path.abspath(sys.argv.pop(1))
    lacking = private_screen.missing_programs()
    if lacking:
        print("skipped, not on this machine:", ", ".join(lacking))
        sys.exit(SKIPPED)
    unittest.main(verbosity=2)
