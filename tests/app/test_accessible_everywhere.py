"""On every page, in every room and in a workout: what a screen reader finds there, and that Tab
comes to all that can be used.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from walking import WAYS, Walk, recent_samples
from windows import window_for

from hiptimer.app.exchange import Exchange
from hiptimer.app.home import Home
from hiptimer.app.now import local_now
from hiptimer.app.window import Window
from hiptimer.paths import paths_under
from hiptimer.ui.accessible import install_roles

ROLE, TEXT = QAccessible.Role, QAccessible.Text
# What says nothing about what something is.
MEANINGLESS = (ROLE.NoRole, ROLE.Client, ROLE.Whitespace)
USABLE = (ROLE.Button, ROLE.CheckBox, ROLE.RadioButton, ROLE.Slider, ROLE.ComboBox)


class Reading(Walk):
    """`faults` are lines for whoever mends them."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        super().__init__(window, qtbot)
        self.faults: Counter[str] = Counter()

    def look(self, place: str, widget: QWidget | None = None) -> None:
        super().look(place)
        root = widget or self.window.main
        told = QAccessible.queryAccessibleInterface(root)
        for fault in (*_unnamed(told), *_alike(told), *_frozen(root), *_not_reached(root)):
            self.faults[f"{place}: {fault}"] += 1


def _shown(told: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """The ones in it that are showing, itself first."""
    yield told
    for child in _children(told):
        yield from _shown(child)


def _children(told: QAccessibleInterface) -> list[QAccessibleInterface]:
    found = (told.child(number) for number in range(told.childCount()))
    return [c for c in found if c is not None and c.isValid() and not c.state().invisible]


def _is_usable(told: QAccessibleInterface) -> bool:
    return bool(told.state().focusable) or told.role() in USABLE


def _unnamed(told: QAccessibleInterface) -> Iterator[str]:
    for item in _shown(told):
        name, role = item.text(TEXT.Name), item.role()
        if _is_usable(item) and (not name or role in MEANINGLESS):
            yield f"{role.name} {name!r} of {item.object()} can be used and says not what it is"


def _alike(told: QAccessibleInterface) -> Iterator[str]:
    """What cannot be told from what stands beside it."""
    for item in _shown(told):
        beside = Counter(
            (c.role().name, c.text(TEXT.Name)) for c in _children(item) if _is_usable(c)
        )
        for (role, name), count in beside.items():
            if count > 1:
                yield f"{role} {name!r} is there {count} times in {item.object()}"


def _frozen(root: QWidget) -> Iterator[str]:
    """A label with a name of its own never tells what it shows later."""
    for label in root.findChildren(QLabel):
        if label.accessibleName() and type(label).accessibleName is QLabel.accessibleName:
            yield f"{label} is named {label.accessibleName()!r} for good"


def _not_reached(root: QWidget) -> Iterator[str]:
    """What neither Tab nor, in a group of which one is chosen, an arrow comes to."""
    focus = QApplication.focusWidget()
    if focus is None or focus.window() is not root.window():
        root.activateWindow()
        root.setFocus()
        QApplication.processEvents()
    wanted = {w for w in (root, *root.findChildren(QWidget)) if _is_wanted(w)}
    start = QApplication.focusWidget()
    reached: list[QWidget] = []
    for _ in range(2 * len(wanted) + 10):
        root.focusNextChild()
        focus = QApplication.focusWidget()
        if focus is None or (len(reached) > 1 and focus is reached[0]):
            break
        reached.append(focus)
    for missed in {w for w in wanted if not _is_by_arrow(w)} - set(reached):
        yield f"Tab never comes to {missed} {_words(missed)!r}"
    for button in root.findChildren(QAbstractButton):
        can_press = button.isVisible() and button.isEnabled()
        if can_press and not _is_wanted(button) and not _is_by_arrow(button):
            yield f"no key comes to {button} {_words(button)!r}"
    if start is not None:
        start.setFocus()


def _is_wanted(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _is_by_arrow(widget: QWidget) -> bool:
    """One of several: Tab comes to the chosen one or the one where the person was."""
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable():
        return False
    return widget.autoExclusive() or widget.group() is not None


def _words(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(TEXT.Name)


@pytest.fixture
def reading(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Reading]:
    install_roles()
    home = Home(paths_under(tmp_path / "data"))
    exchange = Exchange(home, local_now)
    exchange.apply_import(exchange.preview_import(recent_samples(tmp_path)))
    window = window_for(qapp, Home(home.paths))
    window.show()
    qtbot.waitUntil(lambda: window.is_prepared)
    yield Reading(window, qtbot)
    window.close()
    qtbot.waitUntil(lambda: not window.main.isVisible())


def test_everything_says_what_it_is_and_has_a_key(reading: Reading) -> None:
    for go in WAYS:
        go(reading)
    assert len(reading.places) > 40
    assert not reading.faults, "\n".join(reading.faults)
