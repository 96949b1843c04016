"""All sets of a past session, exercise by exercise."""

from collections import deque
from collections.abc import Mapping

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from hiptimer.model.language import later, tr, tr_n
from hiptimer.model.session import Session
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import bold, regular
from hiptimer.ui.session.exercise_part import ExercisePart
from hiptimer.ui.session.groups import Group, grouped
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.chips import Chip
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.layouts import clear
from hiptimer.ui.widgets.tab_order import tab_after

# More than anybody does in a day; a file from elsewhere may hold a hundred thousand.
MOST_SETS = 400
# What fills the window; the rest follows while it is being looked at.
AT_ONCE = 12
EMPTY = later("No set was begun.")


class SetsCard(Card):
    """`corrected` carries a Correction, `rated` an exercise's id with a Rating or None."""

    corrected = Signal(object)
    rated = Signal(object)

    def __init__(self, album: Album, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(radius=20, parent=parent)
        self._album = album
        self._icons = icons
        self._utc_offset_s = 0
        self._is_editable = False
        self._names: Mapping[str, str] = {}
        self._drawn: frozenset[str] = frozenset()
        self._coming: deque[Group] = deque()
        self._left = 0
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._add_next)
        self.parts: list[ExercisePart] = []
        self.times = Chip(tr("Start times"), height=30)
        self.times.setAccessibleName(tr("Show when each set was begun"))
        self.times.toggled.connect(self._show_times)
        self._last: QWidget = self.times
        head = QHBoxLayout()
        head.addWidget(Label(tr("What you did"), bold(18)), 1)
        head.addWidget(self.times)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 20, 20)
        column.setSpacing(8)
        column.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        column.addLayout(head)
        column.addLayout(self._parts)
        column.addStretch(1)

    def show_session(
        self, session: Session, names: Mapping[str, str], *, is_editable: bool
    ) -> None:
        self._utc_offset_s = session.utc_offset_s
        self._soon.stop()
        clear(self._parts)
        self.parts = []
        self._last = self.times
        self._is_editable = is_editable
        self._drawn = frozenset(names)
        # As it was called then, for what the catalogue has lost since.
        then = {record.exercise.id: record.exercise.name for record in session.sets}
        self._names = {**then, **names}
        self._coming = deque(grouped(session))
        self._left = MOST_SETS
        if not self._coming:
            self._tell(tr(EMPTY))
        while self._coming and self._shown() < AT_ONCE:
            self._add_next()
        if self._coming:
            self._soon.start()

    def finish(self) -> None:
        """Show all of it now."""
        while self._coming:
            self._add_next()

    def _shown(self) -> int:
        return sum(len(part.rows) for part in self.parts)

    def _add_next(self) -> None:
        if not self._coming:
            self._soon.stop()
            return
        group = self._coming.popleft()
        if self._left > 0:
            self._add(group.first_sets(self._left))
        self._left -= len(group.sets)
        if self._left < 0 and not self._coming:
            self._tell(
                tr_n("{n} set more, not shown here.", "{n} sets more, not shown here.", -self._left)
            )

    def _add(self, group: Group) -> None:
        if self.parts:
            self._parts.addWidget(Hair())
        album = self._album if group.exercise.id in self._drawn else None
        part = ExercisePart(group, self._names, album, self._icons, is_editable=self._is_editable)
        part.corrected.connect(self.corrected)
        part.rated.connect(self.rated)
        part.show_times(self.times.isChecked(), self._utc_offset_s)
        self.parts.append(part)
        self._parts.addWidget(part)
        # Tab comes here before it goes on to what was made earlier.
        self._last = tab_after(self._last, part)

    def _tell(self, words: str) -> None:
        self._parts.addWidget(Label(words, regular(14), Tone.MUTED))

    def _show_times(self, is_shown: bool) -> None:
        for part in self.parts:
            part.show_times(is_shown, self._utc_offset_s)


class Hair(QWidget):
    """A line between two exercises."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), colour(self.palette(), Tone.LINE))
