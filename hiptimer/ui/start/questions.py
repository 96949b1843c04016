"""The three questions, one screen each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.equipment import Equipment
from hiptimer.model.language import later, tr, tr_in
from hiptimer.ui.fonts import bold, regular
from hiptimer.ui.start.big_choice import BigChoice
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.chip_set import ChipSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.shape import RING_SPACE
from hiptimer.workout.starting import Experience, Purpose
from hiptimer.workout.suiting_words import equipment_name

WIDEST = 760
PURPOSES = (
    (Purpose.BEFORE_RUN, later("Before a run"), later("A few minutes that get the hips ready")),
    (
        Purpose.STRENGTH,
        later("A strength day"),
        later("Rounds and sets, apart from the run or after it"),
    ),
    (Purpose.LOOSEN, later("To loosen up"), later("After a run, after sitting, in the evening")),
)
EXPERIENCES = (
    (Experience.NEW, later("New to this"), later("Clamshells and bridges are new words to me")),
    (
        Experience.BACK,
        later("Back after a break"),
        later("I did this before, but not in the last weeks"),
    ),
    (Experience.USED, later("Used to it"), later("I know the moves and do them now and then")),
)
THINGS = tuple(Equipment)


def answers(known: Sequence[tuple[object, str, str]]) -> tuple[tuple[str, str], ...]:
    """The words of some answers, each with a line about it, in the person's language."""
    return tuple((tr(words), tr(line)) for _, words, line in known)


class Question(QWidget):
    """What is asked, a line under it, and room for the answers."""

    def __init__(self, asked: str, line: str = "") -> None:
        super().__init__()
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.column.addStretch(1)
        labels = [Label(asked, bold(34), wraps=True)]
        if line:
            labels.append(Label(line, regular(17), Tone.MUTED, wraps=True))
        for label in labels:
            # In line with the edges of the answers, around which is room for their rings.
            label.setContentsMargins(round(RING_SPACE), 0, 0, 0)
            self.column.addWidget(label)
        self.column.addSpacing(10)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)

    def press(self, number: int) -> bool:
        """A key from 1 on; False when it means nothing here."""
        raise NotImplementedError


class OneOf(Question):
    """`chosen` carries the place of the answer, from 0."""

    chosen = Signal(object)

    def __init__(self, asked: str, answers: tuple[tuple[str, str], ...]) -> None:
        super().__init__(asked)
        self.choices = tuple(BigChoice(n, *words) for n, words in enumerate(answers))
        for choice in self.choices:
            self.column.addWidget(choice)
            choice.chosen.connect(self.chosen)
        self.column.addStretch(2)

    def show_current(self, place: int | None) -> None:
        """Mark what was answered before."""
        for number, choice in enumerate(self.choices):
            choice.is_current = number == place
            choice.update()

    def press(self, number: int) -> bool:
        if not 1 <= number <= len(self.choices):
            return False
        self.choices[number - 1].click()
        return True


class AtHand(Question):
    """Any number of things; `settled` comes when the person goes on."""

    settled = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("What do you have at hand?"),
            tr("Tap what is there, or press its number. Nothing is needed to begin."),
        )
        words = tuple(f"{n}   {equipment_name(thing)}" for n, thing in enumerate(THINGS, 1))
        self.chips = ChipSet(tr("Equipment at hand"), words, height=52)
        for chip, thing in zip(self.chips.chips, THINGS, strict=True):
            chip.setAccessibleName(equipment_name(thing))
        self.column.addWidget(self.chips)
        self.column.addSpacing(16)
        self.go_on = Button(tr("Nothing, go on"), Look.PRIMARY, key="Enter", size=18)
        self.go_on.clicked.connect(self.settled)
        self.chips.changed.connect(self._name_button)
        self.column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(2)

    @property
    def things(self) -> tuple[Equipment, ...]:
        return tuple(THINGS[place] for place in self.chips.chosen)

    def show_things(self, things: tuple[Equipment, ...]) -> None:
        self.chips.show_chosen(tuple(n for n, thing in enumerate(THINGS) if thing in things))
        self._name_button()

    def _name_button(self) -> None:
        self.go_on.setText(tr_in("button", "Go on") if self.chips.chosen else tr("Nothing, go on"))
        self.go_on.updateGeometry()

    def press(self, number: int) -> bool:
        if not 1 <= number <= len(THINGS):
            return False
        self.chips.tap(number - 1)
        return True
