# SPDX-License-Identifier: GPL-3.0-or-later
"""The program under test, as a screen reader sees it and a hand works it.

Everything waits for what it needs, up to WAIT_SECONDS, and says on failure what it looked for and
what the whole tree looked like then. Import this inside a PrivateScreen only.
"""
import re
import subprocess
import time

import pyatspi
from gi.repository import Atspi, GLib

WAIT_SECONDS = 15
POLL_SECONDS = 0.1
# A table of a million rows shows its first ones; no widget here has so many children itself.
MOST_CHILDREN = 400


class NotFound(AssertionError):
    pass


def wait_until(question, what, seconds=WAIT_SECONDS):
    """Asks again until the answer is true; returns it. `what` may be a function making the text."""
    deadline = time.monotonic() + seconds
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise NotFound(what() if callable(what) else what)
        time.sleep(POLL_SECONDS)


def plain(text):
    """A name as it is read: without the mark of the shortcut letter and without a shortcut."""
    return (text or "").replace("&", "").split("\t")[0]


def name_of(node):
    try:
        node.clear_cache()
        return plain(node.name)
    except GLib.Error:
        return ""


def role_of(node):
    try:
        return node.getRoleName()
    except GLib.Error:
        return ""


def is_showing(node):
    try:
        return node.getState().contains(pyatspi.STATE_SHOWING)
    except GLib.Error:
        return False


def is_enabled(node):
    return node.getState().contains(pyatspi.STATE_ENABLED)


def box_of(node):
    """Left, top, width, height on the screen; None where the node has no place."""
    try:
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        return (box.x, box.y, box.width, box.height)
    except (NotImplementedError, GLib.Error):
        return None


def text_of(node):
    """What the widget holds, for fields and readers; else its name."""
    try:
        text = node.queryText()
        return text.getText(0, text.characterCount)
    except (NotImplementedError, GLib.Error):
        return name_of(node)


def children_of(node):
    try:
        node.clear_cache()
        count = min(node.childCount, MOST_CHILDREN)
    except GLib.Error:
        return
    for position in range(count):
        try:
            child = node.getChildAtIndex(position)
        except GLib.Error:
            continue
        if child is not None:
            yield child


def walk(node, depth=0):
    """All that is showing below the node, with its depth."""
    for child in children_of(node):
        if is_showing(child):
            yield depth, child
            yield from walk(child, depth + 1)


def matches(text, wanted):
    if isinstance(wanted, re.Pattern):
        return wanted.search(text) is not None
    return text == wanted


class AccessibleProgram:
    def __init__(self, screen, command, name="dateline"):
        self.screen = screen
        self.process = screen.start(command, name)
        self.root = wait_until(self._find_root, self._why_no_tree, seconds=30)

    def _find_root(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended, status {self.process.returncode}:\n"
                                 f"{self.screen.output(self.process)}")
        Atspi.get_desktop(0).clear_cache()
        for program in children_of(pyatspi.Registry.getDesktop(0)):
            try:
                if program.get_process_id() == self.process.pid and program.childCount > 0:
                    return program
            except GLib.Error:
                continue
        return None

    def _why_no_tree(self):
        return f"no accessible tree; the program said:\n{self.screen.output(self.process)}"

    # Looking

    def all(self, name=None, role=None, within=None):
        """What is showing now, with this name (text, or a compiled pattern) and this role."""
        found = []
        for _, node in walk(within or self.root):
            if role is not None and role_of(node) != role:
                continue
            if name is not None and not matches(name_of(node), name):
                continue
            found.append(node)
        return found

    def find(self, name=None, role=None, within=None, seconds=WAIT_SECONDS):
        """The first such node, waited for."""
        found = wait_until(lambda: self.all(name, role, within),
                           lambda: self.failure(f"nothing shows with name {wanted(name)}"
                                                + (f" and role {role!r}" if role else "")),
                           seconds)
        return found[0]

    def find_text(self, pattern, within=None, seconds=WAIT_SECONDS):
        """The first node whose name or text the pattern is found in."""
        pattern = re.compile(pattern) if isinstance(pattern, str) else pattern

        def look():
            for _, node in walk(within or self.root):
                if pattern.search(name_of(node)) or pattern.search(text_of(node)):
                    return node
            return None
        return wait_until(look, lambda: self.failure(f"no text matches {pattern.pattern!r}"),
                          seconds)

    def wait_for_gone(self, name, role=None, seconds=WAIT_SECONDS):
        wait_until(lambda: not self.all(name, role),
                   lambda: self.failure(f"{wanted(name)} still shows"), seconds)

    def failure(self, what):
        return f"{what}\n{self.tree()}\nThe program said:\n{self.screen.output(self.process)}"

    def tree(self):
        """The whole accessible tree as text, for failure messages."""
        lines = ["The accessible tree:"]
        for depth, node in walk(self.root):
            line = f"{'  ' * depth}{role_of(node)} {name_of(node)!r}"
            content = text_of(node)
            if content and content != name_of(node):
                line += f" = {content[:80]!r}"
            lines.append(f"{line} {box_of(node) or ''}")
        return "\n".join(lines)

    # Doing

    def act(self, node, action="Press"):
        """The node's own accessible action, without the mouse."""
        actions = node.queryAction()
        names = [actions.getName(position) for position in range(actions.nActions)]
        if action not in names:
            raise NotFound(self.failure(f"{name_of(node)!r} has no action {action!r}, only {names}"))
        actions.doAction(names.index(action))

    def click(self, node, button=1):
        """A real mouse click in the middle of the node's box."""
        box = box_of(node)
        if not box or box[2] <= 0 or box[3] <= 0:
            raise NotFound(self.failure(f"{name_of(node)!r} has no place on the screen: {box}"))
        self.click_at(box[0] + box[2] // 2, box[1] + box[3] // 2, button)

    @staticmethod
    def click_at(x, y, button=1):
        # Two moves, because a widget learns of the pointer by a movement inside it.
        pointer("mousemove", x - 1, y, "mousemove", x, y, "click", button)

    def focus(self, node):
        self.click(node)
        wait_until(lambda: has_focus(node),
                   lambda: self.failure(f"{name_of(node)!r} does not take the focus"))

    def replace_text(self, field, text, accept="Return"):
        """Types over what a field holds, as a person would: into it, all of it, and Enter."""
        self.focus(field)
        pointer("key", "ctrl+a")
        if text:
            pointer("type", "--delay", 15, text)
        else:
            pointer("key", "Delete")
        wait_until(lambda: text_of(field) == text,
                   lambda: self.failure(f"{name_of(field)!r} holds {text_of(field)!r} after "
                                        f"{text!r} was typed"))
        if accept:
            pointer("key", accept)

    def key(self, *names):
        pointer("key", *names)

    def menu(self, *path):
        """Opens a menu with the mouse and picks an entry: menu("File", "Export picture…")."""
        for position, entry in enumerate(path):
            roles = ("menu item", "menu", "check menu item", "radio menu item")
            pattern = re.compile("^" + re.escape(entry.rstrip("…")) + "(…|\\.\\.\\.)?$")

            def look():
                found = [node for node in self.all(pattern)
                         if role_of(node) in roles and (box_of(node) or (0, 0, 0, 0))[2] > 0]
                return found and (found[-1] if position else found[0])
            node = wait_until(look, lambda: self.failure(f"no menu entry {entry!r}"))
            self.click(node)

    # Ending

    def is_running(self):
        return self.process.poll() is None

    def end(self):
        self.screen.end(self.process)


def wanted(name):
    return repr(name.pattern) if isinstance(name, re.Pattern) else repr(name)


def has_focus(node):
    node.clear_cache()
    return node.getState().contains(pyatspi.STATE_FOCUSED)


def pointer(*words):
    """xdotool, which moves the pointer and presses keys as a hand would."""
    subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL)
