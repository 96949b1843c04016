"""What saves a routine as a sound file and tells how that goes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.ui.fonts import regular
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.label import Label


class TakeAlong(QWidget):
    """Words, and the buttons they are about, which stand among others: `save`, or while a file is
    being written `cancel`.
    """

    save_pressed = Signal()
    cancel_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save = Button(tr("Save as sound file"), Look.SECONDARY, size=14)
        self.cancel = Button(tr("Cancel"), Look.SECONDARY, size=14)
        self.cancel.setAccessibleName(tr("Cancel the sound file"))
        self.cancel.hide()
        self.words = Label("", regular(14), Tone.MUTED, wraps=True)
        # A long path must not make the page wider.
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hide()
        self.save.clicked.connect(self.save_pressed)
        self.cancel.clicked.connect(self.cancel_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)

    def tell(self, words: str, *, is_writing: bool) -> None:
        """Show how it goes; the focus stays on the one button there is."""
        had_focus = self.save.hasFocus() or self.cancel.hasFocus()
        self.words.setText(words)
        self.setVisible(bool(words))
        self.cancel.setVisible(is_writing)
        self.save.setVisible(not is_writing)
        if had_focus:
            (self.cancel if is_writing else self.save).setFocus()
