"""Everything that can be read in a window: on labels, on what paints itself, and by a screen
reader; and whether there is room for it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QPaintDevice, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

SLACK = 1.5
"""Pixels that are lost when sizes are rounded."""

PAINTED = "painted in"
"""How it begins where words stand that are painted in Python."""

ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class Seen:
    """Words, where they stand, and what is wrong with the room for them."""

    words: str
    where: str
    trouble: str = ""


def look_at(window: QWidget) -> list[Seen]:
    """All that can be read in a visible window."""
    with _painting() as painted:
        window.repaint()
    widgets = [window, *(w for w in window.findChildren(QWidget) if w.isVisibleTo(window))]
    found = [seen for widget in widgets for seen in _told_by(widget)]
    return [*painted, *found, *map(_cut_off, filter(_is_cut_off, widgets))]


# --- widgets ---


def _told_by(widget: QWidget) -> Iterator[Seen]:
    where = _name_of(widget)
    if isinstance(widget, QLabel):
        yield Seen(widget.text(), where, _lacks_room(widget))
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield Seen(widget.placeholderText(), f"{where}, placeholder")
    if isinstance(widget, QComboBox):
        for number in range(widget.count()):
            yield Seen(widget.itemText(number), where)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        for row in range(model.rowCount()):
            for role in ROLES:
                yield Seen(str(model.index(row, 0).data(role) or ""), f"{where}, row {row}")
    told = QAccessible.queryAccessibleInterface(widget)
    if told is not None:
        yield Seen(told.text(QAccessible.Text.Name), f"{where}, accessible name")
        yield Seen(told.text(QAccessible.Text.Description), f"{where}, description")
    yield Seen(widget.toolTip(), f"{where}, tip")


def _lacks_room(label: QLabel) -> str:
    """Of a label that paints its words as Qt does."""
    if type(label).paintEvent is not QLabel.paintEvent or not label.text():
        return ""
    room = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        return f"{label.height()} px high, needs {needed}" if needed > label.height() + 1 else ""
    needed = label.sizeHint().width() - (label.width() - room.width())
    return f"{room.width()} px wide, needs {needed}" if needed > room.width() + 1 else ""


def _is_cut_off(widget: QWidget) -> bool:
    """Whether a side of it lies outside of what contains it, with nothing to scroll there by."""
    if isinstance(widget.parentWidget(), QWidget) and _is_scrolled(widget):
        return widget.width() > widget.parentWidget().width() + 1
    if not isinstance(widget, QLabel | QAbstractButton | QLineEdit) or not widget.width():
        return False
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return False
    return widget.x() < -1 or widget.geometry().right() > parent.width() + 1


def _is_scrolled(widget: QWidget) -> bool:
    """Whether it is what a scroll area moves up and down only."""
    area = widget.parentWidget().parentWidget()
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return (
        isinstance(area, QScrollArea)
        and area.widget() is widget
        and area.horizontalScrollBarPolicy() == never
    )


def _cut_off(widget: QWidget) -> Seen:
    parent = widget.parentWidget()
    width = 0 if parent is None else parent.width()
    place = widget.geometry()
    trouble = f"from {place.left()} to {place.right()} in {width} px"
    return Seen("", _name_of(widget), trouble)


def _name_of(widget: QPaintDevice) -> str:
    names = []
    part: Any = widget
    while isinstance(part, QWidget):
        names.append(type(part).__name__)
        part = part.parentWidget()
    return " < ".join(names[:4])


# --- what paints itself ---


@contextmanager
def _painting() -> Iterator[list[Seen]]:
    """Writes down what is painted in Python."""
    painted: list[Seen] = []
    paint = QPainter.drawText

    def spy(painter: QPainter, *given: Any) -> Any:
        painted.append(_painted(painter, given))
        return paint(painter, *given)

    QPainter.drawText = spy  # type: ignore[method-assign]
    try:
        yield painted
    finally:
        QPainter.drawText = paint  # type: ignore[method-assign]


def _painted(painter: QPainter, given: tuple[Any, ...]) -> Seen:
    words = next(part for part in given if isinstance(part, str))
    device = painter.device()
    metrics = QFontMetricsF(painter.font(), device)
    place, flags = given[0], int(given[1]) if len(given) > 2 else 0
    if not hasattr(place, "width"):
        left = QPointF(place)
        box = QRectF(left.x(), left.y() - metrics.ascent(), 0, metrics.height())
        box.setWidth(metrics.horizontalAdvance(words))
        trouble = ""
    else:
        room = QRectF(place)
        box = metrics.boundingRect(room, flags, words)
        trouble = _beyond(room, box)
    where = f"{PAINTED} {_name_of(device)}"
    return Seen(words, where, trouble or _outside(device, painter.transform().mapRect(box)))


def _beyond(room: QRectF, needed: QRectF) -> str:
    lacks = needed.width() > room.width() + SLACK
    return f"{room.width():.0f} px wide, needs {needed.width():.0f}" if lacks else ""


def _outside(device: QPaintDevice, box: QRectF) -> str:
    if not isinstance(device, QWidget):
        return ""  # a picture, which is placed by whoever shows it
    is_outside = box.left() < -SLACK or box.right() > device.width() + SLACK
    return f"{box.left():.0f} to {box.right():.0f} of {device.width()} px" if is_outside else ""
