"""Routines: the list of all, and what the chosen one holds."""

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.ui.figure.album import Album
from hiptimer.ui.figure.picture_view import PictureView
from hiptimer.ui.fonts import bold, medium, regular, semibold
from hiptimer.ui.routines.rows import RoutineDelegate, RoutineModel, facts
from hiptimer.ui.routines.save_dialog import SaveDialog, music_folder
from hiptimer.ui.routines.take_along import TakeAlong
from hiptimer.ui.theme import Tone
from hiptimer.ui.today.plan import RoutineCard
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.layouts import clear
from hiptimer.ui.widgets.row_list import RowList
from hiptimer.ui.widgets.scroll import Scroll
from hiptimer.ui.widgets.shape import RING_SPACE

PICTURE = QSize(84, 56)


class RoutineDetail(Card):
    """One routine with its moves, and what can be done with it."""

    start_pressed = Signal()
    use_pressed = Signal()

    def __init__(self, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._album = album
        self._name = Label("", bold(28), wraps=True)
        self._facts = Label("", regular(16), Tone.MUTED, wraps=True)
        self._when = Label("", medium(15), Tone.WORK_TEXT, wraps=True)
        self._note = Label("", regular(15), Tone.MUTED, wraps=True)
        self._moves = QVBoxLayout()
        self._moves.setSpacing(0)
        self.start = Button("Start now", Look.PRIMARY, size=16)
        self.use = Button("Use for today", Look.SECONDARY, size=16)
        self.take_along = TakeAlong()
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
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 32, 24, 28)
        column.setSpacing(16)
        column.addWidget(Scroll(content), 1)
        column.addLayout(buttons)
        column.addSpacing(-8)
        column.addWidget(self.take_along)

    def show_card(self, card: RoutineCard) -> None:
        self._when.setText(card.when)
        self._when.setVisible(bool(card.when))
        self._name.setText(card.name)
        self._facts.setText(facts(card))
        self._note.setText(card.note)
        self._note.setVisible(bool(card.note))
        self.start.setAccessibleName(f"Start {card.name} now")
        self.use.setAccessibleName(f"Use {card.name} for today")
        self.take_along.save.setAccessibleName(f"Save {card.name} as sound file")
        clear(self._moves)
        moves = zip(card.moves, card.exercises, strict=True)
        for number, (words, exercise_id) in enumerate(moves, start=1):
            picture = PictureView(exercise_id, PICTURE, self._album)
            self._moves.addWidget(MoveLine(number, words, picture))


class MoveLine(QWidget):
    """One move with its number and its picture."""

    def __init__(self, number: int, words: str, picture: PictureView) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(14)
        count = Label(str(number), semibold(14, tabular=True), Tone.MUTED)
        count.setFixedWidth(18)
        row.addWidget(count)
        row.addWidget(picture)
        row.addWidget(Label(words, medium(16), wraps=True), 1)


class RoutinesPage(QWidget):
    """`routine_wished` proposes a routine on Today, `start_wished` starts it at once.

    `save_wished` carries a routine's id and the Path of the sound file it shall become.
    """

    routine_wished = Signal(str)
    start_wished = Signal(str)
    save_wished = Signal(str, object)
    cancel_wished = Signal()

    def __init__(self, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RoutineModel()
        self._folder: Path | None = None
        self._to_save = ""
        self._count = Label("", regular(16), Tone.MUTED)
        self.list = RowList(RoutineDelegate(album), "Routines")
        self.list.setModel(self._model)
        self.detail = RoutineDetail(album)
        self.detail.hide()
        self._lay_out()
        album.drawn.connect(self._show_pictures)
        album.emptied.connect(self._show_pictures)
        self.list.chosen.connect(self._show_row)
        self.list.row_entered.connect(self._start_row)
        self.detail.start_pressed.connect(self._start)
        self.detail.use_pressed.connect(self._use)
        self.detail.take_along.save_pressed.connect(self._ask_where)
        self.detail.take_along.cancel_pressed.connect(self.cancel_wished)
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        heading = QVBoxLayout()
        heading.setSpacing(4)
        heading.addWidget(Label("Routines", bold(30)))
        heading.addWidget(self._count)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list, 9)
        row.addWidget(self.detail, 11)
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 36, 44, 32)
        column.setSpacing(20)
        column.addLayout(heading)
        column.addLayout(row, 1)

    def show_routines(self, cards: tuple[RoutineCard, ...]) -> None:
        """Show the cards; the routine chosen before stays chosen if it is still there."""
        chosen = self._chosen_card()
        self._model.show_cards(cards)
        self._count.setText(f"{len(cards)} to choose from" if cards else "There are none yet.")
        self.detail.setVisible(bool(cards))
        if cards:
            ids = [card.id for card in cards]
            self.list.choose(ids.index(chosen.id) if chosen and chosen.id in ids else 0)

    def _chosen_card(self) -> RoutineCard | None:
        index = self.list.currentIndex()
        return self._model.card(index.row()) if index.isValid() else None

    def _show_row(self, row: int) -> None:
        self.detail.show_card(self._model.card(row))

    def _show_pictures(self) -> None:
        self.list.viewport().update()

    def _start_row(self, row: int) -> None:
        self.start_wished.emit(self._model.card(row).id)

    def _start(self) -> None:
        self._start_row(self.list.currentIndex().row())

    def _use(self) -> None:
        self.routine_wished.emit(self._model.card(self.list.currentIndex().row()).id)

    # --- the sound file ---

    def tell_saving(self, words: str, *, is_writing: bool) -> None:
        """How the sound file comes along."""
        self.detail.take_along.tell(words, is_writing=is_writing)

    def _ask_where(self) -> None:
        card = self._chosen_card()
        if card is None:
            return
        self._to_save = card.id
        dialog = SaveDialog((self._folder or music_folder()) / f"{card.id}.ogg", self)
        dialog.file_chosen.connect(self._save)
        dialog.open()

    def _save(self, file: Path) -> None:
        self._folder = file.parent
        self.save_wished.emit(self._to_save, file)
