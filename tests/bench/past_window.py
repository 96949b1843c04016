"""What it costs to look back on a long past: from the click on History to its frame, scrolling.

Run with a folder for the person's files and the number of sessions to write into it first; the
last line it prints is JSON, all figures in milliseconds. `busy` ones are what this process's main
thread worked for it, which other programs do not lengthen.
"""

import json
import statistics
import sys
import time
from pathlib import Path

import msgspec
from long_past import write_long_past
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from windows import window_for

from hiptimer.app.home import Home
from hiptimer.app.running import make_app
from hiptimer.app.window import Window
from hiptimer.paths import paths_under

QUIET_MS = 1500
WHEELS = 240
A_FRAME_MS = 16
ALL = 3


class Frames(QObject):
    """Counts how often a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            # After it: the event is still on its way to the widget.
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.count += 1


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Stopwatch:
    """Time by the clock, and what this thread has worked, in milliseconds."""

    def __init__(self) -> None:
        self._began, self._worked = time.perf_counter(), time.thread_time()

    def read(self) -> tuple[float, float]:
        now, worked = time.perf_counter(), time.thread_time()
        return (now - self._began) * 1e3, (worked - self._worked) * 1e3


def sessions_list(window: Window) -> QListView:
    return window.main.findChildren(QListView, "sessions list")[0]


def click_to_frame(window: Window) -> tuple[float, float]:
    """From the press on the rail until the page with its list has been painted."""
    frames = Frames()
    watch = Stopwatch()
    QTest.mouseClick(window.main.rail_buttons["history"], Qt.MouseButton.LeftButton)
    sessions_list(window).viewport().installEventFilter(frames)
    while not frames.count:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    took = watch.read()
    sessions_list(window).viewport().removeEventFilter(frames)
    return took


def scrolled_frames(window: Window) -> list[tuple[float, float]]:
    """What each step of the wheel takes until it is painted, all the way down the list."""
    view, bar = sessions_list(window).viewport(), sessions_list(window).verticalScrollBar()
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
        watch = Stopwatch()
        QApplication.sendEvent(view, wheel)
        view.repaint()
        took.append(watch.read())
        wait(A_FRAME_MS)
    return took


def main() -> None:
    folder, sessions = Path(sys.argv[1]), int(sys.argv[2])
    app = make_app()
    home = Home(paths_under(folder))
    if not home.paths.history_file.exists():
        write_long_past(home, sessions)
    home.settings = msgspec.structs.replace(home.settings, theme="light")
    window = window_for(app, home)
    window.show()
    wait(QUIET_MS)
    opened, opened_busy = click_to_frame(window)
    wait(QUIET_MS)
    pages = window.pages._past_pages
    assert pages is not None
    pages.page.overview.ranges.choose(ALL)
    wait(QUIET_MS)
    took = scrolled_frames(window)
    told = {
        "opened": opened,
        "opened_busy": opened_busy,
        "longest": max(clock for clock, _ in took),
        "median": statistics.median(clock for clock, _ in took),
        "longest_busy": max(busy for _, busy in took),
    }
    print(json.dumps(told))
    pages.close()
    window.close()


main()
