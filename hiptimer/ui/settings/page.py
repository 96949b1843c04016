"""The settings page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.ui.fonts import bold
from hiptimer.ui.settings.goal import GoalSection
from hiptimer.ui.settings.pace import PaceSection
from hiptimer.ui.settings.sore import SoreSection
from hiptimer.ui.settings.sound import SoundSection
from hiptimer.ui.settings.sync import SyncSection
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.scroll import Scroll

WIDEST = 860


class SettingsPage(QWidget):
    """Its sections stand under each other; each tells its own choices."""

    accessible_role = QAccessible.Role.Pane

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.goal = GoalSection()
        self.sound = SoundSection()
        self.pace = PaceSection()
        self.sync = SyncSection()
        self.sore = SoreSection()
        content = QWidget()
        column = QVBoxLayout()
        column.setSpacing(20)
        column.addWidget(Label(tr("Settings"), bold(30)))
        for section in (self.goal, self.sore, self.sound, self.pace, self.sync):
            section.setMaximumWidth(WIDEST)
            column.addWidget(section)
        column.addStretch()
        row = QHBoxLayout(content)
        row.setContentsMargins(44, 36, 44, 28)
        row.addLayout(column, 100)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(content))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Else Qt would give it to the first button.
        self.setFocus()
