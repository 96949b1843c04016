"""All sets of a past session, exercise by exercise."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.session import Session
from hiptimer.model.words import plural
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import bold, regular
from hiptimer.ui.session.exercise_part import ExercisePart
from hiptimer.ui.session.groups import grouped
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.chips import Chip
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.layouts import clear

# More than anybody does in a day; a file from elsewhere may hold a hundred thousand.
MOST_SETS = 400
EMPTY = "No set was begun."


class SetsCard(Card):
    """`corrected` carries a Correction, `rated` an exercise's id with a Rating or None."""

    corrected = Signal(object)
    rated = Signal(object)

    def __init__(self, album: Album, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(radius=20, parent=parent)
        self._album = album
        self._icons = icons
        self._utc_offset_s = 0
        self.parts: list[ExercisePart] = []
        self.times = Chip("Start times", height=30)
        self.times.setAccessibleName("Show when each set was begun")
        self.times.toggled.connect(self._show_times)
        head = QHBoxLayout()
        head.addWidget(Label("What you did", bold(18)), 1)
        head.addWidget(self.times)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 20, 20)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._parts)
        column.addStretch(1)

    def show_session(
        self, session: Session, names: Mapping[str, str], *, is_editable: bool
    ) -> None:
        self._utc_offset_s = session.utc_offset_s
        clear(self._parts)
        self.parts = []
        drawn = frozenset(names)
        # As it was called then, for what the catalogue has lost since.
        names = {record.exercise.id: record.exercise.name for record in session.sets} | dict(names)
        left = MOST_SETS
        for group in grouped(session):
            if left > 0:
                album = self._album if group.exercise.id in drawn else None
                self._add(
                    ExercisePart(
                        group.first_sets(left), names, album, self._icons, is_editable=is_editable
                    )
                )
            left -= len(group.sets)
        if left < 0:
            self._tell(f"{plural(-left, 'set')} more, not shown here.")
        if not self.parts:
            self._tell(EMPTY)
        self._show_times(self.times.isChecked())

    def _add(self, part: ExercisePart) -> None:
        if self.parts:
            self._parts.addWidget(Hair())
        part.corrected.connect(self.corrected)
        part.rated.connect(self.rated)
        self.parts.append(part)
        self._parts.addWidget(part)

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
