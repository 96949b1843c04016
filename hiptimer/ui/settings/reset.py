"""Everything as it was at first, and the way back from that."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hiptimer.model.language import later, tr
from hiptimer.ui.settings.section import Section
from hiptimer.ui.widgets.button import Button, Look

HINT = later(
    "Your sessions, routines and exercises stay, and so do the folders and what you answered "
    "on Today."
)


class ResetSection(Section):
    """The signals come when the person asks; nothing is done here."""

    reset_wished = Signal()
    unreset_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("All settings"), parent)
        self.reset = Button(tr("Reset all settings…"))
        self.unreset = Button(tr("Undo the reset"), Look.QUIET)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.reset)
        row.addWidget(self.unreset)
        row.addStretch()
        self.add_wide(tr("Back to the usual"), tr(HINT), both)
        self.reset.clicked.connect(self.reset_wished)
        self.unreset.clicked.connect(self.unreset_wished)
        self.show_ways(can_reset=False, can_undo=False)

    def show_ways(self, *, can_reset: bool, can_undo: bool) -> None:
        """Whether anything is not as usual, and whether a reset can be undone."""
        self.reset.setEnabled(can_reset)
        self.unreset.setVisible(can_undo)

    def focus_undo(self) -> None:
        """The keys go on at the way back: what was pressed can do nothing more."""
        if not self.reset.isEnabled():
            self.unreset.setFocus(Qt.FocusReason.OtherFocusReason)
