"""The settings page."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.ui.fonts import bold
from hiptimer.ui.settings.data import DataSection
from hiptimer.ui.settings.equipment import EquipmentSection
from hiptimer.ui.settings.goal import GoalSection
from hiptimer.ui.settings.index import SIDE, Index
from hiptimer.ui.settings.look import LookSection
from hiptimer.ui.settings.reset import ResetSection
from hiptimer.ui.settings.section import Section
from hiptimer.ui.settings.sore import SoreSection
from hiptimer.ui.settings.sound import SoundSection
from hiptimer.ui.settings.sync import SyncSection
from hiptimer.ui.settings.times import TimesSection
from hiptimer.ui.settings.workout import WorkoutSection
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.page_edge import page_side, page_top
from hiptimer.ui.widgets.scroll import Scroll

WIDEST = 860
SPACING, FOOT = 20, 28
SEEN = 0.4
"""A section counts as the one in sight once it begins within this share of the page's height."""


class SettingsPage(QWidget):
    """Its sections stand under each other, with a list of them beside; each tells its own choices.

    `languages` are those to choose from: how the settings call each, and its name in itself.
    """

    accessible_role = QAccessible.Role.Pane

    def __init__(
        self, languages: tuple[tuple[str, str], ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.goal = GoalSection()
        self.equipment = EquipmentSection()
        self.sore = SoreSection()
        self.workout = WorkoutSection()
        self.times = TimesSection()
        self.sound = SoundSection()
        self.look = LookSection(languages)
        self.data = DataSection()
        self.sync = SyncSection()
        self.reset = ResetSection()
        self.sections: dict[str, Section] = {
            "goal": self.goal,
            "equipment": self.equipment,
            "sore": self.sore,
            "workout": self.workout,
            "times": self.times,
            "sound": self.sound,
            "look": self.look,
            "data": self.data,
            "sync": self.sync,
            "reset": self.reset,
        }
        self._in_order = tuple(self.sections.values())
        self.index = Index(tr("Sections"), tuple(each.title for each in self._in_order))
        self._is_going = False
        self._wanted = ""
        self._top = 0
        self._lay_out()
        self.index.chosen.connect(self._go)
        self.index.entered.connect(self._enter)
        bar = self._scroll.verticalScrollBar()
        bar.valueChanged.connect(self._look)
        bar.actionTriggered.connect(self._let_go)
        self._in_order[-1].installEventFilter(self)

    def _lay_out(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(SPACING)
        for section in self._in_order:
            self._column.addWidget(section)
        self._column.addStretch()
        content.setMaximumWidth(WIDEST)
        self._scroll = Scroll(content)
        side = self._side = QVBoxLayout()
        side.setSpacing(16)
        title = Label(tr("Settings"), bold(30))
        title.setContentsMargins(SIDE, 0, 0, 0)
        side.addWidget(title)
        side.addWidget(self.index)
        side.addStretch()
        row = self._row = QHBoxLayout(self)
        row.setSpacing(24)
        row.addLayout(side)
        row.addWidget(self._scroll, 1)

    @property
    def section(self) -> str:
        """The name of the section in sight."""
        return list(self.sections)[self.index.place]

    def go_to(self, name: str) -> None:
        """Bring a section into sight, and keep it there until somebody scrolls."""
        self._wanted = name
        if self.isVisible():
            self._go_to_wanted()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Else Qt would give it to the first button.
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._top = page_top(self.height())
        # The words of the list, not the box around one of them, stand below the title.
        self._row.setContentsMargins(page_side(self.width()) - SIDE, 0, 12, 0)
        self._side.setContentsMargins(0, self._top, 0, FOOT)
        self._make_room()
        self._go_to_wanted()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The sections get their places in several turns, the last one last."""
        if watched is self._in_order[-1] and event.type() is QEvent.Type.Move:
            self._go_to_wanted()
        return super().eventFilter(watched, event)

    def _go_to_wanted(self) -> None:
        if self._wanted in self.sections:
            place = list(self.sections).index(self._wanted)
            self.index.show_place(place)
            self._scroll_to(place)

    # --- going there ---

    def _make_room(self) -> None:
        """Under the last section, so that each can come to the top."""
        room = self.height() - self._top - self._in_order[-1].sizeHint().height()
        self._column.setContentsMargins(0, self._top, 0, max(FOOT, room))

    def _go(self, place: int) -> None:
        self._wanted = ""
        self._scroll_to(place)

    def _scroll_to(self, place: int) -> None:
        self._is_going = True
        self._column.activate()
        self._scroll.verticalScrollBar().setValue(self._in_order[place].y() - self._top)
        self._is_going = False

    def _let_go(self) -> None:
        """Somebody scrolls: they go where they want."""
        self._wanted = ""

    def _enter(self, place: int) -> None:
        """The keys go on in the section."""
        self._wanted = ""
        control = _first_control(self._in_order[place])
        if control is not None:
            control.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(control, 0, self._top)

    def _look(self) -> None:
        """Mark what has come into sight."""
        if self._is_going or self._wanted:
            return
        seen = self._scroll.viewport().height() * SEEN
        begun = [
            place
            for place, section in enumerate(self._in_order)
            if section.mapTo(self._scroll.viewport(), QPoint()).y() < seen
        ]
        self.index.show_place(begun[-1] if begun else 0)


def _first_control(section: Section) -> QWidget | None:
    """What Tab comes to first in a section; of one of several it is the chosen one."""
    for child in section.findChildren(QWidget):
        takes_tab = child.focusPolicy() & Qt.FocusPolicy.TabFocus
        if child.isVisible() and child.isEnabled() and takes_tab and not _is_passed_over(child):
            return child
    return None


def _is_passed_over(child: QWidget) -> bool:
    return isinstance(child, QAbstractButton) and child.autoExclusive() and not child.isChecked()
