"""Every set with what was done, to correct and to rate."""

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hiptimer.model import words
from hiptimer.model.exercise import Exercise
from hiptimer.model.session import Corrected, Rating, Session, SetRecord
from hiptimer.model.side import Side
from hiptimer.ui.done.chips import Chip, Choice
from hiptimer.ui.done.wishes import Correction
from hiptimer.ui.fonts import bold, regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.label import ElidedLabel, Label
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import paint_box, paint_ring

RATINGS = (Rating.EASY, Rating.RIGHT, Rating.TOO_MUCH)
RATING_WORDS = ("easy", "right", "too much")
HOLD_STEP_S = 5


class StepButton(Press):
    """A small round button with one sign."""

    def __init__(self, sign: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(sign, parent)
        self.setAccessibleName(name)
        self.setFont(semibold(18))
        self.setAutoRepeat(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(36, 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        fill = Tone.TRACK if self.is_hot else Tone.CHIP
        paint_box(painter, box, box.height() / 2, colour(palette, fill))
        painter.setFont(self.font())
        painter.setPen(colour(palette, Tone.INK))
        painter.drawText(box.adjusted(0, -1, 0, -1), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.height() / 2, palette)


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
            side.setFixedWidth(42)
            row.addWidget(side)
        self._less = StepButton("−", f"{title}: less")
        self._more = StepButton("+", f"{title}: more")
        self._value = Label("", semibold(14, tabular=True))
        self._value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._value.setMinimumWidth(84)
        for part in (self._less, self._value, self._more):
            row.addWidget(part)
        row.addStretch(1)
        if self._is_hold:
            for button in (self._less, self._more):
                button.setToolTip("By 5 s. With Shift by 1 s")
        self._less.clicked.connect(self._take_less)
        self._more.clicked.connect(self._take_more)
        self._write()

    @property
    def text(self) -> str:
        return self._value.text()

    @property
    def _is_hold(self) -> bool:
        return self._record.planned.hold_s is not None

    def _take_less(self) -> None:
        self._step(-1)

    def _take_more(self) -> None:
        self._step(+1)

    def _step(self, by: int) -> None:
        record = self._record
        if self._is_hold:
            corrected = Corrected(hold_s=float(_stepped_hold(record.done_hold_s, by)))
        else:
            corrected = Corrected(reps=max(0, record.done_reps + by))
        if corrected == (record.corrected or Corrected(record.reps, record.hold_s)):
            return
        self._record = msgspec.structs.replace(record, corrected=corrected)
        self._write()
        self.corrected.emit(Correction(record.n, record.attempt, corrected))

    def _write(self) -> None:
        self._value.setText(words.set_words(self._record))


def _stepped_hold(seconds: float, by: int) -> int:
    """To the next whole five seconds, or with Shift by one."""
    whole = round(seconds)
    if QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
        return max(0, whole + by)
    fives = whole // HOLD_STEP_S if by > 0 else -(-whole // HOLD_STEP_S)
    return max(0, (fives + by) * HOLD_STEP_S)


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
        self.rating = Choice(
            tuple(Chip(text, height=28, radius=14) for text in RATING_WORDS),
            tuple(f"{group.name}: {text}" for text in RATING_WORDS),
        )
        first = group.rows[0][0].rating
        self.rating.show_chosen(None if first is None else RATINGS.index(first))
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
            column.addWidget(Label(f"In place of {instead_of}", regular(13), Tone.MUTED))
        self.cells: list[SetCell] = []
        column.addLayout(self._grid(group))

    def _grid(self, group: Group) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        for number, row in enumerate(group.rows, start=1):
            name = f"Set {number}" if len(group.rows) > 1 else ""
            if name:
                grid.addWidget(Label(name, regular(14, tabular=True), Tone.MUTED), number, 0)
            for place, record in enumerate(row, start=1):
                title = ", ".join(
                    part for part in (group.name, name.lower(), record.side.value) if part
                )
                cell = SetCell(record, title)
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
        self._column.addWidget(Label("What you did", bold(18)))

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
