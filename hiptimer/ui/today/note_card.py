"""Something asked or told on Today that can be answered with one click, or left alone."""

import msgspec
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.ui.figure.album import Album
from hiptimer.ui.figure.picture_view import PictureView
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.today.offer import CloseButton
from hiptimer.ui.widgets.answer import AnswerButton
from hiptimer.ui.widgets.button import Look
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.layouts import clear

PICTURE = QSize(132, 88)
# The answer of whoever presses the cross.
CLOSED = "closed"


class NoteChoice(msgspec.Struct, frozen=True):
    """One way to answer a note; `id` is told when its button is pressed."""

    id: str
    words: str
    look: Look = Look.SECONDARY


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """`picture` is an exercise by id. `close_words` is what the cross means: None for "Not now", ""
    for no cross.
    """

    title: str
    text: str = ""
    choices: tuple[NoteChoice, ...] = ()
    picture: str = ""
    close_words: str | None = None


class NoteCard(Card):
    """Shows one note at a time. `answered` carries a choice's id, or CLOSED. It never takes the
    focus by itself. Small, it does without the picture and without the keys on its buttons.
    """

    answered = Signal(str)

    def __init__(self, icons: IconSet, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(fill=Tone.ACCENT_SOFT, line=None, parent=parent)
        self._icons = icons
        self._album = album
        self._note: Note | None = None
        self._is_small = False
        self.buttons: list[NoteButton] = []
        self._title = Label("", semibold(18), wraps=True)
        self._text = Label("", regular(15), wraps=True)
        self._picture_place = QHBoxLayout()
        self._choices = QHBoxLayout()
        self._choices.setSpacing(4)
        self.close_button = CloseButton(tr("Not now"), icons, self)
        self.close_button.clicked.connect(self._close)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch()
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._picture_place)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._choices)
        self._row.addWidget(self.close_button)
        self._set_sizes()
        self.hide()

    @property
    def note(self) -> Note | None:
        """What is shown."""
        return self._note

    def fit(self, *, is_small: bool) -> None:
        """Take the sizes of a small or a usual window."""
        if is_small != self._is_small:
            self._is_small = is_small
            self._set_sizes()
            if self._note is not None:
                self._write(self._note)

    def _set_sizes(self) -> None:
        self._title.setFont(semibold(15 if self._is_small else 18))
        self._text.setFont(regular(13 if self._is_small else 15))
        top, side = (4, 18) if self._is_small else (14, 24)
        self._row.setContentsMargins(side, top, 12, top)
        self._row.setSpacing(12 if self._is_small else 20)

    def show_note(self, note: Note | None) -> None:
        """Show a note, or none. The same one again changes nothing."""
        self.setVisible(note is not None)
        if note is None or note == self._note:
            self._note = note
            return
        self._note = note
        self._write(note)

    def _write(self, note: Note) -> None:
        self._title.setText(note.title)
        self._text.setText(note.text)
        self._text.setVisible(bool(note.text))
        clear(self._picture_place)
        if note.picture and not self._is_small:
            self._picture_place.addWidget(PictureView(note.picture, PICTURE, self._album))
        clear(self._choices)
        self.buttons = [
            NoteButton(choice, number, is_small=self._is_small)
            for number, choice in enumerate(note.choices, 1)
        ]
        for button in self.buttons:
            self._choices.addWidget(button)
            button.answered.connect(self.answered)
        close_words = tr("Not now") if note.close_words is None else note.close_words
        self.close_button.setVisible(bool(close_words))
        self.close_button.setAccessibleName(close_words)
        self.close_button.setToolTip(close_words)

    def press(self, number: int) -> bool:
        """Press the choice of that number; False when there is none."""
        is_there = self._note is not None and 1 <= number <= len(self.buttons)
        if is_there:
            self.buttons[number - 1].click()
        return is_there

    def _close(self) -> None:
        self.answered.emit(CLOSED)


class NoteButton(AnswerButton):
    """`answered` carries the id of its choice; `number` is the key that presses it, which is told
    on it unless it is small.
    """

    answered = Signal(str)

    def __init__(self, choice: NoteChoice, number: int, *, is_small: bool) -> None:
        key = "" if is_small else str(number)
        super().__init__(choice.words, choice.look, key=key, size=13 if is_small else 15)
        self._id = choice.id
        self.clicked.connect(self._answer)

    def _answer(self) -> None:
        self.answered.emit(self._id)
