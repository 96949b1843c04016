"""The program's window, workout after workout: `soak_window.py SECONDS ARGUMENTS…`.

Enter goes on wherever the window waits for a person. After each workout, back on Today, a line of
JSON tells what is held by then; after SECONDS of going on, and some workouts at least, the window
is closed.
"""

import gc
import json
import os
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hiptimer.app import collecting, window
from hiptimer.cli.program import main

LOOK_MS = 100
# What ends with a workout takes a while: threads end, widgets go, what waits is saved. By then
# nothing must be left alone any more by the collection of garbage, or it could not be counted.
SETTLED_MS = collecting.LOOK_MS + 500
LEAST_WORKOUTS = 6


class Soak(QObject):
    """Presses Enter, and counts."""

    def __init__(self, opened: window.Window, seconds: float) -> None:
        super().__init__()
        self._window = opened
        self._workouts = 0
        self._until = time.monotonic() + seconds
        self._looking = self._timer(LOOK_MS, self._look)
        self._settling = self._timer(SETTLED_MS, self._tell)
        opened.backstage.left.connect(self._settle)
        self._looking.start()

    def _timer(self, interval_ms: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(then)
        return timer

    def _look(self) -> None:
        if not self._window.is_leading():
            QTest.keyClick(QApplication.focusWidget() or self._window.main, Qt.Key.Key_Return)

    def _settle(self) -> None:
        self._looking.stop()
        self._settling.start()

    def _tell(self) -> None:
        if self._window.is_leading() or gc.get_freeze_count():
            print("not settled after a workout", file=sys.stderr)
            os._exit(1)
        self._settling.stop()
        self._until += SETTLED_MS / 1000
        gc.collect()
        print(json.dumps(held(self._window)), flush=True)
        self._workouts += 1
        if time.monotonic() > self._until and self._workouts >= LEAST_WORKOUTS:
            self._window.close()
        else:
            self._looking.start()


def held(opened: window.Window) -> dict[str, float]:
    """What grows where something is left over."""
    status = Path("/proc/self/status").read_text()
    rss_kib = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:"))
    return {
        "MB": int(rss_kib) * 1024 / 1e6,
        "files": len([*Path("/proc/self/fd").iterdir()]),
        "threads": threading.active_count(),
        "widgets": len(QApplication.allWidgets()),
        "timers": sum(isinstance(held, QTimer) for held in gc.get_objects()),
        "objects of Qt": len(opened.main.findChildren(QObject)),
    }


soaks = []
show = window.Window.show


def show_soaked(opened: window.Window, page: str = "today") -> None:
    soaks.append(Soak(opened, float(sys.argv[1])))
    show(opened, page)


window.Window.show = show_soaked
main(sys.argv[2:])
