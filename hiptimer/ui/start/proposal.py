"""What the answers lead to: the routine, why this one, and what is spared where it is sore."""

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.complaint import Complaint
from hiptimer.model.language import later, tr
from hiptimer.ui.figure.album import Album
from hiptimer.ui.figure.picture_view import PictureView
from hiptimer.ui.fonts import bold, medium, regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.chip_set import ChipSet
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.layouts import clear
from hiptimer.ui.widgets.notice import IconMark
from hiptimer.ui.widgets.scroll import Scroll
from hiptimer.ui.widgets.shape import RING_SPACE
from hiptimer.workout.suiting_words import complaint_words

PICTURE = QSize(72, 48)
PAD = 28
PLACES = tuple(Complaint)
ASKED = later("Anything sore?")
HINT = later(
    "You need not say. It never chooses a routine: it only swaps moves or leaves them out."
)


class ProposedStart(msgspec.Struct, frozen=True, kw_only=True):
    """`facts` as in "5 min · with a wall"; `moves` are exercises by id with their words; `changes`
    say what was swapped or left out and why. Without moves there is nothing to use.
    """

    name: str
    why: str
    facts: str
    moves: tuple[tuple[str, str], ...]
    changes: tuple[str, ...] = ()
    safety: str = ""
    sore: tuple[Complaint, ...] = ()


class Proposal(QWidget):
    """`sore_chosen` carries the sore places when they are changed."""

    use_wished = Signal()
    why_wished = Signal()
    again_wished = Signal()
    sore_chosen = Signal(object)

    def __init__(self, icons: IconSet, album: Album) -> None:
        super().__init__()
        self._album = album
        self._name = Label("", bold(34), wraps=True)
        self._facts = Label("", regular(16), Tone.MUTED, wraps=True)
        self._why = Label("", regular(18), wraps=True)
        self._moves = QVBoxLayout()
        self._moves.setSpacing(4)
        self._changes = Label("", regular(15), wraps=True)
        self._safety = Label("", regular(15), wraps=True)
        self.sore = ChipSet(tr("Sore places"), tuple(complaint_words(place) for place in PLACES))
        self.use = Button(tr("Use it today"), Look.PRIMARY, key="Enter", size=18)
        self.again = Button(tr("Answer again"), Look.SECONDARY, size=16)
        self.why = Button(tr("Why hips"), Look.QUIET, size=16)
        self.use.clicked.connect(self.use_wished)
        self.again.clicked.connect(self.again_wished)
        self.why.clicked.connect(self.why_wished)
        self.sore.changed.connect(self._tell_sore)
        ring = round(RING_SPACE)
        row = QHBoxLayout()
        row.setContentsMargins(ring, 0, ring, 0)
        row.setSpacing(24)
        row.addWidget(self._routine(), 11)
        row.addWidget(self._spared(icons), 9)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addLayout(self._buttons())

    def _routine(self) -> QWidget:
        content = QWidget()
        words = QVBoxLayout(content)
        words.setContentsMargins(0, 0, 8, 0)
        words.setSpacing(6)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        words.addSpacing(4)
        words.addWidget(self._why)
        words.addSpacing(8)
        words.addLayout(self._moves)
        words.addSpacing(8)
        words.addWidget(self._changes)
        words.addStretch()
        return _card_around(Scroll(content))

    def _spared(self, icons: IconSet) -> QWidget:
        content = QWidget()
        words = QVBoxLayout(content)
        words.setContentsMargins(0, 0, 8, 0)
        words.setSpacing(8)
        ring = round(RING_SPACE)
        for label in (
            Label(tr(ASKED), semibold(22)),
            Label(tr(HINT), regular(15), Tone.MUTED, wraps=True),
        ):
            # In line with the edges of the chips, around which is room for their rings.
            label.setContentsMargins(ring, 0, 0, 0)
            words.addWidget(label)
        words.addWidget(self.sore)
        words.addSpacing(4)
        note = QHBoxLayout()
        note.setContentsMargins(ring, 0, 0, 0)
        note.setSpacing(10)
        mark = IconMark("shield-check", icons, size=20, tone=Tone.ACCENT)
        note.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._safety, 1)
        words.addLayout(note)
        words.addStretch()
        return _card_around(Scroll(content), left=PAD - ring)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.use, self.again, self.why):
            row.addWidget(button)
        row.addStretch()
        return row

    def show_start(self, start: ProposedStart) -> None:
        self._name.setText(start.name)
        self._facts.setText(start.facts)
        self._why.setText(start.why)
        self._changes.setText("\n".join(start.changes))
        self._changes.setVisible(bool(start.changes))
        self._safety.setText(start.safety)
        self.use.setEnabled(bool(start.moves))
        self.sore.show_chosen(tuple(n for n, place in enumerate(PLACES) if place in start.sore))
        clear(self._moves)
        for exercise_id, words in start.moves:
            self._moves.addWidget(_move(exercise_id, words, self._album))

    def _tell_sore(self, places: tuple[int, ...]) -> None:
        self.sore_chosen.emit(tuple(PLACES[place] for place in places))


def _card_around(widget: QWidget, *, left: int = PAD) -> Card:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(left, 24, 20, 20)
    column.addWidget(widget)
    return card


def _move(exercise_id: str, words: str, album: Album) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(14)
    row.addWidget(PictureView(exercise_id, PICTURE, album))
    row.addWidget(Label(words, medium(16), wraps=True), 1)
    return line
