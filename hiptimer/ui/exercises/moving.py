"""The figure doing one exercise over and over, or its moments side by side for those who want it
still.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from hiptimer.figure.colours import FigureColours
from hiptimer.figure.frame import Frame
from hiptimer.figure.motion import Motion
from hiptimer.figure.painter import FigurePainter
from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr
from hiptimer.model.side import Side
from hiptimer.model.words import side_words
from hiptimer.ui.figure.figure_view import FigureView
from hiptimer.ui.figure.guide import TURN_S
from hiptimer.ui.figure.moving import Moving

MOST_MOMENTS = 4


class StillMoments(QWidget):
    """A few moments of one movement from left to right."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, colours: FigureColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self.frames: tuple[Frame, ...] = ()

    def show_frames(self, frames: tuple[Frame, ...]) -> None:
        self.frames = frames
        self.update()

    def wear(self, colours: FigureColours) -> None:
        self._colours = colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._colours.outline))
        figure = FigurePainter(self._colours)
        width = self.width() / max(1, len(self.frames))
        for place, frame in enumerate(self.frames):
            figure.paint(painter, QRectF(place * width, 0, width, self.height()), frame)
        painter.end()


class MovingFigure(Moving):
    """One view for the moving figure, and its moments for who wants it still."""

    def __init__(
        self,
        motion_of: Callable[[str], Motion | None],
        colours: FigureColours,
        *,
        now: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(now, parent)
        self._motion_of = motion_of
        self._turns_until = float("-inf")
        self.side = Side.LEFT
        self.view = FigureView(colours)
        self.moments = StillMoments(colours)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.moments)

    def show_exercise(self, exercise: Exercise, *, is_still: bool) -> None:
        """Begin anew with this exercise, a one-sided one on the left."""
        self._exercise = exercise
        self._motion = self._motion_of(exercise.id)
        self._is_still = is_still
        self.side = Side.LEFT if exercise.per_side else Side.BOTH
        self._turns_until = float("-inf")
        self._began = self._now()
        self._show()

    def turn(self) -> None:
        """Show a one-sided exercise on the other side."""
        if self.side is Side.BOTH:
            return
        self.side = self.side.other
        self._began = self._now()
        if not self._is_still:
            self._turns_until = self._began + TURN_S
        self._show()

    def wear(self, colours: FigureColours) -> None:
        self.view.wear(colours)
        self.moments.wear(colours)

    def _show(self) -> None:
        self._describe()
        if self._motion is None:
            self._stack.setCurrentWidget(self.view)
            self.view.show_frame(None)
        elif self._is_still:
            self._stack.setCurrentWidget(self.moments)
            self.moments.show_frames(self._motion.key_moments(self.side)[:MOST_MOMENTS])
        else:
            self._stack.setCurrentWidget(self.view)
            self._look()
        self._run()

    def _describe(self) -> None:
        if self._exercise is not None:
            said = side_words(self._exercise, self.side)
            words = ". ".join(part for part in (self._exercise.name, said) if part)
            picture = tr("Picture: {name}", name=words)
            self.view.describe(picture)
            self.moments.setAccessibleName(picture)

    def _look(self) -> None:
        if self._motion is None:
            return
        now = self._now()
        left_s = self._turns_until - now
        if left_s > 0:
            fraction = 1 - left_s / TURN_S
            self.view.show_frame(self._motion.turning(fraction, self.side.other, self.side))
            return
        seconds = now - max(self._began, self._turns_until)
        self.view.show_frame(self._motion.get_ready(seconds, self.side))
