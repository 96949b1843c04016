"""Typing a physio's lines, with what is understood of them beside it."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import later, tr, tr_n
from hiptimer.model.prescription.doses import routine_step
from hiptimer.model.prescription.prescribed import Prescription
from hiptimer.model.routine import Step
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import medium, regular
from hiptimer.ui.prescription.step_rows import StepDelegate, StepModel
from hiptimer.ui.prescription.text_box import TextBox
from hiptimer.ui.prescription.told_list import Instead, ToldList
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.row_list import RowList
from hiptimer.ui.widgets.scroll import Scroll

MOST_STEPS = 100
HINT = later("Type or paste what your physio wrote, one exercise a line.")
NOTHING_YET = later("What is understood is shown here as you type.")
TOLD_SHARE, TEXT_SHARE = 2, 3


class LineReader(Protocol):
    """What reads a text."""

    def read(self, text: str) -> Prescription: ...


class PrescriptionPanel(QWidget):
    """`steps_taken` carries the understood steps as a tuple of Step, `steps_changed` comes when
    they may be others.
    """

    steps_taken = Signal(object)
    steps_changed = Signal()

    def __init__(
        self,
        reader: LineReader,
        exercises: Mapping[str, Exercise],
        album: Album,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._exercises = exercises
        self._read = Prescription()
        self.text_box = TextBox()
        self.told = ToldList(exercises)
        self.told_words = Label("", medium(14), Tone.WORK_TEXT, wraps=True)
        self.told_words.hide()
        self.understood = Label(tr(NOTHING_YET), regular(15), Tone.MUTED, wraps=True)
        self.model = StepModel(exercises)
        self.list = RowList(StepDelegate(album), tr("Steps as understood"))
        self.list.setModel(self.model)
        self.take = Button(tr("Make a routine of it"), Look.PRIMARY, key="Ctrl+Enter", size=16)
        self.take.setEnabled(False)
        self._lay_out()
        self._enter = QShortcut(self)
        self._enter.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._album = album
        self._connect()
        self.setFocusProxy(self.text_box)

    def _connect(self) -> None:
        self.text_box.changed.connect(self._read_text)
        self.told.selected.connect(self.text_box.select)
        self.told.taken.connect(self._put_in)
        self.list.row_entered.connect(self._select_step)
        self.list.clicked.connect(self._select_clicked)
        self.take.clicked.connect(self.take_steps)
        self._enter.activated.connect(self.take_steps)
        self._album.drawn.connect(self._show_pictures)
        self._album.emptied.connect(self._show_pictures)

    def _lay_out(self) -> None:
        self._told_scroll = Scroll(self.told)
        self._told_scroll.hide()
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(Label(tr(HINT), regular(15), Tone.MUTED, wraps=True))
        left.addWidget(self.text_box, TEXT_SHARE)
        left.addWidget(self.told_words)
        left.addWidget(self._told_scroll, TOLD_SHARE)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.take)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.understood)
        right.addWidget(self.list, 1)
        right.addLayout(buttons)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(left, 1)
        self._row.addLayout(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.setSpacing(20 if self.width() < 1000 else 32)

    @property
    def steps(self) -> tuple[Step, ...]:
        """What is understood, as steps of a routine."""
        self.text_box.read_now()
        return tuple(
            routine_step(step, self._exercises[step.exercise]) for step in self._read.steps
        )

    def show_text(self, text: str) -> None:
        """Put a text in the place of all there is, as if it had been pasted."""
        self.text_box.show_text(text)

    def take_steps(self) -> None:
        """Hand over what is understood, if that can be a routine."""
        steps = self.steps
        if 0 < len(steps) <= MOST_STEPS:
            self.steps_taken.emit(steps)

    def name_take(self, words: str) -> None:
        """What becomes of the steps, in the words of the button."""
        self.take.setText(words)
        self.take.updateGeometry()

    # --- reading ---

    def _read_text(self) -> None:
        had = len(self._read.not_understood)
        self._read = self._reader.read(self.text_box.text)
        self.text_box.show_read(self._read)
        self.model.show_steps(self._read.steps)
        self.told.show_told(self._read)
        self._say_how_much()
        if len(self._read.not_understood) > had:
            words = lost_words(self._read)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.text_box, words))
        self.steps_changed.emit()

    def _say_how_much(self) -> None:
        count = len(self._read.steps)
        words = tr(NOTHING_YET)
        if count:
            words = tr_n("{n} exercise understood", "{n} exercises understood", count)
        if count > MOST_STEPS:
            words = tr(
                "{n} are understood. A routine has at most {most}: take some out.",
                n=count,
                most=MOST_STEPS,
            )
        self.understood.setText(words)
        self.take.setEnabled(0 < count <= MOST_STEPS)
        lost = lost_words(self._read)
        if lost and count:
            left_out = tr_n(
                "It is left out of the routine.",
                "They are left out of the routine.",
                len(self._read.not_understood),
            )
            lost = f"{lost} {left_out}"
        self.told_words.setText(lost)
        self.told_words.setVisible(bool(lost))
        self._told_scroll.setVisible(bool(self.told.rows))

    def _put_in(self, instead: Instead) -> None:
        self.text_box.put_in(instead.start, instead.end, instead.words)
        self.text_box.setFocus()

    def _select_clicked(self) -> None:
        self._select_step(self.list.currentIndex().row())

    def _select_step(self, row: int) -> None:
        step = self._read.steps[row]
        self.text_box.select(step.start, step.end)

    def _show_pictures(self) -> None:
        self.list.viewport().update()


def lost_words(read: Prescription) -> str:
    """Such as "2 places are not understood."; "" for none."""
    count = len(read.not_understood)
    if not count:
        return ""
    return tr_n("{n} place is not understood.", "{n} places are not understood.", count)
