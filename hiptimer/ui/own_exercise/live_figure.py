"""The figure doing an exercise that is being made, rep after rep in its tempo."""

import time
from collections.abc import Callable

import msgspec
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hiptimer.figure.colours import FigureColours
from hiptimer.figure.motion import Motion
from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr
from hiptimer.model.side import Side
from hiptimer.ui.figure.figure_view import FigureView
from hiptimer.ui.figure.moving import Moving

LONGEST_PHASE_S = 5.0
"""A hold is shown no longer: the form is no workout."""


class Instant(msgspec.Struct, frozen=True):
    rep: int
    phase: int
    fraction: float
    seconds: float


def instant_of(exercise: Exercise, seconds: float) -> Instant:
    """Where a set that began `seconds` ago is; it begins again when its reps are done."""
    parts_s = [min(phase.seconds, LONGEST_PHASE_S) for phase in exercise.phases]
    rep_s = sum(parts_s)
    if rep_s <= 0:
        return Instant(0, 0, 0.0, 0.0)
    reps = exercise.dose.reps or 1
    rep, left = divmod(seconds % (rep_s * reps), rep_s)
    for phase, part_s in enumerate(parts_s):
        if left < part_s:
            return Instant(int(rep), phase, left / part_s, left)
        left -= part_s
    return Instant(int(rep), len(parts_s) - 1, 1.0, 0.0)


class LiveFigure(Moving):
    """One view, which goes on from where it is when the exercise changes."""

    def __init__(
        self,
        colours: FigureColours,
        *,
        now: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(now, parent)
        self.side = Side.LEFT
        self.view = FigureView(colours)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_motion(
        self, exercise: Exercise | None, motion: Motion | None, *, is_still: bool
    ) -> None:
        """Go on with this one; standing still, it shows the moment that tells it."""
        self._exercise, self._motion, self._is_still = exercise, motion, is_still
        self.view.describe(
            tr("Picture: {name}", name=exercise.name) if exercise is not None else ""
        )
        self._look()
        self._run()

    def turn(self) -> None:
        """Show the other side."""
        self.side = self.side.other
        self._look()

    def wear(self, colours: FigureColours) -> None:
        self.view.wear(colours)

    def showEvent(self, event: QShowEvent) -> None:
        self._began = self._now()
        super().showEvent(event)

    def _look(self) -> None:
        if self._motion is None or self._exercise is None:
            self.view.show_frame(None)
            return
        side = self.side if self._exercise.per_side else Side.BOTH
        if self._is_still:
            self.view.show_frame(self._motion.at_phase(0, 1.0, 0, side))
            return
        at = instant_of(self._exercise, self._now() - self._began)
        frame = self._motion.at_phase(at.phase, at.fraction, at.rep, side, at.seconds)
        self.view.show_frame(frame)
