"""Every set with what was done, to correct and to rate."""

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model import words
from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr
from hiptimer.model.session import Session, SetRecord
from hiptimer.model.side import Side
from hiptimer.ui.fonts import bold, regular, semibold
from hiptimer.ui.telling.correcting import corrected_to, is_hold, stepped
from hiptimer.ui.telling.rating import RATINGS, rating_choice
from hiptimer.ui.telling.step_button import HOLD_TIP, StepButton, is_shift_held
from hiptimer.ui.telling.wishes import Correction
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.label import ElidedLabel, Label
from hiptimer.ui.widgets.shape import RING_SPACE

SIDE_WIDTH, VALUE_WIDTH = 42, 84


class SetCell(QWidget):
    """One set: its side, less, what was done, more."""

    corrected = Signal(object)

    def __init__(self, record: SetRecord, title: str, parent: QWidget | None = None) -> None:
        """`title` names the set for a screen reader."""
        super().__init__(parent)
        self._record = record
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        if record.side is not Side.BOTH:
            side = Label(words.side_name(record.side), regular(14), Tone.MUTED)
            side.setFixedWidth(max(SIDE_WIDTH, _side_room(side.fontMetrics())))
            row.addWidget(side)
        else:
            # The box of the button, not its ring, stands in line with the name above.
            row.addSpacing(-round(RING_SPACE))
        self._less = StepButton("−", tr("{set}: less", set=title))
        self._more = StepButton("+", tr("{set}: more", set=title))
        self._value = Label("", semibold(14, tabular=True))
        self._value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self._less, self._value, self._more):
            row.addWidget(part)
        row.addStretch(1)
        if is_hold(record):
            for button in (self._less, self._more):
                button.setToolTip(tr(HOLD_TIP))
        self._less.clicked.connect(self._take_less)
        self._more.clicked.connect(self._take_more)
        self._write()

    @property
    def text(self) -> str:
        return self._value.text()

    def _take_less(self) -> None:
        self._step(-1)

    def _take_more(self) -> None:
        self._step(+1)

    def _step(self, by: int) -> None:
        before = self._record
        number = stepped(before, by, finely=is_shift_held())
        self._record = corrected_to(before, number)
        if self._record == before:
            return
        self._write()
        self.corrected.emit(Correction(before.n, before.attempt, self._record.corrected))

    def _write(self) -> None:
        self._value.setText(words.set_words(self._record))
        self._value.setMinimumWidth(max(VALUE_WIDTH, self._value.sizeHint().width()))


def _side_room(metrics: QFontMetrics) -> int:
    names = (words.side_name(side) for side in (Side.LEFT, Side.RIGHT))
    return max(map(metrics.horizontalAdvance, names)) + 6


class Group(msgspec.Struct, frozen=True):
    """The sets of one exercise; each row has the sides of one set."""

    name: str
    exercise_id: str
    rows: tuple[tuple[SetRecord, ...], ...]


def grouped(session: Session) -> tuple[Group, ...]:
    """The counting sets by exercise, in the order in which the exercises came."""
    rows: dict[str, dict[tuple[int, int, int], list[SetRecord]]] = {}
    for record in session.counting_sets:
        place = (record.round, record.step, record.set)
        rows.setdefault(record.exercise.id, {}).setdefault(place, []).append(record)
    return tuple(
        Group(
            next(iter(sets.values()))[0].exercise.name,
            exercise_id,
            tuple(tuple(row) for row in sets.values()),
        )
        for exercise_id, sets in rows.items()
    )


class GroupPart(QWidget):
    """One exercise: its name, three words to rate it, its sets."""

    corrected = Signal(object)
    rated = Signal(object)

    def __init__(self, group: Group, instead_of: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercise_id = group.exercise_id
        self.rating = rating_choice(group.name, group.rows[0][0].rating)
        self.rating.changed.connect(self._rate)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ElidedLabel(group.name, semibold(16)), 1)
        head.addWidget(self.rating)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        if instead_of:
            column.addWidget(
                Label(tr("In place of {exercise}", exercise=instead_of), regular(13), Tone.MUTED)
            )
        self.cells: list[SetCell] = []
        column.addLayout(self._grid(group))

    def _grid(self, group: Group) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        for number, row in enumerate(group.rows, start=1):
            is_one_of_many = len(group.rows) > 1
            if is_one_of_many:
                name = tr("Set {number}", number=number)
                grid.addWidget(Label(name, regular(14, tabular=True), Tone.MUTED), number, 0)
            for place, record in enumerate(row, start=1):
                parts = [group.name]
                parts += [tr("set {number}", number=number)] if is_one_of_many else []
                cell = SetCell(record, ", ".join((*parts, words.side_in_line(record.side))))
                cell.corrected.connect(self.corrected)
                self.cells.append(cell)
                grid.addWidget(cell, number, place, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(4, 1)
        return grid

    def _rate(self, place: int | None) -> None:
        rating = None if place is None else RATINGS[place]
        self.rated.emit((self._exercise_id, rating))


class SetsCard(Card):
    """All exercises of a session under each other."""

    corrected = Signal(object)
    rated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=20, parent=parent)
        self.groups: list[GroupPart] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 20, 20)
        self._column.setSpacing(12)
        self._column.addWidget(Label(tr("What you did"), bold(18)))

    def show_session(self, session: Session, exercises: Mapping[str, Exercise]) -> None:
        for part in self.groups:
            # At once off the card: what is deleted later would still be seen and read until then.
            part.setParent(None)
            part.deleteLater()
        self.groups = []
        for group in grouped(session):
            swapped = group.rows[0][0].swapped_from
            instead_of = exercises[swapped].name if swapped and swapped in exercises else ""
            part = GroupPart(group, instead_of)
            part.corrected.connect(self.corrected)
            part.rated.connect(self.rated)
            self.groups.append(part)
            self._column.addWidget(part)
