"""One question about the next time, which can be answered with one click or left alone."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.ui.figure.album import Album
from hiptimer.ui.figure.picture_view import PictureView
from hiptimer.ui.fonts import bold, regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.answer import AnswerButton
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.layouts import clear
from hiptimer.ui.widgets.shape import RING_SPACE
from hiptimer.workout.progress.words import Question

PICTURE = QSize(150, 100)


class NextCard(Card):
    """Shows one question at a time, or none. It never takes the focus by itself."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(radius=20, fill=Tone.ACCENT_SOFT, line=None, parent=parent)
        self._album = album
        self._question: Question | None = None
        self._title = Label("", bold(18), wraps=True)
        self._text = Label("", regular(15), wraps=True)
        self._what = Label("", semibold(15), wraps=True)
        self._answers = QHBoxLayout()
        self._answers.setSpacing(0)
        self._picture_place = QVBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        for label in (self._title, self._text, self._what):
            words.addWidget(label)
        words.addStretch(1)
        told = QHBoxLayout()
        told.setSpacing(16)
        # In line with the buttons, which have room around for a focus ring.
        told.setContentsMargins(round(RING_SPACE), 0, 0, 0)
        told.addLayout(words, 1)
        told.addLayout(self._picture_place)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(6)
        column.addLayout(told)
        column.addLayout(self._answers)
        self.yes: Button | None = None
        self.no: Button | None = None
        self.hide()

    @property
    def question(self) -> Question | None:
        """What is shown."""
        return self._question

    def show_question(self, question: Question | None) -> None:
        """Show a question, or none. The same one again changes nothing."""
        self.setVisible(question is not None)
        if question == self._question:
            return
        self._question = question
        if question is not None:
            self._write(question)

    def _write(self, question: Question) -> None:
        texts = (
            (self._title, question.title),
            (self._text, question.text),
            (self._what, question.what),
        )
        for label, words in texts:
            label.setText(words)
            label.setVisible(bool(words))
        clear(self._picture_place)
        if question.exercise_id:
            self._picture_place.addStretch(1)
            self._picture_place.addWidget(PictureView(question.exercise_id, PICTURE, self._album))
            self._picture_place.addStretch(1)
        self._write_answers(question)

    def _write_answers(self, question: Question) -> None:
        clear(self._answers)
        self.yes = self.no = None
        if not question.yes:
            return
        self.yes = AnswerButton(question.yes, Look.PRIMARY, size=15)
        self.no = AnswerButton(question.no, Look.SECONDARY, size=15)
        self.yes.clicked.connect(self.accepted)
        self.no.clicked.connect(self.declined)
        self._answers.addWidget(self.yes)
        self._answers.addWidget(self.no)
        self._answers.addStretch(1)
