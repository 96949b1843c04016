"""One routine with its moves, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import bold, medium, regular
from hiptimer.ui.routines.move_line import MoveLine
from hiptimer.ui.routines.own_buttons import OwnButtons
from hiptimer.ui.routines.rows import facts
from hiptimer.ui.routines.suited_part import SuitedPart
from hiptimer.ui.routines.take_along import TakeAlong
from hiptimer.ui.theme import Tone
from hiptimer.ui.today.plan import RoutineCard
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.layouts import clear
from hiptimer.ui.widgets.scroll import Scroll
from hiptimer.ui.widgets.shape import RING_SPACE
from hiptimer.ui.widgets.tab_order import tab_after


class RoutineDetail(Card):
    """`move_opened` carries the MoveLine that was pressed."""

    start_pressed = Signal()
    use_pressed = Signal()
    move_opened = Signal(object)

    def __init__(self, icons: IconSet, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._icons = icons
        self._album = album
        self._name = Label("", bold(28), wraps=True)
        self._facts = Label("", regular(16), Tone.MUTED, wraps=True)
        self._when = Label("", medium(15), Tone.WORK_TEXT, wraps=True)
        self._note = Label("", regular(15), Tone.MUTED, wraps=True)
        self._moves = QVBoxLayout()
        self._moves.setSpacing(0)
        self.lines: tuple[MoveLine, ...] = ()
        self.suited = SuitedPart()
        self.start = Button(tr("Start now"), Look.PRIMARY, size=16)
        self.use = Button(tr("Use for today"), Look.SECONDARY, size=16)
        self.take_along = TakeAlong()
        self.own = OwnButtons(self.take_along.save, self.take_along.cancel)
        self.start.clicked.connect(self.start_pressed)
        self.use.clicked.connect(self.use_pressed)
        self._lay_out()

    def _lay_out(self) -> None:
        content = QWidget()
        words = QVBoxLayout(content)
        words.setContentsMargins(0, 0, 12, 0)
        words.setSpacing(6)
        for label in (self._when, self._name, self._facts):
            words.addWidget(label)
        words.addWidget(self.suited)
        words.addSpacing(12)
        words.addLayout(self._moves)
        words.addSpacing(8)
        words.addWidget(self._note)
        words.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addSpacing(-round(RING_SPACE))
        buttons.addWidget(self.start)
        buttons.addWidget(self.use)
        buttons.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._column.addWidget(Scroll(content), 1)
        self._column.addSpacing(8)
        self._column.addLayout(buttons)
        self._column.addLayout(_moved_out(self.own))
        self._column.addWidget(self.take_along)

    def fit(self, *, is_low: bool) -> None:
        """Less space around it where the window is low."""
        margins = (24, 18, 16, 14) if is_low else (36, 32, 24, 24)
        self._column.setContentsMargins(*margins)

    def show_card(self, card: RoutineCard) -> None:
        self._when.setText(card.when)
        self._when.setVisible(bool(card.when))
        self._name.setText(card.name)
        self._facts.setText(" · ".join(filter(None, (facts(card), card.mark.lower()))))
        self._note.setText(card.note)
        self._note.setVisible(bool(card.note))
        self.start.setAccessibleName(tr("Start {name} now", name=card.name))
        self.use.setAccessibleName(tr("Use {name} for today", name=card.name))
        self.take_along.save.setAccessibleName(tr("Save {name} as sound file", name=card.name))
        self.own.show_card(card)
        self.suited.show_card(card)
        self._show_moves(card)

    def _show_moves(self, card: RoutineCard) -> None:
        clear(self._moves)
        moves = zip(card.moves, card.exercises, strict=True)
        self.lines = tuple(
            MoveLine(step, words, exercise_id, self._icons, self._album)
            for step, (words, exercise_id) in enumerate(moves)
        )
        for line in self.lines:
            line.opened.connect(self.move_opened)
            self._moves.addWidget(line)

    def tab_from(self, last: QWidget) -> QWidget:
        """Let Tab go from `last` through all of this; the widget it comes to last."""
        for part in (
            self.suited.choice,
            *self.lines,
            self.start,
            self.use,
            self.own,
            self.take_along,
        ):
            last = tab_after(last, part)
        return last


def _moved_out(buttons: QWidget) -> QHBoxLayout:
    """Buttons whose boxes line up with the words above; the room for their rings reaches out."""
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addSpacing(-round(RING_SPACE))
    row.addWidget(buttons, 1)
    return row
