"""The distance view: number, side and phase on a background that says the phase by its colour."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from hiptimer.model.side import Side
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.distance.places import Places, lay
from hiptimer.ui.workout.distance.room import LEADING, Placed, font_of
from hiptimer.ui.workout.distance.said import Said
from hiptimer.ui.workout.distance.shades import Ground, Shade, shades_of
from hiptimer.ui.workout.distance.sight import USUAL_DOTS_PER_INCH, Sight

# Of the height: the line along the top that fills while a phase lasts.
PHASE_LINE = 0.014
NOTHING = Said(None, Side.BOTH, (), ())


class DistanceView(QLabel):
    """A label, so that a screen reader finds its text. It repaints as a whole where words or the
    background change; between, only what the line along the top passed over.
    """

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("distance")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._shades = shades_of(theme)
        self._ground = Ground.STILL
        self._is_lit = False
        self._said = NOTHING
        self._sight = Sight(2.0, USUAL_DOTS_PER_INCH / 25.4)
        self._kept_free = 0.0
        self._has_guest = False
        self._filled = 0
        self._places = self._lay()
        self.hide()

    @property
    def places(self) -> Places:
        """Where everything is, in the view's pixels."""
        return self._places

    @property
    def shade(self) -> Shade:
        return self._shades[self._ground]

    @property
    def guest_room(self) -> QRectF:
        """Where a brief word may stand in place of the last words."""
        return self._places.placed[-1].rect if self._places.placed else QRectF(self.rect())

    def set_theme(self, theme: Theme) -> None:
        self._shades = shades_of(theme)
        self.update()

    def look_from(self, sight: Sight) -> None:
        """Somebody is so far away from a screen of such pixels."""
        if sight != self._sight:
            self._sight = sight
            self._renew()

    def keep_free(self, height: float) -> None:
        """So much at the bottom is taken by something else."""
        if height != self._kept_free:
            self._kept_free = height
            self._renew()

    def take_guest(self, has_guest: bool) -> None:
        """Whether a brief word stands in place of the last ones."""
        if has_guest is not self._has_guest:
            self._has_guest = has_guest
            self.update()

    def show_said(self, said: Said, ground: Ground, *, is_lit: bool) -> bool:
        """Show these words on this ground; whether something moved."""
        if ground is not self._ground or is_lit is not self._is_lit:
            self._ground, self._is_lit = ground, is_lit
            self.update()
        if said == self._said:
            return False
        self._said = said
        self.setText(said.spoken)
        return self._renew()

    def show_passed(self, share: float) -> None:
        """How much of the phase has passed, 0 to 1."""
        filled = round(self.width() * share)
        if filled != self._filled:
            first, last = sorted((filled, self._filled))
            self.update(first, 0, last - first, self._line_height())
            self._filled = filled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._renew()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shade = self.shade
        fill = QColor(shade.lit_fill if self._is_lit else shade.fill)
        ink = QColor(shade.lit_words if self._is_lit else shade.words)
        painter.fillRect(event.rect(), fill)
        _draw_edge(painter, self._places.edge, ink)
        painter.fillRect(QRect(0, 0, self._filled, self._line_height()), ink)
        if event.rect().bottom() < self._line_height():
            return
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setPen(ink)
        places = self._places
        self._draw_number(painter, places)
        shown = places.placed[:-1] if self._has_guest else places.placed
        for placed in shown:
            _draw(painter, placed)

    def _renew(self) -> bool:
        self._places = self._lay()
        self.update()
        return True

    def _lay(self) -> Places:
        line = self._line_height()
        area = QRectF(self.rect()).adjusted(0, line, 0, -self._kept_free)
        return lay(self._said, area, self._sight)

    def _line_height(self) -> int:
        return max(4, round(self.height() * PHASE_LINE))

    def _draw_number(self, painter: QPainter, places: Places) -> None:
        """At the outer side of its place, where the working side of the screen is."""
        if not places.digits:
            return
        font = places.number_font
        painter.setFont(font)
        width = QFontMetricsF(font).horizontalAdvance(places.digits)
        is_left = self._said.side is Side.LEFT
        left = places.number.left() if is_left else places.number.right() - width
        painter.drawText(QPointF(left, places.number.bottom()), places.digits)


def _draw_edge(painter: QPainter, edge: QRectF, ink: QColor) -> None:
    """A bar with round ends; nothing where no side works."""
    if edge.isEmpty():
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(edge, edge.width() / 2, edge.width() / 2)


def _draw(painter: QPainter, placed: Placed) -> None:
    """The lines of a sentence, its lead in lighter letters."""
    font = font_of(placed.words, placed.px)
    step = LEADING * placed.px
    metrics = QFontMetricsF(font)
    down = (step - metrics.capHeight()) / 2 + metrics.capHeight()
    for number, whole in enumerate(placed.lines):
        line = whole
        place = QPointF(placed.rect.left(), placed.rect.top() + number * step + down)
        lead = placed.words.lead
        if number == 0 and lead and line.startswith(f"{lead} "):
            light = QFont(font)
            light.setWeight(QFont.Weight.Normal)
            painter.setFont(light)
            painter.drawText(place, lead)
            place.setX(place.x() + QFontMetricsF(light).horizontalAdvance(f"{lead} "))
            line = line.removeprefix(f"{lead} ")
        painter.setFont(font)
        painter.drawText(place, line)
