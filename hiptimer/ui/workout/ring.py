"""The huge number, and around it the rep or the hold as a ring of its phases."""

from math import acos, ceil, cos, degrees, radians, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from hiptimer.model.exercise import PhaseKind
from hiptimer.ui.fonts import text_font
from hiptimer.ui.theme import Theme
from hiptimer.ui.widgets.fitting import fitted
from hiptimer.ui.workout.face import NOTHING, Arc, Face

# Shares of the ring's outer diameter, 482 pixels in the design.
STROKE = 18 / 482
GAP = 20 / 482
NUMBER = 268 / 482
COUNTDOWN = 340 / 482
NUMBER_MIDDLE = -54 / 482
COUNTDOWN_MIDDLE = -88 / 482
DOTS_MIDDLE = 68 / 482
PHASE_BASELINE = 138 / 482
PHASE = 52 / 482
SMALL_BASELINE = 182 / 482
SMALL = 22 / 482
ROOM = 14 / 482
# Two lines of words move up a little: further down the ring is narrow.
TWO_LINES_UP = 17 / 482
TWO_LINES_PITCH = 1.04
# Two digits always fit, so that the number keeps its size from 9 to 10.
DIGITS_ROOM = 360 / 482
DOT = 10 / 482
DOTS_WIDTH = 330 / 482
PHASE_STEPS = (1.0, 0.98, 0.9, 0.8, 0.7, 0.6)
FULL = 360.0


class Ring(QLabel):
    """A label, so that a screen reader finds the number. Its paint costs little each frame:
    all but the moving arc is painted once into a pixmap, with the arcs that are over by then.
    """

    def __init__(self, parent: QWidget, theme: Theme):
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._face = NOTHING
        self._at = 0.0
        self._still: QPixmap | None = None
        self._still_at = 0.0

    @property
    def face(self) -> Face:
        return self._face

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._forget()

    def show_face(self, face: Face, at: float) -> None:
        """Show a face; `at` is how many seconds of its lap have passed."""
        if face != self._face:
            self._face, self._at = face, at
            self.setText(face.spoken)
            self._forget()
            return
        before, self._at = self._at, at
        if not face.lap or at == before:
            return
        if at < before:
            self._forget()
            return
        # A quarter of a pixel along the ring is nothing that could be seen.
        if (at - before) * self._degrees_per_second() * self.width() / 115 < 0.25:
            self._at = before
            return
        self.update(self._sweep(before, at).toAlignedRect())

    def number_font(self) -> QFont:
        """The font of the number, as large as its digits leave room for."""
        share = NUMBER if self._face.lap else COUNTDOWN
        font = text_font(max(8, round(self.width() * share)), QFont.Weight.Bold, tabular=True)
        room = self._number_room()
        advance = QFontMetricsF(font).horizontalAdvance(self._face.digits)
        if advance > room:
            font.setPixelSize(max(8, int(font.pixelSize() * room / advance)))
        return font

    def phase_lines(self) -> tuple[tuple[str, ...], QFont]:
        """The phase's words in the lines that fit into the ring, and their font."""
        face = self._face
        for step in PHASE_STEPS:
            font = self._phase_font(step)
            for lines in ((face.phase,), _halves(face.phase), (face.short_phase,)):
                if lines and self._fits(lines, font):
                    return lines, font
        return (face.short_phase or face.phase,), self._phase_font(PHASE_STEPS[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._still is None:
            self._still = self._paint_still()
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        exposed = event.rect()
        source = QRectF(
            exposed.x() * ratio,
            exposed.y() * ratio,
            exposed.width() * ratio,
            exposed.height() * ratio,
        )
        painter.drawPixmap(QRectF(exposed), self._still, source)
        if not self._face.lap:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for arc in self._face.lap:
            if arc.start < self._at and arc.end > self._still_at:
                self._draw_arc(painter, arc, self._colour(arc.kind), min(self._at, arc.end))

    def _forget(self) -> None:
        self._still = None
        self.update()

    def _paint_still(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(ceil(self.width() * ratio), ceil(self.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(self._theme.ground))
        painter = QPainter(pixmap)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        for arc in self._face.lap:
            is_over = arc.end <= self._at
            colour = self._colour(arc.kind) if is_over else QColor(self._theme.track)
            self._draw_arc(painter, arc, colour, arc.end)
        if self._face.digits:
            self._draw_number(painter)
        if self._face.lap and self._face.digits:
            self._draw_dots(painter)
            self._draw_words(painter)
        painter.end()
        self._still_at = self._at
        return pixmap

    def _draw_number(self, painter: QPainter) -> None:
        face = self._face
        if not face.lap:
            colour = self._theme.rest
        else:
            colour = self._theme.muted if face.calm else self._theme.ink
        font = self.number_font()
        metrics = QFontMetricsF(font)
        text = face.digits
        middle = (NUMBER_MIDDLE if face.lap else COUNTDOWN_MIDDLE) * self.width()
        baseline = self.height() / 2 + middle + metrics.tightBoundingRect("0").height() / 2
        left = (self.width() - metrics.horizontalAdvance(text)) / 2
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(QPointF(left, baseline), text)

    def _draw_dots(self, painter: QPainter) -> None:
        """One dot for each rep of the set; those on disk are filled with the accent."""
        count = self._face.dots
        if not count:
            return
        size = self.width()
        pitch = min(size * DOT * 2.1, size * DOTS_WIDTH / count)
        radius = min(size * DOT / 2, pitch * 0.38)
        left = size / 2 - pitch * (count - 1) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(count):
            saved = number < self._face.saved
            painter.setBrush(QColor(self._theme.accent if saved else self._theme.track))
            centre = QPointF(left + pitch * number, self.height() / 2 + size * DOTS_MIDDLE)
            painter.drawEllipse(centre, radius, radius)

    def _draw_words(self, painter: QPainter) -> None:
        size = self.width()
        lines, font = self.phase_lines()
        painter.setFont(font)
        painter.setPen(self._word_colour())
        for number, line in enumerate(lines):
            self._draw_centred(painter, line, self._phase_baseline(font, number, len(lines)))
        if len(lines) > 1:
            return
        baseline = size / 2 + size * SMALL_BASELINE
        small = text_font(max(8, round(size * SMALL)), tabular=True)
        painter.setFont(fitted(small, self._face.small, self._phase_room(baseline)))
        painter.setPen(QColor(self._theme.muted))
        self._draw_centred(painter, self._face.small, baseline)

    def _draw_centred(self, painter: QPainter, text: str, baseline: float) -> None:
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        painter.drawText(QPointF((self.width() - width) / 2, baseline), text)

    def _draw_arc(self, painter: QPainter, arc: Arc, colour: QColor, until: float) -> None:
        """The part of the lap from the arc's start to `until`, with a gap around it."""
        size = self.width()
        stroke = size * STROKE
        per_second = self._degrees_per_second()
        gap = degrees(size * (GAP + STROKE) / ((size - stroke) / 2)) if self._has_gaps() else 0.0
        start = arc.start * per_second + gap / 2
        whole = (arc.end - arc.start) * per_second - gap
        share = (until - arc.start) / max(1e-9, arc.end - arc.start)
        span = max(0.1, whole * share)
        pen = QPen(colour, stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(self._circle(), round((90 - start) * 16), round(-span * 16))

    def _has_gaps(self) -> bool:
        return len(self._face.lap) > 1

    def _circle(self) -> QRectF:
        inset = self.width() * STROKE / 2 + 1
        return QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)

    def _degrees_per_second(self) -> float:
        return FULL / self._face.lap[-1].end if self._face.lap else 0.0

    def _sweep(self, start: float, end: float) -> QRectF:
        """What the tip of the arc passes over between two times of the lap."""
        per_second = self._degrees_per_second()
        circle = self._circle()
        margin = self.width() * (STROKE + GAP)
        swept = QRectF()
        angle = start * per_second
        while True:
            turn = radians(angle - 90)
            x = circle.center().x() + circle.width() / 2 * cos(turn)
            y = circle.center().y() + circle.height() / 2 * sin(turn)
            swept |= QRectF(x - margin, y - margin, 2 * margin, 2 * margin)
            if angle >= end * per_second:
                return swept
            angle = min(angle + 15, end * per_second)

    def _number_room(self) -> float:
        """The width that digits may take: inside the ring, or the whole square without one."""
        return self.width() * (DIGITS_ROOM if self._face.lap else 1.0)

    def _phase_baseline(self, font: QFont, number: int, count: int) -> float:
        size = self.width()
        first = size / 2 + size * (PHASE_BASELINE - (TWO_LINES_UP if count > 1 else 0.0))
        return first + number * font.pixelSize() * TWO_LINES_PITCH

    def _phase_room(self, baseline: float) -> float:
        """The chord of the ring at a baseline."""
        below = baseline - self.width() / 2
        inner = self.width() * (0.5 - STROKE - ROOM)
        return 2 * inner * sin(acos(min(1.0, below / inner)))

    def _phase_font(self, step: float) -> QFont:
        return text_font(max(8, round(self.width() * PHASE * step)), QFont.Weight.Bold)

    def _fits(self, lines: tuple[str, ...], font: QFont) -> bool:
        metrics = QFontMetricsF(font)
        return all(
            metrics.horizontalAdvance(line)
            <= self._phase_room(self._phase_baseline(font, number, len(lines)))
            for number, line in enumerate(lines)
        )

    def _colour(self, kind: PhaseKind) -> QColor:
        theme = self._theme
        return QColor(
            {
                PhaseKind.WORK: theme.work,
                PhaseKind.HOLD: theme.accent,
                PhaseKind.BACK: theme.ink,
                PhaseKind.PAUSE: theme.muted,
                PhaseKind.ENTER: theme.work,
                PhaseKind.LEAVE: theme.ink,
            }[kind]
        )

    def _word_colour(self) -> QColor:
        kind = self._face.kind
        if kind is None:
            return QColor(self._theme.ink)
        if kind in (PhaseKind.WORK, PhaseKind.ENTER):
            return QColor(self._theme.work_text)
        return self._colour(kind)


def _halves(phrase: str) -> tuple[str, ...]:
    """The words in two lines, the first the longer since the ring narrows; empty for one word."""
    words = phrase.split()
    for cut in range(1, len(words)):
        if len(" ".join(words[:cut])) >= len(" ".join(words[cut:])):
            return " ".join(words[:cut]), " ".join(words[cut:])
    return ()
