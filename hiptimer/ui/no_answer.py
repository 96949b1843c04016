"""The window that is open already does not answer: try again, or leave it."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from hiptimer.model.language import tr
from hiptimer.ui.fonts import bold, regular
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.label import Label

WIDTH = 520


class NoAnswerDialog(QDialog):
    """`words` say what is wrong and what helps. Accepted means to try again."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setWindowTitle(tr("hiptimer does not answer"))
        self.again = Button(tr("Try again"), Look.PRIMARY, size=16)
        self.shut = Button(tr("Close"), size=16)
        self._lay_out(words)
        self.again.clicked.connect(self.accept)
        self.shut.clicked.connect(self.reject)
        self.again.setFocus()

    def _lay_out(self, words: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(12)
        column.addWidget(Label(self.windowTitle(), bold(24)))
        told = Label(words, regular(16), wraps=True)
        told.setFixedWidth(WIDTH)
        column.addWidget(told)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.shut)
        row.addWidget(self.again)
        column.addLayout(row)
