"""What can be done with a routine besides doing it: edit, duplicate, share, take it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hiptimer.model.language import later, tr
from hiptimer.ui.today.plan import RoutineCard
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.flow import FlowLayout

DELETE = later("Delete")
RESET = later("Reset to the built-in")


class OwnButtons(QWidget):
    """`remove` deletes a routine of the person's own; one over a built-in routine is reset."""

    edit_pressed = Signal()
    duplicate_pressed = Signal()
    share_pressed = Signal()
    remove_pressed = Signal()

    def __init__(self, *others: Button, parent: QWidget | None = None) -> None:
        """`others` stand among these where there is room."""
        super().__init__(parent)
        self.edit = Button(tr("Edit"), Look.SECONDARY, size=14)
        self.duplicate = Button(tr("Duplicate"), Look.SECONDARY, size=14)
        self.share = Button(tr("Share as a file"), Look.SECONDARY, size=14)
        self.remove = Button(tr(RESET), Look.SECONDARY, size=14)
        row = FlowLayout(self, gap=0)
        for button in (self.edit, self.duplicate, self.share, *others, self.remove):
            row.addWidget(button)
        self.edit.clicked.connect(self.edit_pressed)
        self.duplicate.clicked.connect(self.duplicate_pressed)
        self.share.clicked.connect(self.share_pressed)
        self.remove.clicked.connect(self.remove_pressed)

    def show_card(self, card: RoutineCard) -> None:
        """Offer what fits this routine."""
        self.edit.setAccessibleName(tr("Edit {name}", name=card.name))
        self.duplicate.setAccessibleName(tr("Duplicate {name}", name=card.name))
        self.share.setAccessibleName(tr("Share {name} as a file", name=card.name))
        self.remove.setText(tr(RESET if card.is_built_in else DELETE))
        reset = tr("Reset {name} to the built-in", name=card.name)
        delete = tr("Delete {name}", name=card.name)
        self.remove.setAccessibleName(reset if card.is_built_in else delete)
        self.remove.setVisible(card.is_own)
        self.remove.updateGeometry()
