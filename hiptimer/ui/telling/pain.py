"""What hurts: places, each with its side and how strong, and two signs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model import words
from hiptimer.model.language import tr
from hiptimer.model.session import Pain, Place, Sign
from hiptimer.model.side import Side
from hiptimer.ui.fonts import semibold
from hiptimer.ui.widgets.chips import Chip, Choice, number_choice
from hiptimer.ui.widgets.flow import FlowLayout
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.segments import Segments
from hiptimer.ui.widgets.tab_order import tab_after

SIDES = (Side.BOTH, Side.LEFT, Side.RIGHT)
LEAST_SCORE = 1
MOST_SCORE = 10
SIDES_WIDTH = 236


class PainRow(QWidget):
    """Side and score of one place. Who taps a place says that it hurts: the score starts at 1."""

    changed = Signal()

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._score = LEAST_SCORE
        self._sides = Segments(tuple(words.side_name(side) for side in SIDES))
        self._sides.setFixedWidth(max(SIDES_WIDTH, self._sides.sizeHint().width()))
        name = words.place_words(place)
        for side, segment in zip(SIDES, self._sides.segments, strict=True):
            segment.setAccessibleName(f"{name}, {words.side_in_line(side)}")
        scores = range(MOST_SCORE + 1)
        self._scores: Choice = number_choice(
            # L: {place} is where it hurts.
            tuple(tr("{place}, pain {score} of 10", place=name, score=score) for score in scores),
            width=32,
            height=34,
        )
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 0, 0)
        head.addWidget(Label(name, semibold(15), wraps=True), 1)
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
    """All places and signs as chips; each chosen place has a row below.

    A session may say two things of one place, one a side: then it has two rows.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Place, Chip] = {}
        self._rows: dict[Place, list[PainRow]] = {}
        self._signs: dict[Sign, Chip] = {}
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        chips = QWidget()
        flow = FlowLayout(chips, gap=0)
        column.addWidget(chips)
        for place in Place:
            chip = self._chips[place] = Chip(words.place_words(place))
            self._rows[place] = []
            flow.addWidget(chip)
            self._add_row(place)
            chip.clicked.connect(self._take_places)
        for sign in Sign:
            self._signs[sign] = Chip(words.sign_words(sign))
            flow.addWidget(self._signs[sign])
            self._signs[sign].clicked.connect(self.changed)
        self._order()
        self._show_rows()

    @property
    def pain(self) -> tuple[Pain, ...]:
        return tuple(
            row.pain
            for place, chip in self._chips.items()
            if chip.isChecked()
            for row in self._rows[place]
        )

    @property
    def signs(self) -> tuple[Sign, ...]:
        return tuple(sign for sign, chip in self._signs.items() if chip.isChecked())

    def show_all(self, pain: tuple[Pain, ...], signs: tuple[Sign, ...]) -> None:
        """Show what a session holds, without telling it."""
        for place, chip in self._chips.items():
            given = [one for one in pain if one.place is place]
            chip.setChecked(bool(given))
            self._show_place(place, given or [Pain(place, Side.BOTH, LEAST_SCORE)])
        for sign, chip in self._signs.items():
            chip.setChecked(sign in signs)
        self._order()
        self._show_rows()

    def _show_place(self, place: Place, pain: list[Pain]) -> None:
        """As many rows as there is to say of a place."""
        rows = self._rows[place]
        while len(rows) > len(pain):
            row = rows.pop()
            row.hide()
            row.deleteLater()
        while len(rows) < len(pain):
            self._add_row(place)
        for row, one in zip(rows, pain, strict=True):
            row.show_pain(one)

    def _add_row(self, place: Place) -> None:
        row = PainRow(place)
        # The chips come first, then the rows in the order of the places.
        before = sum(len(self._rows.get(one, ())) for one in _up_to(place))
        self._column.insertWidget(1 + before, row)
        self._rows[place].append(row)
        row.changed.connect(self.changed)

    def _order(self) -> None:
        """Tab goes along the chips, then down the rows, as they stand."""
        chips = (*self._chips.values(), *self._signs.values())
        last: QWidget = chips[0]
        for part in (*chips[1:], *(row for rows in self._rows.values() for row in rows)):
            last = tab_after(last, part)

    def _take_places(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        for place, chip in self._chips.items():
            for row in self._rows[place]:
                row.setVisible(chip.isChecked())


def _up_to(place: Place) -> tuple[Place, ...]:
    """The places as far as `place`, itself included."""
    places = tuple(Place)
    return places[: places.index(place) + 1]
