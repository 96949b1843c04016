"""Report the first painted frames of a window: when, and how much memory it took by then.

What it needs to write that down is imported afterwards, or the smaller window would seem slower.
"""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

HEAVY = ("pygame", "numpy", "pyqtgraph", "tomlkit", "icalendar")


class FirstFrame(QObject):
    """Prints one line of JSON after the first paint of `widget`, and ends the program if it is the
    `last` one to be waited for.
    """

    def __init__(self, widget: QWidget, name: str = "", *, last: bool = True) -> None:
        super().__init__()
        self._name = name
        self._last = last
        self._is_painted = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            # Once control returns to the loop, the frame is on its way to the screen.
            QTimer.singleShot(0, self._report)
        return False

    def _report(self) -> None:
        at = time.monotonic()
        import json

        loaded = [name for name in HEAVY if name in sys.modules]
        frame = {"of": self._name, "at": at, "rss_kib": _rss_kib(), "loaded": loaded}
        print(json.dumps(frame))
        sys.stdout.flush()
        if self._last:
            QApplication.exit(0)


def _rss_kib() -> int:
    from pathlib import Path

    status = Path("/proc/self/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1])
