"""What stands in the place of the ladders when nothing fits what is looked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.label import Label


class NothingFound(Card):
    """`clear_wished` comes when all filters are to be taken back."""

    clear_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._why = Label("", regular(15), Tone.MUTED, wraps=True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = Label(tr("Nothing found"), semibold(18))
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear = Button(tr("Clear the filters"), size=15)
        self.clear.clicked.connect(self.clear_wished)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(self._why)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def explain(self, words: str) -> None:
        self._why.setText(words)
