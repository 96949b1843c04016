"""On every page, in every room and in a workout: whoever goes by Tab sees where the focus is.

Each kind of widget is grabbed with the focus and without it, in each theme. What has changed must
stand out from what was there as much as a shape has to.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from walking import WAYS, Walk, recent_samples
from windows import window_for

from hiptimer.app.exchange import Exchange
from hiptimer.app.home import Home
from hiptimer.app.now import local_now
from hiptimer.app.window import Window
from hiptimer.paths import paths_under
from hiptimer.ui.main_window import USUAL

AROUND = 6
"""Pixels beside a widget in which its ring may lie."""
CONTRAST = 3.0
SHARE = 0.5
"""Of the widget's edge, as many pixels have to stand out."""

Shades = NDArray[np.float64]


class Focusing(Walk):
    """`faults` are lines for whoever mends them."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        super().__init__(window, qtbot)
        self.tried: set[tuple[object, ...]] = set()
        self.faults: list[str] = []

    def look(self, place: str, widget: QWidget | None = None) -> None:
        super().look(place, widget)
        root = widget or self.window.main
        # A dialog that was looked at before may have been the active window.
        root.activateWindow()
        self.qtbot.waitUntil(root.isActiveWindow)
        before = QApplication.focusWidget()
        for one in root.findChildren(QWidget):
            if not _takes_focus(one) or _is_page(one) or _kind(one) in self.tried:
                continue
            if _come_into_sight(one):
                self.tried.add(_kind(one))
                if fault := _fault(root, one):
                    self.faults.append(f"{place}: {one} {_name(one)!r} {fault}")
        if before is not None:
            before.setFocus()


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _is_page(widget: QWidget) -> bool:
    """It has the focus while nothing on it has, and needs no ring."""
    return widget.size() == widget.window().size()


def _kind(widget: QWidget) -> tuple[object, ...]:
    """Alike are those of a class that look alike and stand in something of a class."""
    is_checked = isinstance(widget, QAbstractButton) and widget.isChecked()
    look = getattr(widget, "_look", None)
    return type(widget), look, is_checked, type(widget.parentWidget())


def _come_into_sight(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
    return not widget.visibleRegion().isEmpty()


def _fault(root: QWidget, widget: QWidget) -> str:
    """What is wrong with how it shows the focus."""
    place = QRect(widget.mapTo(root, QPoint()), widget.size())
    place = place.adjusted(-AROUND, -AROUND, AROUND, AROUND).intersected(root.rect())
    widget.clearFocus()
    before = _shades(root, place)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    if not widget.hasFocus():
        return "does not take the focus"
    focused = _shades(root, place)
    widget.clearFocus()
    # What moves by itself says nothing of the focus.
    stays = before == _shades(root, place)
    found = int((stays & (_contrast(before, focused) >= CONTRAST)).sum())
    seen = widget.visibleRegion().boundingRect()
    needed = round(SHARE * (seen.width() + seen.height()))
    return f"shows the focus with {found} pixels, not {needed}" if found < needed else ""


def _shades(root: QWidget, place: QRect) -> Shades:
    """How bright each pixel is, from 0 to 1."""
    image = root.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8)
    rows = pixels.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width(), :3]
    parts = rows[:, :, ::-1] / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def _contrast(one: Shades, other: Shades) -> Shades:
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def _name(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or words


@pytest.fixture(params=["light", "dark", "contrast"])
def focusing(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[Focusing]:
    home = Home(paths_under(tmp_path / "data"))
    home.change_settings(theme=request.param)
    exchange = Exchange(home, local_now)
    exchange.apply_import(exchange.preview_import(recent_samples(tmp_path)))
    window = window_for(qapp, Home(home.paths))
    window.main.resize(USUAL)
    with qtbot.waitActive(window.main):
        window.show()
        window.main.activateWindow()
    qtbot.waitUntil(lambda: window.is_prepared)
    yield Focusing(window, qtbot)
    window.close()
    qtbot.waitUntil(lambda: not window.main.isVisible())


def test_whoever_goes_by_tab_sees_where_the_focus_is(focusing: Focusing) -> None:
    for go in WAYS:
        go(focusing)
    assert len(focusing.tried) > 50
    assert not focusing.faults, "\n".join([f"{len(focusing.faults)} faults:", *focusing.faults])
