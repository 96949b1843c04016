"""What lies over the picture while the workout stands still."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hiptimer.model.moment import Moment
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.lines import Line, Lines
from hiptimer.ui.workout.sentences import again_sentence, seconds_up, side_sentence

OPACITY = 0.93


class Veil(QWidget):
    """Dims the picture and says in large words what the pause means."""

    def __init__(self, parent: QWidget, theme: Theme):
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._scale = 1.0
        self._lines = Lines(self, centred=True)
        self.hide()

    @property
    def text(self) -> str:
        return self._lines.text()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_scale(self, scale: float) -> None:
        self._scale = scale

    def show_paused(self, moment: Moment) -> None:
        theme = self._theme
        self._show(
            Line("Paused", theme.ink, 108, 60),
            *self._whereabouts(moment),
            Line("Space: go on", theme.muted, 34, 26, QFont.Weight.Medium, gap=34),
        )

    def show_stop_question(self) -> None:
        theme = self._theme
        self._show(
            Line("Stop here?", theme.ink, 108, 60),
            Line("What you have done is kept", theme.ink, 52, 40, gap=20),
            Line(
                "Esc again: stop and keep. Space: go on",
                theme.muted,
                34,
                26,
                QFont.Weight.Medium,
                gap=34,
            ),
        )

    def show_going_on(self, moment: Moment) -> None:
        """The countdown after a pause."""
        theme = self._theme
        self._show(
            Line("Going on", theme.rest, 52, 52),
            Line(str(seconds_up(moment.resuming_s)), theme.rest, 284, 284),
            *self._whereabouts(moment),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = QColor(self._theme.ground)
        colour.setAlphaF(OPACITY)
        painter.fillRect(self.rect(), colour)

    def _whereabouts(self, moment: Moment) -> tuple[Line, ...]:
        theme, segment = self._theme, moment.segment
        return (
            Line(segment.exercise.name, theme.ink, 52, 40, gap=20),
            Line(side_sentence(segment), theme.work_text, 52, 40),
            Line(again_sentence(moment), theme.muted, 34, 26, QFont.Weight.Medium, gap=20),
        )

    def _show(self, *lines: Line) -> None:
        self._lines.show_lines(lines, self._scale)
        self._place()
        self.show()

    def _place(self) -> None:
        """The words in the middle, a little above: where the eye looks first."""
        margin = round(40 * self._scale)
        room = max(1, self.height() - 2 * margin)
        width = max(1, self.width() - 2 * margin)
        if (self._lines.width(), self._lines.height()) != (width, room):
            self._lines.resize(width, room)
        top = margin + (room - self._lines.used_height) * 0.42
        self._lines.move(margin, round(top))
