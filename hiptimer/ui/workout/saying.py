"""What the workout says beside its picture: to a screen reader, and for a moment in a toast."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from hiptimer.model.language import tr
from hiptimer.model.moment import Moment
from hiptimer.model.timeline import Segment
from hiptimer.ui.workout.lines import Line, spoken
from hiptimer.ui.workout.parts import Parts
from hiptimer.ui.workout.sentences import announcement, my_pace_words

TOAST_S = 1.6


class Saying(QObject):
    """Says each change once; `toast_changed` comes when the toast takes its place or leaves it."""

    toast_changed = Signal()

    def __init__(self, page: QWidget, parts: Parts, *, now: Callable[[], float]) -> None:
        super().__init__(page)
        self._page = page
        self._parts = parts
        self._now = now
        self._toast_until = float("-inf")

    def to_reader(self, words: str) -> None:
        """Only for those who hear the screen."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page, words))

    def step(self, moment: Moment) -> None:
        """Another step of the workout begins."""
        words = announcement(moment.segment)
        self._parts.figure.describe(words)
        if moment.is_paced_by_person:
            words = f"{words} {my_pace_words(True)}"
        self.to_reader(words)

    def pace(self, before: Moment | None, moment: Moment, *, is_asked: bool) -> None:
        """The pace, when it was asked for or has changed within a step."""
        is_changed = (
            before is not None
            and before.pace != moment.pace
            and same_step(before.segment, moment.segment)
        )
        if is_asked or is_changed:
            words = tr("Pace {percent} %", percent=round(moment.pace * 100))
            self._briefly(words)
            self.to_reader(words)

    def lines(self, lines: tuple[Line, ...]) -> None:
        """What stands in the ring while the workout stands still."""
        self.to_reader(spoken(lines))

    def my_pace(self, before: Moment | None, moment: Moment) -> None:
        """Whether the reps wait for the person, when that has changed."""
        if before is not None and before.my_pace is not moment.my_pace:
            self._briefly(tr("My pace") if moment.my_pace else tr("By the clock"))
            self.to_reader(my_pace_words(moment.my_pace))

    def volume(self, percent: int, muted: bool) -> None:
        words = tr("Muted") if muted else tr("Volume {percent} %", percent=percent)
        self._briefly(words, percent / 100)
        self.to_reader(words)

    def hush(self) -> None:
        """Take the toast away."""
        self._parts.toast.hide()
        self.toast_changed.emit()

    def hush_in_time(self) -> None:
        """Take the toast away once it was there for long enough."""
        if self._parts.toast.isVisible() and self._now() >= self._toast_until:
            self.hush()

    def _briefly(self, text: str, share: float | None = None) -> None:
        self._toast_until = self._now() + TOAST_S
        self._parts.toast.say(text, share)
        self.toast_changed.emit()


def same_step(one: Segment, other: Segment) -> bool:
    """Whether it is one step for the person, though something was added to it."""
    return (one.n, one.kind) == (other.n, other.kind)
