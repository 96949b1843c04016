"""The bar over a session that was deleted, with the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hiptimer.model.language import later, tr
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.label import ElidedLabel, Label

DELETED = later("Deleted.")


class DeletedBar(Card):
    undo_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=16, fill=Tone.ACCENT_SOFT, line=None, parent=parent)
        self.undo = Button(tr("Undo"))
        self.undo.setAccessibleName(tr("Undo the deletion"))
        self.undo.clicked.connect(self.undo_wished)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(Label(tr(DELETED), semibold(16)))
        words = tr("It no longer counts. You can undo this until you leave.")
        row.addWidget(ElidedLabel(words, regular(15)), 1)
        row.addWidget(self.undo)
        self.hide()
