"""What was swapped or left out of the routine for today, and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hiptimer.model.language import tr, tr_in
from hiptimer.ui.fonts import medium
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.notice import IconMark


class SuitedLine(QWidget):
    """Hidden while nothing was changed. `undo_wished` comes where the change can be taken back."""

    undo_wished = Signal()

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", medium(15), wraps=True)
        self.undo = Button(tr_in("a routine", "As written"), Look.QUIET, size=14)
        self.undo.setAccessibleName(tr("Do the routine as it is written"))
        self.undo.clicked.connect(self.undo_wished)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 10)
        row.setSpacing(10)
        mark = IconMark("shield-check", icons, tone=Tone.ACCENT)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def fit(self, *, is_low: bool) -> None:
        """Take the sizes of a low or a usual window."""
        self._words.setFont(medium(13 if is_low else 15))

    @property
    def words(self) -> str:
        return self._words.text()

    def show_words(self, words: str, *, can_undo: bool) -> None:
        self._words.setText(words)
        self.undo.setVisible(can_undo)
        self.setVisible(bool(words))
