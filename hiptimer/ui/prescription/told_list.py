"""What is not understood, and how the rest was taken, to be read and put right one by one."""

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import later, tr, tr_n
from hiptimer.model.prescription.prescribed import NotUnderstood, Prescription, Remark
from hiptimer.model.prescription.telling import quoted
from hiptimer.ui.fonts import regular
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.flow import FlowLayout
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.layouts import clear
from hiptimer.ui.widgets.shape import RING_SPACE

MOST_SHOWN = 30
NOT_UNDERSTOOD = later("Not understood: {words}. {why} Select it in the text")
NOTE = later("Note: {words}. {why} Select it in the text")


class Instead(msgspec.Struct, frozen=True):
    """Words to put in place of a stretch of the text."""

    start: int
    end: int
    words: str


class _Offer(Button):
    """ "Clamshell": puts the name in."""

    taken = Signal(object)

    def __init__(self, instead: Instead, quoted: str) -> None:
        super().__init__(instead.words, Look.SECONDARY, size=13)
        self._instead = instead
        self.setAccessibleName(
            tr(
                "Did you mean {name}? Put it in place of {words}",
                name=instead.words,
                words=quoted,
            )
        )
        self.clicked.connect(self._take)

    def _take(self) -> None:
        self.taken.emit(self._instead)


class ToldRow(QWidget):
    """The words it is about, why, and what may be meant instead. `selected` carries the place."""

    selected = Signal(int, int)
    taken = Signal(object)

    def __init__(self, told: NotUnderstood | Remark, names: tuple[str, ...]) -> None:
        super().__init__()
        self._told = told
        words = quoted(told.text)
        self.show_it = Button(words, Look.QUIET, size=14)
        told_as = NOT_UNDERSTOOD if isinstance(told, NotUnderstood) else NOTE
        self.show_it.setAccessibleName(tr(told_as, words=words, why=told.why))
        self.show_it.clicked.connect(self._select)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        # Its words, not its ring, stand in line with what is said of them.
        heading = QHBoxLayout()
        heading.addSpacing(-round(RING_SPACE))
        heading.addWidget(self.show_it)
        heading.addStretch()
        column.addLayout(heading)
        why = Label(told.why, regular(14), Tone.MUTED, wraps=True)
        column.addWidget(why)
        offers = FlowLayout(gap=2, outset=round(RING_SPACE))
        self.offers = tuple(_Offer(Instead(told.start, told.end, name), words) for name in names)
        for offer in self.offers:
            offer.taken.connect(self.taken)
            offers.addWidget(offer)
        column.addLayout(offers)

    def _select(self) -> None:
        self.selected.emit(self._told.start, self._told.end)


class ToldList(QWidget):
    """All that is told of a text, what is not understood first."""

    selected = Signal(int, int)
    taken = Signal(object)

    def __init__(self, exercises: Mapping[str, Exercise]) -> None:
        super().__init__()
        self._exercises = exercises
        self._shown: tuple[NotUnderstood | Remark, ...] = ()
        self.rows: tuple[ToldRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(0)

    def show_told(self, read: Prescription) -> None:
        """Rows that stay as they are are not made anew: the focus may be on one."""
        told: tuple[NotUnderstood | Remark, ...] = (*read.not_understood, *read.remarks)
        if told == self._shown:
            return
        self._shown = told
        clear(self._column)
        self.rows = tuple(self._row(one) for one in told[:MOST_SHOWN])
        for row in self.rows:
            self._column.addWidget(row)
        more = len(told) - MOST_SHOWN
        if more > 0:
            words = tr_n(
                "And {n} more, underlined in the text.",
                "And {n} more, underlined in the text.",
                more,
            )
            self._column.addWidget(Label(words, regular(14), Tone.MUTED, wraps=True))
        self._column.addStretch()

    def _row(self, told: NotUnderstood | Remark) -> ToldRow:
        meant = told.meant if isinstance(told, NotUnderstood) else ()
        row = ToldRow(told, tuple(self._exercises[id_].name for id_ in meant))
        row.selected.connect(self.selected)
        row.taken.connect(self.taken)
        return row
