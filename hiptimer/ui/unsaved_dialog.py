"""What was done is not saved yet: close all the same, or wait until it can be."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import later, tr
from hiptimer.ui.fonts import bold, regular
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.label import Label

LOST = later("hiptimer goes on trying while it is open. If you close it now, the rest is lost.")
WIDTH = 520


class UnsavedDialog(QDialog):
    """`reason` says why it is not saved. Accepted means to close and lose it."""

    def __init__(self, reason: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Not everything is saved yet"))
        self.stay = Button(tr("Keep open"), Look.PRIMARY, size=16)
        self.shut = Button(tr("Close without saving"), size=16)
        self._lay_out(reason)
        self.shut.clicked.connect(self.accept)
        self.stay.clicked.connect(self.reject)
        self.stay.setFocus()

    def _lay_out(self, reason: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(12)
        column.addWidget(Label(self.windowTitle(), bold(24)))
        lost = Label(tr(LOST), regular(16), wraps=True)
        for told in (lost, Label(reason, regular(14), Tone.MUTED, wraps=True)):
            told.setFixedWidth(WIDTH)
            column.addWidget(told)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.shut)
        row.addWidget(self.stay)
        column.addLayout(row)
