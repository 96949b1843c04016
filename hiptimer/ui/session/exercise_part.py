"""One exercise of a past session: its picture, how it felt, its sets."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.model.session import SetRecord
from hiptimer.model.side import Side
from hiptimer.model.words import side_in_line
from hiptimer.ui.figure.album import Album
from hiptimer.ui.figure.picture_view import PictureView
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.session.groups import Group
from hiptimer.ui.session.set_row import EarlierRow, SetRow
from hiptimer.ui.session.words import instead_words, start_words, tempo_words, which_words
from hiptimer.ui.telling.rating import RATINGS, rating_choice, rating_words
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import ElidedLabel, Label

PICTURE = QSize(84, 60)


class ExercisePart(QWidget):
    """`corrected` carries a Correction, `rated` an exercise's id with a Rating or None."""

    corrected = Signal(object)
    rated = Signal(object)

    def __init__(
        self,
        group: Group,
        names: Mapping[str, str],
        album: Album | None,
        icons: IconSet,
        *,
        is_editable: bool,
    ) -> None:
        """`names` are those of all exercises known, by id; `album` has a picture of this one."""
        super().__init__()
        self._group = group
        self._icons = icons
        self._is_editable = is_editable
        self.rows: list[SetRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        # While more is added below, the page has not yet grown: never less than is needed.
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        head = QHBoxLayout()
        head.setSpacing(14)
        exercise = group.exercise
        if album is not None:
            head.addWidget(PictureView(exercise.id, PICTURE, album))
        head.addLayout(self._names(names), 1)
        if is_editable:
            self._choice = rating_choice(exercise.name, group.first.rating)
            self._choice.changed.connect(self._rate)
            head.addWidget(self._choice)
        self._column.addLayout(head)
        self._column.addSpacing(4)
        self._add_sets()

    def _names(self, names: Mapping[str, str]) -> QVBoxLayout:
        group, column = self._group, QVBoxLayout()
        column.setSpacing(3)
        column.addStretch()
        column.addWidget(ElidedLabel(group.exercise.name, semibold(17)))
        instead = instead_words(group.first, names)
        facts = [instead or tempo_words(group.records)]
        if group.first.rating is not None and not self._is_editable:
            # L: {rating} is such as "too much".
            facts.append(tr("felt {rating}", rating=rating_words(group.first.rating)))
        words = " · ".join(fact for fact in facts if fact)
        if words:
            column.addWidget(ElidedLabel(words, regular(13, tabular=True), Tone.MUTED))
        column.addStretch()
        return column

    def _add_sets(self) -> None:
        round_ = 0
        for one in self._group.sets:
            if self._group.has_rounds and one.record.round != round_:
                round_ = one.record.round
                heading = Label(tr("Round {number}", number=round_), semibold(13), Tone.MUTED)
                heading.setContentsMargins(0, 6, 0, 2)
                self._column.addWidget(heading)
            self._column.addWidget(self._row_of(one.record))
            for attempt in one.earlier:
                self._column.addWidget(EarlierRow(attempt))

    def _row_of(self, record: SetRecord) -> SetRow:
        which = which_words(record, numbered=self._group.has_numbers)
        row = SetRow(record, which, self._title(record), self._icons, is_editable=self._is_editable)
        row.corrected.connect(self.corrected)
        self.rows.append(row)
        return row

    def _title(self, record: SetRecord) -> str:
        """Such as "Clamshell, left, set 2"."""
        parts = [record.exercise.name]
        if self._group.has_rounds:
            parts.append(tr("round {number}", number=record.round))
        if record.side is not Side.BOTH:
            parts.append(side_in_line(record.side))
        parts.append(tr("set {number}", number=record.set))
        return ", ".join(parts)

    def show_times(self, is_shown: bool, utc_offset_s: int) -> None:
        """When each set was begun, on the clock of then."""
        for row in self.rows:
            row.show_time(start_words(row.record, utc_offset_s) if is_shown else "")

    def _rate(self, place: int | None) -> None:
        rating = None if place is None else RATINGS[place]
        self.rated.emit((self._group.exercise.id, rating))
