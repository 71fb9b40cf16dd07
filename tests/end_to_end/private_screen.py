# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen, a session bus, an accessibility bus and a window manager for one test and nobody else.

PrivateScreen is a context manager. While it lasts, os.environ names its display and its buses, so
that pyatspi, which reads them when it is imported, must be imported inside. Settings and caches of
the programs go to a folder that is removed at the end. What the screen starts ends with the test,
also when the test itself is killed.
"""
import contextlib
import ctypes
import os
import select
import shutil
import signal
import subprocess
import tempfile
import time

SCREEN_SIZE = (1600, 1000)
START_SECONDS = 20
BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PR_SET_PDEATHSIG = 1


def missing_programs():
    """What of the machine is missing for a screen; empty where all is there."""
    missing = [name for name in ("Xvfb", "xdotool", "dbus-daemon", "openbox")
               if shutil.which(name) is None]
    if not any(os.path.exists(path) for path in BUS_LAUNCHERS):
        missing.append("at-spi-bus-launcher")
    try:
        import gi
        gi.require_version("Atspi", "2.0")
        import importlib.util
        if importlib.util.find_spec("pyatspi") is None:
            missing.append("pyatspi")
    except (ImportError, ValueError):
        missing.append("pyatspi")
    return missing


def _die_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class PrivateScreen:
    def __init__(self):
        self.folder = None
        self._processes = []
        self._saved_environment = None

    def __enter__(self):
        self._saved_environment = dict(os.environ)
        self.folder = tempfile.mkdtemp(prefix="dateline-screen-")
        try:
            self._set_up()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self._processes):
            self.end(process)
        os.environ.clear()
        os.environ.update(self._saved_environment)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _set_up(self):
        for name in ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE", "QT_STYLE_OVERRIDE",
                     "QT_QPA_PLATFORMTHEME", "SESSION_MANAGER", "XDG_CURRENT_DESKTOP"):
            os.environ.pop(name, None)
        for name, folder in (("HOME", "home"), ("XDG_RUNTIME_DIR", "runtime"),
                             ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"),
                             ("XDG_CACHE_HOME", "cache"), ("XDG_STATE_HOME", "state")):
            path = os.path.join(self.folder, folder)
            os.mkdir(path, mode=0o700)
            os.environ[name] = path
        os.environ.update({"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                           "QT_SCALE_FACTOR": "1", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"})
        width, height = SCREEN_SIZE
        # Without -noreset the server begins anew whenever its last client leaves, and throws out
        # whoever is just connecting: the window manager, when a question of xdotool ends.
        display = self._start_and_read(
            lambda fd: ["Xvfb", "-displayfd", str(fd), "-screen", "0", f"{width}x{height}x24",
                        "-dpi", "96", "-nolisten", "tcp", "-noreset"], "Xvfb")
        os.environ["DISPLAY"] = ":" + display
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self._start_and_read(
            lambda fd: ["dbus-daemon", "--session", "--nofork", f"--print-address={fd}"],
            "dbus-daemon")
        launcher = next(path for path in BUS_LAUNCHERS if os.path.exists(path))
        self.start([launcher, "--launch-immediately"], "at-spi-bus-launcher")
        self._wait_for_window_manager(self.start(["openbox"], "openbox"))

    def _start_and_read(self, command, name):
        """Starts what writes one line to a descriptor when it is ready; returns that line."""
        reading, writing = os.pipe()
        process = self.start(command(writing), name, pass_fds=[writing])
        os.close(writing)
        line = b""
        deadline = time.monotonic() + START_SECONDS
        while not line.endswith(b"\n"):
            ready, _, _ = select.select([reading], [], [], max(0, deadline - time.monotonic()))
            chunk = os.read(reading, 256) if ready else b""
            if not chunk:
                raise RuntimeError(f"{name} did not start, status {process.poll()}:\n"
                                   f"{self.output(process)}")
            line += chunk
        os.close(reading)
        return line.decode().strip()

    def _wait_for_window_manager(self, manager):
        deadline = time.monotonic() + START_SECONDS
        command = ["xdotool", "get_num_desktops"]
        while subprocess.run(command, capture_output=True, check=False).returncode != 0:
            if manager.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("the window manager did not start, status "
                                   f"{manager.poll()}:\n{self.output(manager)}")
            time.sleep(0.1)

    def start(self, command, name, pass_fds=()):
        """Starts a program on this screen; its output goes to a file that output() reads."""
        log = os.path.join(self.folder, f"{name}-{len(self._processes)}.log")
        with open(log, "wb") as out:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out,
                                       stderr=subprocess.STDOUT, pass_fds=pass_fds,
                                       start_new_session=True, preexec_fn=_die_with_parent)
        process.log = log
        self._processes.append(process)
        return process

    @staticmethod
    def output(process):
        with open(process.log, encoding="utf-8", errors="replace") as log:
            return log.read()

    @staticmethod
    def end(process):
        """Ends the program and what it started itself."""
        for wish in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, wish)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=5)
                return
