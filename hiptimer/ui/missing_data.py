"""The data folder is not there: try again, or use the usual one."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.ui.fonts import bold, regular
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.label import Label

WIDTH = 560


class Instead(Enum):
    """What the person decides."""

    QUIT = auto()
    IS_THERE = auto()
    USUAL = auto()


class MissingDataDialog(QDialog):
    """`words` say what is missing, `usual` what using the usual folder would mean. `is_there`
    looks again; once it is, the dialog closes. `decision` is then known.
    """

    def __init__(
        self,
        words: str,
        usual: str,
        is_there: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Your data folder is not there"))
        self.decision = Instead.QUIT
        self._is_there = is_there
        self.again = Button(tr("Try again"), Look.PRIMARY, size=16)
        self.usual = Button(tr("Use the usual folder"), size=16)
        self.quit = Button(tr("Close hiptimer"), Look.QUIET, size=16)
        self.told = Label("", regular(15), Tone.MUTED, wraps=True)
        self._lay_out(words, usual)
        self.again.clicked.connect(self._look_again)
        self.usual.clicked.connect(self._use_usual)
        self.quit.clicked.connect(self.reject)
        self.again.setFocus()

    def _lay_out(self, words: str, usual: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(12)
        column.addWidget(Label(self.windowTitle(), bold(24)))
        for line in (words, usual):
            label = Label(line, regular(16), wraps=True)
            label.setFixedWidth(WIDTH)
            column.addWidget(label)
        column.addWidget(self.told)
        row = QHBoxLayout()
        row.addWidget(self.quit)
        row.addStretch()
        row.addWidget(self.usual)
        row.addWidget(self.again)
        column.addLayout(row)

    def _look_again(self) -> None:
        if self._is_there():
            self.decision = Instead.IS_THERE
            self.accept()
        else:
            self.told.setText(tr("It is still not there."))

    def _use_usual(self) -> None:
        self.decision = Instead.USUAL
        self.accept()
