"""What hurts: places, each with its side and how strong, and two signs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model import words
from hiptimer.model.session import Pain, Place, Sign
from hiptimer.model.side import Side
from hiptimer.ui.fonts import semibold
from hiptimer.ui.widgets.chips import Chip, Choice, number_choice
from hiptimer.ui.widgets.flow import FlowLayout
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.segments import Segments

SIDES = (Side.BOTH, Side.LEFT, Side.RIGHT)
LEAST_SCORE = 1
MOST_SCORE = 10


class PainRow(QWidget):
    """Side and score of one place. Who taps a place says that it hurts: the score starts at 1."""

    changed = Signal()

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._score = LEAST_SCORE
        self._sides = Segments(tuple(words.side_name(side) for side in SIDES))
        self._sides.setFixedWidth(236)
        name = words.place_words(place)
        for segment in self._sides.segments:
            segment.setAccessibleName(f"{name}, {segment.text().lower()}")
        self._scores: Choice = number_choice(
            tuple(f"{name}, pain {score} of 10" for score in range(MOST_SCORE + 1)),
            width=32,
            height=34,
        )
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 0, 0)
        head.addWidget(Label(name, semibold(15)), 1)
        head.addWidget(self._sides)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._scores)
        self._scores.show_chosen(self._score)
        self._scores.changed.connect(self._take_score)
        self._sides.changed.connect(self._tell)

    @property
    def pain(self) -> Pain:
        return Pain(place=self._place, side=SIDES[self._sides.chosen], score=self._score)

    def show_pain(self, pain: Pain) -> None:
        """Show what was said before, without telling it again."""
        self._score = pain.score
        self._scores.show_chosen(pain.score)
        self._sides.segments[SIDES.index(pain.side)].setChecked(True)

    def _take_score(self, score: int | None) -> None:
        """A place that hurts has a score: a second tap on it changes nothing."""
        if score is None:
            self._scores.show_chosen(self._score)
            return
        self._score = score
        self.changed.emit()

    def _tell(self, _place: int) -> None:
        self.changed.emit()


class PainPart(QWidget):
    """All places and signs as chips; each chosen place has a row below."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Place, Chip] = {}
        self._rows: dict[Place, PainRow] = {}
        self._signs: dict[Sign, Chip] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        chips = QWidget()
        flow = FlowLayout(chips, gap=0)
        column.addWidget(chips)
        for place in Place:
            chip, row = Chip(words.place_words(place)), PainRow(place)
            self._chips[place], self._rows[place] = chip, row
            flow.addWidget(chip)
            column.addWidget(row)
            chip.clicked.connect(self._take_places)
            row.changed.connect(self.changed)
        for sign in Sign:
            self._signs[sign] = Chip(words.sign_words(sign))
            flow.addWidget(self._signs[sign])
            self._signs[sign].clicked.connect(self.changed)
        self._show_rows()

    @property
    def pain(self) -> tuple[Pain, ...]:
        return tuple(
            self._rows[place].pain for place, chip in self._chips.items() if chip.isChecked()
        )

    @property
    def signs(self) -> tuple[Sign, ...]:
        return tuple(sign for sign, chip in self._signs.items() if chip.isChecked())

    def show_all(self, pain: tuple[Pain, ...], signs: tuple[Sign, ...]) -> None:
        """Show what a session holds, without telling it."""
        given = {one.place: one for one in pain}
        for place, chip in self._chips.items():
            chip.setChecked(place in given)
            self._rows[place].show_pain(given.get(place, Pain(place, Side.BOTH, LEAST_SCORE)))
        for sign, chip in self._signs.items():
            chip.setChecked(sign in signs)
        self._show_rows()

    def _take_places(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        for place, chip in self._chips.items():
            self._rows[place].setVisible(chip.isChecked())
