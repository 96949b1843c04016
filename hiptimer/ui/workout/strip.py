"""A notice in one line above the buttons."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from hiptimer.ui.fonts import semibold
from hiptimer.ui.theme import Theme


class Strip(QLabel):
    """A label, so that a screen reader finds its text; hidden without words."""

    def __init__(self, parent: QWidget, theme: Theme):
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._scale = 1.0
        self._is_quiet = False
        self.hide()

    @property
    def has_words(self) -> bool:
        return bool(self.text())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_scale(self, scale: float) -> None:
        self._scale = scale

    def say(self, text: str, *, quiet: bool = False) -> bool:
        """Show these words, or nothing; whether the strip came or went. `quiet` is what need not
        stop anybody.
        """
        had_words = self.has_words
        self._is_quiet = quiet
        self.setText(text)
        self.setVisible(bool(text))
        self.update()
        return had_words != bool(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, scale = self._theme, self._scale
        painter.fillRect(self.rect(), QColor(theme.card))
        painter.fillRect(0, 0, self.width(), 1, QColor(theme.line))
        painter.setPen(Qt.PenStyle.NoPen)
        ink = QColor(theme.muted if self._is_quiet else theme.warning)
        painter.setBrush(ink)
        middle = self.height() / 2
        painter.drawEllipse(QRectF(40 * scale, middle - 5 * scale, 10 * scale, 10 * scale))
        painter.setPen(ink)
        font = semibold(max(12, round(19 * scale)))
        painter.setFont(font)
        room = QRectF(62 * scale, 0, self.width() - 94 * scale, self.height())
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
