"""Small cards over the picture: the easier ways, the keys, and a brief word."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import tr, tr_in
from hiptimer.model.timeline import Segment
from hiptimer.ui.fonts import bold, regular, semibold
from hiptimer.ui.theme import Theme
from hiptimer.ui.widgets.fitting import fitted
from hiptimer.ui.workout.key_button import KeyButton, fit_keys
from hiptimer.ui.workout.keys import KEY_WORDS, Wish, told_keys
from hiptimer.ui.workout.lines import Line, Lines, spoken

RADIUS = 20.0
# Of the card with the keys, in pixels of the design: the column of keys, and from the first column
# of keys with their words to the second.
KEYS_WIDTH = 110
PITCH, WIDEST_PITCH = 400, 560


def paint_card(painter: QPainter, box: QRectF, theme: Theme, radius: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.setBrush(QColor(theme.card))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class Toast(QWidget):
    """A brief word, such as the volume or the pace; `share` draws a bar under it."""

    accessible_role = QAccessible.Role.AlertMessage

    def __init__(self, parent: QWidget, theme: Theme):
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._text = ""
        self._share: float | None = None
        self._scale = 1.0
        self.hide()

    @property
    def text(self) -> str:
        return self._text

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_scale(self, scale: float) -> None:
        self._scale = scale

    def say(self, text: str, share: float | None = None) -> None:
        self._text, self._share = text, share
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(300 * self._scale), round(72 * self._scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, scale = self._theme, self._scale
        box = QRectF(self.rect())
        paint_card(painter, box, theme, RADIUS * scale)
        painter.setPen(QColor(theme.ink))
        font = semibold(max(12, round(26 * scale)), tabular=True)
        painter.setFont(fitted(font, self._text, box.width() - 32 * scale))
        words = box if self._share is None else box.adjusted(0, 0, 0, -14 * scale)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._text)
        if self._share is None:
            return
        track = QRectF(28 * scale, box.height() - 20 * scale, box.width() - 56 * scale, 6 * scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.track))
        painter.drawRoundedRect(track, 3 * scale, 3 * scale)
        track.setWidth(track.width() * min(1.0, max(0.0, self._share)))
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(track, 3 * scale, 3 * scale)


class KeysCard(QWidget):
    """Every key of the workout view, in two columns. A click puts it away."""

    accessible_role = QAccessible.Role.Grouping

    dismissed = Signal()

    def __init__(self, parent: QWidget, theme: Theme):
        super().__init__(parent)
        self._theme = theme
        self._scale = 1.0
        self.setAccessibleName(tr_in("the keys of the workout", "Keys"))
        self.setAccessibleDescription(". ".join(f"{key}: {words}" for key, words in told_keys()))
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_scale(self, scale: float) -> None:
        self._scale = scale

    def sizeHint(self) -> QSize:
        height = 116 + 57 * ((len(KEY_WORDS) + 1) // 2)
        width = 860 + 2 * (self._pitch() - PITCH)
        return QSize(round(width * self._scale), round(height * self._scale))

    def _pitch(self) -> float:
        """From one column to the next, in design pixels: wider for long words."""
        metrics = QFontMetricsF(regular(22))
        widest = max(metrics.horizontalAdvance(words) for _, words in told_keys())
        return min(WIDEST_PITCH, max(PITCH, KEYS_WIDTH + widest + 20))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.dismissed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, scale = self._theme, self._scale
        paint_card(painter, QRectF(self.rect()), theme, RADIUS * scale)
        painter.setPen(QColor(theme.ink))
        painter.setFont(bold(max(14, round(30 * scale))))
        painter.drawText(
            QRectF(44 * scale, 30 * scale, 600 * scale, 44 * scale),
            Qt.AlignmentFlag.AlignVCenter,
            tr_in("the keys of the workout", "Keys"),
        )
        rows = (len(KEY_WORDS) + 1) // 2
        pitch = self._pitch()
        for number, (key, words) in enumerate(told_keys()):
            left = (44 + pitch * (number // rows)) * scale
            top = (98 + 57 * (number % rows)) * scale
            line = QRectF(left, top, (pitch - 10) * scale, 38 * scale)
            self._paint_key(painter, line, key, words)

    def _paint_key(self, painter: QPainter, line: QRectF, key: str, words: str) -> None:
        theme, scale = self._theme, self._scale
        painter.setFont(semibold(max(12, round(19 * scale))))
        width = max(38 * scale, QFontMetricsF(painter.font()).horizontalAdvance(key) + 22 * scale)
        cap = QRectF(line.left(), line.top(), width, line.height())
        painter.setPen(QPen(QColor(theme.muted), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 9 * scale, 9 * scale)
        painter.setPen(QColor(theme.ink))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        room = QRectF(line)
        room.setLeft(max(line.left() + KEYS_WIDTH * scale, cap.right() + 10 * scale))
        font = regular(max(12, round(22 * scale)))
        painter.setFont(fitted(font, words, room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class EasierCard(QWidget):
    """Two ways out for an exercise that has no easier one."""

    accessible_role = QAccessible.Role.Grouping

    wished = Signal(object)

    def __init__(self, parent: QWidget, theme: Theme):
        super().__init__(parent)
        self._theme = theme
        self._scale = 1.0
        self._lines = Lines(self, "easier")
        self._half = KeyButton(self, theme, tr("Half the reps"), "H", main=True)
        self._skip = KeyButton(self, theme, tr_in("an exercise", "Skip it"), "→")
        self._stay = KeyButton(self, theme, tr("Keep going"), "E")
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = QHBoxLayout()
        row.setSpacing(10)
        for number, button in enumerate((self._half, self._skip, self._stay)):
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._row = QVBoxLayout(self)
        self._row.addWidget(self._lines, 1)
        self._row.addLayout(row)
        self._group.buttonClicked.connect(self._tell)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in (self._half, self._skip, self._stay):
            button.set_theme(theme)
        self._write()
        self.update()

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        margin = round(32 * scale)
        self._row.setContentsMargins(margin, round(24 * scale), margin, margin)
        for button in (self._half, self._skip, self._stay):
            button.set_scale(scale * 1.2)
        self._fit()
        self._write()

    def offer(self, segment: Segment) -> None:
        self._half.say(tr("Half the reps") if segment.hold_s is None else tr("Half the time"))
        self._fit()
        self._write()
        self.show()
        self.raise_()

    @property
    def words(self) -> str:
        return spoken(self._lines.lines)

    def _fit(self) -> None:
        room = self.sizeHint().width() - 2 * round(32 * self._scale)
        fit_keys((self._half, self._skip, self._stay), room, gap=10)

    def sizeHint(self) -> QSize:
        return QSize(round(690 * self._scale), round(232 * self._scale))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_card(QPainter(self), QRectF(self.rect()), self._theme, RADIUS * self._scale)

    def _write(self) -> None:
        theme = self._theme
        self._lines.show_lines(
            (
                Line(tr("This is the easiest form"), theme.ink, 44, 30),
                Line(
                    tr("Do half of it, or leave it out."),
                    theme.muted,
                    28,
                    20,
                    QFont.Weight.Normal,
                ),
            ),
            self._scale,
        )

    def _tell(self, button: QAbstractButton) -> None:
        self.wished.emit((Wish.HALF, Wish.SKIP, Wish.EASIER)[self._group.id(button)])
