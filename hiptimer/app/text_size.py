"""How large everything on the screen is drawn, so that words can be read.

Qt draws all of the window larger by one factor, pictures and gaps too, and so nothing is cut off
that is not cut off without it. What the desktop asks for by its dots per inch Qt follows by
itself; a larger font of the desktop, or the person's own choice, comes on top of it here.
"""

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from hiptimer.ui.main_window import SMALLEST

FACTOR = "QT_SCALE_FACTOR"
NOTICED = 0.05
USUAL_POINTS = {"win32": 9.0, "darwin": 13.0}
"""The size of the system's font where nobody has changed it; elsewhere `USUAL_ELSEWHERE`."""
USUAL_ELSEWHERE = 11.0


def wanted_factor(percent: int, points: float, platform: str, room: QSize) -> float:
    """How many times as large as usual; `percent` 0 asks for what fits the system's font.

    `points` is the size of that font and `room` that of the screen: the smallest window must
    have a place on it.
    """
    asked = percent / 100 if percent else points / USUAL_POINTS.get(platform, USUAL_ELSEWHERE)
    largest = min(room.width() / SMALLEST.width(), room.height() / SMALLEST.height())
    return max(1.0, min(asked, largest))


def make_sized(make_app: Callable[[], QApplication], percent: int) -> QApplication:
    """An application that draws in the size wanted. There must be none when this is called."""
    app = make_app()
    room = app.primaryScreen().availableSize()
    factor = wanted_factor(percent, app.font().pointSizeF(), sys.platform, room)
    if factor < 1 + NOTICED:
        return app
    # Qt asks for the factor once, when the application is made.
    app.shutdown()  # type: ignore[no-untyped-call, unused-ignore]
    before = os.environ.get(FACTOR)
    os.environ[FACTOR] = f"{factor * float(before or 1):.3f}"
    try:
        return make_app()
    finally:
        # What is opened from here, such as a file manager, has a size of its own.
        if before is None:
            del os.environ[FACTOR]
        else:
            os.environ[FACTOR] = before
