"""The card of the proposed routine: its name, its moves, Start, and the course of the time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import tr, tr_in
from hiptimer.model.time_words import duration_words
from hiptimer.model.words import rounds_words
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import bold, medium, regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.today.course import Course
from hiptimer.ui.today.move_button import PAD, MoveButton
from hiptimer.ui.today.plan import TodayPlan
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.flow import FlowLayout
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.shape import RING_SPACE


class Hero(Card):
    """`move_opened` carries the MoveButton that was pressed."""

    start_pressed = Signal()
    move_opened = Signal(object)

    def __init__(self, icons: IconSet, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._icons = icons
        self._album = album
        self._plan: TodayPlan | None = None
        self._eyebrow = Label("", semibold(14), Tone.WORK_TEXT)
        self._name = Label("", bold(38), wraps=True)
        self._facts = Label("", regular(16, tabular=True), Tone.MUTED, wraps=True)
        self._fitted = Label("", medium(14, tabular=True), Tone.WORK_TEXT, wraps=True)
        self._moves = QVBoxLayout()
        self._moves.setSpacing(0)
        self.move_buttons: list[MoveButton] = []
        self.start = Button(tr_in("button, a routine", "Start"), Look.PRIMARY, key="Enter", size=18)
        self.start.setAccessibleName(tr("Start the routine"))
        self.start.clicked.connect(self.start_pressed)
        self.less = Button(tr("Less time?"), Look.QUIET)
        self.whole = Button(tr("Whole routine"), Look.QUIET)
        self.whole.setAccessibleName(tr("Do the whole routine after all"))
        self.course = Course()
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._column(), 9)
        self._row.addWidget(self.course, 11)
        self.fit(is_narrow=False, is_low=False)

    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        words = QVBoxLayout()
        words.setSpacing(2)
        # The words of all parts stand in one line; the grounds of buttons reach out of it.
        words.setContentsMargins(round(PAD), 0, 0, 12)
        for label in (self._eyebrow, self._name, self._facts, self._fitted):
            words.addWidget(label)
        column.addLayout(words)
        column.addLayout(self._moves)
        column.addStretch()
        column.addSpacing(16)
        foot = QHBoxLayout()
        foot.setContentsMargins(round(PAD - RING_SPACE), 0, 0, 0)
        foot.setSpacing(16)
        foot.addWidget(self.start)
        links = QWidget()
        flow = FlowLayout(links, gap=16)
        for button in (self.less, self.whole):
            flow.addWidget(button)
        foot.addWidget(links, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(foot)
        return column

    def fit(self, *, is_narrow: bool, is_low: bool) -> None:
        """Take the sizes of a small or a usual window."""
        margin = 24 if is_low else 32
        self._name.setFont(bold(30 if is_narrow else 38))
        self._row.setStretch(0, 11 if is_narrow else 9)
        self._row.setStretch(1, 9 if is_narrow else 11)
        self._row.setContentsMargins(margin - round(PAD) + 4, margin, margin, margin)
        self._row.setSpacing(margin)

    def show_plan(self, plan: TodayPlan) -> None:
        self._plan = plan
        self._eyebrow.setText(_eyebrow(plan))
        self._name.setText(plan.routine.name)
        self._show_facts(plan.finish)
        # A dot between two parts stays at the end of a line.
        self._fitted.setText(plan.fitted.replace(" · ", "\N{NO-BREAK SPACE}· "))
        self._fitted.setVisible(bool(plan.fitted))
        self.whole.setVisible(bool(plan.fitted))
        self._show_moves(plan)
        self.course.show_timeline(plan.timeline)

    @property
    def fitted(self) -> str:
        """What is said about a routine that was fitted to less time."""
        return self._plan.fitted if self._plan is not None else ""

    def show_finish(self, finish: str) -> None:
        self._show_facts(finish)

    def _show_facts(self, finish: str) -> None:
        if self._plan is None:
            return
        plan = self._plan
        parts = (
            duration_words(plan.seconds),
            rounds_words(plan.routine.rounds),
            finish,
            plan.fetch,
        )
        self._facts.setText(" · ".join(part for part in parts if part))

    def _show_moves(self, plan: TodayPlan) -> None:
        focused = next((n for n, b in enumerate(self.move_buttons) if b.hasFocus()), None)
        for button in self.move_buttons:
            self._moves.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.move_buttons = [
            MoveButton(move, self._icons, self._album, self) for move in plan.moves
        ]
        previous: QWidget | None = None
        for button in self.move_buttons:
            self._moves.addWidget(button)
            button.opened.connect(self._open_move)
            if previous is not None:
                self.setTabOrder(previous, button)
            previous = button
        if previous is not None:
            self.setTabOrder(previous, self.start)
        if focused is not None and focused < len(self.move_buttons):
            self.move_buttons[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        self.setTabOrder(self.start, self.less)
        self.setTabOrder(self.less, self.whole)

    def _open_move(self, move: object) -> None:
        button = next(b for b in self.move_buttons if b.move_row is move)
        self.move_opened.emit(button)


def _eyebrow(plan: TodayPlan) -> str:
    if plan.leaves_run:
        return tr("Only what does not hurt")
    return tr("Before the run") if plan.before_run else tr("Not before a run")
