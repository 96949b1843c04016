"""The screen lights up with the 3-2-1 and the zero of a countdown, for whoever cannot hear it.

WCAG 2.3.1 allows three flashes in any second. Here they are a second apart, as the counts are, and
never less than FLASHES_APART_S whatever is pressed. Each is one soft change of colour, no strobe.
Where nothing should move a bar stands instead, from the three to the zero.
"""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hiptimer.model.exercise import PhaseKind
from hiptimer.model.moment import Moment
from hiptimer.model.timeline import Segment, SegmentKind, Timeline
from hiptimer.ui.workout.faces import gap_left, is_standing

COUNTS = 3
FLASH_S = 0.25
FLASHES_APART_S = 0.5
# How much of the colour is laid over the screen.
COVER = 0.4
BAR = 0.03


class Light(StrEnum):
    """How the screen draws attention."""

    NONE = "none"
    FLASH = "flash"
    BAR = "bar"


class Countdown:
    """Knows from the moments alone when a count is due. `now` is a monotonic clock in seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._resumed: tuple[Segment, float] | None = None
        self._is_lit = False
        self._lit_at = float("-inf")

    def light(self, moment: Moment, timeline: Timeline, *, is_still: bool) -> Light:
        """The light at a moment; each moment is asked for once, in their order."""
        if moment.resuming_s > 0:
            self._resumed = (moment.segment, moment.position)
        left = _left(moment, timeline)
        zero = self._since_zero(moment, timeline)
        is_at_zero = zero is not None and 0 <= zero < FLASH_S
        if is_still:
            return Light.BAR if left is not None or is_at_zero else Light.NONE
        is_due = is_at_zero or (left is not None and -left % 1 < FLASH_S)
        return Light.FLASH if self._lights(is_due) else Light.NONE

    def _lights(self, is_due: bool) -> bool:
        if is_due and not self._is_lit:
            now = self._now()
            if now - self._lit_at < FLASHES_APART_S:
                return False
            self._lit_at = now
        self._is_lit = is_due
        return is_due

    def _since_zero(self, moment: Moment, timeline: Timeline) -> float | None:
        """Seconds since a countdown ended; None if none did in this part of the segment."""
        segment, beat = moment.segment, moment.beat
        if is_standing(moment):
            return None
        if self._resumed is not None:
            resumed, at = self._resumed
            if resumed is segment and moment.position - at < FLASH_S:
                return moment.position - at
            self._resumed = None
        if beat is not None and beat.kind is PhaseKind.LEAVE:
            return moment.position - beat.start
        before = timeline.segments[moment.index - 1] if moment.index else None
        is_counted = segment.kind is SegmentKind.WORK or _ends_counted(before)
        return moment.position if is_counted else None


def _left(moment: Moment, timeline: Timeline) -> float | None:
    """What is left of a countdown, in its last seconds; None outside of them."""
    segment, beat = moment.segment, moment.beat
    counts = float(COUNTS)
    if moment.resuming_s > 0:
        left = moment.resuming_s
    elif is_standing(moment):
        return None
    elif segment.kind is not SegmentKind.WORK:
        left = gap_left(moment, timeline)
    elif segment.hold_s is not None and beat is not None and beat.kind is PhaseKind.HOLD:
        left = beat.end - moment.position
        counts = min(counts, int(beat.seconds / 2))
    else:
        return None
    return left if 0 < left <= counts else None


def _ends_counted(segment: Segment | None) -> bool:
    """Whether a work segment ends with the countdown of a hold."""
    if segment is None or segment.hold_s is None or not segment.beats:
        return False
    return segment.beats[-1].kind is PhaseKind.HOLD


class Flash(QWidget):
    """Lies over the page and shows the light."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._light = Light.NONE
        self._colour = ""
        self.hide()

    @property
    def light(self) -> Light:
        return self._light

    def shine(self, light: Light, colour: str) -> None:
        """Show the light in a colour, until another one is told."""
        if (light, colour) != (self._light, self._colour):
            self._light, self._colour = light, colour
            self.setVisible(light is not Light.NONE)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = QColor(self._colour)
        if self._light is Light.BAR:
            painter.fillRect(0, 0, self.width(), round(BAR * self.height()), colour)
            return
        colour.setAlphaF(COVER)
        painter.fillRect(self.rect(), colour)
