"""The self-check's page: what is measured, the last result of each, and how it has gone."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import later, tr, tr_n
from hiptimer.model.self_check import Measure, Result
from hiptimer.model.side import Side
from hiptimer.model.time_words import full_date_words
from hiptimer.model.words import side_name
from hiptimer.ui.figure.album import Album
from hiptimer.ui.figure.picture_view import PictureView
from hiptimer.ui.fonts import bold, medium, regular, semibold
from hiptimer.ui.self_check.trend import SIDES, Trend
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.full_page import FullPage
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.page_edge import NARROW
from hiptimer.ui.widgets.scroll import Scroll

PICTURE = QSize(150, 100)
NO_NUMBER = "–"
BESIDE_BAR = 12
LEAD = later(
    "How long, or how many, on each side while form holds. It is a measure of your own and nothing "
    "more: it only says how today compares with you before."
)
HOW = later(
    "Warm up a little, and put the laptop within reach. When form goes, press ↓ at once. "
    "What you were late by, you can put right afterwards. If something hurts, press → to leave it."
)


class MeasureCard(msgspec.Struct, frozen=True):
    """One measure with the name of its exercise."""

    measure: Measure
    name: str


class SelfCheckPage(FullPage):
    """`start_wished` asks for the self-check to begin."""

    start_wished = Signal()

    def __init__(
        self, measures: Sequence[MeasureCard], album: Album, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Self-check"), parent=parent)
        self.start = Button(tr("Start the self-check"), Look.PRIMARY, key="Enter", size=16)
        self.start.clicked.connect(self.start_wished)
        self.buttons.addWidget(self.start)
        self.cards = {one.measure.exercise_id: ResultCard(one, album) for one in measures}
        content = QWidget()
        column = self._content_column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(Label(tr(LEAD), regular(17), wraps=True))
        column.addWidget(Label(tr(HOW), regular(17), Tone.MUTED, wraps=True))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(16)
        for card in self.cards.values():
            self._row.addWidget(card, 1)
        column.addLayout(self._row)
        column.addStretch()
        scroll = Scroll(content)
        scroll.verticalScrollBar().rangeChanged.connect(self._make_room)
        self.body.addWidget(scroll)
        self._enter = QShortcut(self)
        self._enter.setKeys([QKeySequence(Qt.Key.Key_Return), QKeySequence(Qt.Key.Key_Enter)])
        self._enter.activated.connect(self.start_wished)

    def show_results(self, results: Mapping[str, Sequence[Result]]) -> None:
        """Show what there is by exercise, oldest first."""
        for exercise_id, card in self.cards.items():
            card.show_results(results.get(exercise_id, ()))

    def _make_room(self, _least: int, most: int) -> None:
        """Between the cards and the scroll bar, where there is one."""
        self._content_column.setContentsMargins(0, 0, BESIDE_BAR if most else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )


class ResultCard(Card):
    """One measure: left beside right, against the time before, and over time."""

    def __init__(self, shown: MeasureCard, album: Album) -> None:
        super().__init__()
        self._measure = shown.measure
        self._when = Label("", regular(14), Tone.MUTED)
        self.sides = tuple(SideResult(side, tone, self._measure) for tone, side in SIDES)
        self.trend = Trend()
        heading = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(shown.name, semibold(18), wraps=True))
        words.addWidget(Label(tr(self._measure.until), regular(14), Tone.MUTED, wraps=True))
        words.addWidget(self._when)
        words.addStretch()
        heading.addLayout(words, 1)
        heading.addWidget(PictureView(self._measure.exercise_id, PICTURE, album))
        numbers = QHBoxLayout()
        for side in self.sides:
            numbers.addWidget(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 20, 20)
        column.setSpacing(10)
        column.addLayout(heading)
        column.addLayout(numbers)
        column.addWidget(self.trend)
        # Beside a card with more to show, the numbers of all still stand in one line.
        column.addStretch(1)

    def show_results(self, results: Sequence[Result]) -> None:
        last = results[-1] if results else None
        self._when.setText(tr("Not measured yet") if last is None else full_date_words(last.day))
        for place, side in enumerate(self.sides):
            values = [(r.left, r.right)[place] for r in results]
            earlier = [value for value in values[:-1] if value is not None]
            side.show_value(values[-1] if values else None, earlier[-1] if earlier else None)
        self.trend.setVisible(len(results) > 1)
        self.trend.show_results(results)


class SideResult(QWidget):
    """One side: its number, and by how much it differs from the time before."""

    def __init__(self, side: Side, tone: Tone, measure: Measure) -> None:
        super().__init__()
        self._is_held = measure.is_held
        self._side = side
        self._number = Label("", bold(44, tabular=True))
        self._change = Label("", regular(14), Tone.MUTED)
        name = Label(side_name(side), medium(15))
        name.setForegroundRole(tone.role)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(name, 0, 0, 1, 2)
        grid.addWidget(self._number, 1, 0)
        self._unit = Label(measure.unit, regular(16), Tone.MUTED)
        grid.addWidget(self._unit, 1, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._change, 2, 0, 1, 2)

    def show_value(self, value: float | None, before: float | None) -> None:
        """A value not known is a dash; `before` is the one of the time before."""
        self._number.setText(NO_NUMBER if value is None else f"{value:.0f}")
        self._number.setForegroundRole((Tone.MUTED if value is None else Tone.INK).role)
        self._unit.setVisible(value is not None)
        self._change.setText(change_words(value, before, is_held=self._is_held))


def change_words(value: float | None, before: float | None, *, is_held: bool) -> str:
    """Such as "4 s more than before"; empty where there is nothing to compare."""
    if value is None or before is None:
        return ""
    change = round(value) - round(before)
    if change == 0:
        return tr("as before")
    if is_held and change > 0:
        return tr("{seconds} s more than before", seconds=change)
    if is_held:
        return tr("{seconds} s less than before", seconds=-change)
    if change > 0:
        # L: n is a number of reps.
        return tr_n("{n} more than before", "{n} more than before", change)
    # L: n is a number of reps.
    return tr_n("{n} fewer than before", "{n} fewer than before", -change)
