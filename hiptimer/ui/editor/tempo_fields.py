"""The seconds of each phase of a rep: all as the exercise has them, or all of one's own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.draft import LONGEST_PHASE_S
from hiptimer.model.exercise import Phase
from hiptimer.model.language import later, tr
from hiptimer.model.laws import SHORTEST_REP_S
from hiptimer.model.words import number_words
from hiptimer.ui.editor.own_amount import LimitedAmount, OwnAmount
from hiptimer.ui.fonts import medium, regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.flow import FlowLayout
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.layouts import clear
from hiptimer.ui.widgets.shape import RING_SPACE
from hiptimer.ui.widgets.tab_order import tab_after

# Four phases stand side by side in the narrowest window.
WIDTH = 88
TOO_SHORT = later("A rep lasts at least {seconds} s. Until then its seconds stay as they were.")


class PhaseAmount(OwnAmount):
    """Of phase `index`, from 0. `timed` carries that, and the seconds a person gives."""

    timed = Signal(int, float)

    def __init__(self, index: int, phase: Phase) -> None:
        amount = LimitedAmount(0, LONGEST_PHASE_S, step=0.5, decimals=2, unit="s")
        super().__init__(phase.name.capitalize(), amount, says_usual=False)
        self._index = index
        amount.setAccessibleName(tr("Seconds of {phase}", phase=phase.name))
        amount.setFixedWidth(WIDTH)
        self.given.connect(self._tell_timed)

    def _tell_timed(self, seconds: float | None) -> None:
        if seconds is not None:
            self.timed.emit(self._index, seconds)


class TempoFields(QWidget):
    """`given` carries the seconds of all phases as a person gives them, None for the usual ones.

    Seconds of a rep that would be too short are not told; they stay in the fields, with words.
    """

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phases: tuple[Phase, ...] = ()
        self._told: tuple[float, ...] | None = None
        self._typed: tuple[float, ...] | None = None
        self.amounts: tuple[PhaseAmount, ...] = ()
        self.fault = Label("", medium(14), Tone.WORK_TEXT, wraps=True)
        self.usual = Label(tr("as usual"), regular(13), Tone.MUTED)
        self.back = Button(tr("As usual"), Look.QUIET, size=13)
        self._fields = FlowLayout(gap=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(tr("A rep"), semibold(15)))
        column.addLayout(self._fields)
        column.addWidget(self.fault)
        column.addWidget(self._below())
        self.back.clicked.connect(self._go_back)

    def _below(self) -> QWidget:
        """One line, as high as its button."""
        holder = QWidget()
        holder.setFixedHeight(self.back.sizeHint().height())
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.usual)
        # Its words, not its ring, stand in line with the fields.
        row.addSpacing(-round(RING_SPACE))
        row.addWidget(self.back)
        row.addStretch(1)
        return holder

    def show_tempo(self, tempo_s: tuple[float, ...] | None, phases: Sequence[Phase]) -> None:
        """Show the seconds of these phases without telling them."""
        if tuple(phases) != self._phases:
            self._name_phases(tuple(phases))
        elif tempo_s == self._told:
            return  # what is still too short stays, until it is enough or something else is shown
        self._told = self._typed = tempo_s
        self._show()

    def forget(self) -> None:
        """Other seconds than those told are of no matter any more: another step is shown now."""
        for amount in self.amounts:
            amount.forget()
        self._typed = self._told
        self._show()

    def _name_phases(self, phases: tuple[Phase, ...]) -> None:
        self._phases = phases
        clear(self._fields)
        self.amounts = tuple(PhaseAmount(index, phase) for index, phase in enumerate(phases))
        last: QWidget = self
        for amount in self.amounts:
            amount.timed.connect(self._take)
            self._fields.addWidget(amount)
            last = tab_after(last, amount)
        tab_after(last, self.back)

    def _take(self, index: int, seconds: float) -> None:
        usual = tuple(phase.seconds for phase in self._phases)
        typed = list(usual if self._typed is None else self._typed)
        typed[index] = seconds
        self._typed = tuple(typed)
        self._show()
        if sum(typed) >= SHORTEST_REP_S and self._typed != self._told:
            self._told = self._typed
            self.given.emit(self._told)

    def _go_back(self) -> None:
        if self.back.hasFocus():
            self.amounts[0].amount.setFocus()  # the button goes
        was_own = self._told is not None
        self._told = self._typed = None
        self._show()
        if was_own:
            self.given.emit(None)

    def _show(self) -> None:
        for index, amount in enumerate(self.amounts):
            if self._typed is None:
                amount.show_amount(None, self._phases[index].seconds)
            else:
                amount.show_amount(self._typed[index], None)
        usual = "-".join(number_words(phase.seconds) for phase in self._phases)
        self.back.setText(tr("As usual: {seconds} s", seconds=usual))
        self.back.setAccessibleName(tr("All seconds as usual, {seconds}", seconds=usual))
        self.back.setVisible(self._typed is not None)
        self.usual.setVisible(self._typed is None)
        is_short = self._typed is not None and sum(self._typed) < SHORTEST_REP_S
        too_short = tr(TOO_SHORT, seconds=number_words(SHORTEST_REP_S))
        self.fault.setText(too_short if is_short else "")
        self.fault.setVisible(is_short)
