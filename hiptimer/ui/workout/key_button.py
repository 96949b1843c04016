"""A button that shows its key. It takes Enter, never Space: Space is for the workout."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from hiptimer.model.language import tr
from hiptimer.ui.fonts import medium, semibold
from hiptimer.ui.theme import Theme
from hiptimer.ui.widgets.key_words import key_words
from hiptimer.ui.widgets.shape import RING_SPACE

HEIGHT = 36.0
PADDING = 16.0
CAP_GAP = 10.0
CAP_PADDING = 8.0
CAP_HEIGHT = 19.0
LEAST_SPACE = 0.4
LEAST_SIZE = 8
# From the usual space around the words to less of it, then to smaller words.
TIGHTER = (1.0, 0.8, 0.6, LEAST_SPACE, 0.36, 0.32, 0.28)


class KeyButton(QAbstractButton):
    """Words and a key cap. `main` is filled with ink: the thing to do most often."""

    def __init__(
        self, parent: QWidget, theme: Theme, text: str, key: str, *, main: bool = False
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self._key = key_words(key)
        # L: which key presses this button
        self.setAccessibleDescription(tr("Key {key}", key=self._key))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme = theme
        self._main = main
        self._scale = 1.0
        self._tightness = 1.0

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.updateGeometry()
        self.update()

    def tighten(self, tightness: float) -> None:
        """Take less space around the words, 1 being the usual; below LEAST_SPACE smaller words."""
        if tightness != self._tightness:
            self._tightness = tightness
            self.updateGeometry()
            self.update()

    def say(self, text: str) -> None:
        """Other words for another state."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.width_at(self._tightness), round(HEIGHT * self._scale))

    def width_at(self, tightness: float) -> int:
        """How wide it would be."""
        words = QFontMetricsF(self._word_font(tightness)).horizontalAdvance(self.text())
        around = (2 * PADDING + CAP_GAP) * _space(tightness) * self._scale
        return round(words + self._cap_width(tightness) + around)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, scale = self._theme, self._scale
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._paint_box(painter, box)
        ink = QColor(theme.ground if self._main else theme.ink)
        painter.setPen(ink)
        painter.setFont(self._word_font(self._tightness))
        padding = PADDING * _space(self._tightness) * scale
        words = box.adjusted(padding - 1, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        cap_width = self._cap_width(self._tightness)
        cap = QRectF(0, 0, cap_width, CAP_HEIGHT * scale)
        cap.moveCenter(QPointF(box.right() - padding - cap_width / 2, box.center().y()))
        self._paint_cap(painter, cap, ink)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        radius = 12 * self._scale
        painter.setPen(Qt.PenStyle.NoPen if self._main else QPen(QColor(theme.line), 1))
        fill = theme.ink if self._main else theme.chip if self.underMouse() else theme.card
        painter.setBrush(QColor(fill))
        # A ring stands out from what is around it, not from ink.
        space = RING_SPACE if self._main and self.hasFocus() else 0.0
        filled = box.adjusted(space, space, -space, -space)
        painter.drawRoundedRect(filled, radius - space, radius - space)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 3))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)

    def _paint_cap(self, painter: QPainter, cap: QRectF, ink: QColor) -> None:
        faint = QColor(ink)
        faint.setAlphaF(0.72)
        painter.setPen(QPen(faint, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 6 * self._scale, 6 * self._scale)
        painter.setFont(self._cap_font(self._tightness))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def _word_font(self, tightness: float) -> QFont:
        return semibold(_size(max(12, round(15 * self._scale)), tightness))

    def _cap_font(self, tightness: float) -> QFont:
        return medium(_size(max(10, round(12 * self._scale)), tightness))

    def _cap_width(self, tightness: float) -> float:
        words = QFontMetricsF(self._cap_font(tightness)).horizontalAdvance(self._key)
        return words + 2 * CAP_PADDING * _space(tightness) * self._scale


def _space(tightness: float) -> float:
    """How much of the usual space there is around the words."""
    return max(LEAST_SPACE, tightness)


def _size(usual: int, tightness: float) -> int:
    """Of words, in pixels."""
    return max(LEAST_SIZE, round(usual * min(1.0, tightness / LEAST_SPACE)))


def fit_keys(buttons: Sequence[KeyButton], room: float, gap: float) -> None:
    """Make the buttons that are shown, `gap` pixels apart, as tight as `room` pixels ask for.

    English words have room; those of other languages may be longer.
    """
    shown = [button for button in buttons if not button.isHidden()]
    room -= gap * (len(shown) - 1)
    fitting = (t for t in TIGHTER if sum(button.width_at(t) for button in shown) <= room)
    tightness = next(fitting, TIGHTER[-1])
    for button in shown:
        button.tighten(tightness)
