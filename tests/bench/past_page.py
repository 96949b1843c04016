"""What it costs to look back on a long past: from the click on History to its frame, scrolling.

Run with a folder for the person's files and the number of sessions to write into it first; the
last line it prints is JSON, all figures in milliseconds.
"""

import json
import sys
import time
from pathlib import Path

import msgspec
from long_past import write_long_past
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hiptimer.app.home import Home
from hiptimer.app.window import Window, make_app
from hiptimer.paths import paths_under

QUIET_MS = 1500
WHEELS = 240
A_FRAME_MS = 16


class Frames(QObject):
    """Notes when a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.at: list[float] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.at.append(time.perf_counter())


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def click_to_frame(window: Window) -> float:
    """From the press on the rail until the page with its list has been painted."""
    frames = Frames()
    began = time.perf_counter()
    QTest.mouseClick(window.main.rail_buttons["history"], Qt.MouseButton.LeftButton)
    page = window.main.findChildren(QObject, "sessions list")[0]
    page.viewport().installEventFilter(frames)  # type: ignore[attr-defined]
    while not frames.at:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    page.viewport().removeEventFilter(frames)  # type: ignore[attr-defined]
    return (frames.at[0] - began) * 1e3


def longest_frames(window: Window) -> list[float]:
    """The time each step of the wheel takes until it is painted, over the whole list."""
    list_ = window.main.findChildren(QObject, "sessions list")[0]
    view, bar = list_.viewport(), list_.verticalScrollBar()  # type: ignore[attr-defined]
    took = []
    for step in range(WHEELS):
        if step % 8 == 7:
            # Now and then the bar is dragged far.
            bar.setValue(bar.maximum() * step // WHEELS)
        middle = QPointF(view.rect().center())
        wheel = QWheelEvent(
            middle, view.mapToGlobal(middle), QPoint(), QPoint(0, -360),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        began = time.perf_counter()
        QApplication.sendEvent(view, wheel)
        view.repaint()
        QApplication.processEvents()
        took.append((time.perf_counter() - began) * 1e3)
        wait(A_FRAME_MS)
    return took


def main() -> None:
    folder, sessions = Path(sys.argv[1]), int(sys.argv[2])
    app = make_app()
    home = Home(paths_under(folder))
    if not home.paths.history_file.exists():
        write_long_past(home, sessions)
    home.settings = msgspec.structs.replace(home.settings, theme="light")
    window = Window(app, home, 1.0)
    window.show()
    wait(QUIET_MS)
    opened = click_to_frame(window)
    wait(QUIET_MS)
    window._side_pages._looking_back._look.ranges.choose(3)  # type: ignore[union-attr]
    wait(QUIET_MS)
    took = sorted(longest_frames(window))
    told = {"opened": opened, "median": took[len(took) // 2], "longest": took[-1]}
    print(json.dumps(told))
    window.close()


main()
