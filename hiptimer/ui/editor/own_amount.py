"""An amount that is as usual until somebody gives another one, and can be so again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.model.words import number_words
from hiptimer.ui.fonts import medium, regular, semibold
from hiptimer.ui.own_exercise.fields import Amount
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.shape import RING_SPACE


class LimitedAmount(Amount):
    """A number within its limits, or, where there is a usual one, nothing: then that stands
    there, muted.

    `given` carries the number a person gives, None when they empty it. `strayed` carries words
    while what is typed is beyond the limits, "" once it is not; on leaving, the nearest limit is
    taken.
    """

    given = Signal(object)
    strayed = Signal(str)

    def __init__(
        self,
        least: float,
        most: float,
        *,
        step: float = 1.0,
        decimals: int = 0,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._usual: float | None = None
        self._own: float | None = None
        super().__init__(least, most, step=step, decimals=decimals, unit=unit, parent=parent)

    @property
    def own(self) -> float | None:
        """What was given; None where it is as usual."""
        return self._own

    def show_amount(self, own: float | None, usual: float | None) -> None:
        """Show a number, or the usual one where none is given, without telling it."""
        self._usual = usual
        self.setPlaceholderText("" if usual is None else self._words(usual))
        changes = own != self._own
        self._own = own
        self._number = self._number_shown()
        if changes or not self.hasFocus():
            self._show()

    def empty(self) -> None:
        """As usual again, as a person wishes it."""
        self.clear()
        self.strayed.emit("")
        self._give(None)

    def take(self) -> None:
        """What was typed is whole; beyond the limits the nearest of them is meant."""
        number = self._number_in(self.text())
        # A number with more decimals than are taken here stays what it is until somebody types.
        if number is not None and self.text() != self._shown():
            self._give(min(max(number, self._least), self._most))
        self._show()

    def _read_along(self, words: str) -> None:
        number = self._number_in(words)
        if number is not None and not self._least <= number <= self._most:
            self.strayed.emit(self._limits())
            return
        self.strayed.emit("")
        if number is not None:
            self._give(number)
        elif not words.strip() and self._usual is not None:
            self._give(None)

    def _tell(self, number: float) -> None:
        """A step with the arrows."""
        self.strayed.emit("")
        self._give(number)

    def _give(self, own: float | None) -> None:
        if own == self._own:
            return
        self._own = own
        self._number = self._number_shown()
        self.given.emit(own)

    def _number_shown(self) -> float:
        """What the arrows begin from."""
        usual = self._least if self._usual is None else self._usual
        return usual if self._own is None else self._own

    def _show(self) -> None:
        self.setText(self._shown())

    def _shown(self) -> str:
        return "" if self._own is None else self._words(self._own)

    def _words(self, number: float) -> str:
        return f"{number_words(number)}{self._unit}"

    def _limits(self) -> str:
        return tr(
            "{least} to {most}.", least=number_words(self._least), most=self._words(self._most)
        )


class OwnAmount(QWidget):
    """A limited amount under its title, with the way back to what is usual.

    `given` carries what a person gives, None for the usual.
    """

    given = Signal(object)

    def __init__(
        self,
        title: str,
        amount: LimitedAmount,
        *,
        says_usual: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`says_usual` is false where several amounts are as usual only together."""
        super().__init__(parent)
        self.amount = amount
        self._says_usual = says_usual
        self.title = Label(title, semibold(14))
        self.usual = Label(tr("as usual"), regular(13), Tone.MUTED)
        self.fault = Label("", medium(13), Tone.WORK_TEXT)
        self.back = Button(tr("As usual"), Look.QUIET, size=13)
        self._has_usual = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.title)
        column.addWidget(amount)
        column.addWidget(self._below())
        amount.given.connect(self._tell)
        amount.strayed.connect(self._show_fault)
        self.back.clicked.connect(self._go_back)
        self.rename(title)

    def _below(self) -> QWidget:
        """One line for what is to be said, as high as its button."""
        holder = QWidget()
        height = self.back.sizeHint() if self._says_usual else self.fault.sizeHint()
        holder.setFixedHeight(height.height())
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.fault)
        row.addWidget(self.usual)
        # Its words, not its ring, stand in line with the field.
        row.addSpacing(-round(RING_SPACE))
        row.addWidget(self.back)
        row.addStretch(1)
        return holder

    def rename(self, title: str) -> None:
        self.title.setText(title)
        self.amount.setAccessibleName(title)

    def forget(self) -> None:
        """What was said of an amount is of no matter any more: another thing is shown now."""
        self._show_fault("")

    def show_amount(self, own: float | None, usual: float | None) -> None:
        """Show it without telling it; without a usual one there is always a number."""
        self._has_usual = usual is not None
        if own != self.amount.own:
            self.fault.setText("")
        self.amount.show_amount(own, usual)
        self.back.setAccessibleName(
            tr(
                "{title} as usual, {amount}",
                title=self.title.text(),
                amount=self.amount.placeholderText(),
            )
        )
        self._show_state()

    def _tell(self, own: float | None) -> None:
        self._show_state()
        self.given.emit(own)

    def _go_back(self) -> None:
        if self.back.hasFocus():
            self.amount.setFocus()  # the button goes
        self.amount.empty()

    def _show_fault(self, words: str) -> None:
        self.fault.setText(words)
        self._show_state()

    def _show_state(self) -> None:
        fault = self.fault.text()
        is_own = self.amount.own is not None
        self.fault.setVisible(bool(fault))
        tells = self._says_usual and self._has_usual and not fault
        self.usual.setVisible(tells and not is_own)
        self.back.setVisible(tells and is_own)
        usual = tr("As usual, {amount}", amount=self.amount.placeholderText())
        self.amount.setAccessibleDescription(fault or ("" if is_own else usual))
