"""Where to start: at most three questions, then one routine."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from hiptimer.model.equipment import Equipment
from hiptimer.model.language import tr
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import regular
from hiptimer.ui.start.proposal import Proposal, ProposedStart
from hiptimer.ui.start.questions import EXPERIENCES, PURPOSES, AtHand, OneOf, Question, answers
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.full_page import FullPage
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.press import ENTER_KEYS
from hiptimer.ui.widgets.shape import RING_SPACE
from hiptimer.workout.starting import Answers, Experience, Purpose

BACK_KEYS = (Qt.Key.Key_Backspace, Qt.Key.Key_Left)


class StartPage(FullPage):
    """Numbers answer, Enter goes on, Backspace goes a question back, Esc leaves.

    `answered` carries the Answers when all are there; then `show_start` is awaited.
    """

    answered = Signal(object)
    sore_chosen = Signal(object)
    use_wished = Signal()
    why_wished = Signal()

    def __init__(self, icons: IconSet, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(tr("Where to start"), parent=parent)
        self._purpose: Purpose | None = None
        self._experience: Experience | None = None
        self.purpose = OneOf(tr("What is it for?"), answers(PURPOSES))
        self.at_hand = AtHand()
        self.experience = OneOf(tr("How new is this to you?"), answers(EXPERIENCES))
        self.proposal = Proposal(icons, album)
        self._questions: tuple[Question, ...] = (self.purpose, self.at_hand, self.experience)
        self._steps = QStackedWidget()
        for part in (*self._questions, self.proposal):
            self._steps.addWidget(part)
        self._count = Label("", regular(16), Tone.MUTED)
        self._count.setContentsMargins(0, 0, round(RING_SPACE), 0)
        self.buttons.addWidget(self._count)
        # The proposal's buttons stand in line with its cards, their rings reach out.
        steps = QHBoxLayout()
        steps.addSpacing(-round(RING_SPACE))
        steps.addWidget(self._steps, 1)
        steps.addSpacing(-round(RING_SPACE))
        self.body.addLayout(steps)
        self._connect()

    def _connect(self) -> None:
        self.purpose.chosen.connect(self._take_purpose)
        self.at_hand.settled.connect(self._take_things)
        self.experience.chosen.connect(self._take_experience)
        self.proposal.again_wished.connect(self._begin)
        self.proposal.use_wished.connect(self.use_wished)
        self.proposal.why_wished.connect(self.why_wished)
        self.proposal.sore_chosen.connect(self.sore_chosen)

    @property
    def step(self) -> int:
        """Which question is asked, from 0; after the last the proposal is shown."""
        return self._steps.currentIndex()

    def ask(self, equipment: tuple[Equipment, ...]) -> None:
        """From the beginning, with the equipment known so far."""
        self._purpose = self._experience = None
        self.at_hand.show_things(equipment)
        self._begin()

    def show_start(self, start: ProposedStart) -> None:
        self.proposal.show_start(start)
        self._go_to(len(self._questions))

    def _begin(self) -> None:
        self._go_to(0)

    def _go_to(self, step: int) -> None:
        asked = [known for known, *_ in PURPOSES]
        self.purpose.show_current(asked.index(self._purpose) if self._purpose else None)
        levels = [known for known, *_ in EXPERIENCES]
        self.experience.show_current(levels.index(self._experience) if self._experience else None)
        self._steps.setCurrentIndex(step)
        is_asking = step < len(self._questions)
        # L: which question of how many, such as "1 of 3"
        count = tr("{n} of {of}", n=step + 1, of=len(self._questions))
        self._count.setText(count if is_asking else "")
        # The keys of the page work at once, whatever had the focus before.
        self.setFocus()

    def _take_purpose(self, place: int) -> None:
        self._purpose = PURPOSES[place][0]
        self._go_to(1)

    def _take_things(self) -> None:
        self._go_to(2)

    def _take_experience(self, place: int) -> None:
        self._experience = EXPERIENCES[place][0]
        if self._purpose is not None:
            self.answered.emit(Answers(self._purpose, self._experience, self.at_hand.things))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._takes(event):
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        key = event.key()
        if event.isAutoRepeat():
            return False
        if key in ENTER_KEYS:
            return self._go_on()
        if key in BACK_KEYS and self.step > 0:
            self._go_to(self.step - 1)
            return True
        is_number = Qt.Key.Key_1 <= key <= Qt.Key.Key_9
        if is_number and self.step < len(self._questions):
            return self._questions[self.step].press(key - Qt.Key.Key_0)
        return False

    def _go_on(self) -> bool:
        if self.step == 1:
            self.at_hand.go_on.click()
            return True
        if self.step == len(self._questions):
            self.proposal.use.click()
            return True
        return False
