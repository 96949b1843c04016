"""What a routine becomes here, for what is sore or not at hand, and the choice about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.ui.fonts import medium
from hiptimer.ui.today.plan import RoutineCard
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.shape import RING_SPACE


class SuitedPart(QWidget):
    """Hidden while the routine is done as written. `without_wished` carries whether to do without
    what is not at hand.
    """

    without_wished = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", medium(15), wraps=True)
        self._goes_without = False
        self.choice = Button("", Look.SECONDARY, size=14)
        self.choice.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.addSpacing(-round(RING_SPACE))
        row.addWidget(self.choice)
        row.addStretch()
        column.addLayout(row)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_card(self, card: RoutineCard) -> None:
        done = (
            tr("Here it is done like this. {changes}", changes=card.suited) if card.suited else ""
        )
        offered = (
            tr("Without what you do not have: {changes}", changes=card.offered)
            if card.offered
            else ""
        )
        self._words.setText("\n".join(words for words in (done, offered) if words))
        self._goes_without = card.goes_without
        self.choice.setText(tr("Do it as written") if card.goes_without else tr("Do it without"))
        self.choice.setAccessibleName(f"{self.choice.text()}: {card.name}")
        self.choice.updateGeometry()
        self.choice.setVisible(card.goes_without or bool(card.offered))
        self.setVisible(bool(self._words.text()))

    def _choose(self) -> None:
        self.without_wished.emit(not self._goes_without)
